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
from surfaces.grid import FEWEST, TALLEST, Grid, suggested_height
from surfaces.surface import Array

Counts = NDArray[np.intp]  # an axis that only counts

MANY = 1e6  # highest over lowest size from which on the range is said to span decades


def tidy(grid_of: Mapping[str, Array | Counts], **about: str) -> tuple[Grid, Rows]:
    """The Grid of `x`, `y` and `z`, axes made ascending and infinite heights missing.

    `about` is what else a Grid holds. FileError where no ground can be made of it.
    """
    name = about.get("name") or "heights"
    x, y, z = (np.asarray(grid_of[key], dtype=np.float64) for key in "xyz")
    check_count(z.size, quoted(name))
    _check_shape(z, name)
    x, y, z, turned = _ascending(x, y, z)
    z, missing = _finite(z)
    direction = "up" if "acc" in name.lower() else "down"
    grid = Grid(x=x, y=y, z=z, direction=direction, **about)  # type: ignore[arg-type]
    return grid, (*turned, (name, " ".join((_range(grid), *missing, *_missing(grid)))))


def renamed(grid: Grid, file: str) -> Grid:
    """The same grid, from that file."""
    return replace(grid, file=file)


def named_after(file: str, walks: tuple[Trajectory, ...]) -> tuple[Trajectory, ...]:
    """The walks of a file that holds nothing else: its name says more than those of two columns."""
    stem = PurePath(file).stem
    several = len(walks) > 1
    return tuple(replace(walk, name=f"{stem}: {walk.name}" if several else stem) for walk in walks)


def _check_shape(z: Array, name: str) -> None:
    rows, columns = z.shape
    if min(rows, columns) < FEWEST:
        raise FileError(
            f"{quoted(name)} has {rows} rows and {columns} columns. "
            f"A smooth ground needs at least {FEWEST} of each."
        )
    if np.isnan(z).all():
        raise FileError(f"All heights of {quoted(name)} are missing.")


def _ascending(x: Array, y: Array, z: Array) -> tuple[Array, Array, Array, Rows]:
    """Axes and heights, flipped where an axis decreases."""
    rows: list[Row] = []
    for axis, values in ((1, x), (0, y)):
        label = "xy"[1 - axis]
        _check_axis(values, label)
        if values[0] > values[-1]:
            z = np.flip(z, axis)
            rows.append((f"{label} axis", "It decreases in the file, so it was turned round."))
    x, y = (values[::-1] if values[0] > values[-1] else values for values in (x, y))
    return x, y, z, tuple(rows)


def _check_axis(values: Array, label: str) -> None:
    if not np.isfinite(values).all():
        where = int(np.flatnonzero(~np.isfinite(values))[0]) + 1
        raise FileError(f"The {label} axis has no number at place {where}.")
    with np.errstate(over="ignore"):
        steps = np.diff(values)
    if not steps.any():
        raise FileError(f"The {label} axis is {values[0]:g} everywhere. It must change.")
    if (steps == 0).any():
        twice = values[int(np.flatnonzero(steps == 0)[0])]
        raise FileError(f"The {label} axis has {twice:g} twice. Each place may occur once.")
    if not ((steps > 0).all() or (steps < 0).all()):
        raise FileError(f"The {label} axis goes up and down. It must go one way.")


def _finite(z: Array) -> tuple[Array, tuple[str, ...]]:
    """Heights with nan instead of inf, and of what is too large to walk on."""
    large = np.abs(z) > TALLEST  # inf too
    if not large.any():
        return z, ()
    infinite = int(np.isinf(z).sum())
    parts = [f"{infinite} infinite"] if infinite else []
    if beyond := int(large.sum()) - infinite:
        parts.append(f"{beyond} beyond {TALLEST:g}")
    return np.where(large, np.nan, z), (f"{' and '.join(parts)} became missing.",)


def _missing(grid: Grid) -> tuple[str, ...]:
    gone = grid.z.size - grid.present.size
    if not gone:
        return ("None is missing.",)
    return (f"{gone} of {grid.z.size} are missing: a hole, which no walker can enter.",)


def _range(grid: Grid) -> str:
    heights = grid.present
    text = f"Heights from {heights.min():.6g} to {heights.max():.6g}{_in(grid.z_unit)}."
    if suggested_height(grid) != "log":
        return text
    sizes = np.abs(heights[heights != 0])
    decades = np.log10(sizes.max()) - np.log10(sizes.min())
    much = f" They span {decades:.0f} powers of ten." if decades >= np.log10(MANY) else ""
    return f"{text}{much} A log scale shows them best."


def _in(unit: str) -> str:
    return f" {unit}" if unit else ""


def extent(grid: Grid) -> Row:
    """The row that says how large the grid is, and from where to where."""
    ny, nx = grid.z.shape
    return "Shape", (
        f"{nx} along {grid.x_name}, from {grid.x[0]:g} to {grid.x[-1]:g}{_in(grid.unit)}; "
        f"{ny} along {grid.y_name}, from {grid.y[0]:g} to {grid.y[-1]:g}{_in(grid.unit)}."
    )


def trajectory(name: str, x: Array, y: Array) -> tuple[Trajectory, Row]:
    """The points of a recorded walk; those that are not numbers are left out, and reported."""
    if x.shape != y.shape or x.ndim != 1:
        raise FileError(
            f"The trajectory {quoted(name)} has {x.size} values of x and {y.size} of y. "
            "It needs as many of each."
        )
    points = np.stack([x, y], axis=-1).astype(np.float64)
    there = (np.abs(points) <= TALLEST).all(axis=-1)
    if there.sum() < 2:
        raise FileError(f"The trajectory {quoted(name)} has fewer than two points.")
    left = len(points) - int(there.sum())
    less = f" {left} that are not numbers were left out." if left else ""
    points = points[there]
    ends = " to ".join(f"({p[0]:.4g}, {p[1]:.4g})" for p in (points[0], points[-1]))
    return Trajectory(name=name, points=points), (
        "Trajectory",
        f"{quoted(name)}: {len(points)} points, from {ends}.{less}",
    )
