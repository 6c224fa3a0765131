"""Arrays as they stand in a file -> Grid, and rows that say what was done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from surfaces.files.errors import FileError, quoted
from surfaces.files.imported import Row, Rows, Trajectory
from surfaces.files.limits import check_count
from surfaces.files.told import heights_told, walk_told
from surfaces.grid import FEWEST, TALLEST, Grid
from surfaces.surface import Array
from surfaces.words import N_, later, numeral, verbatim
from surfaces.words import gettext as _

UNNAMED = N_("heights")  # of a file that gives them no name
Counts = NDArray[np.intp]  # an axis that only counts


def tidy(grid_of: Mapping[str, Array | Counts], **about: str) -> tuple[Grid, Rows]:
    """The Grid of `x`, `y` and `z`, axes made ascending and infinite heights missing.

    `about` is what else a Grid holds. FileError where no ground can be made of it.
    """
    name = about.get("name") or UNNAMED
    x, y, z = (np.asarray(grid_of[key], dtype=np.float64) for key in "xyz")
    check_count(z.size, quoted(name))
    _check_shape(z, name)
    x, y, z, turned = _ascending(x, y, z)
    z, infinite, beyond = _finite(z)
    direction = "up" if "acc" in name.lower() else "down"
    grid = Grid(x=x, y=y, z=z, direction=direction, **about)  # type: ignore[arg-type]
    label = UNNAMED if name == UNNAMED else verbatim(name)
    return grid, (*turned, (label, heights_told(grid, infinite, beyond)))


def renamed(grid: Grid, file: str) -> Grid:
    """The same grid, from that file."""
    return replace(grid, file=file)


def named_after(file: str, walks: tuple[Trajectory, ...]) -> tuple[Trajectory, ...]:
    """The walks of a file that holds nothing else: its name says more than those of two columns."""
    stem = PurePath(file).stem
    if len(walks) == 1:
        return (replace(walks[0], name=verbatim(stem)),)
    return tuple(replace(walk, name=_named(stem, walk)) for walk in walks)


def _named(stem: str, walk: Trajectory) -> str:
    return later(lambda: f"{stem}: {_(walk.name)}")


def _check_shape(z: Array, name: str) -> None:
    rows, columns = z.shape
    if min(rows, columns) < FEWEST:
        raise FileError(
            _(
                "{name} has {rows} rows and {columns} columns. "
                "A smooth ground needs at least {fewest} of each.",
                name=quoted(name),
                rows=rows,
                columns=columns,
                fewest=FEWEST,
            )
        )
    if np.isnan(z).all():
        raise FileError(_("All heights of {name} are missing.", name=quoted(name)))


def _ascending(x: Array, y: Array, z: Array) -> tuple[Array, Array, Array, Rows]:
    """Axes and heights, flipped where an axis decreases."""
    rows: list[Row] = []
    for axis, values in ((1, x), (0, y)):
        label = "xy"[1 - axis]
        _check_axis(values, label)
        if values[0] > values[-1]:
            z = np.flip(z, axis)
            axis_name = N_("y axis") if axis == 0 else N_("x axis")
            rows.append((axis_name, N_("It decreases in the file, so it was turned round.")))
    x, y = (values[::-1] if values[0] > values[-1] else values for values in (x, y))
    return x, y, z, tuple(rows)


def _check_axis(values: Array, label: str) -> None:
    if not np.isfinite(values).all():
        where = int(np.flatnonzero(~np.isfinite(values))[0]) + 1
        text = N_("The {axis} axis has no number at place {place}.")
        raise FileError(_(text, axis=label, place=where))
    with np.errstate(over="ignore"):
        steps = np.diff(values)
    if not steps.any():
        text = N_("The {axis} axis is {value} everywhere. It must change.")
        raise FileError(_(text, axis=label, value=numeral(f"{values[0]:g}")))
    if (steps == 0).any():
        twice = values[int(np.flatnonzero(steps == 0)[0])]
        text = N_("The {axis} axis has {value} twice. Each place may occur once.")
        raise FileError(_(text, axis=label, value=numeral(f"{twice:g}")))
    if not ((steps > 0).all() or (steps < 0).all()):
        raise FileError(_("The {axis} axis goes up and down. It must go one way.", axis=label))


def _finite(z: Array) -> tuple[Array, int, int]:
    """Heights with nan instead of inf, and of what is too large to walk on; how many of each."""
    large = np.abs(z) > TALLEST  # inf too
    if not large.any():
        return z, 0, 0
    infinite = int(np.isinf(z).sum())
    return np.where(large, np.nan, z), infinite, int(large.sum()) - infinite


def trajectory(name: str, x: Array, y: Array) -> tuple[Trajectory, Row]:
    """The points of a recorded walk; those that are not numbers are left out, and reported."""
    if x.shape != y.shape or x.ndim != 1:
        raise FileError(
            _(
                "The trajectory {name} has {nx} values of x and {ny} of y. "
                "It needs as many of each.",
                name=quoted(_(name)),
                nx=x.size,
                ny=y.size,
            )
        )
    points = np.stack([x, y], axis=-1).astype(np.float64)
    there = (np.abs(points) <= TALLEST).all(axis=-1)
    if there.sum() < 2:
        text = N_("The trajectory {name} has fewer than two points.")
        raise FileError(_(text, name=quoted(_(name))))
    walk = Trajectory(name=name, points=points[there])
    return walk, walk_told(walk, left_out=int((~there).sum()))
