"""Arrays with names, as `.npz` and `.h5` files hold them -> grids, trajectories and rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from surfaces.files.errors import FileError, listed, quoted
from surfaces.files.imported import Row, Rows, Trajectory
from surfaces.files.tidy import tidy, trajectory
from surfaces.files.told import extent
from surfaces.grid import Grid, GridError
from surfaces.surface import Array
from surfaces.words import LANGUAGES, N_, language, later, speaking, verbatim
from surfaces.words import gettext as _

Arrays = Mapping[str, Array]

LI = ("xcoordinates", "ycoordinates")  # Li et al. (2018), whose tool fills in ravel order
AXES = (  # what people call their two axes, x first
    LI,
    ("x", "y"),
    ("xs", "ys"),
    ("alpha", "beta"),
    ("alphas", "betas"),
    ("alpha_grid", "beta_grid"),
    ("x_grid", "y_grid"),
    ("dir1", "dir2"),
)
BOTH = ("coordinates", "coords")  # one array for both axes
PATHS = (("proj_xcoord", "proj_ycoord"), ("path_x", "path_y"), ("traj_x", "traj_y"))
NEVER = N_("{n} were never filled in: -1 in loss and accuracy.")
ALONE = N_("{n} are -1, in the loss alone: kept as numbers.")
UNFILLED = -1.0  # what the tool of Li et al. puts into loss and accuracy before it starts


class Found(NamedTuple):
    grids: tuple[Grid, ...]
    trajectories: tuple[Trajectory, ...]
    rows: Rows


@dataclass(frozen=True)
class Axes:
    """The two axes and how the heights lie along them."""

    x: Array  # (nx,)
    y: Array  # (ny,)
    names: tuple[str, str]
    words: str
    ravel: bool = False  # heights were filled in the order of z[iy, ix], whatever their shape
    transposed: bool = False  # heights lie as z[ix, iy]

    def lay(self, z: Array) -> Array | None:
        """Heights as z[iy, ix], (ny, nx); None where they do not fit."""
        shape = (self.y.size, self.x.size)
        if z.shape == shape and not self.transposed:
            return z
        if z.shape == shape[::-1]:
            return z.ravel().reshape(shape) if self.ravel else z.T
        return None


def assemble(arrays: Arrays, others: Sequence[str] = ()) -> Found:
    """Find axes, heights and trajectories by name and shape; FileError where there are none.

    `others` names what the file holds beside its arrays of one and two dimensions.
    """
    paths, path_rows, taken = _paths(arrays)
    axes, used = _axes(arrays)
    rest = {k: a for k, a in arrays.items() if k not in used | taken}
    heights = {k: a for k, a in rest.items() if a.ndim == 2}
    if not heights and paths:
        return Found((), paths, (*path_rows, *left_unread(others)))
    if not heights:
        none = _("There are no heights in the file: no array has rows and columns.")
        raise FileError(f"{none} {_has(arrays, others)}")
    grids, rows = _grids(heights, axes)
    unread = [*(k for k, a in rest.items() if a.ndim != 2), *others]
    return Found(grids, paths, (*rows, *path_rows, *left_unread(unread)))


def left_unread(names: Sequence[str]) -> Rows:
    """The row that names what was not read; none where all was."""
    return ((N_("Left unread"), later(lambda: f"{listed(names)}.")),) if names else ()


def _has(arrays: Arrays, others: Sequence[str]) -> str:
    names = [*(f"{k} {a.shape}" for k, a in arrays.items()), *others]
    return _("It has {names}.", names=listed(names)) if names else _("It is empty.")


def _key(arrays: Arrays, name: str, dimensions: tuple[int, ...] = (1,)) -> str | None:
    """The array called that, in any case, with one of these numbers of dimensions."""
    for key, array in arrays.items():
        if key.lower() == name and array.ndim in dimensions:
            return key
    return None


def _paths(arrays: Arrays) -> tuple[tuple[Trajectory, ...], Rows, set[str]]:
    found: list[Trajectory] = []
    rows: list[Row] = []
    taken: set[str] = set()
    for names in PATHS:
        x, y = (_key(arrays, name) for name in names)
        if x and y:
            path, row = trajectory(verbatim(f"{x}, {y}"), arrays[x], arrays[y])
            found.append(path)
            rows.append(row)
            taken |= {x, y}
    return tuple(found), tuple(rows), taken


def _axes(arrays: Arrays) -> tuple[Axes | None, set[str]]:
    """The axes of a file, and the names of the arrays that they are."""
    for names in AXES:
        x, y = (_key(arrays, name, (1, 2)) for name in names)
        if x and y and arrays[x].ndim == arrays[y].ndim:
            make = _ranges if arrays[x].ndim == 1 else _meshes
            return make((x, y), arrays[x], arrays[y], ravel=names == LI), {x, y}
    for name in BOTH:
        if key := _key(arrays, name, (1, 2)):
            return _shared(key, arrays[key]), {key}
    return None, set()


def _ranges(names: tuple[str, str], x: Array, y: Array, *, ravel: bool = False) -> Axes:
    """Two arrays of coordinates."""
    if ravel:
        words = N_("Row by row from the lowest y, as numpy.meshgrid orders them: z[iy, ix].")
    elif x.size == y.size:
        words = N_("Rows are taken to lie along y: z[iy, ix]. The file does not say.")
    else:
        words = N_("Rows and columns were told apart by their numbers.")
    return Axes(x, y, names, words, ravel=ravel)


def _meshes(names: tuple[str, str], x: Array, y: Array, *, ravel: bool = False) -> Axes:
    """Two arrays as numpy.meshgrid makes them, which say themselves how rows lie."""
    for transposed in (False, True):
        a, b = (x.T, y.T) if transposed else (x, y)
        if a.shape == b.shape and a.size and (a == a[:1]).all() and (b == b[:, :1]).all():
            words = N_("Rows lie along y and columns along x, as the axes say.")
            if transposed:
                words = N_("Rows lie along x and columns along y, as the axes say.")
            return Axes(a[0], b[:, 0], names, words, transposed=transposed)
    raise FileError(
        _(
            "{x} and {y} are no rectangular mesh. Each must be the same in all rows, or in all "
            "columns.",
            x=quoted(names[0]),
            y=quoted(names[1]),
        )
    )


def _shared(name: str, values: Array) -> Axes:
    """One array for both axes: (n,), (2, n) or (n, 2)."""
    if values.ndim == 1:
        return _ranges((name, name), values, values)
    if 2 not in values.shape:
        text = N_("{name} has the shape {shape}. Two rows were expected.")
        raise FileError(_(text, name=quoted(name), shape=values.shape))
    x, y = values if values.shape[0] == 2 else values.T
    return _ranges((name, name), x, y)


def _grids(heights: Arrays, axes: Axes | None) -> tuple[tuple[Grid, ...], Rows]:
    """A grid of each array that can be one; FileError with the first reason where none can."""
    grids: list[Grid] = []
    rows: list[Row] = []
    problems: list[tuple[str, Array, ValueError]] = []
    for name, z, said in sorted(_filled(heights), key=_is_accuracy):  # losses first
        try:
            grid, told = _grid(name, z, axes)
        except (FileError, GridError) as error:
            problems.append((name, z, error))
            continue
        grids.append(grid)
        rows += [*told, *said]
    if not grids:
        raise FileError(str(problems[0][-1]))
    first: Rows = (extent(grids[0]), _orientation(axes))
    refused = tuple(_left_out(name, z, axes) for name, z, error in problems)
    return tuple(grids), (*first, *dict.fromkeys(rows), *refused)


def _left_out(name: str, z: Array, axes: Axes | None) -> Row:
    """The row of an array that is no grid: why not, in every language, for reports are kept."""
    why = {spoken: _refusal(name, z, axes, spoken) for spoken in LANGUAGES}
    return verbatim(name), later(lambda: _("Left out: {why}", why=why[language()]))


def _refusal(name: str, z: Array, axes: Axes | None, spoken: str) -> str:
    with speaking(spoken):
        try:
            _grid(name, z, axes)
        except (FileError, GridError) as error:
            return str(error)
    return ""


def _is_accuracy(found: tuple[str, Array, Rows]) -> bool:
    return "acc" in found[0].lower()


def _orientation(axes: Axes | None) -> Row:
    if axes:
        return N_("Orientation"), axes.words
    return N_("Axes"), N_(
        "There are none: rows and columns are counted from 0. Rows are taken to lie along y, the "
        "first one lowest: z[iy, ix]."
    )


def _grid(name: str, z: Array, axes: Axes | None) -> tuple[Grid, Rows]:
    if axes is None:
        return tidy({"x": np.arange(z.shape[1]), "y": np.arange(z.shape[0]), "z": z}, name=name)
    laid = axes.lay(z)
    if laid is None:
        raise FileError(
            _(
                "{name} has the shape {shape}, and the axes have {nx} values of x and {ny} of y.",
                name=quoted(name),
                shape=z.shape,
                nx=axes.x.size,
                ny=axes.y.size,
            )
        )
    x_name, y_name = axes.names if axes.names[0] != axes.names[1] else ("x", "y")
    return tidy({"x": axes.x, "y": axes.y, "z": laid}, name=name, x_name=x_name, y_name=y_name)


def _filled(heights: Arrays) -> list[tuple[str, Array, Rows]]:
    """Each array, with nan where the tool of Li et al. has never filled it in, and a row on that.

    Such a cell is -1 in loss and in accuracy. In one alone, -1 is a number: a log-likelihood may
    be negative.
    """
    never = [_never(heights, name) for name in heights if name.lower().endswith("loss")]
    result = []
    for name, z in heights.items():
        mask = np.zeros(z.shape, dtype=np.bool_)
        for pair in never:
            if pair is not None and pair.shape == z.shape:
                mask |= pair & (z == UNFILLED)
        said: Rows = ()
        if mask.any():
            said = (_counted(name, NEVER, int(mask.sum())),)
        elif (alone := int((z == UNFILLED).sum())) and name.lower().endswith("loss"):
            said = (_counted(name, ALONE, alone),)
        result.append((name, np.where(mask, np.nan, z), said))
    return result


def _counted(name: str, text: str, n: int) -> Row:
    return verbatim(name), later(lambda: _(text, n=n))


def _never(heights: Arrays, loss: str) -> NDArray[np.bool_] | None:
    """Where a loss and its accuracy are both -1; None where it has no accuracy."""
    accuracy = re.sub("loss$", "acc", loss, flags=re.IGNORECASE)
    for ending in ("", "uracy"):
        other = heights.get(accuracy + ending)
        if other is not None and other.shape == heights[loss].shape:
            both: NDArray[np.bool_] = (heights[loss] == UNFILLED) & (other == UNFILLED)
            return both
    return None
