"""The listed minima and maxima are right, exact, and all there are on the map."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from surfaces import SURFACES, TERRAINS, Array, Surface, as_points
from tests.surfaces.known import LITERATURE


def _optima(surface: Surface) -> list[tuple[int, Array]]:
    """(sign, points (n, 2)): +1 with the minima, -1 with the maxima, where there are any."""
    both = ((1, as_points(surface.minima)), (-1, as_points(surface.maxima)))
    return [(sign, listed) for sign, listed in both if len(listed)]


def _lowest_found(surface: Surface, sign: int) -> tuple[Array, Array]:
    """Searched without a look at the list: heights (40,) and places (40, 2)."""
    low, high = np.transpose([surface.x, surface.y])
    sample = np.random.default_rng(11).uniform(low, high, size=(20_000, 2))
    starts = sample[np.argsort(sign * surface.loss(sample))[:40]]
    options = {"xatol": 1e-9, "fatol": 1e-13, "maxfev": 2000}  # no gradient: Ackley has a kink
    bounds = (surface.x, surface.y)
    runs = [
        minimize(
            lambda p: sign * surface.loss(p),
            s,
            method="Nelder-Mead",
            bounds=bounds,
            options=options,
        )
        for s in starts
    ]
    return np.array([r.fun for r in runs]), np.array([r.x for r in runs])


def test_optima_are_on_the_map_and_level(surface: Surface) -> None:
    for _, listed in _optima(surface):
        assert surface.contains(listed).all()
        # Cut off after the seventh digit, a minimum has a slope of 1e-6 already.
        np.testing.assert_allclose(surface.gradient(listed), 0, atol=1e-12)
        assert np.ptp(surface.loss(listed)) < 1e-12


def test_nothing_is_lower_and_no_optimum_is_missing(surface: Surface) -> None:
    for sign, listed in _optima(surface):
        best = sign * surface.loss(listed[0])
        heights, places = _lowest_found(surface, sign)
        assert heights.min() >= best - 1e-12
        reached = places[heights < best + 1e-8]
        apart = np.linalg.norm(reached[:, None] - listed, axis=-1)  # (found, listed)
        assert (apart.min(axis=1) < 1e-3).all(), "found an optimum that is not listed"
        assert (apart.min(axis=0) < 1e-3).all(), "did not find an optimum that is listed"


def test_every_surface_but_a_saddle_says_where_it_leads() -> None:
    for surface in SURFACES.values():
        goal = surface.maxima if surface.direction == "up" else surface.minima
        assert bool(goal) != (surface in TERRAINS["Saddles"]), surface.key


def test_log_heights_are_never_negative() -> None:
    for surface in SURFACES.values():
        if surface.height == "log":
            assert (surface.loss(as_points(surface.minima)) >= 0).all(), surface.key


@pytest.mark.parametrize("key", LITERATURE)
def test_heights_from_the_literature(key: str) -> None:
    point, height = LITERATURE[key]
    assert SURFACES[key].loss(np.array(point)) == pytest.approx(height, rel=1e-14, abs=1e-14)


EXACT = {  # key: the gradient at a point, worked by hand
    "ackley": ((0.0, 0.0), (0.0, 0.0)),  # the tip of the cone: a choice, see the function
    "himmelblau": ((0.0, 0.0), (-14.0, -22.0)),
    "rosenbrock": ((-1.2, 1.0), (-215.6, -88.0)),
}


@pytest.mark.parametrize("key", EXACT)
def test_gradients_worked_by_hand(key: str) -> None:
    point, gradient = EXACT[key]
    np.testing.assert_allclose(SURFACES[key].gradient(np.array(point)), gradient, rtol=1e-14)
