"""The two kinds of files there are: films, made of frames, and records, made of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.climb import Climb
from app.film.options import Option
from app.film.picture import check_picture
from app.film.settings import MOST_FRAMES, Settings

Write = Callable[[Iterable[bytes], Settings, Path], None]
Check = Callable[[bytes, int, Settings], None]
Make = Callable[[Climb, str], bytes]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of file: made of frames (`Film`), or of the numbers of a climb (`Record`)."""

    key: str  # short and stable: orders hold it
    name: str  # as the menu shows it
    group: str  # of the menu
    suffix: str  # with its dot
    mime: str
    help: str  # one sentence for the menu


@dataclass(frozen=True, kw_only=True)
class Film(Format):
    """`write` takes frames (JPEG or PNG files, in order) and makes the file."""

    write: Write
    single: bool = False  # one frame instead of a film
    most: int = MOST_FRAMES  # frames; fewer where the file is not written as they come
    passes: int = 1  # how often `write` goes through the frames, or more; they are kept until then
    lossless: bool = False  # every pixel counts: frames should come as PNG
    vector: bool = False  # the page sends its drawing as SVG, which `check` looks at
    check: Check = check_picture  # of a frame when it arrives: FilmError for what is none
    told: bool = False  # the file tells of the climb as well: orders say which, and in what look
    options: tuple[Option, ...] = ()
    # To estimate a file before it is made: bytes per pixel of the first frame, of each next one,
    # and of each where the camera turns; by the choice of the first option. The usual choice was
    # weighed on films of the page (three walkers on Himmelblau's valleys); the others are guesses.
    weights: Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True, kw_only=True)
class Record(Format):
    """`make` takes a climb and the address of a page that shows it, and returns the file."""

    make: Make
