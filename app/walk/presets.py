"""presets(): four learning rates worth trying on this course, from this start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from app.walk.bottom import derivatives
from app.walk.course import Course
from app.walk.endings import Ending, Steps
from app.walk.rules.rule import no_memory
from app.walk.simulate import Mask
from app.walk.sweep import Sweep, sane, six_decades, sweep
from surfaces.surface import Array

MOST_STEPS = 400  # presets walk no further; for longer walks too_small shrinks in proportion
FINE = 60  # rates in the second sweep, which sees an oscillating band of 1 % width
SHARE = 0.2  # of the distance that `good` covers, for too_small: visible, but hopeless
LASTING = 12  # rates in a row of the first sweep that must be away to be the edge of stability
ALIKE = 2  # rates on either side that must do as this one does: a lucky bounce says nothing
MARGIN = 1.05  # diverges lies this far above the edge of stability, so that it shows
SOON = 2  # steps within which diverges leaves a map that good leaves too
DIGITS = (2, 3, 4, 6, 8)  # people read the rates: the first of these that keeps the ending is taken


Walked = Callable[[Array], Sweep]  # rates (n,) -> what became of them


class Presets(NamedTuple):
    """Four learning rates, each above the one before; all but the last are finite."""

    too_small: float
    good: float
    too_large: float
    diverges: float  # inf where no rate does, as with a line search


def presets(course: Course, start: ArrayLike) -> Presets:
    """Rates that crawl, arrive, bounce and diverge on a course from `start`; found by walking.

    Two sweeps with the rule, over six decades and then over a narrow range of rates, decide:

    * good reaches the bottom in the fewest steps, with a loss that never gets worse, and so do the
      rates beside it; else with any loss; else whatever the rates beside it do. Rates from which
      on LASTING in a row are away do not count while others arrive. Where none arrives it is the
      one with the best last loss on the map. Where the slope itself leads off the map (a saddle),
      it is the one that takes about a third of the steps to leave.
    * too_small is still crawling at the end, SHARE of good's distance away from the start.
    * diverges is the smallest rate above good that leaves the map or blows up, and is off the
      map all through the second half, as are the next larger ones; plus MARGIN. Where good
      leaves too, it blows up or leaves within SOON steps. inf where there is no such rate.
    * too_large lies between the two and bounces: the middle of the oscillating rates. Where
      there are none, it is one that does worse than good, if any does.

    Where nothing moves (a flat surface, a start on a stationary point) the rates come from the
    curvature alone: see `_from_curvature`. Each is rounded to 2 digits if that keeps its ending.
    """
    default = _from_curvature(_curvature(course, start))
    rates = six_decades(course, start)
    if rates is None:
        return default
    walked = partial(sweep, course.at_most(MOST_STEPS), start)
    coarse = walked(rates)
    good = _good(coarse, remembers=course.rule.init is not no_memory)
    if good is None:
        return default
    found = _around(walked, coarse, good, min(1.0, MOST_STEPS / max(course.steps, 1)))
    return _rounded(walked, found) if _ascending(found) else default


def _curvature(course: Course, place: ArrayLike) -> float:
    """The largest curvature at a place (2,), whichever way it bends; 0 where none is known."""
    points = np.asarray(place, dtype=np.float64)[None]
    with np.errstate(all="ignore"):
        _, hessians = derivatives(course.surface.gradient, points, course.radius)
    return float(np.abs(np.linalg.eigvalsh(hessians)).max())


def _from_curvature(curvature: float) -> Presets:
    """The rates of a parabola with this curvature; a flat surface counts as curvature 1.

    Gradient descent multiplies the distance from its bottom by 1 - rate * curvature.
    """
    rate = 1 / curvature if sane(curvature) else 1.0
    return Presets(*(float(f"{share * rate:.2g}") for share in (0.01, 1.0, 1.9, 2.2)))


def _good(sweep: Sweep, remembers: bool) -> int | None:
    """Index of the good rate, None where nothing moves.

    A rule that remembers overshoots by nature: its loss may get worse on the way. But the slope
    leads nobody off the map whose loss got worse before.
    """
    steady = sweep.steady | remembers
    moves = sweep.distance > 0
    edge = _lasting(sweep.away)
    stays = ~sweep.away & (np.arange(len(sweep.rates)) < edge)
    reached = moves & sweep.is_(Ending.REACHED)
    arrives = reached & stays
    lone = (arrives & steady, arrives, reached)
    for choice in (_typical(arrives & steady), _typical(arrives), *lone):
        if choice.any():
            return _best(choice, sweep.steps, -sweep.gain)
    slides = moves & sweep.is_(Ending.LEFT) & sweep.steady
    if slides[edge : edge + 1].any():
        return _best(slides, np.abs(sweep.steps - sweep.walked / 3), -sweep.gain)
    for choice in (_typical(moves & stays & steady), moves & stays):
        if choice.any():
            return _best(choice, -sweep.gain, sweep.steps)
    return None


def _typical(true: Mask) -> Mask:
    """Where the ALIKE rates below and above do the same."""
    same = np.lib.stride_tricks.sliding_window_view(np.pad(true, ALIKE), 2 * ALIKE + 1)
    typical: Mask = np.logical_and.reduce(same, axis=-1)
    return typical


def _best(choice: Mask, *keys: Array | Steps) -> int:
    """Index of the smallest key among the chosen; later keys decide between equals."""
    chosen = np.flatnonzero(choice)
    return int(chosen[np.lexsort([key[chosen] for key in reversed(keys)])[0]])


def _around(walked: Walked, coarse: Sweep, good: int, part: float) -> Presets:
    """The presets around the coarse sweep's good rate, not yet rounded.

    `part` is the share of the walk that was walked.
    """
    rate = float(coarse.rates[good])
    slides = bool(coarse.away[good])
    too_small = _too_small(coarse, good) * part
    diverges = coarse.diverged & (coarse.rates > rate)
    if slides:
        diverges &= coarse.is_(Ending.BLEW_UP) | (coarse.steps <= SOON)
    edge = _lasting(diverges)
    if edge == len(diverges):  # none lasts: where at least the rates around one diverge too
        edge = int(np.append(_typical(diverges), True).argmax())
    if edge == len(diverges):
        beyond = 10 * float(coarse.rates[-1])
        return Presets(too_small, rate, _too_large(coarse, coarse, good, beyond), np.inf)
    if slides:
        top = float(coarse.rates[edge])
        return Presets(too_small, rate, float(np.sqrt(rate * top)), top)
    return Presets(too_small, rate, *_bouncing(walked, coarse, good, edge))


def _lasting(away: Mask) -> int:
    """Index of the first rate from which on LASTING in a row, or all, are away; else their number.

    Between bouncing rates single ones leave by chance: they are not the edge of stability.
    """
    ahead = np.lib.stride_tricks.sliding_window_view(np.append(away, [True] * LASTING), LASTING)
    return int(np.argmax(np.logical_and.reduce(ahead, axis=-1)))


def _too_small(sweep: Sweep, good: int) -> float:
    """The crawling rate below good that covers nearest to SHARE of its distance."""
    crawls = sweep.is_(Ending.CRAWLING) & (np.arange(len(sweep.rates)) < good)
    if not crawls.any():
        return float(sweep.rates[good]) / 100
    share = sweep.distance / sweep.distance[good]
    return float(sweep.rates[_best(crawls, np.abs(share - SHARE))])


def _bouncing(walked: Walked, coarse: Sweep, good: int, edge: int) -> tuple[float, float]:
    """too_large and diverges, from a fine sweep up to the coarse one's first diverging rate."""
    arrives = _typical(coarse.is_(Ending.REACHED))[:edge]
    last = int(np.flatnonzero(arrives)[-1]) if arrives.any() else good
    top = float(coarse.rates[edge])
    above = top * np.geomspace(1, MARGIN, FINE // 4)
    fine = walked(np.append(np.geomspace(coarse.rates[last], top, FINE), above[1:]))
    calm = np.flatnonzero(~fine.diverged[:FINE])
    first = int(calm[-1]) + 1 if calm.size else 0
    beyond = int(np.searchsorted(fine.rates[:-1], fine.rates[first] * MARGIN))
    diverges = float(fine.rates[beyond if fine.diverged[beyond] else first])
    return _too_large(fine, coarse, good, float(fine.rates[first])), diverges


def _too_large(fine: Sweep, coarse: Sweep, good: int, below: float) -> float:
    """The middle one of the bouncing rates, of those nearest to bouncing, or of later ones."""
    above = float(coarse.rates[good])
    stays = ~fine.away & (fine.rates > above) & (fine.rates < below)
    missed = ~fine.is_(Ending.REACHED)
    later = missed | (fine.steps > coarse.steps[good])
    bounces = fine.is_(Ending.OSCILLATING)
    for choice in (bounces, ~fine.steady & missed, ~fine.steady, later, fine.rates > 0):
        candidates = fine.rates[stays & choice]
        if candidates.size:
            return float(candidates[candidates.size // 2])
    return float(np.sqrt(above * below))


def _rounded(walked: Walked, found: Presets) -> Presets:
    """Each rate with the fewest of DIGITS that keep its ending, and keep the four ascending."""
    rates = [rate for rate in found if rate < np.inf]
    options = np.array([[float(f"{rate:.{n}g}") for rate in rates] for n in DIGITS] + [rates])
    endings = walked(options.ravel()).endings.reshape(options.shape)
    fewest = np.argmax(endings == endings[-1], axis=0)
    short = options[fewest, range(len(rates))].tolist()
    rounded = Presets(*short, *found[len(rates) :])
    return rounded if _ascending(rounded) else found


def _ascending(found: Presets) -> bool:
    """Whether the four are positive and strictly ascending, and all but the last finite."""
    rising = all(low < high for low, high in pairwise(found))
    return bool(rising and found[0] > 0 and np.isfinite(found[:-1]).all())
