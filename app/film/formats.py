"""FORMATS: what a film can be handed back as. A new exporter is one module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from app.film import gif, mp4, png
from app.film.errors import FilmError
from app.film.settings import Settings

Write = Callable[[Iterable[bytes], Settings, Path], None]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of file. `write` takes frames (JPEG or PNG files, in order) and makes it."""

    key: str  # short and stable: orders hold it
    name: str  # as the menu shows it
    suffix: str  # with its dot
    mime: str
    write: Write
    single: bool = False  # one frame instead of a film
    passes: int = 1  # how often `write` goes through the frames; they are kept until the last
    help: str  # one sentence for the menu


FORMATS: dict[str, Format] = {
    row.key: row
    for row in (
        Format(
            key="mp4",
            name="MP4 film",
            suffix=".mp4",
            mime="video/mp4",
            write=mp4.write,
            help="Plays in PowerPoint, Keynote and every browser, and is the smallest.",
        ),
        Format(
            key="gif",
            name="GIF film",
            suffix=".gif",
            mime="image/gif",
            write=gif.write,
            passes=2,
            help="Plays by itself, again and again, wherever a picture can stand; in 255 colours.",
        ),
        Format(
            key="png",
            name="PNG picture",
            suffix=".png",
            mime="image/png",
            write=png.write,
            single=True,
            help="One still picture, every pixel as it is on the screen.",
        ),
    )
}


def get_format(key: object) -> Format:
    """The row of `key`; FilmError naming the nearest key when there is none."""
    if isinstance(key, str) and key in FORMATS:
        return FORMATS[key]
    near = get_close_matches(str(key).lower(), FORMATS, n=1, cutoff=0.5)
    hint = f"Did you mean '{near[0]}'?" if near else f"Choose one of {', '.join(FORMATS)}."
    raise FilmError(f"There is no film format called '{key}'. {hint}")
