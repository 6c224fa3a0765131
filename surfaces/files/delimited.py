"""`.csv`, `.tsv` and `.txt`: a matrix of heights, a long table of places, or a recorded walk."""

from __future__ import annotations

import re

import numpy as np

from surfaces.files.errors import FileError, listed, quoted
from surfaces.files.imported import Import, Row, Rows, Trajectory
from surfaces.files.long import AXES, first_grid, is_walk, long_grids, why_not
from surfaces.files.named import PATHS, left_unread
from surfaces.files.table import Table, read_table
from surfaces.files.tidy import tidy, trajectory
from surfaces.files.told import extent
from surfaces.grid import FEWEST, Grid
from surfaces.surface import Array
from surfaces.words import N_, later, verbatim
from surfaces.words import gettext as _

INDEX = ("", "index", "unnamed: 0")  # how a column that only counts the rows is called
STEPS = ("epoch", "step", "iteration", "iter", "time")  # the same on a recorded walk
TABLE, MATRIX, WALK = N_("Long table"), N_("Matrix of heights"), N_("Recorded trajectory")
CALLED = N_("x is {x} and y is {y}: as they are called.")  # why these columns
CHOSEN = N_("x is {x} and y is {y}: as chosen.")
FIRST = N_("x is {x} and y is {y}: the first two that make a full grid.")
NUMBERED = re.compile(r"(\D*)(\d+)")  # V1, V2, V3: columns that were given no names


def read_csv(data: bytes, name: str, columns: tuple[str, ...] = ()) -> Import:
    """The grids or the walk in a table.

    `columns` chooses: x, y and one or more heights of a long table, or x and y of a walk.
    """
    if len(columns) == 1:
        raise FileError(_("One column was chosen. Choose x, y and a height, or x and y of a walk."))
    table = read_table(data, columns)
    form, grids, paths, rows = _read(table, bool(columns))
    said: Rows = ()
    if table.comma:
        said = ((N_("Numbers"), N_("1,5 was read as one and a half.")),)
    if table.text:
        texts = table.text  # not all of the table: reports are kept
        unread = later(lambda: _("{names}: text.", names=listed(texts)))
        said += ((N_("Left unread"), unread),)
    return Import(
        file=name,
        format=form,
        grids=grids,
        trajectories=paths,
        report=(*rows, *said),
        columns=() if form == MATRIX else table.names,
    )


Parts = tuple[str, tuple[Grid, ...], tuple[Trajectory, ...], Rows]


def _read(table: Table, chosen: bool) -> Parts:
    names = [n for n in table.names if chosen or n.lower() not in INDEX]
    if len(names) == 2:
        return _walk(table, (names[0], names[1]))
    if chosen:
        return _long(table, names[:2], names[2:], CHOSEN)
    if _is_matrix(table):
        return _matrix(table)
    return _by_name(table, names)


def _is_matrix(table: Table) -> bool:
    """Not three columns, and no header, one of numbers, or one that only counts the columns."""
    if not table.header:
        return len(table.names) != 3 and first_grid(table, table.names[:2]) is None
    if _axis(table) is not None:
        return True
    found = [NUMBERED.fullmatch(name) for name in table.names]
    stems = {m[1] for m in found if m}
    return all(found) and len(stems) == 1 and len(found) > 3


def _axis(table: Table) -> list[float] | None:
    """The numbers that a header has above all columns but the first; None where it has others."""
    try:
        return [float(name) for name in table.names[1:]] if table.header else None
    except ValueError:
        return None


def _by_name(table: Table, names: list[str]) -> Parts:
    """A long table whose header says what is what, or whose rows do."""
    paths, rows, taken = _paths(table, names)
    rest = [n for n in names if n not in taken]
    axes, why = _axes(rest), CALLED
    if axes is None and paths:
        return WALK, (), paths, rows + left_unread(rest)
    if axes is None:
        axes, why = first_grid(table, rest), FIRST
    x, y = axes or _first_two(rest)
    if is_walk(table, x, y):
        return _no_grid(table, x, y)
    if axes is None:
        no_others = _("No other two columns make one either.")
        raise FileError(f"{why_not(table, x, y)} {no_others}")
    after = rest.index(y) + 1  # heights mostly stand to the right of their places
    heights = [n for n in (*rest[after:], *rest[:after]) if n not in axes]
    found = _long(table, [x, y], heights, why)
    return TABLE, found[1], paths, (*found[3], *rows)


def _first_two(names: list[str]) -> tuple[str, str]:
    """The first two columns that do not count steps."""
    x, y, *_others = (*(n for n in names if n.lower() not in STEPS), "", "")
    if not y:
        text = N_("A table needs columns for x, y and a height. It has: {names}.")
        raise FileError(_(text, names=listed(names)))
    return x, y


def _no_grid(table: Table, x: str, y: str) -> Parts:
    """The rows of a long table as the points of a walk, and why."""
    form, grids, paths, rows = _walk(table, (x, y))
    text = N_("Places along {names} fill no grid, so the rows are the points of a walk.")
    why = later(lambda: _(text, names=listed((x, y))))
    return form, grids, paths, ((N_("Columns"), why), *rows)


def _axes(names: list[str]) -> tuple[str, str] | None:
    """The two columns that are called as axes are; None where there are no such."""
    lower = [n.lower() for n in names]
    for pair in AXES:
        if pair[0] in lower and pair[1] in lower:
            return names[lower.index(pair[0])], names[lower.index(pair[1])]
    return None


def _paths(table: Table, names: list[str]) -> tuple[tuple[Trajectory, ...], Rows, tuple[str, ...]]:
    lower = [n.lower() for n in names]
    for pair in PATHS:
        if pair[0] in lower and pair[1] in lower:
            x, y = (names[lower.index(name)] for name in pair)
            *_form, found, rows = _walk(table, (x, y))
            return found, rows, (x, y)
    return (), (), ()


def _walk(table: Table, names: tuple[str, str]) -> Parts:
    x, y = (table.column(name) for name in names)
    title = verbatim(", ".join(names)) if table.header else N_("recorded")
    path, row = trajectory(title, x, y)
    return WALK, (), (path,), (row,)


def _long(table: Table, axes: list[str], heights: list[str], why: str) -> Parts:
    if not heights:
        raise FileError(_("There is no column of heights beside {axes}.", axes=listed(axes)))
    grids, rows = long_grids(table, axes[0], axes[1], heights)
    taken: Row = (
        N_("Columns"),
        later(lambda: _(why, x=quoted(axes[0]), y=quoted(axes[1]))),
    )
    return TABLE, grids, (), (rows[0], taken, *rows[1:])


def _matrix(table: Table) -> Parts:
    """Heights as rows of numbers; the axes may stand above and before them."""
    values = table.values
    rows: Rows = ()
    axis = _axis(table)
    if axis is not None:
        grid, said = _labelled(np.array(axis), values[:, 0], values[:, 1:])
    elif not table.header and _has_corner(values):
        grid, said = _labelled(values[0, 1:], values[1:, 0], values[1:, 1:])
    else:
        values, rows = _without_counts(table)
        y, x = (np.arange(n) for n in values.shape)
        grid, said = tidy({"x": x, "y": y, "z": values}, name="heights")
        none = N_("There are none: rows and columns are counted from 0.")
        said = ((N_("Axes"), none), *said)
    order: Row = (
        N_("Orientation"),
        N_("Rows lie along y, columns along x. Without axes, the first row is the lowest y."),
    )
    return MATRIX, (grid,), (), (extent(grid), order, *rows, *said)


def _labelled(x: Array, y: Array, z: Array) -> tuple[Grid, Rows]:
    grid, said = tidy({"x": x, "y": y, "z": z}, name="heights")
    return grid, ((N_("Axes"), N_("x stands in the first row, y in the first column.")), *said)


def _has_corner(values: Array) -> bool:
    """Whether the first row and column are axes: the corner is empty, and both go one way."""
    if min(values.shape) <= FEWEST or not np.isnan(values[0, 0]):
        return False
    steps = [np.diff(edge) for edge in (values[0, 1:], values[1:, 0])]
    return all((s > 0).all() or (s < 0).all() for s in steps)


def _without_counts(table: Table) -> tuple[Array, Rows]:
    """Heights without a first row 0, 1, 2 ..., which pandas writes above columns without names."""
    values = table.values
    counts = np.array_equal(values[0], np.arange(values.shape[1]))
    if table.header or not counts or (values == np.rint(values)).all():
        return values, ()
    counted = N_("The first row, 0, 1, 2 ..., only counts columns: left out.")
    return values[1:], ((N_("Header"), counted),)
