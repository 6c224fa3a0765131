"""Frames -> animated WebP: a picture that moves, in all colours.

`best` keeps every pixel as it came. The others halve the resolution of colour, as films do, and
are smaller by ten times under a turning camera.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.film.colour import picture_filters
from app.film.options import LOOP, QUALITY
from app.film.settings import Settings
from app.film.video import Recipe, encode

PIXELS = {"small": "yuv420p", "good": "yuv420p", "best": "bgra"}
CODEC = {
    "small": {"quality": "70", "compression_level": "2"},
    "good": {"quality": "90", "compression_level": "2"},
    "best": {"lossless": "1", "quality": "20", "compression_level": "0"},  # of effort, here
}
PLAYS = {"forever": "0", "once": "1", "thrice": "3"}


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` (JPEG or PNG files, in order) to `path`. FilmError on a damaged frame."""
    quality = QUALITY.chosen(settings.options)
    recipe = Recipe(
        container="webp",
        codec="libwebp_anim",
        pixels=PIXELS[quality],
        filters=picture_filters(PIXELS[quality]),
        options=CODEC[quality],
        container_options={"loop": PLAYS[LOOP.chosen(settings.options)]},
    )
    encode(frames, settings, path, recipe)
