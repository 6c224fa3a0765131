"""Gradients against finite differences; one shape rule for a point, a row and a mesh."""

from __future__ import annotations

import numpy as np

from surfaces import Array, Surface


def test_gradient_matches_finite_differences(surface: Surface, points: Array) -> None:
    h = np.cbrt(np.finfo(float).eps) * np.maximum(1, np.abs(points))
    for axis in (0, 1):
        e = np.zeros_like(points)
        e[:, axis] = h[:, axis]
        slope = (surface.loss(points + e) - surface.loss(points - e)) / (2 * h[:, axis])
        gradient = surface.gradient(points)[:, axis]
        np.testing.assert_allclose(gradient, slope, rtol=1e-5, atol=1e-5)


def test_a_point_a_row_and_a_mesh_agree(surface: Surface, points: Array) -> None:
    loss, gradient = surface.loss(points), surface.gradient(points)
    assert loss.shape == (50,) and gradient.shape == (50, 2)
    for shape in ((5, 10), (2, 5, 5)):
        p = points.reshape(*shape, 2)
        np.testing.assert_allclose(surface.loss(p), loss.reshape(shape), rtol=1e-13)
        np.testing.assert_allclose(
            surface.gradient(p), gradient.reshape(*shape, 2), rtol=1e-13, atol=1e-13
        )
    for p, height, slope in zip(points, loss, gradient, strict=True):
        assert np.shape(surface.loss(p)) == () and surface.gradient(p).shape == (2,)
        np.testing.assert_allclose(surface.loss(p), height, rtol=1e-13)
        np.testing.assert_allclose(surface.gradient(p), slope, rtol=1e-13, atol=1e-13)


def test_no_points_are_points_too(surface: Surface) -> None:
    none = np.empty((0, 2))
    assert surface.loss(none).shape == (0,)
    assert surface.gradient(none).shape == (0, 2)


def test_the_callers_points_are_left_alone(surface: Surface, points: Array) -> None:
    before = points.copy()
    surface.loss(points)
    gradient = surface.gradient(points)
    gradient += 1  # the caller may do with its gradient what it likes
    np.testing.assert_array_equal(points, before)
