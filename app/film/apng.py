"""Frames -> APNG: a PNG that moves; every pixel of every frame as it came.

Each frame holds the rectangle that changed. Level 3 of compression is near the best in half the
time.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from app.film.colour import picture_filters
from app.film.options import LOOP
from app.film.settings import Settings
from app.film.video import Recipe, encode

PLAYS = {"forever": "0", "once": "1", "thrice": "3"}
SQUEEZE = {"compression_level": "3", "pred": "paeth"}


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` (JPEG or PNG files, in order) to `path`. FilmError on a damaged frame."""
    # the muxer learns how long a frame stands from the next one; the last has none
    last = str(Fraction(1, settings.fps))
    recipe = Recipe(
        container="apng",
        codec="apng",
        pixels="rgb24",
        filters=picture_filters("rgb24"),
        options=SQUEEZE,
        container_options={"plays": PLAYS[LOOP.chosen(settings.options)], "final_delay": last},
    )
    encode(frames, settings, path, recipe)
