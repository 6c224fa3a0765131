"""A long table, one row per place -> grids. Every place of the grid needs its row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from surfaces.files import named
from surfaces.files.errors import FileError, quoted
from surfaces.files.imported import Rows
from surfaces.files.table import Table
from surfaces.files.tidy import tidy
from surfaces.files.told import extent
from surfaces.grid import FEWEST, Grid
from surfaces.surface import Array
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

AXES = (
    *named.AXES,
    ("weight", "bias"),
    ("w", "b"),
    ("w1", "w2"),
    ("easting", "northing"),
)
SAME = 1e-9  # of an axis' extent: what is closer is one place, written with different rounding


class Places(NamedTuple):
    """Where each row of a table lies on a full grid."""

    x: Array  # (nx,), ascending
    y: Array  # (ny,)
    cells: NDArray[np.intp]  # (rows,), each of nx * ny once: iy * nx + ix


def long_grids(table: Table, x: str, y: str, heights: list[str]) -> tuple[tuple[Grid, ...], Rows]:
    """One grid per column of heights; FileError where a place is missing or there twice."""
    places = full_grid(table, x, y)
    if places is None:
        raise FileError(why_not(table, x, y))
    grids: list[Grid] = []
    rows: Rows = ()
    for name in heights:
        z = np.empty(places.cells.size)
        z[places.cells] = table.column(name)
        shaped = {"x": places.x, "y": places.y, "z": z.reshape(places.y.size, places.x.size)}
        grid, said = tidy(shaped, name=name, x_name=x, y_name=y)
        grids.append(grid)
        rows += said
    order = (N_("Orientation"), N_("Each row says where it lies."))
    return tuple(grids), (extent(grids[0]), order, *rows)


def full_grid(table: Table, x: str, y: str) -> Places | None:
    """Where the rows lie, if they fill a rectangular grid, each place once."""
    xs, ix = _distinct(table, x)
    ys, iy = _distinct(table, y)
    if xs.size * ys.size != len(table.values):
        return None
    cells = iy * xs.size + ix
    if np.unique(cells).size != cells.size:
        return None
    return Places(xs, ys, cells)


def first_grid(table: Table, names: Sequence[str]) -> tuple[str, str] | None:
    """The first two of the columns that are the axes of a full grid; None where no two are.

    Every pair is tried: where this finds none, choosing others by hand cannot help.
    """
    counts = {name: _distinct(table, name)[0].size for name in names if _is_axis(table, name)}
    for x, y in combinations(counts, 2):
        fits = counts[x] * counts[y] == len(table.values) and min(counts[x], counts[y]) >= FEWEST
        if fits and full_grid(table, x, y) is not None:
            return x, y
    return None


def _is_axis(table: Table, name: str) -> bool:
    """Whether a column can be an axis at all."""
    return bool(np.isfinite(table.column(name)).all())


def is_walk(table: Table, x: str, y: str) -> bool:
    """Whether most rows have an x or a y of their own, as the points of a recorded walk have.

    On a grid each value occurs at least FEWEST times, so rows that miss from one are no walk.
    """
    points = np.stack([table.column(x), table.column(y)], axis=-1)
    there = points[np.isfinite(points).all(axis=-1)]
    most = max((np.unique(axis).size for axis in there.T), default=0)
    return 2 < len(there) < 2 * most


def _distinct(table: Table, name: str) -> tuple[Array, NDArray[np.intp]]:
    """The distinct values of a column, ascending, and which of them each row has."""
    values = table.column(name)
    if not np.isfinite(values).all():
        row = table.rows[int(np.flatnonzero(~np.isfinite(values))[0])]
        text = N_("Row {row}: there is no place without a number in column {column}.")
        raise FileError(_(text, row=row, column=quoted(name)))
    distinct, which = np.unique(values, return_inverse=True)
    with np.errstate(over="ignore"):
        new = np.diff(distinct, prepend=-np.inf) > SAME * np.ptp(distinct)
    return distinct[new], (np.cumsum(new) - 1)[which]


def why_not(table: Table, x: str, y: str) -> str:
    """What keeps the rows from being a full grid."""
    (xs, ix), (ys, iy) = _distinct(table, x), _distinct(table, y)
    cells = iy * xs.size + ix
    order = np.argsort(cells, kind="stable")
    twice = np.flatnonzero(np.diff(cells[order]) == 0)
    if twice.size:
        a, b = (table.rows[order[twice[0] + k]] for k in (0, 1))
        text = N_("Rows {a} and {b} are at the same place. Each place of the grid may occur once.")
        return _(text, a=a, b=b)
    return _(
        "The rows are no full grid: {nx} values of {x} and {ny} of {y} make {places} places, but "
        "there are {rows} rows.",
        nx=xs.size,
        x=quoted(x),
        ny=ys.size,
        y=quoted(y),
        places=numeral(f"{xs.size * ys.size:,}"),
        rows=numeral(f"{len(cells):,}"),
    )
