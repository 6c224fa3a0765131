"""Where a typed formula is lowest on its map. In doubt, nothing is said.

Two meshes of different fineness are looked at, so that one whose steps happen to fit the waves of
a formula is found out; then Newton's method goes down from their lowest places.
"""

from __future__ import annotations

import numpy as np

from surfaces.formula.errors import FormulaError
from surfaces.formula.limits import LOOKING, Clock
from surfaces.settle import Terrain, low_places, settle
from surfaces.surface import Array, Points, Surface, stack

MESHES = (120, 161)  # points along a side; one of them meets the middle of the map
RIM = 1000  # points along each edge of the map
MOST = 16  # minima that are told; more are a pattern, or a valley that is level all along
SAME = 1e-12  # of the range of heights: two places that are this close in height are both lowest
LEVEL = 1e-9  # of the range of heights per cell: what is less steep is level
NEAR = 0.02  # of a cell: two places that are this close are one
AROUND = 8  # places around a minimum, half a cell away, from which the way down must lead back


def minima(surface: Surface) -> Points:
    """Every global minimum of the map, where it is sure that these are all: level, inside, alone.

    Nothing where the lowest place is on the rim of the map or of a hole, at a kink that no mesh
    meets, in a valley that is level along its floor, where the two meshes disagree, or where the
    search takes longer than LOOKING.
    """
    try:
        with np.errstate(all="ignore"):
            found = _minima(surface)
    except FormulaError:  # the time is up
        return ()
    return tuple((float(x), float(y)) for x, y in sorted((found + 0.0).tolist()))


def _minima(surface: Surface) -> Array:
    nothing, terrain = np.empty((0, 2)), _terrain(surface, Clock(LOOKING))
    meshes = [surface.mesh(cells) for cells in MESHES]
    heights = np.concatenate([z[np.isfinite(z)] for _, _, z in meshes])
    ends = [settle(terrain, _lowest(*mesh)) for mesh in meshes]
    if not all(len(end) for end in ends):
        return nothing
    spread = float(np.quantile(heights, 0.9) - heights.min())  # the highest may be a spike
    first, second = (terrain.level(end).min() for end in ends)
    height = min(first, second)
    same = SAME * (spread + abs(height))
    if not (abs(first - second) <= same and _rim(surface).min() > height + same):
        return nothing
    places = np.concatenate(ends)
    places = _apart(terrain, places[terrain.level(places) <= height + same])
    sure = len(places) <= MOST and (terrain.slope(places) <= LEVEL * spread).all()
    return places if sure and _alone(terrain, places) else nothing


def _terrain(surface: Surface, clock: Clock) -> Terrain:
    def level(p: Array) -> Array:
        clock.check()
        return surface.loss(p)

    low, high = np.transpose((surface.x, surface.y))
    return Terrain(
        level=level,
        gradient=surface.gradient,
        hessian=surface.hessian,
        low=low,
        high=high,
        cell=(high - low) / (max(MESHES) - 1),
    )


def _lowest(x: Array, y: Array, heights: Array) -> Array:
    """The lowest places of a mesh that have no lower neighbour, (n, 2)."""
    iy, ix = low_places(np.where(np.isfinite(heights), heights, np.inf))
    return stack(x[ix], y[iy])


def _rim(surface: Surface) -> Array:
    """Heights along the edges of the map, (4 * RIM,); infinite where there are none."""
    (left, right), (bottom, top) = surface.x, surface.y
    x, y = np.linspace(left, right, RIM), np.linspace(bottom, top, RIM)
    edges = [stack(x, np.full(RIM, edge)) for edge in (bottom, top)]
    edges += [stack(np.full(RIM, edge), y) for edge in (left, right)]
    heights = surface.loss(np.concatenate(edges))
    return np.asarray(np.where(np.isnan(heights), np.inf, heights))


def _apart(terrain: Terrain, places: Array) -> Array:
    """One of all places that are one, that with the least slope: (n, 2)."""
    kept: list[Array] = []
    for place in places[np.argsort(terrain.slope(places), kind="stable")]:
        if all((np.abs(place - other) > NEAR * terrain.cell).any() for other in kept):
            kept.append(place)
    return np.array(kept)


def _alone(terrain: Terrain, places: Array) -> bool:
    """Whether the way down from all around each place, on the map, leads back to it."""
    reach = terrain.cell / 2
    if not ((places >= terrain.low + reach) & (places <= terrain.high - reach)).all():
        return False
    turn = 2 * np.pi * np.arange(AROUND) / AROUND
    ring = places[:, None] + stack(np.cos(turn), np.sin(turn)) * reach
    ends = settle(terrain, ring.reshape(-1, 2)).reshape(ring.shape)
    return bool((np.abs(ends - places[:, None]) <= NEAR * terrain.cell).all())
