"""Plateaus and cliffs: slopes so different that no single rate suits both."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack

_WALL = 4.0  # height of the cliff
_RIM = 4.0  # the ellipse q = _RIM runs half-way up the wall
_TILT = 0.01  # what is left of the slope on the plateau, per unit of q


def _cliff(p: Array) -> Array:
    """A logistic step of q = x**2 - x y + y**2, plus a little q: the only minimum is at q = 0."""
    x, y = p[..., 0], p[..., 1]
    q = x * x - x * y + y * y
    return _WALL / (1 + np.exp(_RIM - q)) + _TILT * q  # q >= 0, so exp cannot overflow


def _cliff_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    e = np.exp(_RIM - (x * x - x * y + y * y))
    slope = _WALL * e / ((1 + e) * (1 + e)) + _TILT  # d loss / d q
    return stack(slope * (2 * x - y), slope * (2 * y - x))


CLIFF = Surface(
    key="cliff",
    name="Plateau above a cliff",
    loss=_cliff,
    gradient=_cliff_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    start=(4.5, 2.0),
    story="Rate 0.1 hardly moves on the plateau and rate 1 crosses it; at the rim the slope is "
    "fifty times steeper, and rate 2 throws the walker off the map.",
    source="Fall Line, after the cliffs in Pascanu, Mikolov and Bengio (2013), On the difficulty "
    "of training recurrent neural networks",
)

PLATEAUS = (CLIFF,)
