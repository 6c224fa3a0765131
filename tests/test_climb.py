"""A scenario is walked as it says; each surface has a story to begin with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.climb import climb, story
from app.method import Method
from app.scenario import Scenario
from app.walk.outcome import Ending
from app.walk.rules import RULES
from surfaces import SURFACES, UnknownSurface

EVERY = pytest.mark.parametrize("key", SURFACES)


def bowl(kappa: float, rates: tuple[float, ...], direction: str = "down") -> Scenario:
    return Scenario("stretched-bowl", (-4.5, 2.0), rates, direction, 60, {"kappa": kappa})


@pytest.mark.parametrize("kappa", [1.0, 10.0, 333.0])
def test_the_closed_form_on_a_stretched_bowl(kappa: float) -> None:
    """x_k = (1 - rate * curvature)**k x_0 along each axis; uphill the sign flips."""
    rates, start, curvature = (0.3 / kappa, 1 / kappa, 1.9 / kappa), (-4.5, 2.0), (1.0, kappa)
    for direction, sign in (("down", -1), ("up", 1)):
        walked = climb(bowl(kappa, rates, direction)).walk
        factor = 1 + sign * np.multiply.outer(rates, curvature)  # (walkers, 2)
        k = np.arange(61)[None, :, None]
        expected = np.asarray(start) * factor[:, None, :] ** k
        np.testing.assert_allclose(walked.points, expected, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(walked.gradients, expected * curvature, rtol=1e-9, atol=1e-9)
        losses = 0.5 * (expected**2 * curvature).sum(-1)
        np.testing.assert_allclose(walked.losses, losses, rtol=1e-9, atol=1e-12)


def test_the_limit_of_stability_is_2_over_the_largest_curvature() -> None:
    below, above = climb(bowl(10.0, (0.199, 0.201))).walk.points[:, -1, 1]
    assert abs(below) < 2.0 < abs(above)


def test_why_a_step_overshoots() -> None:
    climbed = climb(bowl(10.0, (0.1, 0.3)))
    assert climbed.limits == pytest.approx(0.2)
    assert [climbed.why(w).share for w in (0, 1)] == pytest.approx([0.5, 1.5])
    assert climbed.why(1, 3).sentence.endswith("the limit 0.200: it overshoots")
    upwards = climb(bowl(10.0, (0.1,), "up"))
    assert upwards.why(0).sentence == "the ground does not curve downwards here: no limit"


@EVERY
def test_each_walker_has_an_outcome(key: str) -> None:
    scenario = story(key)
    for count in (1, 2, 9):
        rates = (*scenario.rates, 1e-9, 1e-3, 0.1, 1.0, 1e3, 1e300)[:count]
        climbed = climb(replace(scenario, rates=rates))
        assert climbed.scenario.rates == rates
        assert climbed.surface.key == key
        assert climbed.walk.points.shape == (count, scenario.steps + 1, 2)
        assert len(climbed.outcomes) == count
        assert np.array_equal(climbed.walk.points[:, 0], [scenario.start] * count)
        assert all(outcome.ending in Ending for outcome in climbed.outcomes)


@EVERY
def test_a_story_is_a_scenario_like_any_other(key: str) -> None:
    for steps in (1, 60, 1000):
        told = story(key, steps=steps)
        assert told == story(key, steps=steps)
        assert Scenario.from_dict(told.to_dict()) == told
        assert Scenario.from_link(told.to_link()) == told
        assert (told.steps, told.start) == (steps, SURFACES[key].start)
        assert told.direction == SURFACES[key].direction
        assert len(told.rates) == 3
        assert list(told.rates) == sorted(set(told.rates))


def test_a_story_follows_the_parameters() -> None:
    gentle, steep = story("stretched-bowl"), story("stretched-bowl", {"kappa": 500.0})
    assert steep.parameters == {"kappa": 500.0}
    assert steep.rates[2] < gentle.rates[2] / 10
    assert Scenario.from_link(steep.to_link()) == steep


def test_an_unknown_story() -> None:
    with pytest.raises(UnknownSurface, match="Did you mean 'himmelblau'"):
        story("himelblau")


@pytest.mark.parametrize(("batch", "known"), [("all", True), ("1", False)])
def test_no_limit_is_known_where_a_mini_batch_is_felt(batch: str, known: bool) -> None:
    walked = climb(story("neuron", words={"batch": batch}))
    assert np.isfinite(walked.limits).any() == known


@pytest.mark.parametrize("key", ["himmelblau", "ravine"])
@pytest.mark.parametrize("rule", RULES)
def test_a_story_is_told_for_every_rule(key: str, rule: str) -> None:
    """What is suggested stays on the map, and the good rate gets lower than that which crawls."""
    told = climb(story(key, methods=(Method(rule),)))
    too_small, good, _ = told.outcomes
    assert too_small.ending in (Ending.CRAWLING, Ending.STUCK)
    assert good.ending not in (Ending.LEFT, Ending.BLEW_UP)
    assert told.walk.losses[1, -1] < told.walk.losses[0, -1]
