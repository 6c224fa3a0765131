"""Saddles: level at a point that is no minimum.

Most fall without end from there, so no minimum is listed.
"""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_


def _saddle(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.5 * (x * x - y * y)


def _saddle_gradient(p: Array) -> Array:
    return stack(p[..., 0], -p[..., 1])


def _saddle_hessian(p: Array) -> Array:
    one = np.ones(p.shape[:-1])
    return symmetric(one, 0 * one, -one)


SADDLE = Surface(
    key="saddle",
    name=N_("Saddle"),
    loss=_saddle,
    gradient=_saddle_gradient,
    exact_hessian=_saddle_hessian,
    formula=r"\tfrac{1}{2} \left(x^2 - y^2\right)",
    x=(-3.0, 3.0),
    y=(-3.0, 3.0),
    stationary=((0.0, 0.0),),
    start=(-2.5, 0.01),
    story=N_(
        "The walker seems to settle at the level point; a hundredth beside the ridge is enough "
        "to carry it away in the end."
    ),
    source="Dauphin et al. (2014), Identifying and attacking the saddle point problem in "
    "high-dimensional non-convex optimization",
)


def _monkey_saddle(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return x * (x * x - 3 * (y * y))


def _monkey_saddle_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(3 * (x * x - y * y), -6 * (x * y))


def _monkey_saddle_hessian(p: Array) -> Array:
    x, y = 6 * p[..., 0], 6 * p[..., 1]
    return symmetric(x, -y, -x)


MONKEY_SADDLE = Surface(
    key="monkey-saddle",
    name=N_("Monkey saddle"),
    loss=_monkey_saddle,
    gradient=_monkey_saddle_gradient,
    exact_hessian=_monkey_saddle_hessian,
    formula=r"x^3 - 3 x y^2",
    x=(-1.5, 1.5),
    y=(-1.5, 1.5),
    stationary=((0.0, 0.0),),
    start=(1.3, 0.002),
    story=N_(
        "Room for two legs and a tail: even the curvature is zero in the middle, so the walker "
        "slows down more and more before one of the three ways down takes it."
    ),
    source="Hilbert and Cohn-Vossen (1932), Anschauliche Geometrie",
)


def _handkerchief(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx, yy = x * x, y * y
    return x * xx / 3 + x * yy + 2 * (xx - yy)


def _handkerchief_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(x * (x + 4) + y * y, 2 * y * (x - 2))


def _handkerchief_hessian(p: Array) -> Array:
    x, y = 2 * p[..., 0], 2 * p[..., 1]
    return symmetric(x + 4, y, x - 4)


HANDKERCHIEF = Surface(
    key="handkerchief",
    name=N_("Handkerchief"),
    loss=_handkerchief,
    gradient=_handkerchief_gradient,
    exact_hessian=_handkerchief_hessian,
    formula=r"\tfrac{1}{3} x^3 + x y^2 + 2 \left(x^2 - y^2\right)",
    x=(-6.0, 4.0),
    y=(-5.0, 5.0),
    stationary=((0.0, 0.0), (-4.0, 0.0)),  # the saddle, and a hilltop held up by it
    start=(3.5, 0.02),
    story=N_(
        "The walker comes straight down to the pass and turns off at a right angle, two "
        "hundredths from going the other way; rate 0.3 jumps over the pass and flies off past "
        "the hilltop."
    ),
    source="Gray (1997), Modern Differential Geometry of Curves and Surfaces with Mathematica",
)


def _peano(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return (y - xx) * (y - 2 * xx)


def _peano_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return stack(x * (8 * xx - 6 * y), 2 * y - 3 * xx)


def _peano_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(24 * (x * x) - 6 * y, -6 * x, np.full_like(x, 2))


PEANO = Surface(
    key="peano",
    name=N_("Peano's bent way out"),
    loss=_peano,
    gradient=_peano_gradient,
    exact_hessian=_peano_hessian,
    formula=r"\left(y - x^2\right) \left(y - 2 x^2\right)",
    x=(-1.5, 1.5),
    y=(-1.0, 3.0),
    stationary=((0.0, 0.0),),
    start=(0.3, -0.5),
    story=N_(
        "Along every straight line the level point is the lowest, so the walker lingers for "
        "more than a thousand steps; but a bent way between two parabolas leads down, and "
        "rate 0.1 finds it."
    ),
    source="Genocchi and Peano (1884), Calcolo differenziale e principii di calcolo integrale",
)


def _two_ways(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    yy = y * y
    return 0.5 * (x * x) + yy * (0.25 * yy - 0.5)


def _two_ways_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(x, y * (y * y - 1))


def _two_ways_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(np.ones_like(x), np.zeros_like(x), 3 * (y * y) - 1)


TWO_WAYS = Surface(
    key="two-ways",
    name=N_("Pass between two basins"),
    loss=_two_ways,
    gradient=_two_ways_gradient,
    exact_hessian=_two_ways_hessian,
    formula=r"\tfrac{1}{2} x^2 + \tfrac{1}{4} y^4 - \tfrac{1}{2} y^2",
    x=(-2.0, 2.0),
    y=(-2.0, 2.0),
    minima=((0.0, 1.0), (0.0, -1.0)),
    optimum=-0.25,
    stationary=((0.0, 0.0),),
    start=(1.8, 0.0),
    story=N_(
        "Exactly on the line between the basins nothing pulls to either side: the walker "
        "settles on the pass, which is no minimum at all."
    ),
    source="Nesterov (2004), Introductory Lectures on Convex Optimization, section 1.2.3",
)

# Of Mueller and Brown's four hills and hollows: size, shape along x, xy and y, and place.
_SIZE = np.array([-200.0, -100.0, -170.0, 15.0])
_A, _B = np.array([-1.0, -1.0, -6.5, 0.7]), np.array([0.0, 0.0, 11.0, 0.6])
_C = np.array([-10.0, -10.0, -6.5, 0.7])
_X, _Y = np.array([1.0, 0.0, -0.5, -1.0]), np.array([0.0, 0.5, 1.5, 1.0])


def _muller_brown_terms(p: Array) -> tuple[Array, Array, Array]:
    """The four terms, and the slopes of their exponents along x and y, each (..., 4)."""
    dx, dy = p[..., 0, None] - _X, p[..., 1, None] - _Y
    terms = _SIZE * np.exp(dx * (_A * dx + _B * dy) + _C * (dy * dy))
    return terms, 2 * _A * dx + _B * dy, _B * dx + 2 * _C * dy


def _muller_brown(p: Array) -> Array:
    total: Array = _muller_brown_terms(p)[0].sum(axis=-1)
    return total


def _muller_brown_gradient(p: Array) -> Array:
    terms, ex, ey = _muller_brown_terms(p)
    return stack((terms * ex).sum(axis=-1), (terms * ey).sum(axis=-1))


def _muller_brown_hessian(p: Array) -> Array:
    terms, ex, ey = _muller_brown_terms(p)
    xx, xy, yy = ex * ex + 2 * _A, ex * ey + _B, ey * ey + 2 * _C
    return symmetric(*((terms * bend).sum(axis=-1) for bend in (xx, xy, yy)))


MULLER_BROWN = Surface(
    key="muller-brown",
    name=N_("Müller and Brown's mountain passes"),
    loss=_muller_brown,
    gradient=_muller_brown_gradient,
    exact_hessian=_muller_brown_hessian,
    formula=r"\sum_{k=1}^{4} A_k \exp\left(a_k (x - x_k)^2 + b_k (x - x_k)(y - y_k) "
    r"+ c_k (y - y_k)^2\right)",
    x=(-1.5, 1.2),
    y=(-0.2, 2.0),
    minima=((-0.5582236346330243, 1.4417258418046686),),
    optimum=-146.69951720995402,
    stationary=(
        (0.6234994049308765, 0.028037758528685664),  # a lesser minimum
        (-0.050010822998206056, 0.4666941048719721),  # the least one
        (0.212486582000662, 0.2929883251073678),  # the saddle between these two
        (-0.8220015587327321, 0.6243128028148713),  # the saddle on the way to the lowest
    ),
    start=(-0.85, 0.62),
    story=N_(
        "From beside the western pass the way bends down to the lowest of three basins: rate "
        "0.0004 arrives, and 0.0005 is too much for its steep sides and never settles."
    ),
    source="Müller and Brown (1979), Location of saddle points and minimum energy paths by a "
    "constrained simplex optimization procedure",
    height="clipped",
)

SADDLES = (SADDLE, MONKEY_SADDLE, HANDKERCHIEF, PEANO, TWO_WAYS, MULLER_BROWN)
