"""outcomes(): how each walk ended, at which step, and which limit it crossed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.walk.bottom import at_bottom
from app.walk.simulate import Field, Mask, Walk
from surfaces.surface import Array

Steps = NDArray[np.intp]

FAR = 1e6  # half-diagonals of the map from its centre: past this a walk has blown up
CLOSE = 1e-3  # half-diagonals of the map: within this of the bottom a walk has reached it
RECENT = 50  # pairs of steps, at most, that say whether a walk oscillates


class Ending(StrEnum):
    """The five ways a walk can end; the first that holds, in the order of `outcomes`."""

    REACHED = "reached"
    CRAWLING = "crawling"
    OSCILLATING = "oscillating"
    LEFT = "left"
    BLEW_UP = "blew_up"


@dataclass(frozen=True)
class Outcome:
    """How one walk ended."""

    ending: Ending
    step: int | None  # the step at which it happened; None while crawling or oscillating
    limit: str  # what decided it, in words
    sentence: str


def outcomes(
    walk: Walk, gradient: Field, low: ArrayLike, high: ArrayLike, *, uphill: bool = False
) -> tuple[Outcome, ...]:
    """How each walker's walk ended, on the map with the corners `low` and `high`, (d,).

    With R half the map's diagonal, an ending is the first of these that holds:

    * blew up at n: n is the first step where the position or the loss is not finite or the
      position is farther than FAR * R from the map's centre; the walker is still on the map
      (a pole) or has a loss that is not better than at the start. nan is not better. A hole in
      the ground, where the loss is nan within the map's edges, is not on the map.
    * left the map at n: at the end, or at such a step n where the loss is better (a slope that
      never ends), the walker is off the map; n is the first step after which it never was back.
    * reached the bottom at n: `at_bottom` says that a minimum lies within CLOSE * R of the last
      point; n is the first step from which on it stays within CLOSE * R of its last point.
    * oscillating: among its last steps (a quarter of them, at least 3, at most RECENT + 1) more
      than half of the consecutive pairs turn by more than 90 degrees.
    * still crawling: everything else.

    Going uphill, better means higher, and the bottom is a summit.
    """
    low, high = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    radius = float(np.linalg.norm(high - low)) / 2
    inside = (walk.points >= low) & (walk.points <= high)
    within: Mask = np.logical_and.reduce(inside, axis=-1)
    on_map = within & ~np.isnan(walk.losses)
    end, gone = _end(walk, (low + high) / 2, FAR * radius)
    fell = _at(within & ~on_map, end)  # into a hole
    blew_up = gone & ~fell & (_at(on_map, end) | ~_better(walk, end, uphill))
    left = ~blew_up & ~_at(on_map, end)
    home = np.flatnonzero(~blew_up & ~left)
    reached = np.zeros_like(left)
    reached[home] = at_bottom(walk.points[home, -1], gradient, CLOSE * radius, radius, uphill)
    endings = np.select(
        [blew_up, left, reached, _swinging(walk.points)],
        [Ending.BLEW_UP, Ending.LEFT, Ending.REACHED, Ending.OSCILLATING],
        Ending.CRAWLING,
    )
    steps = np.select(
        [blew_up, left], [end, _after_last(on_map, end)], _settled(walk.points, CLOSE * radius)
    )
    return tuple(
        _outcome(Ending(ending), int(step), _crossed(walk, w, int(step)), uphill)
        for w, (ending, step) in enumerate(zip(endings, steps, strict=True))
    )


def _at(values: Array | Mask, step: Steps) -> Any:
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


def _end(walk: Walk, centre: Array, far: float) -> tuple[Steps, Mask]:
    """The step to judge each walk at, and whether the walker was gone there: (walkers,) each."""
    gone = ~_within(walk.points, centre, far) | ~np.isfinite(walk.losses)
    gone_at_all: Mask = np.logical_or.reduce(gone, axis=-1)
    return np.where(gone_at_all, gone.argmax(axis=-1), gone.shape[1] - 1), gone_at_all


def _better(walk: Walk, step: Steps, uphill: bool) -> Mask:
    """Whether each loss at its step is better than at the start: (walkers,). nan is not."""
    now, before = _at(walk.losses, step), walk.losses[:, 0]
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


def _swinging(points: Array) -> Mask:
    """Whether more than half of each walker's recent pairs of steps turn back: (walkers,)."""
    pairs = min(max((points.shape[1] - 1) // 4 - 1, 2), RECENT)
    with np.errstate(all="ignore"):
        steps = np.diff(points[:, -(pairs + 2) :], axis=1)
        turns_back = _dot(steps[:, 1:], steps[:, :-1]) < 0
    swinging: Mask = 2 * turns_back.sum(axis=-1) > turns_back.shape[1]
    return swinging


def _crossed(walk: Walk, walker: int, step: int) -> str:
    """What a walker that blew up at `step` has crossed."""
    if not np.isfinite(walk.points[walker, step]).all():
        return "the position is no longer a finite number"
    if not np.isfinite(walk.losses[walker, step]):
        return "the loss is no longer a finite number"
    return f"farther than {FAR:,.0f} half-diagonals of the map from its centre"


def _outcome(ending: Ending, step: int, crossed: str, uphill: bool) -> Outcome:
    """The outcome in words; `crossed` is the limit of a walk that blew up."""
    goal = "summit" if uphill else "bottom"
    limit, sentence, timed = {
        Ending.BLEW_UP: (crossed, f"blew up at step {step}", True),
        Ending.LEFT: ("the edge of the map", f"left the map at step {step}", True),
        Ending.REACHED: (
            f"within {CLOSE:g} half-diagonals of the map from the {goal}",
            f"reached the {goal} at step {step}",
            True,
        ),
        Ending.OSCILLATING: ("most of its last turns exceed 90 degrees", "oscillating", False),
        Ending.CRAWLING: (f"no {goal} within reach yet", "still crawling", False),
    }[ending]
    return Outcome(ending, step if timed else None, limit, sentence)
