"""Landscapes that were measured elsewhere: one reader per file format.

Nothing here runs what stands in a file, follows a path in it, or writes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath

from surfaces.files.asc import read_asc
from surfaces.files.content import check_content
from surfaces.files.delimited import read_csv
from surfaces.files.errors import FileError, quoted
from surfaces.files.hdf5 import read_hdf5
from surfaces.files.hgt import read_hgt
from surfaces.files.imported import Import, Row, Rows, Trajectory
from surfaces.files.limits import MOST_BYTES, check_size
from surfaces.files.npy import read_npy
from surfaces.files.npz import read_npz
from surfaces.files.tidy import named_after, renamed
from surfaces.grid import GridError
from surfaces.words import N_, later
from surfaces.words import gettext as _

__all__ = [
    "FORMATS",
    "MOST_BYTES",
    "FileError",
    "Format",
    "Import",
    "Row",
    "Rows",
    "Trajectory",
    "read",
]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of file."""

    name: str  # as menus show it
    endings: tuple[str, ...]  # lower case, with the dot
    read: Callable[..., Import]  # (data, name); a table's takes `columns` too
    table: bool = False  # has columns to choose from


FORMATS = (
    Format(name=N_("Table"), endings=(".csv", ".tsv", ".txt"), read=read_csv, table=True),
    Format(name=N_("NumPy array"), endings=(".npy",), read=read_npy),
    Format(name=N_("NumPy archive"), endings=(".npz",), read=read_npz),
    Format(name=N_("HDF5, as the tool of Li et al."), endings=(".h5", ".hdf5"), read=read_hdf5),
    Format(name=N_("ESRI ASCII grid"), endings=(".asc",), read=read_asc),
    Format(name=N_("SRTM tile"), endings=(".hgt",), read=read_hgt),
)
PICKLES = (".pkl", ".pickle", ".pt", ".pth", ".joblib")


def read(data: bytes, name: str, *, columns: tuple[str, ...] = ()) -> Import:
    """What a file holds, by the ending of its `name`, which may be a path; only its end is used.

    `columns` chooses from a long table: x, y and one or more heights, or x and y of a walk.
    FileError, a sentence that begins with the file's name, for all that is no measured ground.
    """
    file = PurePath(name.replace("\\", "/")).name
    try:
        form = _format(file)
        check_size(data)
        check_content(data, form.endings[0])
        reader = partial(form.read, columns=columns) if form.table else form.read
        found = reader(data, file)
    except (FileError, GridError) as error:
        raise FileError(f"{quoted(file)}: {error}") from error
    grids = tuple(renamed(grid, file) for grid in found.grids)
    walks = found.trajectories if grids else named_after(file, found.trajectories)
    return replace(
        found,
        grids=grids,
        trajectories=walks,
        report=((N_("Format"), later(lambda: f"{_(found.format)}.")), *found.report),
    )


def _format(file: str) -> Format:
    ending = PurePath(file).suffix.lower()
    for form in FORMATS:
        if ending in form.endings:
            return form
    if ending in PICKLES:
        raise FileError(
            _(
                "This is a pickle, which can run code when it is opened. Save the numbers alone, "
                "with numpy.save."
            )
        )
    known = ", ".join(e for form in FORMATS for e in form.endings)
    text = N_("The ending {ending} is not known. Known are: {known}.")
    raise FileError(_(text, ending=quoted(ending), known=known))
