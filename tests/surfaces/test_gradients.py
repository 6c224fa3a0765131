"""Gradients and Hessians against finite differences; one shape rule for a point, a row, a mesh."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from surfaces import Array, Surface

_STEP = np.cbrt(np.finfo(float).eps)  # the best for central differences
_EPS = np.finfo(float).eps


def _slopes(f: Callable[[Array], Array], p: Array, axis: int) -> tuple[Array, Array, Array]:
    """Central, forward and backward differences of `f` along an axis, each of f(p)'s shape."""
    e = np.zeros_like(p)
    e[..., axis] = _STEP
    before, here, after = f(p - e), f(p), f(p + e)
    lower, upper = p[..., axis] - (p - e)[..., axis], (p + e)[..., axis] - p[..., axis]
    lower, upper = (h.reshape(h.shape + (1,) * (here.ndim - h.ndim)) for h in (lower, upper))
    ahead, behind = (after - here) / upper, (here - before) / lower
    return (after - before) / (lower + upper), ahead, behind


def _noise(values: Array) -> Array:
    """What rounding in `values` may do to a difference of them."""
    return 50 * _EPS * np.abs(values) / _STEP


def _agree(surface: Surface, error: Array, allowed: Array, sides: Array) -> None:
    """Nowhere is the error above what is allowed, but for a few points beside a kink."""
    beside: NDArray[np.bool_] = sides > 1e-3  # the one-sided slopes disagree
    skipped = beside if surface.kink else np.zeros_like(beside)
    assert skipped.mean() <= 0.2, "too many points lie beside a kink"
    wrong = (error > allowed) & ~skipped
    assert not wrong.any(), f"points {np.argwhere(wrong).tolist()}: {error[wrong]}"


def test_gradient_matches_finite_differences(surface: Surface, points: Array) -> None:
    loss, gradient = surface.loss(points), surface.gradient(points)
    for axis in (0, 1):
        slope, ahead, behind = _slopes(surface.loss, points, axis)
        size = 1 + np.abs(slope)
        error = np.abs(gradient[:, axis] - slope)
        _agree(surface, error, 1e-5 * size + _noise(loss), np.abs(ahead - behind) / size)


def test_hessian_matches_finite_differences_of_the_gradient(
    surface: Surface, points: Array
) -> None:
    gradient, hessian = surface.gradient(points), surface.hessian(points)
    size = 1 + np.abs(hessian).max(axis=(1, 2))[:, None]
    rtol = 1e-6 if surface.exact_hessian else 1e-4
    for axis in (0, 1):
        column, ahead, behind = _slopes(surface.gradient, points, axis)
        error = np.abs(hessian[:, :, axis] - column)
        noise = _noise(np.abs(gradient).max(axis=1))[:, None]
        _agree(surface, error, rtol * size + noise, np.abs(ahead - behind) / size)


def test_hessian_is_symmetric_and_finite(surface: Surface, points: Array) -> None:
    hessian = surface.hessian(points)
    assert np.isfinite(hessian).all()
    np.testing.assert_array_equal(hessian, np.swapaxes(hessian, -1, -2))


def test_a_point_a_row_and_a_mesh_agree(surface: Surface, points: Array) -> None:
    flat = {"loss": (), "gradient": (2,), "hessian": (2, 2)}
    for name, tail in flat.items():
        function = getattr(surface, name)
        row = function(points)
        assert row.shape == (50, *tail)
        close = 1e-13 * np.abs(row).max()  # numpy rounds a lone number and a row differently
        if name == "hessian" and not surface.exact_hessian:
            close = 1e-6 * np.abs(row).max()  # a difference divides that rounding by its step
        for shape in ((5, 10), (2, 5, 5)):
            mesh = function(points.reshape(*shape, 2))
            np.testing.assert_allclose(mesh, row.reshape(*shape, *tail), rtol=1e-12, atol=close)
        for p, value in zip(points, row, strict=True):
            assert np.shape(function(p)) == tail
            np.testing.assert_allclose(function(p), value, rtol=1e-12, atol=close)


def test_no_points_are_points_too(surface: Surface) -> None:
    none = np.empty((0, 2))
    assert surface.loss(none).shape == (0,)
    assert surface.gradient(none).shape == (0, 2)
    assert surface.hessian(none).shape == (0, 2, 2)


def test_the_callers_points_are_left_alone(surface: Surface, points: Array) -> None:
    before = points.copy()
    surface.loss(points)
    for function in (surface.gradient, surface.hessian):
        slopes = function(points)
        slopes += 1  # the caller may do with its answer what it likes
    np.testing.assert_array_equal(points, before)
