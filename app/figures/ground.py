"""Ground: a surface's heights as they are drawn, evenly meshed and packed small.

A picture needs no more than 65,536 heights (a 4K screen has 2,160 lines), so heights travel as
uint16 shares of the drawn range. Walks never see them: they use the surface itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.figures.ticks import Ticks, decade_ticks, even_ticks
from surfaces import Surface, get_surface
from surfaces.surface import Array

FULL = 65_535  # the share that stands for the highest height drawn
LOG_DECADES = 3.0  # a log picture shows this many powers of ten below its highest height


@dataclass(frozen=True)
class Ground:
    """One surface, ready to draw. Pictures measure x and y in cells, heights from 0 to 1."""

    surface: Surface
    cells: int  # a side
    heights: NDArray[np.uint16]  # (cells, cells) as z[iy, ix], shares of FULL
    x_ticks: Ticks  # in cells, labelled with true values
    y_ticks: Ticks
    z_ticks: Ticks  # from 0 to 1, labelled with true values
    low: float  # lowest true height on the mesh
    high: float
    scale: str  # what was done to heights for the eye, in words; empty when nothing was


@lru_cache(maxsize=64)
def _cached(key: str, parameters: tuple[tuple[str, float], ...], cells: int) -> Ground:
    return make_ground(get_surface(key, **dict(parameters)), cells)


def ground(surface: Surface, cells: int = 120) -> Ground:
    """The ground of a catalogue surface, remembered: sixty-four of them take some 5 MB."""
    return _cached(surface.key, tuple(surface.values.items()), cells)


def make_ground(surface: Surface, cells: int) -> Ground:
    """Mesh, scale and pack the heights of any surface."""
    _, _, heights = surface.mesh(cells)
    low, high = float(np.nanmin(heights)), float(np.nanmax(heights))
    shares, z_ticks, scale = (_log if surface.height == "log" else _linear)(heights, low, high)
    return Ground(
        surface=surface,
        cells=cells,
        heights=np.rint(shares * FULL).astype(np.uint16),
        x_ticks=even_ticks(*surface.x).scaled(surface.x, cells - 1),
        y_ticks=even_ticks(*surface.y).scaled(surface.y, cells - 1),
        z_ticks=z_ticks,
        low=low,
        high=high,
        scale=scale,
    )


def _linear(heights: Array, low: float, high: float) -> tuple[Array, Ticks, str]:
    span = (high - low) or 1.0  # flat ground is drawn flat, at the bottom
    return (heights - low) / span, even_ticks(low, high, about=4).scaled((low, low + span), 1), ""


def _log(heights: Array, low: float, high: float) -> tuple[Array, Ticks, str]:
    """log10 of the height above the lowest, level below the last of LOG_DECADES decades."""
    if not high > low:  # flat ground has no decades
        return _linear(heights, low, high)
    unit = 10.0 ** np.floor(np.log10(high - low) - LOG_DECADES)

    def share(height: Array) -> Array:
        return np.asarray(np.log10(1 + (height - low) / unit) / np.log10(1 + (high - low) / unit))

    return share(heights), decade_ticks(low, high, unit, share), "heights on a log scale"
