"""travels(): each walk in numbers: the loss at its end, how far it went, how near a minimum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from app.walk.outcome import Ending, Outcome
from app.walk.simulate import Walk
from surfaces.surface import Array


@dataclass(frozen=True)
class Travel:
    """One walk up to its end: where it left the map or blew up, else its last step.

    Distances are in units of the map; numbers that no longer fit a float are inf or nan.
    """

    loss: float
    walked: float  # length of the path
    away: float  # from the nearest known minimum (uphill: maximum); nan where none is known


def travels(walk: Walk, ends: Sequence[Outcome], goals: ArrayLike = ()) -> tuple[Travel, ...]:
    """One for each walker of `walk`, which ended as `ends` say; `goals` are (n, d)."""
    known = np.asarray(goals, dtype=np.float64).reshape(-1, walk.points.shape[-1])
    last = walk.losses.shape[1] - 1
    stops = [_stop(end, last) for end in ends]
    return tuple(
        _travel(points[: stop + 1], losses[stop], known)
        for points, losses, stop in zip(walk.points, walk.losses, stops, strict=True)
    )


def _stop(end: Outcome, last: int) -> int:
    """The step at which a walk is over; bottoms are reached, and then the walk goes on there."""
    if end.ending in (Ending.LEFT, Ending.BLEW_UP) and end.step is not None:
        return end.step
    return last


def _travel(points: Array, loss: float, known: Array) -> Travel:
    with np.errstate(all="ignore"):
        walked = np.linalg.norm(np.diff(points, axis=0), axis=-1).sum()
        away = np.linalg.norm(known - points[-1], axis=-1)
    return Travel(float(loss), float(walked), float(away.min()) if away.size else np.nan)
