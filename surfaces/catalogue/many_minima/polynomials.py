"""Many minima of polynomials: few, and far apart."""

from __future__ import annotations

import numpy as np

from surfaces.catalogue.many_minima.separable import crossings, diagonal
from surfaces.catalogue.many_minima.sources import DIXON_SZEGO, JAMIL_YANG
from surfaces.catalogue.many_minima.symmetry import opposite
from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_


def _himmelblau(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b


def _himmelblau_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = 2 * (x * x + y - 11), 2 * (x + y * y - 7)
    return stack(2 * (x * a) + b, a + 2 * (y * b))


def _himmelblau_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(12 * (x * x) + 4 * y - 42, 4 * (x + y), 12 * (y * y) + 4 * x - 26)


HIMMELBLAU = Surface(
    key="himmelblau",
    name=N_("Himmelblau's four valleys"),
    loss=_himmelblau,
    gradient=_himmelblau_gradient,
    exact_hessian=_himmelblau_hessian,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=(
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.2831859912861696),
        (3.5844283403304917, -1.8481265269644036),
    ),
    optimum=0.0,
    stationary=(
        (-0.2708445906673476, -0.9230385564799815),  # the hilltop; the others are passes
        (3.385154183607021, 0.07385187983774928),
        (0.08667750455539636, 2.884254701174776),
        (-3.0730257507643897, -0.08135304428796751),
        (-0.12796134673068008, -1.9537149802445763),
    ),
    formula=r"\left(x^2 + y - 11\right)^2 + \left(x + y^2 - 7\right)^2",
    start=(0.2, 4.4),
    story=N_(
        "From one start, rate 0.01 ends in the valley to the west and 0.02 in the one to the "
        "east; 0.03 is thrown off the map."
    ),
    source="Himmelblau (1972), Applied Nonlinear Programming",
)


def _six_hump_camel(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx, yy = x * x, y * y
    return (4 - 2.1 * xx + xx * xx / 3) * xx + x * y + 4 * (yy - 1) * yy


def _six_hump_camel_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return stack(x * (8 + xx * (2 * xx - 8.4)) + y, x + y * (16 * (y * y) - 8))


def _six_hump_camel_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return symmetric(8 + xx * (10 * xx - 25.2), np.ones_like(x), 48 * (y * y) - 8)


SIX_HUMP_CAMEL = Surface(
    key="six-hump-camel",
    name=N_("Six-hump camel"),
    loss=_six_hump_camel,
    gradient=_six_hump_camel_gradient,
    exact_hessian=_six_hump_camel_hessian,
    x=(-2.0, 2.0),
    y=(-1.0, 1.0),
    minima=(
        (0.08984201310031806, -0.7126564030207396),
        (-0.08984201310031806, 0.7126564030207396),
    ),
    optimum=-1.0316284534898774,
    stationary=(
        (0.0, 0.0),
        *opposite(
            (
                (1.703606714969981, -0.7960835686726251),
                (1.6071047529201972, 0.5686514548841314),
                (1.2960702671671092, 0.6050843880386585),
                (1.2302298765166526, 0.16233458445899496),
                (1.6380679841897785, 0.22867406904439408),
                (1.1092053368047865, -0.7682680925095399),
            )
        ),
    ),
    formula=r"\left(4 - 2.1 x^2 + \frac{x^4}{3}\right) x^2 + x y + \left(4 y^2 - 4\right) y^2",
    start=(1.9, 0.9),
    story=N_(
        "Low rates stop in the hollow beside the start; 0.1 steps over its rim and finds one "
        "of the two lowest points, and 0.15 never settles."
    ),
    source=DIXON_SZEGO,
)


def _three_hump_camel(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return xx * (2 + xx * (xx / 6 - 1.05)) + y * (x + y)


def _three_hump_camel_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return stack(x * (4 + xx * (xx - 4.2)) + y, x + 2 * y)


def _three_hump_camel_hessian(p: Array) -> Array:
    x = p[..., 0]
    xx = x * x
    return symmetric(4 + xx * (5 * xx - 12.6), np.ones_like(x), np.full_like(x, 2))


THREE_HUMP_CAMEL = Surface(
    key="three-hump-camel",
    name=N_("Three-hump camel"),
    loss=_three_hump_camel,
    gradient=_three_hump_camel_gradient,
    exact_hessian=_three_hump_camel_hessian,
    x=(-2.2, 2.2),
    y=(-2.2, 2.2),
    minima=((0.0, 0.0),),
    optimum=0.0,
    # Along y = -x / 2, where x**2 = 2.1 +- sqrt(0.91): the two other hollows, and the passes.
    stationary=opposite(
        (
            (1.7475523458302888, -0.8737761729151444),
            (1.07054229182366, -0.53527114591183),
        )
    ),
    formula=r"2 x^2 - 1.05 x^4 + \frac{x^6}{6} + x y + y^2",
    start=(-2.0, 1.0),
    story=N_(
        "Up to rate 0.1 the walker stays in the first of three basins; 0.2 carries it over the "
        "hump to the lowest."
    ),
    source=JAMIL_YANG,
)


def _styblinski_tang(p: Array) -> Array:
    pp = p * p
    f: Array = 0.5 * (pp * (pp - 16) + 5 * p)  # one quartic for each coordinate
    return f[..., 0] + f[..., 1]


def _styblinski_tang_gradient(p: Array) -> Array:
    return p * (2 * (p * p) - 16) + 2.5


def _styblinski_tang_hessian(p: Array) -> Array:
    return diagonal(6 * (p * p) - 16)


_FLAT = (-2.903534027771177, 0.1567312567803401, 2.746802770990837)  # 2 t**3 - 16 t + 2.5 = 0

STYBLINSKI_TANG = Surface(
    key="styblinski-tang",
    name=N_("Styblinski and Tang's four basins"),
    loss=_styblinski_tang,
    gradient=_styblinski_tang_gradient,
    exact_hessian=_styblinski_tang_hessian,
    x=(-4.0, 4.0),
    y=(-4.0, 4.0),
    minima=((_FLAT[0], _FLAT[0]),),
    optimum=-78.33233140754282,
    stationary=crossings(_FLAT, _FLAT, but=((_FLAT[0], _FLAT[0]),)),
    formula=r"\frac{x^4 - 16 x^2 + 5 x}{2} + \frac{y^4 - 16 y^2 + 5 y}{2}",
    start=(0.4, -0.4),
    story=N_(
        "Just off the hilltop between four basins: the first step decides, and no rate that "
        "settles finds the lowest one."
    ),
    source="Styblinski and Tang (1990), Experiments in nonconvex optimization: stochastic "
    "approximation with function smoothing and simulated annealing",
)
