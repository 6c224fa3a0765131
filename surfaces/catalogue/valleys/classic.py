"""Valleys from the literature: one lowest place at the end of a narrow, bent floor."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Parameter, Points, Surface, stack, symmetric
from surfaces.words import N_


def _rosenbrock(p: Array, *, a: float, b: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    off, across = a - x, y - x * x
    return off * off + b * (across * across)


def _rosenbrock_gradient(p: Array, *, a: float, b: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    slope = 2 * b * (y - x * x)
    return stack(2 * (x - a) - 2 * (x * slope), slope)


def _rosenbrock_hessian(p: Array, *, a: float, b: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(2 + 4 * b * (3 * (x * x) - y), -4 * b * x, np.full_like(x, 2 * b))


def _rosenbrock_minima(*, a: float, b: float) -> Points:
    return ((a, a * a),)


ROSENBROCK = Surface(
    key="rosenbrock",
    name=N_("Rosenbrock's banana valley"),
    loss=_rosenbrock,
    gradient=_rosenbrock_gradient,
    exact_hessian=_rosenbrock_hessian,
    formula=r"\left(a - x\right)^2 + b \left(y - x^2\right)^2",
    x=(-2.0, 2.0),
    y=(-1.0, 3.0),
    minima_at=_rosenbrock_minima,
    optimum=0.0,
    start=(-1.2, 1.0),
    story=N_(
        "The walker falls into the bent valley in a few steps and then needs thousands to "
        "follow its floor: the steep walls forbid the rate the floor would need."
    ),
    source="Rosenbrock (1960), An automatic method for finding the greatest or least value of a "
    "function",
    height="log",
    parameters=(
        Parameter(
            key="a",
            name=N_("End of the valley, a"),
            default=1.0,
            low=-1.5,
            high=1.5,
            help=N_("The minimum is at x = a, y = a squared."),
        ),
        Parameter(
            key="b",
            name=N_("Steepness of the walls, b"),
            default=100.0,
            low=1.0,
            high=1000.0,
            logarithmic=True,
            help=N_("How much steeper the walls are than the floor."),
        ),
    ),
)


def _beale_terms(x: Array, y: Array) -> tuple[Array, Array, Array, Array]:
    """y squared and the three residuals, each (...)."""
    yy = y * y
    return yy, 1.5 - x + x * y, 2.25 - x + x * yy, 2.625 - x + x * (y * yy)


def _beale(p: Array) -> Array:
    _, a, b, c = _beale_terms(p[..., 0], p[..., 1])
    return a * a + b * b + c * c


def _beale_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    yy, a, b, c = _beale_terms(x, y)
    gx = a * (y - 1) + b * (yy - 1) + c * (y * yy - 1)
    return stack(2 * gx, 2 * x * (a + 2 * (y * b) + 3 * (yy * c)))


def _beale_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    yy, a, b, c = _beale_terms(x, y)
    ax, bx, cx = y - 1, yy - 1, y * yy - 1  # slopes of the residuals along x
    ay, by, cy = x, 2 * x * y, 3 * x * yy  # and along y
    xx = ax * ax + bx * bx + cx * cx
    xy = ax * ay + bx * by + cx * cy + a + 2 * (y * b) + 3 * (yy * c)
    yy_ = ay * ay + by * by + cy * cy + 2 * x * (b + 3 * (y * c))
    return symmetric(2 * xx, 2 * xy, 2 * yy_)


BEALE = Surface(
    key="beale",
    name=N_("Beale's corner"),
    loss=_beale,
    gradient=_beale_gradient,
    exact_hessian=_beale_hessian,
    formula=r"\left(\tfrac{3}{2} - x + x y\right)^2 + \left(\tfrac{9}{4} - x + x y^2\right)^2 "
    r"+ \left(\tfrac{21}{8} - x + x y^3\right)^2",
    x=(-4.5, 4.5),
    y=(-4.5, 4.5),
    minima=((3.0, 0.5),),
    optimum=0.0,
    stationary=((0.0, 1.0), (0.10053793732415836, -2.644513585023125)),  # two saddles
    start=(1.0, 1.0),
    story=N_(
        "A quick drop, then a valley whose slope fades towards the corner: a low rate seems to "
        "stop half-way, 0.03 arrives, and 0.05 only bounces."
    ),
    source="Beale (1958), On an iterative method for finding a local minimum of a function of "
    "more than one variable",
    height="log",
)


def _dixon_price(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = x - 1, 2 * (y * y) - x
    return a * a + 2 * (b * b)


def _dixon_price_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    b = 4 * (2 * (y * y) - x)
    return stack(2 * (x - 1) - b, 4 * (y * b))


def _dixon_price_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(np.full_like(x, 6), -16 * y, 16 * (6 * (y * y) - x))


DIXON_PRICE = Surface(
    key="dixon-price",
    name=N_("Dixon and Price's horseshoe"),
    loss=_dixon_price,
    gradient=_dixon_price_gradient,
    exact_hessian=_dixon_price_hessian,
    formula=r"\left(x - 1\right)^2 + 2 \left(2 y^2 - x\right)^2",
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=((1.0, 0.7071067811865476), (1.0, -0.7071067811865476)),  # the root of a half
    optimum=0.0,
    stationary=((1 / 3, 0.0),),  # the saddle between the two
    start=(-4.0, 0.01),
    story=N_(
        "Rate 0.02 glides to the pass between two ends of the valley and seems to rest there "
        "for a hundred steps before it turns into the upper one; 0.05 ends in the lower one."
    ),
    source="Dixon and Price (1989), Truncated Newton method for sparse unconstrained optimization "
    "using automatic differentiation",
    height="log",
)


def _mccormick(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    d = x - y
    return np.sin(x + y) + d * d - 1.5 * x + 2.5 * y + 1


def _mccormick_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    c, d = np.cos(x + y), 2 * (x - y)
    return stack(c + d - 1.5, c - d + 2.5)


def _mccormick_hessian(p: Array) -> Array:
    s = np.sin(p[..., 0] + p[..., 1])
    return symmetric(2 - s, -2 - s, 2 - s)


# Where cos(x + y) = -1/2 and x - y = 1: x + y is -2, 2 and 4 thirds of pi on the map.
_MINIMUM = (0.5 - np.pi / 3, -0.5 - np.pi / 3)

MCCORMICK = Surface(
    key="mccormick",
    name=N_("McCormick's sloping valley"),
    loss=_mccormick,
    gradient=_mccormick_gradient,
    exact_hessian=_mccormick_hessian,
    formula=r"\sin(x + y) + \left(x - y\right)^2 - \tfrac{3}{2} x + \tfrac{5}{2} y + 1",
    x=(-1.5, 4.0),
    y=(-3.0, 4.0),
    minima=(_MINIMUM,),
    optimum=-1.913222954981037,
    stationary=(
        (0.5 + np.pi / 3, -0.5 + np.pi / 3),
        (0.5 + 2 * np.pi / 3, -0.5 + 2 * np.pi / 3),
    ),
    start=(3.5, 3.5),
    story=N_(
        "The valley falls in waves: every rate that settles does so in the first trough, at "
        "1.23, one wave above the lowest, and 0.5 bounces from wall to wall for ever."
    ),
    source="Jamil and Yang (2013), A literature survey of benchmark functions for global "
    "optimisation problems",
)


def _goldstein_price_factors(p: Array) -> tuple[Array, Array, Array, Array]:
    """s = x + y, t = 2x - 3y, and the two factors: one of s alone, the other of t alone."""
    x, y = p[..., 0], p[..., 1]
    s, t = x + y, 2 * x - 3 * y
    a = 1 + (s + 1) * (s + 1) * (19 - s * (14 - 3 * s))
    return s, t, a, 30 + t * t * (18 - t * (16 - 3 * t))


def _goldstein_price(p: Array) -> Array:
    _, _, a, b = _goldstein_price_factors(p)
    return a * b


def _goldstein_price_gradient(p: Array) -> Array:
    s, t, a, b = _goldstein_price_factors(p)
    along_s = b * (12 * (s - 1) * (s + 1) * (s - 2))
    along_t = a * (12 * t * (t - 1) * (t - 3))
    return stack(along_s + 2 * along_t, along_s - 3 * along_t)


def _goldstein_price_hessian(p: Array) -> Array:
    s, t, a, b = _goldstein_price_factors(p)
    ss, tt = 12 * b * (s * (3 * s - 4) - 1), 12 * a * (t * (3 * t - 8) + 3)
    st = 144 * (s - 1) * (s + 1) * (s - 2) * t * (t - 1) * (t - 3)
    return symmetric(ss + 4 * st + 4 * tt, ss - st - 6 * tt, ss - 6 * st + 9 * tt)


GOLDSTEIN_PRICE = Surface(
    key="goldstein-price",
    name=N_("Goldstein and Price's crossing valleys"),
    loss=_goldstein_price,
    gradient=_goldstein_price_gradient,
    exact_hessian=_goldstein_price_hessian,
    formula=r"\left(1 + (s + 1)^2 (19 - 14s + 3s^2)\right) "
    r"\left(30 + t^2 (18 - 16t + 3t^2)\right), \quad s = x + y, \quad t = 2x - 3y",
    x=(-2.0, 2.0),
    y=(-2.0, 2.0),
    minima=((0.0, -1.0),),
    optimum=3.0,
    # Flat where s is -1, 1 or 2 and t is 0, 1 or 3: all nine are on the map.
    stationary=(
        (-0.6, -0.4),
        (-0.4, -0.6),
        (0.6, 0.4),
        (0.8, 0.2),
        (1.2, -0.2),
        (1.2, 0.8),
        (1.4, 0.6),
        (1.8, 0.2),
    ),
    start=(0.0, 0.5),
    story=N_(
        "Four basins where two valleys cross: rate 0.00001 stops in one that is ten times too "
        "high, 0.00003 finds the lowest, and 0.0001 is thrown off the map."
    ),
    source="Goldstein and Price (1971), On descent from local minima",
    height="log",
)

CLASSIC = (ROSENBROCK, BEALE, DIXON_PRICE, MCCORMICK, GOLDSTEIN_PRICE)
