"""Ground: a surface's heights as they are drawn, evenly meshed and packed small.

A picture needs no more than 65,535 heights (a 4K screen has 2,160 lines), so heights travel as
uint16 shares of the drawn range. Walks never see them: they use the surface itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from app.figures.ticks import Ticks, decade_ticks, even_ticks
from surfaces import Surface
from surfaces.surface import Array
from surfaces.words import gettext as _
from surfaces.words import later, numeral

FULL = 65_534  # the share that stands for the highest height drawn
HOLE = 65_535  # where the surface has no finite height
LOG_DECADES, MOST_DECADES = 3.0, 40.0  # powers of ten below its highest that a log picture shows
DWARFED = 6.0  # powers of ten between the median and the highest, from which it shows more
CLIP = (2.5, 97.5)  # percentiles of the heights between which a clipped picture draws
TALL = 0.7  # height of the drawn box, in units of its longer horizontal side

Scaled = tuple[Array, Ticks]  # shares from 0 to 1, and ticks


@dataclass(frozen=True)
class Ground:
    """One surface, ready to draw. Pictures measure x and y in cells, heights from 0 to 1."""

    surface: Surface
    cells: int  # a side
    heights: NDArray[np.uint16]  # (cells, cells) as z[iy, ix], shares of FULL
    x_ticks: Ticks  # in cells, labelled with true values
    y_ticks: Ticks
    z_ticks: Ticks  # from 0 to 1, labelled with true values
    low: float  # lowest true height drawn
    high: float
    unit: float | None  # of a log scale, log10(1 + (loss - low) / unit); None for an even one
    scale: str  # what was done to heights for the eye, in words; `gettext` says them anew


class _Same:
    """A surface that equals every other one of the same ground."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface

    def __hash__(self) -> int:
        return hash(self.surface.identity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.surface.identity == other.surface.identity


@lru_cache(maxsize=64)
def _cached(same: _Same, cells: int) -> Ground:
    return make_ground(same.surface, cells)


def ground(surface: Surface, cells: int = 120) -> Ground:
    """The ground of a surface, remembered: sixty-four of them take some 5 MB."""
    return _cached(_Same(surface), cells)


def make_ground(surface: Surface, cells: int) -> Ground:
    """Mesh, scale and pack the heights of any surface."""
    heights = surface.mesh(cells)[2]
    there = np.isfinite(heights)
    low, high = _range(heights[there], surface.height)
    unit = _unit(heights, low, high) if surface.height == "log" and high > low else None
    shares, z_ticks = _scaled(np.clip(heights, low, high), low, high, unit)
    packed = np.full(heights.shape, HOLE, dtype=np.uint16)
    packed[there] = np.rint(shares[there] * FULL)
    return Ground(
        surface=surface,
        cells=cells,
        heights=packed,
        x_ticks=even_ticks(*surface.x).scaled(surface.x, cells - 1),
        y_ticks=even_ticks(*surface.y).scaled(surface.y, cells - 1),
        z_ticks=z_ticks,
        low=low,
        high=high,
        unit=unit,
        scale=later(partial(_scale, surface, low, high, unit, bool(there.all()))),
    )


def _scale(surface: Surface, low: float, high: float, unit: float | None, whole: bool) -> str:
    """What is done to heights from low to high for the eye; `whole` where there are no holes."""
    if surface.height == "linear":
        length = numeral(f"{exaggeration(surface, low, high):.2g}")
        said = {"length": length, "axis": _(surface.axes[0])}
        words = _("one unit of height is drawn as long as {length} of {axis}", **said)
    elif surface.height == "clipped":
        edges = {"low": numeral(f"{low:.4g}"), "high": numeral(f"{high:.4g}")}
        words = _("heights below {low} and above {high} are cut off", **edges)
    else:
        words = _("heights on a log scale") if unit else ""
    return words if whole else _("{words}; holes where there is no height", words=words)


def shares(ground: Ground) -> NDArray[np.float32]:
    """The drawn heights from 0 to 1, nan in holes, (cells, cells)."""
    drawn: NDArray[np.float32] = ground.heights.astype(np.float32) / np.float32(FULL)
    drawn[ground.heights == HOLE] = np.nan
    return drawn


def exaggeration(surface: Surface, low: float, high: float) -> float:
    """Drawn length of a unit of height, in units of x; slopes look that many times as steep."""
    across = surface.x[1] - surface.x[0]
    if surface.equal_axes:
        across = max(across, surface.y[1] - surface.y[0])
    return TALL * across / ((high - low) or 1.0)


def _range(heights: Array, height: str) -> tuple[float, float]:
    """Lowest and highest of the finite heights (n,), as far as they are drawn."""
    if not heights.size:
        return 0.0, 0.0
    if height == "clipped":
        low, high = np.percentile(heights, CLIP)
        return float(low), float(high)
    return float(heights.min()), float(heights.max())


def _scaled(heights: Array, low: float, high: float, unit: float | None) -> Scaled:
    if unit is None:
        span = (high - low) or 1.0  # flat ground is drawn flat, at the bottom
        ticks = even_ticks(low, high, about=4)
        return (heights - low) / span, ticks.scaled((low, low + span), 1)

    def share(height: Array) -> Array:
        return np.asarray(np.log10(1 + (height - low) / unit) / np.log10(1 + (high - low) / unit))

    return share(heights), decade_ticks(low, high, unit, share)


def _unit(heights: Array, low: float, high: float) -> float:
    """The unit of log10(1 + height above the lowest / unit): level below the last decade shown."""
    decades = _decades(np.clip(heights, low, high) - low, high - low)
    return float(10.0 ** np.floor(np.log10(high - low) - decades))


def _decades(above: Array, most: float) -> float:
    """Powers of ten below the highest that are shown: more where a few spikes dwarf all else."""
    middle = float(np.nanmedian(above)) or most
    apart = float(np.floor(np.log10(most / middle)))
    return LOG_DECADES if apart <= DWARFED else min(apart + 2, MOST_DECADES)
