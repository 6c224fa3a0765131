"""Bowls of the same curvature everywhere.

On a quadratic with largest curvature L, gradient descent converges for rates below 2 / L.
"""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Parameter, Surface, stack, symmetric
from surfaces.words import N_

_JAMIL_YANG = (
    "Jamil and Yang (2013), A literature survey of benchmark functions for global optimisation "
    "problems"
)


def _constant(p: Array, xx: float, xy: float, yy: float) -> Array:
    """One Hessian for each of the points (..., 2): (..., 2, 2)."""
    level = np.zeros(p.shape[:-1])
    return symmetric(level + xx, level + xy, level + yy)


def _round_bowl(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.5 * (x * x + y * y)


def _round_bowl_gradient(p: Array) -> Array:
    return p.copy()  # the slope is the position itself; the caller owns `p`, so not `p`


def _round_bowl_hessian(p: Array) -> Array:
    return _constant(p, 1, 0, 1)


ROUND_BOWL = Surface(
    key="round-bowl",
    name=N_("Round bowl"),
    loss=_round_bowl,
    gradient=_round_bowl_gradient,
    exact_hessian=_round_bowl_hessian,
    formula=r"\tfrac{1}{2} \left(x^2 + y^2\right)",
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-4.0, 3.0),
    story=N_(
        "Rate 1 reaches the bottom in one step, a lower one creeps up to it, and one above 2 "
        "climbs out of the bowl."
    ),
    source="De Jong (1975), An analysis of the behavior of a class of genetic adaptive systems "
    "(its F1, halved)",
)


def _stretched_bowl(p: Array, *, kappa: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.5 * (x * x + kappa * (y * y))


def _stretched_bowl_gradient(p: Array, *, kappa: float) -> Array:
    return stack(p[..., 0], kappa * p[..., 1])


def _stretched_bowl_hessian(p: Array, *, kappa: float) -> Array:
    return _constant(p, 1, 0, kappa)


_KAPPA = Parameter(
    key="kappa",
    name=N_("Condition number"),
    default=10.0,
    low=1.0,
    high=1000.0,
    logarithmic=True,
    help=N_("How many times steeper the bowl curves along y than along x."),
)

STRETCHED_BOWL = Surface(
    key="stretched-bowl",
    name=N_("Stretched bowl"),
    loss=_stretched_bowl,
    gradient=_stretched_bowl_gradient,
    exact_hessian=_stretched_bowl_hessian,
    formula=r"\tfrac{1}{2} \left(x^2 + \kappa y^2\right)",
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-4.5, 2.0),
    story=N_(
        "The steep side sets the highest rate, 2 / condition number, and the gentle side has to "
        "make do with it: the walker zigzags across and crawls along."
    ),
    source="Boyd and Vandenberghe (2004), Convex Optimization, section 9.3.2",
    parameters=(_KAPPA,),
)


def _turned(p: Array, rotation: float) -> tuple[Array, Array, float, float]:
    """The points along the gentle axis and the steep one, and the cosine and sine of the turn."""
    c, s = np.cos(np.deg2rad(rotation)), np.sin(np.deg2rad(rotation))
    x, y = p[..., 0], p[..., 1]
    return c * x + s * y, c * y - s * x, c, s


def _rotated_ellipse(p: Array, *, rotation: float, kappa: float) -> Array:
    u, v, _, _ = _turned(p, rotation)
    return 0.5 * (u * u + kappa * (v * v))


def _rotated_ellipse_gradient(p: Array, *, rotation: float, kappa: float) -> Array:
    u, v, c, s = _turned(p, rotation)
    steep = kappa * v
    return stack(c * u - s * steep, s * u + c * steep)


def _rotated_ellipse_hessian(p: Array, *, rotation: float, kappa: float) -> Array:
    c, s = np.cos(np.deg2rad(rotation)), np.sin(np.deg2rad(rotation))
    return _constant(p, c * c + kappa * s * s, (1 - kappa) * c * s, s * s + kappa * c * c)


ROTATED_ELLIPSE = Surface(
    key="rotated-ellipse",
    name=N_("Rotated ellipse"),
    loss=_rotated_ellipse,
    gradient=_rotated_ellipse_gradient,
    exact_hessian=_rotated_ellipse_hessian,
    formula=r"\tfrac{1}{2} \left(u^2 + \kappa v^2\right), \quad u = x \cos\varphi + y \sin\varphi, "
    r"\quad v = y \cos\varphi - x \sin\varphi",
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-4.5, 2.0),
    story=N_(
        "Neither weight is the steep one, both share it, and still the limit is 2 / condition "
        "number: 0.45 arrives, and 0.55 is thrown off the map."
    ),
    source="Al-Roomi (2015), Unconstrained single-objective benchmark functions repository: "
    "rotated ellipse function no. 01 (an eighth of it, for any rotation and condition number)",
    parameters=(
        Parameter(
            key="rotation",
            name=N_("Rotation"),
            default=30.0,
            low=-90.0,
            high=90.0,
            help=N_("Degrees from the x axis to the gentle axis, anticlockwise."),
        ),
        Parameter(
            key="kappa",
            name=N_("Condition number"),
            default=4.0,
            low=1.0,
            high=1000.0,
            logarithmic=True,
            help=N_("How many times steeper the bowl curves across the gentle axis than along it."),
        ),
    ),
)


def _booth(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = x + 2 * y - 7, 2 * x + y - 5
    return a * a + b * b


def _booth_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(10 * x + 8 * y - 34, 8 * x + 10 * y - 38)


def _booth_hessian(p: Array) -> Array:
    return _constant(p, 10, 8, 10)


BOOTH = Surface(
    key="booth",
    name=N_("Booth's tilted bowl"),
    loss=_booth,
    gradient=_booth_gradient,
    exact_hessian=_booth_hessian,
    formula=r"\left(x + 2y - 7\right)^2 + \left(2x + y - 5\right)^2",
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=((1.0, 3.0),),
    optimum=0.0,
    start=(-7.0, -2.0),
    story=N_(
        "The bowl is stretched along a diagonal, so both weights are off together: the walker "
        "drops to the valley floor at once and follows it to the bottom."
    ),
    source=_JAMIL_YANG,
)


def _matyas(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.26 * (x * x + y * y) - 0.48 * (x * y)


def _matyas_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(0.52 * x - 0.48 * y, 0.52 * y - 0.48 * x)


def _matyas_hessian(p: Array) -> Array:
    return _constant(p, 0.52, -0.48, 0.52)


MATYAS = Surface(
    key="matyas",
    name=N_("Matyas' trough"),
    loss=_matyas,
    gradient=_matyas_gradient,
    exact_hessian=_matyas_hessian,
    formula=r"0.26 \left(x^2 + y^2\right) - 0.48\, x y",
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-9.0, 2.0),
    story=N_(
        "The floor of the trough falls 25 times more gently than its sides: rates that look "
        "huge, near 1.5, are the ones that arrive."
    ),
    source=_JAMIL_YANG,
)

QUADRATIC = (ROUND_BOWL, STRETCHED_BOWL, ROTATED_ELLIPSE, BOOTH, MATYAS)
