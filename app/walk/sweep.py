"""sweep(): the same walk with many learning rates at once, over six decades."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from app.walk.bottom import ROUNDING
from app.walk.course import Course
from app.walk.endings import Ending, Steps, Words
from app.walk.simulate import Mask, Walk
from app.walk.why import rate_limits
from surfaces.surface import Array

RATES = 400
MOST_STEPS = 2000  # a sweep answers at once: it walks no further
DECADES = 6.0
ABOVE = 1.0  # decades above the rate whose first step crosses half the map, that a sweep reaches
MESH = 7  # points per axis at which first steps are measured
GENTLE = 0.1  # quantile of the first steps on the map; a start that is nearly level moves less
SANE = 1e100  # a sharpness or rate above this, or below its inverse, says nothing


@dataclass(frozen=True, eq=False)
class Sweep:
    """What became of many rates; every array is (rates,).

    "The end" is where a walk left the map or blew up, else its last step.
    """

    walked: int  # steps at most: MOST_STEPS, where the walk itself is longer
    rates: Array  # ascending
    endings: Words  # of Ending
    steps: Steps  # where it happened; for a walk to which nothing happened, its last step
    losses: Array  # at the end
    gain: Array  # how much better than the start the loss is at the end
    distance: Array  # from the start, at the end
    steady: Mask  # the loss never got worse until the end
    diverged: Mask  # away, and not once on the map in the second half of the walk
    best: int | None = (
        None  # index of the rate that arrives first, else of the best loss; None: all left
    )
    limit: float = np.nan  # from which rate on bounces grow where the best walk ends: `rate_limits`

    @property
    def away(self) -> Mask:
        """Left the map or blew up."""
        return self.is_(Ending.LEFT, Ending.BLEW_UP)

    def is_(self, *endings: Ending) -> Mask:
        """Whether each walk ended in one of these ways."""
        return np.isin(self.endings, endings)


def sweep(course: Course, start: ArrayLike, rates: ArrayLike) -> Sweep:
    """Walk with all of the `rates`, (rates,), from `start`, (2,); MOST_STEPS steps at most."""
    course = course.at_most(MOST_STEPS)
    each = np.asarray(rates, dtype=np.float64)
    walk = course.walk(start, each)
    found = _became(each, walk, course)
    best = _best(found)
    return replace(found, best=best, limit=_limit(course, walk, best))


def six_decades(
    course: Course, start: ArrayLike, *, present: Collection[float] = (), count: int = RATES
) -> Array | None:
    """`count` rates over DECADES decades where something happens; None where nothing moves.

    They end ABOVE decades above the rate whose first step is as long as half the map's diagonal,
    as the rule itself takes that step. On the whole catalogue all that gradient descent can do,
    from crawling to diverging, lies between. Where `present` rates lie outside, the six decades
    move to hold them, or as many as they can from the highest down.
    """
    long = first_steps(course, start)
    if not sane(long):
        return None
    top = float(np.log10(course.radius / long)) + ABOVE
    known = np.log10([rate for rate in present if sane(rate)])
    if known.size:
        top = min(top, float(known.min()) + DECADES)
        top = max(top, float(known.max()))
    return np.logspace(top - DECADES, top, count)


def first_steps(course: Course, start: ArrayLike) -> float:
    """How long the first step is at rate 1 from `start`, or on gentle ground if that is longer.

    A step from near a summit or a saddle says nothing of what follows: the slopes of the map do.
    No schedule counts: it may begin with a rate of nearly 0.
    """
    axes = (np.linspace(*course.surface.x, MESH), np.linspace(*course.surface.y, MESH))
    mesh = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, 2)
    points = np.concatenate([np.asarray(start, dtype=np.float64)[None], mesh])
    walk = replace(course.at_most(1), shares=None).walk(points, np.ones(len(points)))
    lengths = _apart(walk.points[:, -1], walk.points[:, 0])
    lengths = np.where(np.isfinite(lengths), lengths, 0.0)
    return float(max(lengths[0], np.quantile(lengths, GENTLE)))


def _became(rates: Array, walk: Walk, course: Course) -> Sweep:
    """Measure each walk, up to where its walker left the map or blew up."""
    every, steps, ends = np.arange(len(rates)), course.steps, course.endings(walk)
    going = np.isin(ends.kinds, (Ending.CRAWLING, Ending.OSCILLATING))
    away = np.isin(ends.kinds, (Ending.LEFT, Ending.BLEW_UP))
    stop = np.where(away, ends.steps, steps)
    with np.errstate(all="ignore"):
        gains = (walk.losses - walk.losses[:, :1]) * (1 if course.uphill else -1)
        gain = gains[every, stop]
        worse = np.diff(gains, axis=1) < -ROUNDING * np.abs(gain[:, None])
    # a walker that bounces about may happen to be off the map at the end: `late` it must stay off
    late = course.surface.contains(walk.points[:, (steps + 1) // 2 :])
    return Sweep(
        walked=steps,
        rates=rates,
        endings=ends.kinds,
        steps=np.where(going, steps, ends.steps),
        losses=walk.losses[every, stop],
        gain=gain,
        distance=_apart(walk.points[every, stop], walk.points[:, 0]),
        steady=~np.logical_or.reduce(worse & (np.arange(steps) < stop[:, None]), axis=1),
        diverged=away & ~np.logical_or.reduce(late, axis=1),
    )


def _best(sweep: Sweep) -> int | None:
    """Index of the rate that reaches the bottom first; else of the best loss on the map."""
    reached = np.flatnonzero(sweep.is_(Ending.REACHED))
    if reached.size:
        return int(reached[sweep.steps[reached].argmin()])
    stayed = np.flatnonzero(~sweep.away)
    return int(stayed[sweep.gain[stayed].argmax()]) if stayed.size else None


def _limit(course: Course, walk: Walk, best: int | None) -> float:
    """The limit at the end of the best walk; at the start where there is none.

    None is known where walkers feel a mini-batch: its curvature is not the ground's.
    """
    if course.felt:
        return np.nan
    points, gradients = walk.points[best or 0], walk.gradients[best or 0]
    known = {**course.rule.defaults, **course.values}
    values = {key: float(value) for key, value in known.items()}
    with np.errstate(all="ignore"):
        bends = course.surface.hessian(points)
    limits = rate_limits(course.rule, values, bends, gradients, uphill=course.uphill)
    return float(limits[0 if best is None else -1])


def _apart(a: Array, b: Array) -> Array:
    """Distances between points (rates, 2)."""
    with np.errstate(all="ignore"):
        apart: Array = np.hypot.reduce(a - b, axis=-1)
    return apart


def sane(value: Any) -> Any:
    """Whether numbers are neither 0, inf or nan, nor so close to them that a sweep would be."""
    return (value > 1 / SANE) & (value < SANE)
