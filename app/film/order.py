"""An order from the page (JSON) -> Settings, or a FilmError that says what to change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.film.errors import FilmError
from app.film.formats import get_format
from app.film.settings import MOST_FRAMES, RATES, SIZES, Settings

LONGEST_NAME = 80  # characters


def read_order(data: object) -> Settings:
    """Check everything in an order. FilmError on the first thing that is wrong."""
    if not isinstance(data, Mapping):
        raise FilmError("The order of a film must be a JSON object with format, size and frames.")
    width, height = _size(data.get("width"), data.get("height"))
    return Settings(
        format=get_format(data.get("format")).key,
        width=width,
        height=height,
        fps=_rate(data.get("fps")),
        frames=_frames(data.get("frames"), data.get("format")),
        name=_name(data.get("name", "")),
    )


def _size(width: object, height: object) -> tuple[int, int]:
    """Only sizes of the table: it bounds the work, and holds no odd numbers."""
    sizes = [(size.width, size.height) for size in SIZES.values()]
    if not (_is_whole(width) and _is_whole(height)) or (width, height) not in sizes:
        choice = ", ".join(f"{w} x {h}" for w, h in sizes)
        raise FilmError(f"The film's size cannot be {width} x {height}. Choose one of {choice}.")
    return width, height  # type: ignore[return-value]  # both are in the table


def _rate(fps: object) -> int:
    if not _is_whole(fps) or fps not in RATES:
        choice = " or ".join(map(str, RATES))
        raise FilmError(f"The film's frames per second cannot be {fps}. Choose {choice}.")
    return fps  # it is in the table


def _frames(frames: Any, key: object) -> int:
    if not _is_whole(frames) or not 1 <= frames <= MOST_FRAMES:
        raise FilmError(
            f"A film has from 1 to {MOST_FRAMES} frames, not {frames}. Make it shorter or slower."
        )
    if get_format(key).single and frames != 1:
        raise FilmError(f"A {get_format(key).name} holds 1 frame, not {frames}. Choose a film.")
    return int(frames)


def _name(name: object) -> str:
    """Letters, digits, '-', '_' and '.' of any language; never a path, never hidden."""
    if not isinstance(name, str):
        raise FilmError(f"The film's name must be text, not {name}. Leave it out for a plain name.")
    safe = re.sub(r"[^\w.]+", "-", name).strip("-.")
    return safe[:LONGEST_NAME].strip("-.") or "fall-line"


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
