"""The lowest place, the start, and what the surface says of itself."""

from __future__ import annotations

import time

import numpy as np
import pytest
from scipy.optimize import minimize

from surfaces import Surface
from surfaces.grid import Grid, grid_surface, suggested_height

X, Y = np.linspace(-2, 2, 41), np.linspace(-1, 3, 31)
MX, MY = np.meshgrid(X, Y)


def grid(z: np.ndarray, **about: str) -> Grid:
    return Grid(x=X, y=Y, z=z, **about)  # type: ignore[arg-type]


ROSENBROCK = (1 - MX) ** 2 + 100 * (MY - MX**2) ** 2


def test_a_known_minimum_is_found() -> None:
    surface = grid_surface(grid((MX - 0.123) ** 2 + 3 * (MY - 0.987) ** 2 + 5))
    np.testing.assert_allclose(surface.minima, [(0.123, 0.987)], atol=1e-9)
    assert surface.optimum == pytest.approx(5, abs=1e-12) and surface.maxima == ()


def smooth(seed: int) -> Grid:
    dice = np.random.default_rng(seed)
    waves, phases = dice.normal(size=(12, 2)) * 2, dice.uniform(0, 7, size=12)
    return grid(
        np.cos(np.einsum("wk,kij->wij", waves, np.array([MX, MY])) + phases[:, None, None]).sum(0)
    )


def _searched(surface: Surface) -> float:
    """The lowest height, by scipy's search from a fine mesh."""
    x, y, z = surface.mesh(201)
    order = np.argsort(z, axis=None)[:20]
    starts = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)[order]
    ends = [
        minimize(
            lambda p: float(surface.loss(p)),
            s,
            bounds=(surface.x, surface.y),
            method="Nelder-Mead",
            options={"xatol": 1e-9, "fatol": 1e-13},
        )
        for s in starts
    ]
    return min(float(e.fun) for e in ends)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lower(seed: int) -> None:
    surface = grid_surface(smooth(seed))
    lowest = _searched(surface)
    if surface.minima:
        assert surface.optimum == pytest.approx(lowest, abs=1e-9)
        np.testing.assert_allclose(surface.gradient(np.array(surface.minima[0])), 0, atol=1e-9)
    else:  # then the lowest place is on the rim
        low, high = np.array([X[0], Y[0]]), np.array([X[-1], Y[-1]])
        edge = np.concatenate(
            [
                np.linspace(low, (high[0], low[1]), 4001),
                np.linspace(low, (low[0], high[1]), 4001),
                np.linspace((high[0], low[1]), high, 4001),
                np.linspace((low[0], high[1]), high, 4001),
            ]
        )
        assert surface.loss(edge).min() == pytest.approx(lowest, abs=1e-4)


def test_two_equal_minima_are_not_one() -> None:
    surface = grid_surface(grid((MX**2 - 1) ** 2 + (MY - 1) ** 2))
    assert surface.minima == () and surface.optimum is None


def test_a_slope_has_no_lowest_place_inside() -> None:
    surface = grid_surface(grid(MX + 2 * MY))
    assert surface.minima == () and "rim" in surface.story


def test_flat_ground_is_ground() -> None:
    surface = grid_surface(grid(np.full_like(MX, 3.0)))
    assert surface.minima == () and surface.contains(np.array(surface.start))


def test_an_accuracy_is_climbed() -> None:
    surface = grid_surface(grid(100 - ROSENBROCK, direction="up"))
    assert surface.direction == "up" and surface.minima == ()
    np.testing.assert_allclose(surface.maxima, [(1, 1)], atol=1e-3)  # x**4 is no cubic


@pytest.mark.parametrize("z", [ROSENBROCK, ROSENBROCK + 1e6, 1e-6 * ROSENBROCK, 1e90 * ROSENBROCK])
def test_the_story_is_true(z: np.ndarray) -> None:
    surface = grid_surface(grid(z))
    assert "lead to the lowest place" in surface.story
    p = np.array(surface.start)
    assert surface.contains(p) and np.linalg.norm(surface.gradient(p)) > 0
    for _ in range(3000):
        slope = surface.gradient(p)
        p = p - 0.01 * slope / np.linalg.norm(slope)
    np.testing.assert_allclose(p, surface.minima[0], atol=0.1)


def test_the_story_says_where_the_spline_goes_beyond_what_was_measured() -> None:
    z = np.add.outer((Y - 1.07) ** 2, (X - 0.05) ** 2) + 0.1
    story = grid_surface(grid(z)).story
    assert f"The spline reaches 0.1 in it; the lowest measured height is {z.min():.3g}." in story


def test_names_and_sources() -> None:
    surface = grid_surface(grid(MX, name="train_loss", file="deep net.h5"), height="log")
    assert (surface.key, surface.name, surface.source) == (
        "file",
        "deep net, train_loss",
        "deep net.h5",
    )
    assert surface.height == "log" and surface.equal_axes
    assert not grid_surface(Grid(x=X * 100, y=Y, z=MX)).equal_axes
    assert grid_surface(Grid(x=X, y=Y, z=MX)).name == "Measured ground"


def test_a_log_scale_is_suggested_where_a_linear_one_shows_nothing() -> None:
    assert suggested_height(grid(MX)) == "linear"
    assert suggested_height(grid(np.full_like(MX, 2.0))) == "linear"
    assert suggested_height(grid(np.exp(10 * MX))) == "log"


def test_a_large_tile_takes_a_moment() -> None:
    x = np.arange(1201) * 30.0
    z = 500 * np.add.outer(np.sin(x / 9000), np.cos(x / 7000))
    z[1000:1010, 200:210] = np.nan
    large = Grid(x=x, y=x, z=z)
    begun = time.process_time()
    surface = grid_surface(large)
    assert time.process_time() - begun < 5  # measured: 0.4 s, and 3.4 s for 3601 x 3601
    p = np.array([[31_234.5, 1_234.5]])
    known = 500 * (np.sin(p[:, 1] / 9000) + np.cos(p[:, 0] / 7000))
    np.testing.assert_allclose(surface.loss(p), known, rtol=1e-9)
    begun = time.process_time()
    for _ in range(1000):
        surface.gradient(p)
    assert time.process_time() - begun < 1  # a step does not feel the size of the grid
