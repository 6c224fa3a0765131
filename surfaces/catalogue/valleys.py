"""Valleys: one minimum at the end of a narrow, bent floor."""

from __future__ import annotations

from surfaces.surface import Array, Surface, stack


def _rosenbrock(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = 1 - x, y - x * x
    return a * a + 100 * (b * b)


def _rosenbrock_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    b = 200 * (y - x * x)
    return stack(2 * (x - 1) - 2 * (x * b), b)


ROSENBROCK = Surface(
    key="rosenbrock",
    name="Rosenbrock's banana valley",
    loss=_rosenbrock,
    gradient=_rosenbrock_gradient,
    x=(-2.0, 2.0),
    y=(-1.0, 3.0),
    minima=((1.0, 1.0),),
    start=(-1.2, 1.0),
    story="The walker falls into the bent valley in a few steps and then needs thousands to "
    "follow its floor: the steep walls forbid the rate the floor would need.",
    source="Rosenbrock (1960), An automatic method for finding the greatest or least value of a "
    "function",
    height="log",
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


BEALE = Surface(
    key="beale",
    name="Beale's corner",
    loss=_beale,
    gradient=_beale_gradient,
    x=(-4.5, 4.5),
    y=(-4.5, 4.5),
    minima=((3.0, 0.5),),
    start=(1.0, 1.0),
    story="A quick drop, then a valley whose slope fades towards the corner: a low rate seems to "
    "stop half-way, 0.03 arrives, and 0.05 only bounces.",
    source="Beale (1958), On an iterative method for finding a local minimum of a function of "
    "more than one variable",
    height="log",
)

VALLEYS = (ROSENBROCK, BEALE)
