"""A file of measured heights as ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

from app.made import store
from app.made.kind import HEIGHT_HELP, HEIGHTS, Choices, Kind, MadeError, Word, fitting_height
from surfaces import Surface
from surfaces.files import FileError, Import, Trajectory, read
from surfaces.grid import grid_surface, suggested_height

GONE = "This file is no longer here. Open it again."


@lru_cache(maxsize=4)  # the largest take some 100 MB
def _read(token: str, columns: tuple[str, ...] = ()) -> Import:
    found = store.find(token)
    if found is None:
        raise MadeError("file", GONE)
    return read(*found, columns=columns)


def imported(words: Mapping[str, str]) -> Import:
    """What stands in the file that the words name; MadeError, a sentence."""
    if not words.get("file"):
        raise MadeError("file", "No file is open yet. Choose one, or drop it here.")
    columns = tuple(part.strip() for part in words.get("columns", "").split(",") if part.strip())
    try:
        return _read(words["file"], columns)
    except FileError as error:
        raise MadeError("columns" if columns else "file", str(error)) from error


def _is_table(words: Mapping[str, str]) -> bool:
    """Whether the file is a long table, whose columns one may choose."""
    try:
        return bool(imported(words).columns)
    except MadeError:
        return bool(words.get("columns"))


def _grids(words: Mapping[str, str]) -> Choices:
    """The arrays in the file; none where there is no file."""
    try:
        return tuple((grid.name, grid.name) for grid in imported(words).grids)
    except MadeError:
        return ()


WORDS = (
    Word(key="file", name="File", help="", default="", hidden=True),
    Word(key="walk", name="Recorded walk", help="", default="", hidden=True),
    Word(
        key="grid",
        name="Heights of",
        help="Which of the arrays in the file is the ground, such as the training loss.",
        default="",
        choices_of=_grids,
    ),
    Word(
        key="columns",
        name="Columns",
        help="Of a long table: those of x, of y and of the heights, such as dir1, dir2, loss.",
        default="",
        needed=_is_table,
    ),
    Word(key="height", name="Heights", help=HEIGHT_HELP, default="auto", choices=HEIGHTS),
)


def _make(words: Mapping[str, str]) -> Surface:
    wanted = WORDS[-1].check(words["height"], words)
    found = imported(words)
    if not found.grids:
        raise MadeError(
            "file", "This file holds a recorded walk and no ground. Open its ground first."
        )
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


def recorded(words: Mapping[str, str]) -> tuple[Trajectory, ...]:
    """The walks that stand in the file, and in the one that was opened after it."""
    walks = imported(words).trajectories
    if not words.get("walk"):
        return walks
    try:
        return (*walks, *_read(words["walk"]).trajectories)
    except (FileError, MadeError):
        return walks  # it is gone; the ground is still here


def link_of(data: bytes, name: str, beside: Mapping[str, str] | None = None) -> str:
    """Keep a file and return the query that opens it; MadeError, a sentence, for a bad one.

    A file that holds recorded walks and no ground is laid over the one of the words `beside`.
    """
    token = store.keep(data, name)
    words = {"file": token}
    found = imported(words)
    if found.trajectories and not found.grids and (beside or {}).get("file"):
        words = {**(beside or {}), "walk": token}
    MEASURED.make({word.key: words.get(word.key, word.default) for word in WORDS})
    return urlencode({"surface": MEASURED.key, **words})
