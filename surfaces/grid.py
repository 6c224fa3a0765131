"""Heights measured on a grid -> smooth Surface."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from surfaces.lowest import Lowest, lowest, walk_from
from surfaces.spline import Spline, fit
from surfaces.surface import Array, Surface
from surfaces.words import N_, later, numeral, verbatim
from surfaces.words import gettext as _

FEWEST = 4  # values along each axis: a cubic has four coefficients
TALLEST = 1e100  # lengths are squared on the way: twice the digits still fit into a float
UNEVEN = 1e6  # widest gap over narrowest: beyond it the spline loses half of a float's 16 digits
CROWDED = 100  # times the height that half of the ground stays below: a linear picture is flat
SLENDER = 10  # times as long as wide: to one scale the map would be a strip


class GridError(ValueError):
    """A sentence: what is wrong with the heights or their axes."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """Heights on a rectangular mesh, which need not be even."""

    x: Array  # (nx,), strictly increasing
    y: Array  # (ny,), strictly increasing
    z: Array  # (ny, nx) as z[iy, ix]; nan where missing
    name: str = ""  # of the array: "train_loss"
    file: str = ""  # that it came from
    x_name: str = "x"
    y_name: str = "y"
    unit: str = ""  # of x and y; "" where nobody says
    z_unit: str = ""
    direction: Literal["down", "up"] = "down"  # an accuracy is there to be climbed

    def __post_init__(self) -> None:
        for field in ("x", "y", "z"):
            object.__setattr__(self, field, _floats(getattr(self, field), field))
        _check_axis(self.x, "x")
        _check_axis(self.y, "y")
        _check_heights(self.z, (self.y.size, self.x.size))

    @property
    def present(self) -> Array:
        """The heights that are not missing, (n,)."""
        heights: Array = self.z[np.isfinite(self.z)]
        return heights

    @property
    def title(self) -> str:
        """Name of the file without its ending, and of the array."""
        return ", ".join(part for part in (PurePath(self.file).stem, self.name) if part)


def _floats(values: ArrayLike, field: str) -> Array:
    array = np.array(values, dtype=np.float64)  # a copy: nobody else can change it
    array.setflags(write=False)
    if array.ndim != (2 if field == "z" else 1):
        text = N_("{field} has {n} dimensions. z needs two, x and y one each.")
        raise GridError(_(text, field=field, n=array.ndim))
    return array


def _check_axis(axis: Array, field: str) -> None:
    if axis.size < FEWEST:
        raise GridError(
            _(
                "There are {n} values along {field}. A smooth ground needs {fewest} or more.",
                n=axis.size,
                field=field,
                fewest=FEWEST,
            )
        )
    if not (np.abs(axis) <= TALLEST).all():
        text = N_("{field} holds a value that is missing or beyond {limit}.")
        raise GridError(_(text, field=field, limit=f"{TALLEST:g}"))
    gaps = np.diff(axis)
    if not (gaps > 0).all():
        raise GridError(_("{field} must increase from each value to the next.", field=field))
    if gaps.max() > UNEVEN * gaps.min():
        raise GridError(
            _(
                "The gaps along {field} differ more than {uneven} times: from {narrow} to {wide}. "
                "No smooth ground can be drawn through that.",
                field=field,
                uneven=numeral(f"{UNEVEN:,.0f}"),
                narrow=numeral(f"{gaps.min():g}"),
                wide=numeral(f"{gaps.max():g}"),
            )
        )


def _check_heights(z: Array, shape: tuple[int, int]) -> None:
    if z.shape != shape:
        text = N_("z has the shape {shape}. With these axes it must be {wanted}.")
        raise GridError(_(text, shape=z.shape, wanted=shape))
    present = np.isfinite(z)
    if np.isinf(z).any() or (np.abs(z[present]) > TALLEST).any():
        text = N_("z holds infinite values, or some beyond {limit}. Write nan there.")
        raise GridError(_(text, limit=f"{TALLEST:g}"))
    if not present.any():
        raise GridError(_("All heights are missing."))
    if not _whole(present).any():
        raise GridError(_("No four neighbouring heights are all there: the whole map is a hole."))


def _whole(present: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which cells have all four corners: (ny - 1, nx - 1) for (ny, nx)."""
    cells: NDArray[np.bool_] = (
        present[1:, 1:] & present[1:, :-1] & present[:-1, 1:] & present[:-1, :-1]
    )
    return cells


def suggested_height(grid: Grid) -> Literal["linear", "log"]:
    """How to draw it: log where half of the ground lies in the lowest hundredth of the range."""
    heights = grid.present
    low, middle, high = heights.min(), np.median(heights), heights.max()
    return "log" if high - low > CROWDED * (middle - low) > 0 else "linear"


def grid_surface(
    grid: Grid, *, height: Literal["linear", "log", "clipped"] = "linear", key: str = "file"
) -> Surface:
    """The ground through the heights: a bicubic spline, with its own exact derivatives.

    Every cell that touches a missing height is a hole, and so is all that is off the grid: nan
    there, in height and slope. What missing heights are replaced by to fit the spline is never
    shown. The walk is on the whole grid; only pictures thin it, through `Surface.mesh`.
    """
    uphill = grid.direction == "up"
    spline = fit(grid.x, grid.y, grid.z, _whole(np.isfinite(grid.z)))
    goal = lowest(spline, uphill=uphill)
    start, story = walk_from(spline, goal, uphill=uphill)
    place = (goal.place,) if goal else ()
    across, along = np.ptp(grid.x), np.ptp(grid.y)
    return Surface(
        key=key,
        name=verbatim(grid.title) if grid.title else N_("Measured ground"),
        loss=spline.height,
        gradient=spline.gradient,
        exact_hessian=spline.hessian,
        x=(float(grid.x[0]), float(grid.x[-1])),
        y=(float(grid.y[0]), float(grid.y[-1])),
        minima=() if uphill else place,
        maxima=place if uphill else (),
        optimum=goal.height if goal else None,
        start=start,
        story=_story(_measured(grid.z.shape, spline), story, _beyond(grid, goal)),
        source=grid.file or "heights that were given",
        direction=grid.direction,
        height=height,
        equal_axes=bool(max(across, along) <= SLENDER * min(across, along)),
    )


def _story(*parts: str) -> str:
    return later(lambda: " ".join(_(part) for part in parts if part))


def _measured(shape: tuple[int, ...], spline: Spline) -> str:
    ny, nx = shape
    text = N_("Measured at {nx} x {ny} places, with a {spline} between them.")
    return later(lambda: _(text, nx=nx, ny=ny, spline=spline.words))


def _beyond(grid: Grid, goal: Lowest | None) -> str:
    """A sentence where the spline goes beyond all that was measured, as it does between heights."""
    if goal is None:
        return ""
    uphill = grid.direction == "up"
    measured = float(grid.present.max() if uphill else grid.present.min())
    if f"{goal.height:.3g}" == f"{measured:.3g}":
        return ""
    there, here = f"{goal.height:.3g}", f"{measured:.3g}"
    text = N_("The spline reaches {there} in it; the lowest measured height is {here}.")
    if uphill:
        text = N_("The spline reaches {there} in it; the highest measured height is {here}.")
    return later(lambda: _(text, there=numeral(there), here=numeral(here)))
