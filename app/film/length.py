"""Length: how many frames a film has, as assets/lib/film_time.mjs counts and draws them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from app.climb import Climb
from app.film.kinds import Film
from app.film.options import SLIDES


def happenings(climb: Climb, walker: int = 0) -> list[int]:
    """The steps at which something happens: a walker arrives or is stuck, leaves the map, blows up.

    Each once, in order. At these a film pauses: one of all walkers, or of `walker`, from 1 on.
    """
    ends = climb.outcomes[walker - 1 : walker] if walker else climb.outcomes
    return sorted({end.step for end in ends if end.step is not None})


def frame_count(fps: int, spans: Mapping[str, float], stops: int) -> int:
    """Frames of a film with the seconds of `spans` (of SPANS), which pauses `stops` times."""
    walk = _whole((spans["walk"] + spans["hold"]) * fps)
    still = _whole(spans["lead"] * fps) + stops * _whole(spans["pause"] * fps)
    return max(walk + still, 1)


def film_count(film: Film, options: Mapping[str, str], walkers: int) -> int:
    """Films in one file: slides for a talk have one of each walker too, where there are several."""
    talk = film.told and SLIDES.chosen(options) != "film"
    return walkers + 1 if talk and walkers > 1 else 1


def _whole(count: float) -> int:
    """The nearest whole number; of a half, the greater one, as JavaScript rounds."""
    return math.floor(count + 0.5)
