"""Missing heights are a hole, and what fills it for the spline is never seen."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import Array
from surfaces.grid import Grid, GridError, grid_surface

AXIS = np.arange(9.0)


def bowl(*missing: tuple[int, int]) -> Grid:
    z = np.add.outer((AXIS - 4) ** 2, (AXIS - 4) ** 2)
    for iy, ix in missing:
        z[iy, ix] = np.nan
    return Grid(x=AXIS, y=AXIS + 100, z=z)


def loss(grid: Grid, x: float, y: float) -> float:
    return float(grid_surface(grid).loss(np.array([x, y])))


def test_every_cell_that_touches_a_missing_height_is_a_hole() -> None:
    surface = grid_surface(bowl((2, 5)))
    middles = np.stack(np.meshgrid(AXIS[:-1] + 0.5, AXIS[:-1] + 100.5), axis=-1)
    holes = np.argwhere(np.isnan(surface.loss(middles)))
    assert holes.tolist() == [[1, 4], [1, 5], [2, 4], [2, 5]]
    assert (
        np.isnan(surface.gradient(middles)).any(axis=-1) == np.isnan(surface.loss(middles))
    ).all()
    assert np.isnan(surface.hessian(middles[1, 4])).all()


def test_the_rim_belongs_to_the_ground_on_every_side() -> None:
    grid = bowl((4, 4))
    for x, y in ((3, 104), (5, 104), (4, 103), (4, 105), (3, 103), (5, 105)):
        assert np.isfinite(loss(grid, x, y)), (x, y)
    for x, y in ((3.001, 104), (4.999, 104), (4, 103.001), (4, 104.999), (4, 104)):
        assert np.isnan(loss(grid, x, y)), (x, y)


def test_a_height_among_holes_is_one_too() -> None:
    ring = [(iy, ix) for iy in (1, 2, 3) for ix in (1, 2, 3) if (iy, ix) != (2, 2)]
    assert np.isnan(loss(bowl(*ring), 2, 102))


def test_heights_far_from_a_hole_hardly_feel_it() -> None:
    p = np.array([7.5, 107.5])
    assert grid_surface(bowl((1, 1))).loss(p) == pytest.approx(
        float(grid_surface(bowl()).loss(p)), rel=1e-3
    )


def test_start_and_minimum_are_on_the_ground() -> None:
    corner = [(iy, ix) for iy in range(9) for ix in range(9) if iy > 3]  # four rows are left
    surface = grid_surface(bowl(*corner))
    assert np.isfinite(surface.loss(np.array(surface.start)))
    assert surface.minima == ()  # the lowest place is on the rim of the hole
    assert "rim" in surface.story


X = np.arange(5.0)


@pytest.mark.parametrize(
    ("x", "y", "z", "sentence"),
    [
        (X[:3], X, np.ones((5, 3)), "There are 3 values along x. A smooth ground needs 4 or more."),
        (X, X[::-1], np.ones((5, 5)), "y must increase from each value to the next."),
        (X, X, np.ones((4, 5)), "z has the shape (4, 5). With these axes it must be (5, 5)."),
        (X, X, np.ones(5), "z has 1 dimensions. z needs two, x and y one each."),
        (X, X, np.full((5, 5), np.nan), "All heights are missing."),
        (X, X, np.full((5, 5), np.inf), "z holds infinite values"),
        (X, X, np.full((5, 5), 1e101), "z holds infinite values, or some beyond 1e+100."),
        (X, X, np.where(np.indices((5, 5)).sum(0) % 2, 1, np.nan), "No four neighbouring heights"),
        (X, np.array([0, 1, np.nan, 3, 4]), np.ones((5, 5)), "y holds a value that is missing"),
        (X, np.array([0, 1e-9, 1, 2, 3]), np.ones((5, 5)), "differ more than 1,000,000 times"),
    ],
)
def test_what_is_no_grid_is_told_in_a_sentence(x: Array, y: Array, z: Array, sentence: str) -> None:
    with pytest.raises(GridError) as error:
        Grid(x=x, y=y, z=z)
    assert sentence in str(error.value)


def test_a_grid_owns_its_numbers() -> None:
    z = np.ones((5, 5))
    grid = Grid(x=X, y=X, z=z)
    z[:] = 7
    assert (grid.z == 1).all()
    with pytest.raises(ValueError, match="read-only"):
        grid.z[0, 0] = 7
