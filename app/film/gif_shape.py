"""Shape: the size of a GIF and the frames it shows; and shapes to try until a file fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from app.film.errors import FilmError
from app.film.settings import Settings
from surfaces.words import gettext as _
from surfaces.words import numeral

TICK = Fraction(1, 100)  # seconds: a GIF counts time in these
SHORTEST = 2  # ticks: browsers show a shorter frame ten times as long

# (share of the width, frames a second at most), from large to small: smoothness goes first, since
# letters that cannot be read any more are worse than steps that can be seen
LADDER = (
    (Fraction(1), 60),
    (Fraction(1), 15),
    (Fraction(3, 4), 15),
    (Fraction(3, 4), 10),
    (Fraction(1, 2), 15),
    (Fraction(1, 2), 10),
    (Fraction(3, 8), 10),
    (Fraction(3, 8), 5),
    (Fraction(1, 4), 5),
)


@dataclass(frozen=True)
class Shape:
    """A GIF's size in pixels, and which frames of the film it shows when."""

    width: int
    height: int
    showing: tuple[tuple[int, int], ...]  # (frame, the tick it appears at)
    final_delay: int  # ticks that the last one stays

    @property
    def shown(self) -> frozenset[int]:
        """The frames shown."""
        return frozenset(frame for frame, _ in self.showing)

    @property
    def times(self) -> list[int]:
        """The tick of each frame shown."""
        return [tick for _, tick in self.showing]

    @property
    def weight(self) -> int:
        """Pixels of all frames: what the size of the file goes by, more or less."""
        return self.width * self.height * len(self.showing)


def shape_of(settings: Settings, share: Fraction = Fraction(1), fps: int = 60) -> Shape:
    """The film as ordered, or a `share` of its width with at most `fps` frames a second."""
    shown = showing(settings, fps)
    final = max(SHORTEST, _ticks(settings.frames, settings.fps) - shown[-1][1])
    width, height = (2 * round(side * share / 2) for side in (settings.width, settings.height))
    return Shape(width, height, tuple(shown), final)


def showing(settings: Settings, fps: int = 60) -> list[tuple[int, int]]:
    """(frame, the tick it appears at) of all frames shown.

    Above 50 frames a second some are left out, so that the film is as long as it should be. The
    last one is always shown: it is where the walk ends.
    """
    step = max(ceil(settings.fps * SHORTEST * TICK), ceil(Fraction(settings.fps, fps)))
    shown = list(range(0, settings.frames, step))
    starts = [_ticks(index, settings.fps) for index in shown]
    shown[-1] = settings.frames - 1
    return list(zip(shown, starts, strict=True))


def _ticks(frame: int, fps: int) -> int:
    return round(frame / (fps * TICK))


def fit(encode: Callable[[Shape], float], settings: Settings, most: int) -> None:
    """Encode in ever smaller shapes until a file has at most `most` bytes.

    `encode` makes the file and returns its bytes. Shapes that are too large by their pixels alone
    are left out. FilmError when even the smallest does not fit.
    """
    size, tried = 0.0, 0
    for shape in (shape_of(settings, *rung) for rung in LADDER):
        if size * shape.weight > most * tried:
            continue
        size, tried = encode(shape), shape.weight
        if size <= most:
            return
    raise FilmError(
        _(
            "The GIF does not fit into {most} MB, however small: it has {seconds} seconds. "
            "Make it shorter, or choose an MP4.",
            most=numeral(f"{most / 1000**2:g}"),
            seconds=numeral(f"{settings.seconds:g}"),
        )
    )
