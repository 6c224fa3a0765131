"""Frames -> WebM: VP9, which browsers play and nobody holds patents on.

`realtime` at its second slowest pace takes as long as the MP4; `good` made files a third smaller
and took three times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.film.options import QUALITY
from app.film.settings import Settings
from app.film.video import Recipe, encode

CRF = {"small": "36", "good": "24", "best": "14"}  # constant quality, 0 to 63; it needs b = 0
PACE = {"deadline": "realtime", "cpu-used": "6", "row-mt": "1", "tile-columns": "1", "b": "0"}


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` (JPEG or PNG files, in order) to `path`. FilmError on a damaged frame."""
    options = PACE | {"crf": CRF[QUALITY.chosen(settings.options)]}
    recipe = Recipe(container="webm", codec="libvpx-vp9", pixels="yuv420p", options=options)
    encode(frames, settings, path, recipe)
