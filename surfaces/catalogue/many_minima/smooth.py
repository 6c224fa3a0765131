"""Many minima on smooth ground."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack

_DIXON_SZEGO = "Dixon and Szegö (1978), The global optimization problem: an introduction"


def _himmelblau(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b


def _himmelblau_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = 2 * (x * x + y - 11), 2 * (x + y * y - 7)
    return stack(2 * (x * a) + b, a + 2 * (y * b))


HIMMELBLAU = Surface(
    key="himmelblau",
    name="Himmelblau's four valleys",
    loss=_himmelblau,
    gradient=_himmelblau_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=(
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.2831859912861696),
        (3.5844283403304917, -1.8481265269644036),
    ),
    start=(0.2, 4.4),
    story="From one start, rate 0.01 ends in the valley to the west and 0.02 in the one to the "
    "east; 0.03 is thrown off the map.",
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


SIX_HUMP_CAMEL = Surface(
    key="six-hump-camel",
    name="Six-hump camel",
    loss=_six_hump_camel,
    gradient=_six_hump_camel_gradient,
    x=(-2.0, 2.0),
    y=(-1.0, 1.0),
    minima=(
        (0.08984201310031806, -0.7126564030207396),
        (-0.08984201310031806, 0.7126564030207396),
    ),
    start=(1.9, 0.9),
    story="Low rates stop in the hollow beside the start; 0.1 steps over its rim and finds one "
    "of the two lowest points, and 0.15 never settles.",
    source=_DIXON_SZEGO,
)


def _three_hump_camel(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return xx * (2 + xx * (xx / 6 - 1.05)) + y * (x + y)


def _three_hump_camel_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = x * x
    return stack(x * (4 + xx * (xx - 4.2)) + y, x + 2 * y)


THREE_HUMP_CAMEL = Surface(
    key="three-hump-camel",
    name="Three-hump camel",
    loss=_three_hump_camel,
    gradient=_three_hump_camel_gradient,
    x=(-2.2, 2.2),
    y=(-2.2, 2.2),
    minima=((0.0, 0.0),),
    start=(-2.0, 1.0),
    story="Up to rate 0.1 the walker stays in the first of three basins; 0.2 carries it over the "
    "hump to the lowest.",
    source="Jamil and Yang (2013), A literature survey of benchmark functions for global "
    "optimisation problems",
)


def _styblinski_tang(p: Array) -> Array:
    pp = p * p
    f: Array = 0.5 * (pp * (pp - 16) + 5 * p)  # one quartic for each coordinate
    return f[..., 0] + f[..., 1]


def _styblinski_tang_gradient(p: Array) -> Array:
    return p * (2 * (p * p) - 16) + 2.5


STYBLINSKI_TANG = Surface(
    key="styblinski-tang",
    name="Styblinski and Tang's four basins",
    loss=_styblinski_tang,
    gradient=_styblinski_tang_gradient,
    x=(-4.0, 4.0),
    y=(-4.0, 4.0),
    minima=((-2.903534027771177, -2.903534027771177),),
    start=(0.4, -0.4),
    story="Just off the hilltop between four basins: the first step decides, and no rate that "
    "settles finds the lowest one.",
    source="Styblinski and Tang (1990), Experiments in nonconvex optimization: stochastic "
    "approximation with function smoothing and simulated annealing",
)


def _rastrigin(p: Array) -> Array:
    # 10 - 10 cos(2 pi x) as 20 sin(pi x)**2: no cancellation, so exactly 0 at the minimum.
    s = np.sin(np.pi * p)
    f: Array = p * p + 20 * (s * s)
    return f[..., 0] + f[..., 1]


def _rastrigin_gradient(p: Array) -> Array:
    gradient: Array = 2 * p + 20 * np.pi * np.sin(2 * np.pi * p)
    return gradient


RASTRIGIN = Surface(
    key="rastrigin",
    name="Rastrigin's egg box",
    loss=_rastrigin,
    gradient=_rastrigin_gradient,
    x=(-5.12, 5.12),
    y=(-5.12, 5.12),
    minima=((0.0, 0.0),),
    start=(3.3, -2.4),
    story="Every rate that settles ends in the dimple beside the start; 0.01 rattles about in "
    "it, and 0.02 is thrown from dimple to dimple and off the map.",
    source="Rastrigin (1974), Systems of extremal control",
)


def _ackley(p: Array) -> Array:
    # The usual 20 + e - 20 exp(..) - exp(..), through expm1: exactly 0 at the minimum.
    x, y = p[..., 0], p[..., 1]
    s, t = np.sin(np.pi * x), np.sin(np.pi * y)
    r = np.sqrt(0.5 * (x * x + y * y))
    loss: Array = -20 * np.expm1(-0.2 * r) - np.e * np.expm1(-(s * s + t * t))
    return loss


def _ackley_gradient(p: Array) -> Array:
    """The origin is the tip of a cone: every slope of length up to sqrt(8) is a subgradient there.

    We take 0, the one that says "minimum": a walker that hits the tip exactly stays.
    """
    x, y = p[..., 0], p[..., 1]
    u, v = 2 * np.pi * x, 2 * np.pi * y
    r = np.sqrt(0.5 * (x * x + y * y))
    r = np.maximum(r, np.finfo(np.float64).tiny)  # 0 / tiny = 0 at the tip, no 0 / 0
    cone = 2 * np.exp(-0.2 * r) / r
    ripple = np.pi * np.exp(0.5 * (np.cos(u) + np.cos(v)))
    return stack(cone * x + ripple * np.sin(u), cone * y + ripple * np.sin(v))


ACKLEY = Surface(
    key="ackley",
    name="Ackley's funnel",
    loss=_ackley,
    gradient=_ackley_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    start=(2.6, -3.4),
    story="Rate 0.01 sticks in a ripple on the side of the funnel; 0.1 skips the ripples but "
    "cannot stand still on the tip, which stays steep to the very end.",
    source="Ackley (1987), A connectionist machine for genetic hillclimbing",
)

SMOOTH = (
    HIMMELBLAU,
    SIX_HUMP_CAMEL,
    THREE_HUMP_CAMEL,
    STYBLINSKI_TANG,
    RASTRIGIN,
    ACKLEY,
)
