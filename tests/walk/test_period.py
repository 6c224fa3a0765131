"""Orbits whose period is known, and walks that have none."""

import numpy as np
import pytest

from app.walk.period import BACK, LONGEST, periods, swinging
from app.walk.simulate import simulate
from surfaces.surface import Array


def orbit(period: int, steps: int, d: int = 2, shrink: float = 1.0) -> Array:
    """Once round a circle in `period` steps, in two of d dimensions: (1, steps + 1, d)."""
    k = np.arange(steps + 1)
    points = np.zeros((1, steps + 1, d))
    points[0, :, 0] = shrink**k * np.cos(2 * np.pi * k / period)
    points[0, :, 1] = shrink**k * np.sin(2 * np.pi * k / period)
    return points


@pytest.mark.parametrize("d", [2, 5, 300])
@pytest.mark.parametrize("period", range(2, LONGEST + 1))
def test_the_period_of_an_orbit(period: int, d: int) -> None:
    assert periods(orbit(period, 60, d), 1.0) == [period]
    assert periods(orbit(period, 3 * period - 1, d), 1.0) == [period]
    assert periods(orbit(period, 3 * period - 2, d), 1.0) == [0]  # too short to be seen


def test_longer_orbits_and_those_of_no_whole_number_have_none() -> None:
    for period in (LONGEST + 1, 50):
        assert periods(orbit(period, 60), 1.0) == [0]
    assert periods(orbit(1, 60), 1.0) == [0]  # it stands still


def test_an_orbit_may_shrink_a_little() -> None:
    assert periods(orbit(2, 60, shrink=0.99), 1.0) == [2]
    assert periods(orbit(2, 60, shrink=1 - BACK), 1.0) == [0]


def test_a_line_has_no_period_and_does_not_swing() -> None:
    for steps in range(31):
        line = np.linspace([0, 0], [1, 2], steps + 1)[None]
        assert periods(line, 1.0) == [0]
        assert not swinging(line)[0]


def test_walkers_that_are_gone_have_none() -> None:
    for lost in (np.nan, np.inf):
        points = np.concatenate([orbit(3, 60), np.full((1, 61, 2), lost)])
        np.testing.assert_array_equal(periods(points, 1.0), [3, 0])
        assert not swinging(points)[1]


@pytest.mark.parametrize(("r", "period"), [(3.2, 2), (3.5, 4), (3.55, 8), (3.83, 3), (3.9, 0)])
def test_the_logistic_map(r: float, period: int) -> None:
    """Steps of rate 1 down this slope make x -> r x (1 - x); its periods are in May (1976)."""
    walk = simulate(
        lambda p: (1 - r) * p[..., 0] ** 2 / 2 + r * p[..., 0] ** 3 / 3,
        lambda p: (1 - r) * p + r * p**2,
        (0.4,),
        [1.0],
        999,
    )
    assert periods(walk.points, 1.0) == [period]
    assert swinging(walk.points)[0]
