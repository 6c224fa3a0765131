"""Saddles: level at one point, which is no minimum; they fall without end, so none is listed."""

from __future__ import annotations

from surfaces.surface import Array, Surface, stack


def _saddle(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.5 * (x * x - y * y)


def _saddle_gradient(p: Array) -> Array:
    return stack(p[..., 0], -p[..., 1])


SADDLE = Surface(
    key="saddle",
    name="Saddle",
    loss=_saddle,
    gradient=_saddle_gradient,
    x=(-3.0, 3.0),
    y=(-3.0, 3.0),
    start=(-2.5, 0.01),
    story="The walker seems to settle at the level point; a hundredth beside the ridge is enough "
    "to carry it away in the end.",
    source="Dauphin et al. (2014), Identifying and attacking the saddle point problem in "
    "high-dimensional non-convex optimization",
)


def _monkey_saddle(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return x * (x * x - 3 * (y * y))


def _monkey_saddle_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(3 * (x * x - y * y), -6 * (x * y))


MONKEY_SADDLE = Surface(
    key="monkey-saddle",
    name="Monkey saddle",
    loss=_monkey_saddle,
    gradient=_monkey_saddle_gradient,
    x=(-1.5, 1.5),
    y=(-1.5, 1.5),
    start=(1.3, 0.002),
    story="Room for two legs and a tail: even the curvature is zero in the middle, so the walker "
    "slows down more and more before one of the three ways down takes it.",
    source="Hilbert and Cohn-Vossen (1932), Anschauliche Geometrie",
)

SADDLES = (SADDLE, MONKEY_SADDLE)
