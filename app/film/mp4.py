"""Frames -> MP4: H.264 that PowerPoint, Keynote and browsers play."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.film.errors import FilmError
from app.film.options import QUALITY
from app.film.settings import Settings
from app.film.video import Recipe, encode
from surfaces.words import gettext as _

CRF = {"small": "26", "good": "18", "best": "12"}  # x264's constant rate factor
# faststart: the index stands first, so a browser plays before it has everything
FAST_START = {"movflags": "+faststart"}


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` (JPEG or PNG files, in order) to `path`. FilmError on a damaged frame."""
    _check_even(settings)
    crf = CRF[QUALITY.chosen(settings.options)]
    recipe = Recipe(
        container="mp4",
        codec="libx264",
        pixels="yuv420p",
        options={"preset": "veryfast", "crf": crf, "profile": "high"},
        container_options=FAST_START,
    )
    encode(frames, settings, path, recipe)


def _check_even(settings: Settings) -> None:
    if settings.width % 2 or settings.height % 2:
        raise FilmError(
            _(
                "An MP4 needs an even width and height, not {size}. "
                "Choose a size one pixel smaller.",
                size=f"{settings.width} x {settings.height}",
            )
        )
