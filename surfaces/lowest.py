"""Where a measured ground leads: its lowest place, and a start from which walking there tells.

All of it in the spline's own level u, which rises and falls with the height but spans no decades.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from surfaces.settle import Terrain, low_places, settle
from surfaces.spline import Mask, Spline
from surfaces.surface import Array
from surfaces.words import N_

SAME = 1e-9  # of the range of heights: two places that are this close in height are both lowest
LEVEL = 1e-9  # of the range of heights per cell: what is less steep is level
STARTS = 400  # places that a walk may start from
STEPS = 400  # of a small walk from each; a step is a 200th of the map's diagonal
RIM = 0.1  # of the map's width and height: a start is this far inside where it can be
HIGH = 0.75  # share of the starts that lie below the one that is wanted
NEAR = 0.1  # the same where heights differ by decades: one rate cannot come down through them

_NO_GOAL = (  # downhill, and uphill
    N_("No single lowest place lies inside the map, so downhill may end at its rim."),
    N_("No single highest place lies inside the map, so uphill may end at its rim."),
)
_ARRIVES = (
    N_("From the start, small steps downhill lead to the lowest place of the map."),
    N_("From the start, small steps uphill lead to the highest place of the map."),
)
_ELSEWHERE = (
    N_("Small steps downhill end elsewhere, not at the lowest place of the map."),
    N_("Small steps uphill end elsewhere, not at the highest place of the map."),
)


@dataclass(frozen=True)
class Lowest:
    """The one lowest place (highest, uphill), level and inside the map."""

    place: tuple[float, float]
    height: float


def lowest(spline: Spline, *, uphill: bool) -> Lowest | None:
    """The one lowest place of the spline; None where two tie or where it is on a rim.

    From the lowest points of the mesh and the lowest middles of cells, by Newton's method.
    """
    sign = -1.0 if uphill else 1.0
    terrain = _terrain(spline, sign)
    places = settle(terrain, _candidates(spline, sign))
    levels = terrain.level(places)
    best = int(np.argmin(levels))
    spread = _spread(spline)
    ties = levels <= levels[best] + SAME * spread
    apart = (np.abs(places[ties] - places[best]) > 0.01 * terrain.cell).any(axis=-1)
    slope = float(terrain.slope(places[best]))
    if apart.any() or not slope <= LEVEL * spread:
        return None
    with np.errstate(over="ignore"):
        height = float(spline.height(places[best]))
    x, y = (float(c) for c in places[best])
    return Lowest((x, y), height) if np.isfinite(height) else None


def _terrain(spline: Spline, sign: float) -> Terrain:
    """The spline's levels, turned over where the way is uphill."""
    return Terrain(
        level=lambda p: sign * spline.level(p),
        gradient=lambda p: sign * spline.level_gradient(p),
        hessian=lambda p: sign * spline.level_hessian(p),
        low=np.array([spline.x[0], spline.y[0]]),
        high=np.array([spline.x[-1], spline.y[-1]]),
        cell=_cell(spline),
    )


def _cell(spline: Spline) -> Array:
    """Typical width and height of a cell, (2,)."""
    return np.array([np.median(np.diff(spline.x)), np.median(np.diff(spline.y))])


def _spread(spline: Spline) -> float:
    """Range of the levels, roughly: of the spline's coefficients, which lie around them."""
    return float(np.ptp(spline.curve.c)) or 1.0


def _candidates(spline: Spline, sign: float) -> Array:
    """Points (n, 2) on the ground to settle from."""
    middles = ((spline.x[1:] + spline.x[:-1]) / 2, (spline.y[1:] + spline.y[:-1]) / 2)
    found = [_best_of(spline, x, y, sign) for x, y in ((spline.x, spline.y), middles)]
    points = np.concatenate(found)
    return np.asarray(points[np.isfinite(spline.level(points))])


def _best_of(spline: Spline, x: Array, y: Array, sign: float) -> Array:
    """The lowest points of the mesh (x, y) that are lower than their neighbours: (n, 2)."""
    from scipy.interpolate import BSpline

    rows = BSpline.design_matrix(y, spline.curve.t[0], 3)
    columns = BSpline.design_matrix(x, spline.curve.t[1], 3)
    levels = sign * (columns @ (rows @ spline.curve.c).T).T
    levels[~_grounded(spline, x, y)] = np.inf
    iy, ix = low_places(levels)
    return np.stack([x[ix], y[iy]], axis=-1)


def _grounded(spline: Spline, x: Array, y: Array) -> Mask:
    """Which points of a mesh of corners or of middles touch ground, (ny, nx)."""
    if spline.whole is None:
        return np.ones((y.size, x.size), dtype=np.bool_)
    if x.size < spline.x.size:
        return spline.whole
    padded = np.pad(spline.whole, 1)
    grounded: Mask = padded[1:, 1:] | padded[1:, :-1] | padded[:-1, 1:] | padded[:-1, :-1]
    return grounded


def walk_from(
    spline: Spline, goal: Lowest | None, *, uphill: bool
) -> tuple[tuple[float, float], str]:
    """A start on the map, off holes and on a slope, and the sentence that a walk from it tells.

    Of STARTS random middles of cells, at least RIM inside the map where there are such: the one
    nearest to the height that HIGH (or NEAR) of them stay below (above, uphill), among those from
    which many small steps along the slope lead to the goal; among all of them where none does.
    """
    sign = -1.0 if uphill else 1.0
    places = _starts(spline)
    levels = sign * spline.level(places)
    arrives = _arrives(spline, places, goal, sign)
    off = np.abs(levels - np.quantile(levels, HIGH if spline.unit is None else NEAR))
    wanted = np.where(arrives, off, np.inf) if arrives.any() else off
    x, y = _rounded(places[int(np.argmin(wanted))], _cell(spline))
    return (x, y), _sentence(goal, bool(arrives.any()), uphill)


def _rounded(place: Array, cell: Array) -> tuple[float, float]:
    """The point (2,) to a hundredth of a cell: people read it."""
    digits = np.ceil(2 - np.log10(cell)).astype(int)
    x, y = (round(float(c), int(d)) for c, d in zip(place, digits, strict=True))
    return x, y


def _sentence(goal: Lowest | None, arrives: bool, uphill: bool) -> str:
    texts = _ELSEWHERE
    if goal is None:
        texts = _NO_GOAL
    elif arrives:
        texts = _ARRIVES
    return texts[uphill]


def _starts(spline: Spline) -> Array:
    """Middles of cells (n, 2) that have a slope, inside the rim where there are such."""
    shape = (spline.y.size - 1, spline.x.size - 1)
    cells = np.arange(shape[0] * shape[1]) if spline.whole is None else np.flatnonzero(spline.whole)
    dice = np.random.default_rng(0)
    chosen = dice.choice(cells, min(STARTS, cells.size), replace=False)
    iy, ix = np.unravel_index(np.sort(chosen), shape)
    x, y = (spline.x[ix] + spline.x[ix + 1]) / 2, (spline.y[iy] + spline.y[iy + 1]) / 2
    places = np.stack([x, y], axis=-1)
    places = _where(_inside(spline, places), places)
    slope = np.abs(spline.level_gradient(places) * _cell(spline)).max(axis=-1)
    return _where(slope > LEVEL * _spread(spline), places)


def _where(mask: Mask, places: Array) -> Array:
    """The places under the mask; all of them where that would leave none."""
    return places[mask] if mask.any() else places


def _inside(spline: Spline, places: Array) -> Mask:
    corners = np.array([[spline.x[0], spline.y[0]], [spline.x[-1], spline.y[-1]]])
    margin = RIM * np.ptp(corners, axis=0)
    inside: Mask = ((places >= corners[0] + margin) & (places <= corners[1] - margin)).all(axis=-1)
    return inside


def _arrives(spline: Spline, places: Array, goal: Lowest | None, sign: float) -> Mask:
    """From which of (n, 2) many small steps of one length along the slope end at the goal."""
    if goal is None:
        return np.zeros(len(places), dtype=np.bool_)
    length = float(np.hypot(np.ptp(spline.x), np.ptp(spline.y))) / 200
    p: Any = places
    with np.errstate(all="ignore"):
        for _ in range(STEPS):
            slope = spline.level_gradient(p)
            p = p - sign * length * slope / np.hypot.reduce(slope, axis=-1, keepdims=True)
        away = np.hypot.reduce(p - np.array(goal.place), axis=-1)
    arrives: Mask = away <= 2 * length  # nan has left the map
    return arrives
