"""A file of measured heights as ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

from app.made import store
from app.made.kind import HEIGHT_HELP, HEIGHTS, Choices, Kind, MadeError, Word, fitting_height
from surfaces import Array, Surface
from surfaces.files import FileError, Import, Trajectory, read
from surfaces.grid import grid_surface, suggested_height
from surfaces.words import N_, verbatim
from surfaces.words import gettext as _

GONE = N_("This file is no longer here. Open it again.")


@lru_cache(maxsize=4)  # the largest take some 100 MB
def _read(token: str, columns: tuple[str, ...] = ()) -> Import:
    found = store.find(token)
    if found is None:
        raise MadeError("file", _(GONE))
    return read(*found, columns=columns)


def imported(words: Mapping[str, str]) -> Import:
    """What stands in the file that the words name; MadeError, a sentence."""
    if not words.get("file"):
        raise MadeError("file", _("No file is open yet. Choose one, or drop it here."))
    columns: tuple[str, ...] = ()
    try:
        found = _read(words["file"])
        columns = _chosen(found, words)
        return _read(words["file"], columns) if columns else found
    except FileError as error:
        raise MadeError("x" if columns else "file", str(error)) from error


def _chosen(found: Import, words: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that the words choose: x, y, and all others as heights; none as they are."""
    taken = _axes(found)
    x, y = (words.get(key) or column for key, column in zip("xy", taken, strict=True))
    if (x, y) == taken or not found.columns:
        return ()
    return (x, y, *(name for name in found.columns if name not in (x, y)))


def _axes(found: Import) -> tuple[str, str]:
    """The columns of a long table that are x and y; ("", "") for all else."""
    if not (found.columns and found.grids):
        return "", ""
    return found.grids[0].x_name, found.grids[0].y_name


def _columns(words: Mapping[str, str]) -> Choices:
    """The columns of a long table of heights; none of other files."""
    try:
        found = _read(words.get("file", ""))
    except (FileError, MadeError):
        return ()
    return tuple((name, verbatim(name)) for name in found.columns if found.grids)


def _grids(words: Mapping[str, str]) -> Choices:
    """The arrays in the file; none where there is no file. Of a table any column may be heights."""
    if columns := _columns(words):
        return columns
    try:
        return tuple((grid.name, verbatim(grid.name)) for grid in imported(words).grids)
    except MadeError:
        return ()


def _axis(key: str, name: str, help: str) -> Word:
    return Word(
        key=key,
        name=name,
        help=help,
        default="",
        choices_of=_columns,
        needed=lambda words: bool(_columns(words)),
    )


WORDS = (
    Word(key="file", name=N_("File"), help="", default="", hidden=True),
    Word(key="walk", name=N_("Recorded walk"), help="", default="", hidden=True),
    _axis(
        "x",
        N_("Column of x"),
        N_("Which column of the table is x. Each x must meet each y in one row."),
    ),
    _axis(
        "y",
        N_("Column of y"),
        N_("Which column of the table is y. Each x must meet each y in one row."),
    ),
    Word(
        key="grid",
        name=N_("Heights of"),
        help=N_("Which of the arrays in the file is the ground, such as the training loss."),
        default="",
        choices_of=_grids,
    ),
    Word(key="height", name=N_("Heights"), help=HEIGHT_HELP, default="auto", choices=HEIGHTS),
)


def _make(words: Mapping[str, str]) -> Surface:
    wanted = WORDS[-1].check(words["height"], words)
    found = imported(words)
    if not found.grids:
        raise MadeError(
            "file",
            _(
                "This file holds a recorded walk and no ground, which needs a row for every pair "
                "of x and y. Open the ground first, then the walk."
            ),
        )
    grids = {grid.name: grid for grid in found.grids}
    name = words["grid"] or found.grids[0].name
    if name not in grids:
        said = {"name": name[:40], "names": ", ".join(grids)}
        raise MadeError("grid", _("No heights are called '{name}'. Choose: {names}.", **said))
    grid = grids[name]
    surface = grid_surface(grid, height=suggested_height(grid))
    if wanted != "auto":
        surface = replace(surface, height=fitting_height(surface, wanted))
    x, y = _axes(found)
    return replace(surface, words={**words, "x": x, "y": y, "grid": name})


MEASURED = Kind(key="file", name=N_("A measured file"), words=WORDS, make=_make)


def recorded(words: Mapping[str, str]) -> tuple[Trajectory, ...]:
    """The walks that stand in the file, and in the one that was opened after it."""
    walks = imported(words).trajectories
    if not words.get("walk"):
        return walks
    try:
        return (*walks, *_read(words["walk"]).trajectories)
    except (FileError, MadeError):
        return walks  # it is gone; the ground is still here


def recorded_losses(surface: Surface) -> tuple[Array, ...]:
    """The heights of the ground under each walk recorded on it, (points,) each; nan off the map."""
    if surface.key != MEASURED.key:
        return ()
    return tuple(surface.loss(walk.points) for walk in recorded(surface.words))


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
