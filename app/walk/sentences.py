"""The sentences of endings: how a walk ended, and what decided it."""

from __future__ import annotations

from app.walk.bottom import Spot
from surfaces.words import N_

Both = tuple[str, str]  # a text for those who walk down, and for those who walk up
Pair = tuple[Both, Both]  # how it ended, and what decided it


def _same(text: str) -> Both:
    return text, text


CRAWLING = _same(N_("still crawling"))
NONE_YET = (N_("no bottom within reach yet"), N_("no summit within reach yet"))
LEFT = (
    _same(N_("left the map at step {step}")),
    _same(N_("it crossed the edge of the map")),
)
FELL = (
    _same(N_("stepped into a hole at step {step}")),
    _same(N_("the ground has no height there")),
)
OSCILLATING = (
    _same(N_("oscillating")),
    _same(N_("it turns by more than 90 degrees at most of its last steps")),
)
PERIODIC = (
    _same(N_("oscillating, period {period}")),
    _same(N_("it is back where it was every {period} steps")),
)
STUCK: dict[Spot, Pair] = {
    Spot.SADDLE: (
        _same(N_("stuck on a saddle at step {step}")),
        (
            N_("the slope is nothing here, but the ground falls to two sides"),
            N_("the slope is nothing here, but the ground rises to two sides"),
        ),
    ),
    Spot.TOP: (
        (N_("stuck on a summit at step {step}"), N_("stuck in a hollow at step {step}")),
        (
            N_("the slope is nothing here, but the ground falls to all sides"),
            N_("the slope is nothing here, but the ground rises to all sides"),
        ),
    ),
    Spot.SHELF: (
        _same(N_("stuck on a shelf at step {step}")),
        (
            N_("slope and curvature are nothing here, but the ground falls to one side"),
            N_("slope and curvature are nothing here, but the ground rises to one side"),
        ),
    ),
    Spot.PLATEAU: (
        _same(N_("stuck on a plateau at step {step}")),
        _same(N_("the slope is less than {flat} times what is usual on the map")),
    ),
}

REACHED = (N_("reached the bottom at step {step}"), N_("reached the summit at step {step}"))
THE_LOWEST = (
    N_("within {close} half-diagonals of the map of the lowest minimum, at {place}"),
    N_("within {close} half-diagonals of the map of the highest maximum, at {place}"),
)
ONE_OF_THE_LOWEST = (
    N_(
        "within {close} half-diagonals of the map of the lowest minimum ({nth} of {known}), "
        "at {place}"
    ),
    N_(
        "within {close} half-diagonals of the map of the highest maximum ({nth} of {known}), "
        "at {place}"
    ),
)
NOT_THE_LOWEST = (
    N_(
        "within {close} half-diagonals of the map of a minimum, not one of the lowest, near {place}"
    ),
    N_(
        "within {close} half-diagonals of the map of a maximum, not one of the highest, "
        "near {place}"
    ),
)
SOME_MINIMUM = (
    N_("within {close} half-diagonals of the map of a minimum, near {place}"),
    N_("within {close} half-diagonals of the map of a maximum, near {place}"),
)

BLEW_UP = _same(N_("blew up at step {step}"))
SINGULAR = _same(N_("the Hessian is singular there: Newton's step has no end where nothing curves"))
NO_PLACE = _same(N_("the position is no longer a finite number"))
NO_LOSS = _same(N_("the loss is no longer a finite number"))
TOO_FAR = _same(N_("farther than {far} half-diagonals of the map from its centre"))
