"""endings(): how each walk ended and at which step, as arrays over the walkers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.walk.bottom import Spot, spots
from app.walk.period import periods, swinging
from app.walk.simulate import Field, Mask, Walk
from surfaces.surface import Array

Steps = NDArray[np.intp]
Words = NDArray[np.str_]

FAR = 1e6  # half-diagonals of the map from its centre: past this a walk has blown up
CLOSE = 1e-3  # half-diagonals of the map: within this of the bottom a walk has reached it
KNOWN = 5 * CLOSE  # within this it is the known minimum: x**4 is so flat that CLOSE ends before
FLAT = 1e-6  # of the slope that is usual on the map: a gradient below this is practically nothing
PROBES = 64  # places where the map's slope is looked at
HOLE = "hole"


class Ending(StrEnum):
    """The six ways a walk can end; the first that holds, in the order of `endings`."""

    REACHED = "reached"
    STUCK = "stuck"
    CRAWLING = "crawling"
    OSCILLATING = "oscillating"
    LEFT = "left"
    BLEW_UP = "blew_up"


@dataclass(frozen=True, eq=False)
class Endings:
    """What became of every walker; each array is (walkers,)."""

    kinds: Words  # an Ending
    steps: Steps  # the step at which it happened; crawling or oscillating, it is not over
    spots: Words  # the Spot where the walker stands at the end, or HOLE; "" where it went away
    minima: Steps  # index of the known minimum it reached, or -1
    periods: Steps  # steps after which an oscillating walker is back, or 0


@dataclass(frozen=True, eq=False)
class _Map:
    """The box (d,) with the corners `low` and `high` on the ground of a gradient."""

    low: Array
    high: Array
    gradient: Field
    uphill: bool

    @property
    def radius(self) -> float:
        """Half the diagonal."""
        return float(np.linalg.norm(self.high - self.low)) / 2

    @property
    def centre(self) -> Array:
        return (self.low + self.high) / 2

    def holds(self, points: Array) -> Mask:
        """Whether points (..., d) are within the edges, (...)."""
        inside = (points >= self.low) & (points <= self.high)
        holds: Mask = np.logical_and.reduce(inside, axis=-1)
        return holds

    def usual_slope(self) -> float:
        """The median slope of PROBES places, always the same: what a small slope is held to."""
        random = np.random.default_rng(0)
        with np.errstate(all="ignore"):
            places = random.uniform(self.low, self.high, (PROBES, len(self.low)))
            slopes = np.linalg.norm(self.gradient(places), axis=-1)
        return float(np.median(slopes[np.isfinite(slopes)])) if np.isfinite(slopes).any() else 0.0


def endings(
    walk: Walk,
    gradient: Field,
    low: ArrayLike,
    high: ArrayLike,
    *,
    uphill: bool = False,
    minima: ArrayLike = (),
) -> Endings:
    """How each walker's walk ended, on the map with the corners `low` and `high`, (d,).

    With R half the map's diagonal, an ending is the first of these that holds:

    * blew up at n: n is the first step where the position or the loss is not finite or the
      position is farther than FAR * R from the map's centre; the walker is still on the map
      (a pole) or has a loss that is not better than at the start. nan is not better. A hole in
      the ground, where the loss is nan within the map's edges, is not on the map.
    * left the map at n: at the end, or at such a step n where the loss is better (a slope that
      never ends), the walker is off the map; n is the first step after which it never was back.
    * reached the bottom at n: `spots` finds one within CLOSE * R of the last point; n is the first
      step from which on it stays within CLOSE * R of its last point.
    * stuck at n, the same n: that was at least a quarter of all steps ago, and `spots` finds a
      saddle, a top, a shelf or a plateau there, or the slope is less than FLAT times what
      is usual on the map: a plateau too. A walker whose rate is small stands on a slope.
    * oscillating: `swinging`, or there is a period: `periods`.
    * still crawling: everything else.

    Going uphill, better means higher, the bottom is a summit, and the top is a hollow. `minima`
    (n, d) are the known ones, uphill maxima: the nearest within KNOWN * R is the one reached.
    """
    low, high = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    ground = _Map(low, high, gradient, uphill)
    reach = CLOSE * ground.radius
    within = ground.holds(walk.points)
    on_map = within & ~np.isnan(walk.losses)
    end, gone = _end(walk, ground)
    fell = at(within & ~on_map, end)  # into a hole
    blew_up = gone & ~fell & (at(on_map, end) | ~_better(walk, end, uphill))
    left = ~blew_up & ~at(on_map, end)
    settled = _settled(walk.points, reach)
    found = _spots(walk, settled, ~blew_up & ~left, ground)
    found[left & fell] = HOLE
    reached = found == Spot.BOTTOM
    stuck = np.isin(found, (Spot.SADDLE, Spot.TOP, Spot.SHELF, Spot.PLATEAU))
    period = _periods(walk.points, found == Spot.SLOPE, ground.radius)
    kinds = np.select(
        [blew_up, left, reached, stuck, (period > 0) | swinging(walk.points)],
        [Ending.BLEW_UP, Ending.LEFT, Ending.REACHED, Ending.STUCK, Ending.OSCILLATING],
        Ending.CRAWLING,
    )
    steps = np.select([blew_up, left], [end, _after_last(on_map, end)], settled)
    nearest = _nearest(walk.points[:, -1], minima, KNOWN * ground.radius)
    return Endings(kinds, steps, found, np.where(reached, nearest, -1), period)


def at(values: Array | Mask, step: Steps) -> Any:
    """Each walker's entry of (walkers, steps + 1) at its own step: (walkers,)."""
    return values[np.arange(len(values)), step]


def _dot(a: Array, b: Array) -> Array:
    """Dot products (...) of vectors (..., d); einsum is far faster than a sum over a short axis."""
    product: Array = np.einsum("...d,...d->...", a, b)
    return product


def _within(points: Array, centre: Array, reach: float) -> Mask:
    """Whether each of the points (..., d) is within `reach` of `centre`; nan and inf are not."""
    with np.errstate(all="ignore"):
        away = points - centre
        within: Mask = _dot(away, away) <= reach**2
    return within


def _end(walk: Walk, ground: _Map) -> tuple[Steps, Mask]:
    """The step to judge each walk at, and whether the walker was gone there: (walkers,) each."""
    near = _within(walk.points, ground.centre, FAR * ground.radius)
    gone = ~near | ~np.isfinite(walk.losses)
    gone_at_all: Mask = np.logical_or.reduce(gone, axis=-1)
    return np.where(gone_at_all, gone.argmax(axis=-1), gone.shape[1] - 1), gone_at_all


def _better(walk: Walk, step: Steps, uphill: bool) -> Mask:
    """Whether each loss at its step is better than at the start: (walkers,). nan is not."""
    now, before = at(walk.losses, step), walk.losses[:, 0]
    better: Mask = now > before if uphill else now < before
    return better


def _after_last(true: Mask, end: Steps) -> Steps:
    """One step after the last true entry up to `end`, for (walkers, steps + 1); else 0."""
    steps = np.arange(true.shape[1])
    after: Steps = np.where(true & (steps <= end[:, None]), steps + 1, 0).max(axis=-1)
    return after


def _settled(points: Array, reach: float) -> Steps:
    """The first step from which on each walker stays within `reach` of its last point."""
    away = ~_within(points, points[:, -1:], reach)
    return _after_last(away, np.full(len(points), points.shape[1]))


def _spots(walk: Walk, settled: Steps, home: Mask, ground: _Map) -> Words:
    """The Spot of each walker that is `home`; a slope, too, where it has not stayed for long."""
    last = walk.losses.shape[1] - 1
    found = np.full(len(home), "", dtype="<U8")
    points, gradient = walk.points[home, -1], ground.gradient
    reach = CLOSE * ground.radius
    found[home] = spots(points, gradient, reach, ground.radius, ground.uphill)
    stays = settled <= last - last // 4
    found[home & ~stays & (found != Spot.BOTTOM)] = Spot.SLOPE
    doubtful = np.flatnonzero(stays & (found == Spot.SLOPE))
    if doubtful.size:
        with np.errstate(all="ignore"):
            slopes = np.linalg.norm(gradient(walk.points[doubtful, -1]), axis=-1)
        found[doubtful[slopes < FLAT * ground.usual_slope()]] = Spot.PLATEAU
    return found


def _periods(points: Array, walks: Mask, radius: float) -> Steps:
    """The period of each walker that still `walks`, else 0."""
    found = np.zeros(len(points), dtype=np.intp)
    found[walks] = periods(points[walks], radius)
    return found


def _nearest(points: Array, minima: ArrayLike, reach: float) -> Steps:
    """Index of the nearest of the minima (n, d) within `reach` of each of (walkers, d), or -1."""
    known = np.asarray(minima, dtype=np.float64).reshape(-1, points.shape[-1])
    if not len(known):
        return np.full(len(points), -1)
    with np.errstate(all="ignore"):
        away = np.linalg.norm(points[:, None] - known, axis=-1)
    nearest = away.argmin(axis=-1)
    return np.where(at(away, nearest) <= reach, nearest, -1)
