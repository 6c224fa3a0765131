"""The spline and its derivatives, against closed forms, scipy's own and finite differences."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.polynomial import polynomial
from scipy.interpolate import RectBivariateSpline

from surfaces import Array
from surfaces.grid import Grid, grid_surface

DICE = np.random.default_rng(5)
X = np.cumsum(DICE.uniform(0.2, 0.5, 17)) - 3  # uneven
Y = 10 + np.cumsum(DICE.uniform(0.1, 0.2, 13))
INSIDE = DICE.uniform((X[0], Y[0]), (X[-1], Y[-1]), size=(200, 2))
CUBIC = DICE.normal(size=(4, 4))  # coefficients of x**i (y - 11)**j


def cubic(p: Array, along: tuple[int, int] = (0, 0)) -> Array:
    c = polynomial.polyder(polynomial.polyder(CUBIC, along[0], axis=0), along[1], axis=1)
    return polynomial.polyval2d(p[..., 0], p[..., 1] - 11, c)


def mesh(x: Array, y: Array) -> Array:
    return np.stack(np.meshgrid(x, y), axis=-1)


def rough(decades: float = 0) -> Grid:
    """Random heights; where they span decades, all but a few are positive."""
    z = np.random.default_rng(6).uniform(-0.1, 1, size=(13, 17))
    return Grid(x=X, y=Y, z=z * 10.0 ** (decades * np.maximum(mesh(X, Y)[..., 0], 0)))


def test_a_bicubic_polynomial_comes_back_exactly() -> None:
    surface = grid_surface(Grid(x=X, y=Y, z=cubic(mesh(X, Y))))
    scale = np.abs(cubic(mesh(X, Y))).max()
    orders = {"gradient": ((1, 0), (0, 1)), "hessian": ((2, 0), (1, 1), (1, 1), (0, 2))}
    np.testing.assert_allclose(surface.loss(INSIDE), cubic(INSIDE), atol=1e-11 * scale)
    for name, each in orders.items():
        found = getattr(surface, name)(INSIDE).reshape(200, -1)
        known = np.stack([cubic(INSIDE, along) for along in each], axis=-1)
        np.testing.assert_allclose(found, known, atol=1e-9 * scale, err_msg=name)


def test_it_is_the_spline_of_fitpack() -> None:
    grid = rough()
    theirs = RectBivariateSpline(grid.x, grid.y, grid.z.T, kx=3, ky=3)
    surface = grid_surface(grid)
    x, y = INSIDE.T
    np.testing.assert_allclose(surface.loss(INSIDE), theirs.ev(x, y), atol=1e-10)
    for axis, (dx, dy) in enumerate([(1, 0), (0, 1)]):
        slope = theirs.ev(x, y, dx=dx, dy=dy)
        np.testing.assert_allclose(surface.gradient(INSIDE)[:, axis], slope, rtol=1e-8, atol=1e-8)
    cross = theirs.ev(x, y, dx=1, dy=1)
    np.testing.assert_allclose(surface.hessian(INSIDE)[:, 0, 1], cross, rtol=1e-8, atol=1e-6)


@pytest.mark.parametrize("decades", [0, 5], ids=["heights", "asinh"])
def test_derivatives_match_finite_differences(decades: float) -> None:
    surface = grid_surface(rough(decades))
    assert ("asinh" in surface.story) == bool(decades)
    h = 1e-5
    p = INSIDE[((INSIDE - h > (X[0], Y[0])) & (INSIDE + h < (X[-1], Y[-1]))).all(axis=1)]
    for axis, e in enumerate(np.eye(2) * h):
        slope = (surface.loss(p + e) - surface.loss(p - e)) / (2 * h)
        bend = (surface.gradient(p + e) - surface.gradient(p - e)) / (2 * h)
        size = np.abs(surface.loss(p)) + 1e-3
        for found, known in (
            (surface.gradient(p)[:, axis], slope),
            *((surface.hessian(p)[:, axis, k], bend[:, k]) for k in (0, 1)),
        ):
            curve = np.linalg.norm(surface.hessian(p), axis=(1, 2)) + size
            assert (np.abs(found - known) <= 1e-4 * curve).all()


@pytest.mark.parametrize("decades", [0, 5], ids=["heights", "asinh"])
def test_the_measured_heights_are_met(decades: float) -> None:
    grid = rough(decades)
    np.testing.assert_allclose(grid_surface(grid).loss(mesh(X, Y)), grid.z, rtol=1e-9, atol=1e-9)


def test_heights_of_many_decades_do_not_ring() -> None:
    """A spline of the heights themselves is off by 1e20 and more around the lowest ones."""
    x = np.linspace(-20, 20, 31)
    p = mesh(x, x)
    truth = lambda p: 1 + np.exp(0.1 * (p**2).sum(axis=-1))  # noqa: E731
    z = truth(p)
    between = np.random.default_rng(2).uniform(-5, 5, size=(200, 2))
    surface = grid_surface(Grid(x=x, y=x, z=z))
    assert z.max() > 1e30
    np.testing.assert_allclose(surface.loss(between), truth(between), rtol=0.05)
    plain = RectBivariateSpline(x, x, z.T)
    assert np.abs(plain.ev(*between.T)).max() > 1e10


def test_one_shape_rule() -> None:
    surface = grid_surface(rough())
    for shape in ((), (0,), (3,), (4, 5)):
        p = np.broadcast_to(INSIDE[0], (*shape, 2))
        assert np.shape(surface.loss(p)) == shape
        assert surface.gradient(p).shape == (*shape, 2)
        assert surface.hessian(p).shape == (*shape, 2, 2)
        assert (surface.loss(p) == surface.loss(INSIDE[0])).all()


def test_off_the_grid_there_is_nothing() -> None:
    surface = grid_surface(rough())
    off = [(X[0] - 1e-9, Y[3]), (X[-1] + 1e-9, Y[3]), (X[3], Y[-1] + 1), (np.nan, Y[3])]
    assert np.isnan(surface.loss(np.array(off))).all()
    assert np.isnan(surface.gradient(np.array(off))).all()
    corners = mesh(np.array(surface.x), np.array(surface.y))
    assert np.isfinite(surface.loss(corners)).all() and surface.contains(corners).all()
