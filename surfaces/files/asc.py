"""ESRI's ASCII grid, `.asc`: a few keys, then heights in rows from north to south.

Format: Esri, ArcGIS Pro documentation, Esri ASCII raster format.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import chain

import numpy as np

from surfaces.files.errors import FileError, quoted
from surfaces.files.imported import Import, Rows
from surfaces.files.limits import check_count
from surfaces.files.lines import lines, number, numbers
from surfaces.files.tidy import tidy
from surfaces.files.told import extent
from surfaces.surface import Array
from surfaces.words import N_, later, numeral
from surfaces.words import gettext as _

NEEDED = ("ncols", "nrows", "cellsize")
CORNERS = (("xllcorner", "xllcenter"), ("yllcorner", "yllcenter"))
KEYS = (*NEEDED, *CORNERS[0], *CORNERS[1], "nodata_value")
NODATA = -9999.0  # where the file names no other
ROUNDED = 1e-6  # of NODATA: -3.4e38 is written with more digits in some places than in others
DEGREE = 0.1  # a cell this small, on a map within 180 by 90, is probably in degrees

Line = tuple[int, str]


def read_asc(data: bytes, name: str) -> Import:
    """The heights of an ASCII grid, y growing to the north."""
    keys, rest = _keys(lines(data))
    columns, rows = int(keys["ncols"]), int(keys["nrows"])
    z = _heights(rest, rows, columns)
    nodata = keys.get("nodata_value", NODATA)
    missing = np.isnan(z) | (np.abs(z - nodata) <= ROUNDED * abs(nodata))
    heights = np.where(missing, np.nan, z)[::-1]
    x, y = (_axis(keys, pair, n) for pair, n in zip(CORNERS, (columns, rows), strict=True))
    grid, said = tidy({"x": x, "y": y, "z": heights}, name="heights")
    report: Rows = (
        extent(grid),
        (N_("Orientation"), N_("Rows run from north to south in the file; y grows to the north.")),
        (N_("Units"), _units(grid.x, grid.y, keys["cellsize"])),
        (N_("No data"), later(lambda: _no_data(nodata))),
        *said,
    )
    return Import(file=name, format=N_("ESRI ASCII grid"), grids=(grid,), report=report)


def _keys(found: Iterator[Line]) -> tuple[dict[str, float], Iterator[Line]]:
    """The header by its keys in lower case, and the lines below it."""
    keys: dict[str, float] = {}
    for row, line in found:
        key, *values = line.split()
        if key.lower() not in KEYS or len(values) != 1:
            _check(keys, row, key)
            return keys, chain([(row, line)], found)
        keys[key.lower()] = number(values[0], row, 2)
    _check(keys, 1, "")
    raise FileError(_("There are no heights below the header."))


def _check(keys: dict[str, float], row: int, key: str) -> None:
    """FileError where the header is not whole."""
    for name in NEEDED:
        if name not in keys:
            seen = " " + _("There stands {key}.", key=quoted(key)) if key else ""
            lacks = _("Row {row}: the header does not say {name}.", row=row, name=name)
            raise FileError(lacks + seen)
        if not 0 < keys[name] < 1e9:
            text = N_("The header's {name} must be above 0, not {value}.")
            raise FileError(_(text, name=name, value=f"{keys[name]:g}"))
    for name in NEEDED[:2]:
        if keys[name] != int(keys[name]):
            text = N_("The header's {name} must be a whole number, not {value}.")
            raise FileError(_(text, name=name, value=f"{keys[name]:g}"))
    check_count(int(keys["nrows"] * keys["ncols"]), _("The grid"))


def _heights(found: Iterator[Line], rows: int, columns: int) -> Array:
    """The numbers below the header, (rows, columns); lines may be broken anywhere."""
    values = array("d")
    for row, line in found:
        values.extend(numbers(line.split(), row))
        if len(values) > rows * columns:
            break
    if len(values) != rows * columns:
        raise FileError(_not_as_promised(rows, columns, len(values)))
    return np.array(values).reshape(rows, columns)


def _not_as_promised(rows: int, columns: int, found: int) -> str:
    text = N_("The header promises {rows} rows of {columns}, {wanted} heights; there are {found}.")
    if found > rows * columns:
        text = N_(
            "The header promises {rows} rows of {columns}, {wanted} heights; there are more than "
            "that."
        )
    return _(
        text,
        rows=rows,
        columns=columns,
        wanted=numeral(f"{rows * columns:,}"),
        found=numeral(f"{found:,}"),
    )


def _axis(keys: dict[str, float], names: tuple[str, str], count: int) -> Array:
    """Where the middles of the cells are, (count,). A corner is half a cell before the first."""
    corner, centre = names
    first = keys.get(centre, keys.get(corner, 0.0) + keys["cellsize"] / 2)
    return np.asarray(first + keys["cellsize"] * np.arange(count))


def _units(x: Array, y: Array, cell: float) -> str:
    if cell <= DEGREE and np.abs(x).max() <= 180 and np.abs(y).max() <= 90:
        return N_(
            "x and y look like degrees, heights like metres: slopes are then no slopes of the "
            "ground. Project the grid to metres to see the steepest way."
        )
    return N_("The file does not say them. x, y and heights are taken to share one unit.")


def _no_data(value: float) -> str:
    return _("{value} stands for a missing height.", value=numeral(f"{value:g}"))
