"""Down to where ground is level: from the lowest places of a mesh, by Newton's method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from surfaces.surface import Array

Index = NDArray[np.intp]

CANDIDATES = 64  # of the lowest mesh points, to settle from
AMONG = 4096  # of the lowest points of a mesh, those without a lower neighbour are candidates
ROUNDS = 60  # of a settling: each halves its reach or does as well as Newton's method
SETTLED = 1e-12  # of a cell: who moves less has arrived


@dataclass(frozen=True, kw_only=True)
class Terrain:
    """Levels to go down on, over points (..., 2), nan in holes; and the mesh they are seen on."""

    level: Callable[[Array], Array]  # (...)
    gradient: Callable[[Array], Array]  # (..., 2)
    hessian: Callable[[Array], Array]  # (..., 2, 2)
    low: Array  # the map's corners, (2,) each
    high: Array
    cell: Array  # typical width and height of a cell, (2,): lengths are measured in it

    def slope(self, p: Array) -> Array:
        """How much the level changes over one cell, at most: (...)."""
        return np.asarray(np.abs(self.gradient(p) * self.cell).max(axis=-1))


def low_places(levels: Array) -> tuple[Index, Index]:
    """Rows and columns of the lowest CANDIDATES that have no lower neighbour, of eight.

    Only the lowest AMONG are looked at: the one lowest place lies near one of them.
    """
    among = min(AMONG, levels.size)
    lowest = np.argpartition(levels, among - 1, axis=None)[:among]
    order = lowest[np.argsort(levels.ravel()[lowest], kind="stable")]
    iy, ix = np.unravel_index(order, levels.shape)
    low = np.isfinite(levels[iy, ix])
    for dy, dx in np.ndindex(3, 3):
        rows = np.clip(iy + dy - 1, 0, levels.shape[0] - 1)
        columns = np.clip(ix + dx - 1, 0, levels.shape[1] - 1)
        low &= levels[iy, ix] <= levels[rows, columns]
    return iy[low][:CANDIDATES], ix[low][:CANDIDATES]


def settle(terrain: Terrain, p: Array) -> Array:
    """Each of (n, 2) moved down to where the ground is level, or to a rim: (n, 2).

    Newton's method with every curvature taken as positive, so that it goes down from saddles
    too (Nocedal and Wright 2006, Numerical Optimization, chapter 3.4), at most a cell far.
    """
    cell, reach = terrain.cell, np.ones(len(p))
    levels = terrain.level(p)
    for _ in range(ROUNDS):
        step = _newton(terrain, p)
        shrink = reach / np.maximum(reach, np.abs(step / cell).max(axis=-1))
        there = np.clip(p + shrink[:, None] * step, terrain.low, terrain.high)
        after = terrain.level(there)
        better = after <= levels  # nan is not
        moved = np.where(better, np.abs((there - p) / cell).max(axis=-1), reach)
        p = np.where(better[:, None], there, p)
        levels = np.where(better, after, levels)
        reach = np.where(better, np.minimum(2 * reach, 1), reach / 2)
        if (moved < SETTLED).all():
            break
    return _polished(terrain, p)


def _newton(terrain: Terrain, p: Array) -> Array:
    """Newton's steps (n, 2) downhill, worked out in cells, so that units do not matter."""
    cell = terrain.cell
    slope = terrain.gradient(p) * cell
    bend = terrain.hessian(p) * (cell[:, None] * cell)
    curvatures, axes = np.linalg.eigh(np.nan_to_num(bend, posinf=0, neginf=0))
    floor = 1e-12 * np.abs(curvatures).max(axis=-1, keepdims=True) + np.finfo(float).tiny
    along = np.einsum("nij,ni->nj", axes, slope) / np.maximum(np.abs(curvatures), floor)
    return np.asarray(-cell * np.einsum("nij,nj->ni", axes, along))


def _polished(terrain: Terrain, p: Array) -> Array:
    """Newton's last digits: where heights no longer tell two places apart, slopes still do."""
    for _ in range(3):
        there = p + _newton(terrain, p)
        near = (np.abs(there - p) < 1e-3 * terrain.cell).all(axis=-1)
        p = np.where((near & (terrain.slope(there) < terrain.slope(p)))[:, None], there, p)
    return p
