"""Directions: unit vectors in d dimensions, and what a compass calls them on a map."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from surfaces.surface import Array
from surfaces.words import gettext as _
from surfaces.words import numeral

OPPOSITE = 1e-6  # radians: a bearing this near to straight behind has no shorter way round


def length(vectors: Array) -> Array:
    """Length of vectors (..., d), as (..., 1); it overflows only with its result."""
    if vectors.shape[-1] == 2:  # the same bits in a quarter of the time
        return np.hypot(vectors[..., :1], vectors[..., 1:])
    lengths: Array = np.hypot.reduce(vectors, axis=-1, keepdims=True)
    return lengths


def unit(vectors: Array) -> Array:
    """Vectors (..., d) at length 1; a vector of length 0 has no direction and stays 0."""
    return polar(vectors)[1]


def polar(vectors: Array) -> tuple[Array, Array]:
    """`length` and `unit` of vectors (..., d)."""
    lengths = length(vectors)
    return lengths, vectors / np.where(lengths == 0, 1.0, lengths)


@lru_cache(maxsize=64)
def around(n: int, d: int) -> Array:
    """`n` even directions, (n, d), the same each time; read-only.

    On a map they stand like the hours of a clock, from north (+y) on. In other dimensions they are
    the axes of as many turned frames as it takes (seeded, so that none is along a coordinate), and
    their opposites: for n <= 2 d all are at right angles to each other or opposite.
    """
    if d == 2:
        angle = 2 * np.pi * np.arange(n) / n
        directions = np.stack([np.sin(angle), np.cos(angle)], axis=-1)
    else:
        half = -(-n // 2)
        random = np.random.default_rng(0).normal(size=(-(-half // d), d, min(half, d)))
        axes = np.linalg.qr(random)[0].swapaxes(1, 2).reshape(-1, d)[:half]
        directions = np.concatenate([axes, -axes])[:n]
    directions.setflags(write=False)
    return directions


def turn(heading: Array, bearing: Array, share: float | Array) -> Array:
    """Headings (walkers, d) after a turn by a share of the way to a bearing, the shortest way.

    All are unit vectors, the share is one float or (walkers, 1). The shortest way is the great
    circle through both; on a map that is `turned`. Where the bearing is straight behind (within
    OPPOSITE) the turn is clockwise in the plane of the first two axes. In one dimension there is
    nothing between ahead and behind: more than half of the way is behind. Without a heading (a
    vector of 0) the bearing is taken at once, without a bearing the heading stays.
    """
    ahead = (heading * bearing).sum(axis=-1, keepdims=True)
    across = bearing - ahead * heading
    away, side = polar(across)
    behind = (ahead < 0) & (away < OPPOSITE)
    if behind.any():
        side = np.where(behind, _clockwise(heading), side)
    angle = share * np.where(behind, np.pi, np.arctan2(away, ahead))
    new = unit(np.cos(angle) * heading + np.sin(angle) * side)
    return np.where(heading.any(axis=-1, keepdims=True), new, bearing)


def _clockwise(heading: Array) -> Array:
    """A unit vector at right angles to each heading (walkers, d): to the right, on a map."""
    right = np.zeros_like(heading)
    if heading.shape[-1] == 1:
        return right
    right[:, 0], right[:, 1] = heading[:, 1], -heading[:, 0]
    right[~right.any(axis=-1), 0] = 1.0  # at right angles to both axes: any of the plane will do
    return unit(right)


def compass(vectors: Array) -> Array:
    """Compass degrees (...) of directions (..., 2) on the map: 0 is +y, 90 is +x, clockwise."""
    degrees: Array = np.degrees(np.arctan2(vectors[..., 0], vectors[..., 1])) + 360
    return degrees % 360  # the sum makes a hair west of north 0: as it is, its remainder is 360


def shortest(old: float, seen: float) -> float:
    """The shortest turn from one heading to another, in degrees: above -180, up to 180, right."""
    return 180 - (180 - (seen - old)) % 360


def turned(old: float, seen: float, trust: float) -> float:
    """The heading in degrees after a turn by `trust` of the shortest way to the one seen."""
    return (old + trust * shortest(old, seen)) % 360


def turning(old: float, seen: float, trust: float) -> str:
    """The mountaineer's turn in one sentence of numbers; all but the trust are degrees."""
    was, says, now = (_figure(angle) for angle in (old, seen, turned(old, seen, trust)))
    way = _figure(shortest(old, seen))
    return _(
        "was {was}°, the slope says {says}°, turning {trust} of {way}°: now {now}°",
        was=was,
        says=says,
        trust=numeral(f"{trust:g}"),
        way=way,
        now=now,
    )


def _figure(degrees: float) -> str:
    """Degrees to a tenth, as the page writes them: a true minus sign, and never 360 or -0."""
    return numeral(f"{math.fmod(round(degrees, 1), 360) + 0.0:g}".replace("-", "−"))
