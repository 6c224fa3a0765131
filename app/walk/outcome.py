"""outcomes(): how each walk ended, in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from app.walk import sentences
from app.walk.bottom import Spot
from app.walk.endings import CLOSE, FAR, FLAT, HOLE, Ending, Endings, endings
from app.walk.sentences import Both
from app.walk.simulate import Field, Walk
from surfaces.surface import Array
from surfaces.words import Later, later, numeral, pgettext
from surfaces.words import gettext as _

__all__ = ["Ending", "Outcome", "outcomes"]


@dataclass(frozen=True)
class Outcome:
    """How one walk ended."""

    ending: Ending
    step: int | None  # the step at which it happened; None while crawling or oscillating
    sentence: str  # a Later; in English at most about 30 characters: it stands beside a rate
    detail: str  # a Later: what decided it, in words
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
    sentence, detail = sentences.CRAWLING, sentences.NONE_YET
    match ending:
        case Ending.BLEW_UP:
            sentence, detail = sentences.BLEW_UP, _crossed(walk, w, step)
        case Ending.LEFT:
            sentence, detail = sentences.FELL if spot == HOLE else sentences.LEFT
        case Ending.REACHED:
            sentence, detail = sentences.REACHED, _reached(minimum, len(known))
        case Ending.STUCK:
            sentence, detail = sentences.STUCK[Spot(spot)]
        case Ending.OSCILLATING:
            sentence, detail = sentences.PERIODIC if period else sentences.OSCILLATING
    place = (known[minimum] if minimum >= 0 else walk.points[w, -1]).tolist()

    def said(texts: Both) -> Later:
        whole = {"step": step, "period": period, "nth": minimum + 1, "known": len(known)}
        return later(lambda: _(texts[uphill], **whole, place=_place(place), **_limits()))

    return Outcome(
        ending,
        None if ending in (Ending.OSCILLATING, Ending.CRAWLING) else step,
        said(sentence),
        said(detail),
        spot,
        minimum if minimum >= 0 else None,
        period if ending is Ending.OSCILLATING and period else None,
    )


def _limits() -> dict[str, str]:
    """The limits of `endings` that sentences name."""
    return {
        "close": numeral(f"{CLOSE:g}"),
        "far": numeral(f"{FAR:,.0f}"),
        "flat": numeral(f"{FLAT:g}"),
    }


def _reached(minimum: int, known: int) -> Both:
    """Which minimum it is; only the last point tells where, if it is not one of the known."""
    if minimum >= 0:
        return sentences.ONE_OF_THE_LOWEST if known > 1 else sentences.THE_LOWEST
    return sentences.NOT_THE_LOWEST if known else sentences.SOME_MINIMUM


def _place(point: list[float]) -> str:
    """A point in words; of many coordinates the first three."""
    numbers = pgettext("between numbers", ", ").join(numeral(f"{value:.2f}") for value in point[:3])
    return f"({numbers}{', ...' if len(point) > 3 else ''})"


def _crossed(walk: Walk, walker: int, step: int) -> Both:
    """What a walker that blew up at `step` has crossed."""
    if not np.isfinite(walk.points[walker, step]).all():
        return sentences.SINGULAR if _singular(walk, walker, step - 1) else sentences.NO_PLACE
    if not np.isfinite(walk.losses[walker, step]).all():
        return sentences.NO_LOSS
    return sentences.TOO_FAR


def _singular(walk: Walk, walker: int, step: int) -> bool:
    """Whether a rule that needs the curvature found none in some direction at that step."""
    record = walk.records.get("singular")
    return record is not None and bool(record[walker, step, 0] == 1)
