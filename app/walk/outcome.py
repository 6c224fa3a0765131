"""outcomes(): how each walk ended, in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from app.walk.bottom import Spot
from app.walk.endings import CLOSE, FAR, FLAT, HOLE, Ending, Endings, endings
from app.walk.simulate import Field, Walk
from surfaces.surface import Array

__all__ = ["Ending", "Outcome", "outcomes"]

PLACES = {
    Spot.SADDLE: "on a saddle",
    Spot.TOP: "on a summit",
    Spot.SHELF: "on a shelf",
    Spot.PLATEAU: "on a plateau",
}
WHY_STUCK = {
    Spot.SADDLE: "the slope is nothing here, but the ground falls to two sides",
    Spot.TOP: "the slope is nothing here, but the ground falls to all sides",
    Spot.SHELF: "slope and curvature are nothing here, but the ground falls to one side",
    Spot.PLATEAU: f"the slope is less than {FLAT:g} times what is usual on the map",
}
UPHILL = {  # what those who walk up read instead, in this order
    "falls": "rises",
    "on a summit": "in a hollow",
    "bottom": "summit",
    "minimum": "maximum",
    "lowest": "highest",
}


@dataclass(frozen=True)
class Outcome:
    """How one walk ended."""

    ending: Ending
    step: int | None  # the step at which it happened; None while crawling or oscillating
    sentence: str  # at most about 30 characters: it stands beside a rate
    detail: str  # what decided it, in words
    spot: str = ""  # of Spot: the place where the walker stands at the end, or "hole"
    minimum: int | None = None  # index of the known minimum that it reached (uphill: maximum)
    period: int | None = None  # of an oscillation that has one, in steps


def outcomes(
    walk: Walk,
    gradient: Field,
    low: ArrayLike,
    high: ArrayLike,
    *,
    uphill: bool = False,
    minima: ArrayLike = (),
) -> tuple[Outcome, ...]:
    """How each walker's walk ended; `endings` defines all that is said here."""
    found = endings(walk, gradient, low, high, uphill=uphill, minima=minima)
    known = np.asarray(minima, dtype=np.float64).reshape(-1, walk.points.shape[-1])
    return tuple(_outcome(walk, found, w, known, uphill) for w in range(len(found.kinds)))


def _outcome(walk: Walk, found: Endings, w: int, known: Array, uphill: bool) -> Outcome:
    """What became of walker `w`."""
    ending, step = Ending(found.kinds[w]), int(found.steps[w])
    spot, minimum, period = str(found.spots[w]), int(found.minima[w]), int(found.periods[w])
    sentence, detail = "still crawling", "no bottom within reach yet"
    match ending:
        case Ending.BLEW_UP:
            sentence, detail = "blew up", _crossed(walk, w, step)
        case Ending.LEFT:
            sentence, detail = _left(spot)
        case Ending.REACHED:
            sentence, detail = "reached the bottom", _reached(walk, w, minimum, known)
        case Ending.STUCK:
            sentence, detail = f"stuck {PLACES[Spot(spot)]}", WHY_STUCK[Spot(spot)]
        case Ending.OSCILLATING:
            sentence, detail = _oscillating(period)
    over = ending not in (Ending.OSCILLATING, Ending.CRAWLING)
    return Outcome(
        ending,
        step if over else None,
        _turned(f"{sentence} at step {step}" if over else sentence, uphill),
        _turned(detail, uphill),
        spot,
        minimum if minimum >= 0 else None,
        period if ending is Ending.OSCILLATING and period else None,
    )


def _turned(words: str, uphill: bool) -> str:
    """The words for those who walk up."""
    for down, up in UPHILL.items() if uphill else ():
        words = words.replace(down, up)
    return words


def _left(spot: str) -> tuple[str, str]:
    if spot == HOLE:
        return "stepped into a hole", "the ground has no height there"
    return "left the map", "it crossed the edge of the map"


def _oscillating(period: int) -> tuple[str, str]:
    if period:
        return f"oscillating, period {period}", f"it is back where it was every {period} steps"
    return "oscillating", "it turns by more than 90 degrees at most of its last steps"


def _reached(walk: Walk, walker: int, minimum: int, known: Array) -> str:
    """Which minimum it is; only the last point tells where, if it is not one of the known."""
    near = f"within {CLOSE:g} half-diagonals of the map"
    if minimum >= 0:
        which = f" ({minimum + 1} of {len(known)})" if len(known) > 1 else ""
        return f"{near} of the lowest minimum{which}, at {_place(known[minimum])}"
    which = ", not one of the lowest" if len(known) else ""
    return f"{near} of a minimum{which}, near {_place(walk.points[walker, -1])}"


def _place(point: Array) -> str:
    """A point in words; of many coordinates the first three."""
    numbers = ", ".join(f"{value:.2f}" for value in point[:3])
    return f"({numbers}{', ...' if len(point) > 3 else ''})"


def _crossed(walk: Walk, walker: int, step: int) -> str:
    """What a walker that blew up at `step` has crossed."""
    if not np.isfinite(walk.points[walker, step]).all():
        if _singular(walk, walker, step - 1):
            return "the Hessian is singular there: Newton's step has no end where nothing curves"
        return "the position is no longer a finite number"
    if not np.isfinite(walk.losses[walker, step]).all():
        return "the loss is no longer a finite number"
    return f"farther than {FAR:,.0f} half-diagonals of the map from its centre"


def _singular(walk: Walk, walker: int, step: int) -> bool:
    """Whether a rule that needs the curvature found none in some direction at that step."""
    record = walk.records.get("singular")
    return record is not None and bool(record[walker, step, 0] == 1)
