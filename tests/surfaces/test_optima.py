"""The listed minima and maxima are right, exact, and all there are on the map."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import minimum_filter
from scipy.optimize import minimize

from surfaces import SURFACES, TERRAINS, Array, Surface, as_points
from tests.surfaces.known import LITERATURE


def _optima(surface: Surface) -> list[tuple[int, Array]]:
    """(sign, points (n, 2)): +1 with the minima, -1 with the maxima, where there are any."""
    both = ((1, as_points(surface.minima)), (-1, as_points(surface.maxima)))
    return [(sign, listed) for sign, listed in both if len(listed)]


def _goals(surface: Surface) -> Array:
    """The optima that the surface is made for: (n, 2)."""
    return as_points(surface.maxima if surface.direction == "up" else surface.minima)


def _candidates(surface: Surface, sign: int, cells: int = 200, most: int = 40) -> Array:
    """The lowest cells that are lower than all eight around them, as points (n, 2).

    One point per cell, shaken off the even mesh, which symmetric surfaces would fool.
    """
    (left, right), (bottom, top) = surface.x, surface.y
    rows, columns = np.mgrid[:cells, :cells]
    shake = np.random.default_rng(11).uniform(size=(2, cells, cells))
    x = left + (columns + shake[0]) / cells * (right - left)
    y = bottom + (rows + shake[1]) / cells * (top - bottom)
    points = np.stack([x, y], axis=-1)
    heights = sign * surface.loss(points)
    deepest = heights == minimum_filter(heights, size=3, mode="nearest")
    lowest_first = np.argsort(heights[deepest])[:most]
    wells: Array = points[deepest][lowest_first]
    return wells


def _polish(surface: Surface, sign: int, start: Array) -> tuple[float, Array]:
    """Height and place (2,) of the optimum below a start, without a look at the gradient."""
    found = minimize(
        lambda p: float(sign * surface.loss(p)),
        start,
        method="Nelder-Mead",  # copes with kinks
        bounds=(surface.x, surface.y),
        options={"xatol": 1e-9, "fatol": 1e-13, "maxfev": 2000},
    )
    return found.fun, found.x


def _slope_left(surface: Surface, sign: int, p: Array) -> Array:
    """The slope (n, 2) at optima, without the part that leads off the map at its very edge."""
    slope: Array = sign * surface.gradient(p)
    low, high = np.transpose([surface.x, surface.y])
    slope = np.where(p == low, np.minimum(slope, 0), slope)
    return np.where(p == high, np.maximum(slope, 0), slope)


def test_optima_are_on_the_map_level_and_flat(surface: Surface) -> None:
    for sign, listed in _optima(surface):
        assert surface.contains(listed).all()
        heights = surface.loss(listed)
        assert np.ptp(heights) <= 1e-12 * max(1, np.abs(heights).max())
        if surface.kink:
            assert np.isfinite(surface.gradient(listed)).all()
            continue
        # Cut off after the seventh digit, a minimum has a slope of 1e-7 curvatures already.
        curvature = np.abs(surface.hessian(listed)).max(axis=(1, 2))
        flat = 1e-12 * np.maximum(1, curvature) * np.maximum(1, np.abs(listed).max(axis=1))
        assert (np.abs(_slope_left(surface, sign, listed)) <= flat[:, None]).all()


def test_nothing_is_lower_and_no_optimum_is_missing(surface: Surface) -> None:
    for sign, listed in _optima(surface):
        best = sign * surface.loss(listed[0])
        scale = max(1, abs(best))
        runs = [_polish(surface, sign, s) for s in _candidates(surface, sign)]
        heights, places = np.array([h for h, _ in runs]), np.array([p for _, p in runs])
        assert heights.min() >= best - 1e-12 * scale
        reached = places[heights < best + 1e-8 * scale]
        apart = np.linalg.norm(reached[:, None] - listed, axis=-1)  # (found, listed)
        near = 1e-4 * np.hypot(np.ptp(surface.x), np.ptp(surface.y))
        assert (apart.min(axis=1, initial=np.inf) < near).all(), "found one that is not listed"
        if not surface.kink:  # along a sharp edge the search gets stuck, and proves nothing
            assert (apart.min(axis=0, initial=np.inf) < near).all(), "did not find one listed"


@pytest.mark.parametrize("surface", SURFACES.values(), ids=list(SURFACES))
def test_the_optimum_has_the_height_that_is_stated(surface: Surface) -> None:
    goals = _goals(surface)
    assert len(goals) or surface in TERRAINS["Saddles"], "where does it lead?"
    if len(goals):
        assert surface.optimum is not None
        assert surface.loss(goals) == pytest.approx(surface.optimum, rel=1e-9, abs=1e-9)
    else:
        assert surface.optimum is None


def test_stationary_points_are_flat_and_no_optima(surface: Surface) -> None:
    places = as_points(surface.stationary)
    assert surface.contains(places).all()
    curvature = np.abs(surface.hessian(places)).max(axis=(1, 2))
    flat = 1e-9 * np.maximum(1, curvature)
    assert (np.abs(surface.gradient(places)) <= flat[:, None]).all()
    for _, listed in _optima(surface):
        assert (np.linalg.norm(places[:, None] - listed, axis=-1) > 1e-6).all()
    apart = np.linalg.norm(places[:, None] - places, axis=-1)
    assert (apart[~np.eye(len(places), dtype=bool)] > 1e-6).all(), "listed twice"


def test_log_heights_are_never_negative(surface: Surface) -> None:
    if surface.height == "log":
        assert (surface.loss(as_points(surface.minima)) >= 0).all()
        assert (surface.mesh(101)[2] >= 0).all()


def test_every_row_has_a_height_from_elsewhere() -> None:
    assert set(LITERATURE) == set(SURFACES)


@pytest.mark.parametrize("key", LITERATURE)
def test_heights_from_the_literature(key: str) -> None:
    point, height = LITERATURE[key]
    assert SURFACES[key].loss(np.array(point)) == pytest.approx(height, rel=1e-12, abs=1e-12)


EXACT = {  # key: the gradient at a point, worked by hand
    "ackley": ((0.0, 0.0), (0.0, 0.0)),  # the tip of the cone: a choice, see the function
    "dixon-price": ((3.0, 1.0), (8.0, -16.0)),
    "goldstein-price": ((0.0, 0.0), (720.0, 720.0)),
    "himmelblau": ((0.0, 0.0), (-14.0, -22.0)),
    "rosenbrock": ((-1.2, 1.0), (-215.6, -88.0)),
}


@pytest.mark.parametrize("key", EXACT)
def test_gradients_worked_by_hand(key: str) -> None:
    point, gradient = EXACT[key]
    np.testing.assert_allclose(SURFACES[key].gradient(np.array(point)), gradient, rtol=1e-14)
