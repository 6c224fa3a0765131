"""Mountains to climb: the summit is the point, so the walker goes up."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack


def _peaks_hills(x: Array, y: Array) -> tuple[Array, Array, Array, Array]:
    """1 - x and the three Gaussian hills, scaled, each (...)."""
    u, xx, yy = 1 - x, x * x, y * y
    south = 3 * np.exp(-xx - (y + 1) * (y + 1))
    middle = 10 * np.exp(-xx - yy)
    west = np.exp(-(x + 1) * (x + 1) - yy) / 3
    return u, south, middle, west


def _peaks(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    u, south, middle, west = _peaks_hills(x, y)
    yy = y * y
    return u * u * south - (x / 5 - x * x * x - yy * yy * y) * middle - west


def _peaks_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    u, south, middle, west = _peaks_hills(x, y)
    xx, y4 = x * x, y * y * (y * y)
    k = x / 5 - xx * x - y4 * y
    gx = -2 * u * (1 + x * u) * south - (0.2 - 3 * xx - 2 * x * k) * middle + 2 * (x + 1) * west
    gy = -2 * (y + 1) * (u * u) * south + (5 * y4 + 2 * y * k) * middle + 2 * y * west
    return stack(gx, gy)


PEAKS = Surface(
    key="peaks",
    name="Three peaks",
    loss=_peaks,
    gradient=_peaks_gradient,
    x=(-3.0, 3.0),
    y=(-3.0, 3.0),
    minima=((0.2282789205563691, -1.6255349574999964),),
    maxima=((-0.009317581959954116, 1.5813679629389998),),
    start=(-1.5, -1.5),
    story="Uphill ends on the nearest summit, not on the highest: rates up to 0.05 stop at 3.8, "
    "while the highest of the three is at 8.1.",
    source="MathWorks, MATLAB: the function peaks",
    direction="up",
)

MOUNTAINS = (PEAKS,)
