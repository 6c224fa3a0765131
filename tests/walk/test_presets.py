"""The four rates of every surface do what their names say, from its own start."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import ArrayLike

from app.walk.course import Course
from app.walk.outcome import Ending, Outcome, outcomes
from app.walk.presets import LASTING, Presets, presets
from app.walk.rules import RULES, Rule
from app.walk.simulate import Walk, simulate
from app.walk.sweep import six_decades, sweep
from surfaces import SURFACES, Surface
from surfaces.surface import Array

STEPS = 100
AWAY = (Ending.LEFT, Ending.BLEW_UP)
# From these starts the bottom is farther than 100 steps, or has no curvature to arrive by.
TOO_LONG = (
    "zakharov powell-quartic quartic-bowl rosenbrock beale ravine "
    "canyon deb-1 schaffer-2 alpine-1 bukin-6 michalewicz volcano"
).split()
DOWN_AND_OUT = ("saddle", "monkey-saddle", "handkerchief", "adjiman")  # the slope leads off the map
# Between the good rates and those that diverge nothing bounces for good on these.
CALM = (
    "different-powers zakharov powell-quartic quartic-bowl rosenbrock goldstein-price spiral peano "
    "bird cross-in-tray"
).split()


def plane(loss: str, curvature: tuple[float, float]) -> Surface:
    """A quadratic on a map from -3 to 3."""
    c = np.array(curvature)
    return Surface(
        key=loss,
        name=loss,
        loss=lambda p: (c * p**2).sum(axis=-1) / 2,
        gradient=lambda p: c * p,
        x=(-3.0, 3.0),
        y=(-3.0, 3.0),
        start=(1.0, 1.0),
        story="",
        source="",
    )


def rates_for(surface: Surface, start: ArrayLike, *, steps: int, uphill: bool) -> Presets:
    return presets(Course(surface=surface, steps=steps, uphill=uphill), start)


def walked(
    surface: Surface, rates: Presets | Array, uphill: bool
) -> tuple[Walk, tuple[Outcome, ...]]:
    walk = simulate(surface.loss, surface.gradient, surface.start, rates, STEPS, uphill=uphill)
    low, high = np.transpose([surface.x, surface.y])
    return walk, outcomes(walk, surface.gradient, low, high, uphill=uphill)


def assert_ascending(rates: Presets) -> None:
    assert np.isfinite(rates[:-1]).all()  # where no rate diverges, diverges is inf
    assert rates.too_small > 0
    assert rates == tuple(sorted(set(rates)))


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_each_rate_does_what_its_name_says(surface: Surface) -> None:
    uphill = surface.direction == "up"
    rates = rates_for(surface, surface.start, steps=STEPS, uphill=uphill)
    assert_ascending(rates)
    walk, (too_small, good, too_large, diverges) = walked(surface, rates, uphill)
    distance = np.linalg.norm(walk.points[:, -1] - walk.points[:, 0], axis=-1)
    assert too_small.ending is Ending.CRAWLING
    assert diverges.ending in AWAY
    if surface.key in DOWN_AND_OUT:
        assert good.ending is Ending.LEFT
        assert too_large.ending in AWAY
        assert STEPS / 4 < good.step < STEPS / 2
        assert diverges.step < too_large.step < good.step
        return
    assert distance[0] > 0.02 * distance[1]
    if surface.key == "two-ways":  # its start is on the ridge that ends on the saddle
        assert good.sentence.startswith("stuck on a saddle")
    else:
        assert good.ending is (Ending.CRAWLING if surface.key in TOO_LONG else Ending.REACHED)
    assert too_large.ending not in AWAY
    assert (too_large.ending is Ending.OSCILLATING) == (surface.key not in CALM)


@pytest.mark.parametrize("uphill", [False, True], ids=["down", "up"])
@pytest.mark.parametrize("steps", [1, 2, 7, 1000])
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_always_four_rising_rates(surface: Surface, steps: int, uphill: bool) -> None:
    assert_ascending(rates_for(surface, surface.start, steps=steps, uphill=uphill))


@pytest.mark.parametrize("uphill", [False, True], ids=["down", "up"])
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_also_from_odd_starts(surface: Surface, uphill: bool) -> None:
    low, high = np.transpose([surface.x, surface.y])
    starts = [low, high, (low + high) / 2, *surface.minima, *surface.maxima]
    starts.extend(np.random.default_rng(3).uniform(low, high, (5, 2)))
    for start in starts:
        assert_ascending(rates_for(surface, start, steps=30, uphill=uphill))


@pytest.mark.parametrize("key", ["himmelblau", "rosenbrock", "beale", "round-bowl", "saddle"])
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_good_arrives_where_any_rate_does(rule: Rule, key: str) -> None:
    surface = SURFACES[key]
    course = Course(surface=surface, steps=STEPS, rule=rule)
    rates, tried = presets(course, surface.start), six_decades(course, surface.start)
    assert_ascending(rates)
    if tried is None:  # nothing moves: a damping of 1 makes the saddle's Hessian singular
        return
    swept = sweep(course, surface.start, tried)
    found = sweep(course, surface.start, rates[:-1])
    if swept.is_(Ending.REACHED).any():
        assert found.endings[1] == Ending.REACHED
    elif not swept.away[-LASTING:].all():  # no slope that leads off the map
        assert found.endings[1] not in AWAY


@pytest.mark.parametrize("key", ["himmelblau", "rosenbrock", "beale", "saddle"])
@pytest.mark.parametrize("rule", ["line_search", "conjugate_gradient", "bfgs"])
def test_no_rate_is_made_up_for_what_never_diverges(rule: str, key: str) -> None:
    surface = SURFACES[key]
    course = Course(surface=surface, steps=STEPS, rule=RULES[rule])
    rates = presets(course, surface.start)
    swept = six_decades(course, surface.start)
    assert rates.diverges == np.inf
    assert swept[0] < rates.good < rates.too_large < swept[-1]


def test_round_numbers() -> None:
    rates = rates_for(SURFACES["himmelblau"], (-0.3, -0.9), steps=STEPS, uphill=False)
    assert rates == tuple(float(f"{rate:.2g}") for rate in rates)


@pytest.mark.parametrize("curvature", [1e-6, 0.3, 1.0, *np.arange(1.7, 2.0, 0.02), 40, 1e7])
def test_a_parabola_bounces_and_diverges_at_two_over_its_curvature(curvature: float) -> None:
    surface = plane("bowl", (curvature, curvature))
    rates = rates_for(surface, surface.start, steps=STEPS, uphill=False)
    assert 0.5 < rates.good * curvature < 1.5
    # above 2 the bounces grow; from 1 they take 100 steps to the edge, at 3, if by 1.1 % a step
    assert 1.9 < rates.too_large * curvature < 1 + 3 ** (1 / STEPS)
    assert 2 < rates.diverges * curvature < 2.2


def test_start_on_a_stationary_point_takes_the_curvature() -> None:
    surface = plane("bowl", (1.0, 4.0))
    rates = rates_for(surface, (0.0, 0.0), steps=STEPS, uphill=False)
    assert rates == pytest.approx((0.0025, 0.25, 0.475, 0.55), rel=0.02)


def test_flat_ground() -> None:
    assert rates_for(plane("flat", (0, 0)), (1, 1), steps=9, uphill=False) == (0.01, 1, 1.9, 2.2)


def test_where_the_loss_is_not_a_number() -> None:
    surface = plane("nowhere", (np.nan, np.nan))
    assert_ascending(rates_for(surface, (1, 1), steps=9, uphill=False))


def test_tilted_plane_has_no_bottom() -> None:
    slope = np.array([1.0, -2.0])

    def gradient(p: Array) -> Array:
        return np.broadcast_to(slope, p.shape)

    flat = plane("tilted", (0, 0))
    surface = replace(flat, loss=lambda p: p @ slope, gradient=gradient)
    rates = rates_for(surface, (0, 0), steps=STEPS, uphill=False)
    assert_ascending(rates)
    # the edge is 3 away along y, at 2 a step: a third of the steps is a rate of 0.045
    assert rates.good == pytest.approx(0.045, rel=0.15)


def test_long_walks_shrink_too_small_in_proportion() -> None:
    surface = SURFACES["round-bowl"]
    short, long = (rates_for(surface, (4, 3), steps=n, uphill=False) for n in (4000, 40_000))
    assert short.too_small == pytest.approx(10 * long.too_small, rel=0.05)
