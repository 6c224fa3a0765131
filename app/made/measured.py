"""A file of measured heights as ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

from app.made import store
from app.made.kind import HEIGHT_HELP, HEIGHTS, Choices, Kind, MadeError, Word, fitting_height
from surfaces import Surface
from surfaces.files import FileError, Import, read
from surfaces.grid import grid_surface, suggested_height

GONE = "This file is no longer here. Open it again."


@lru_cache(maxsize=4)  # the largest take some 100 MB
def _read(token: str) -> Import:
    found = store.find(token)
    if found is None:
        raise MadeError("file", GONE)
    return read(*found)


def imported(words: Mapping[str, str]) -> Import:
    """What stands in the file that the words name; MadeError, a sentence."""
    if not words.get("file"):
        raise MadeError("file", "No file is open yet. Choose one, or drop it here.")
    try:
        return _read(words["file"])
    except FileError as error:
        raise MadeError("file", str(error)) from error


def _grids(words: Mapping[str, str]) -> Choices:
    """The arrays in the file; none where there is no file."""
    try:
        return tuple((grid.name, grid.name) for grid in imported(words).grids)
    except MadeError:
        return ()


WORDS = (
    Word(key="file", name="File", help="", default="", hidden=True),
    Word(
        key="grid",
        name="Heights of",
        help="Which of the arrays in the file is the ground, such as the training loss.",
        default="",
        choices_of=_grids,
    ),
    Word(key="height", name="Heights", help=HEIGHT_HELP, default="auto", choices=HEIGHTS),
)


def _make(words: Mapping[str, str]) -> Surface:
    wanted = WORDS[-1].check(words["height"])
    found = imported(words)
    if not found.grids:
        raise MadeError("file", "This file holds a recorded walk and no ground. Open its ground.")
    grids = {grid.name: grid for grid in found.grids}
    name = words["grid"] or found.grids[0].name
    if name not in grids:
        raise MadeError("grid", f"The file has no '{name[:40]}'. It has: {', '.join(grids)}.")
    grid = grids[name]
    surface = grid_surface(grid, height=suggested_height(grid))
    if wanted != "auto":
        surface = replace(surface, height=fitting_height(surface, wanted))
    return replace(surface, words={**words, "grid": name})


MEASURED = Kind(key="file", name="A measured file", words=WORDS, make=_make)


def link_of(data: bytes, name: str) -> str:
    """Keep a file and return the query that opens it; MadeError, a sentence, for a bad one."""
    words = {"file": store.keep(data, name)}
    MEASURED.make({word.key: words.get(word.key, word.default) for word in WORDS})
    return urlencode({"surface": MEASURED.key, **words})
