"""What holds for every rule that searches along a line or uses the Hessian, in any dimension."""

import numpy as np
import pytest

from app.walk.rules.quasi_newton import QUASI_NEWTON
from app.walk.rules.rule import Rule
from app.walk.rules.search import SEARCH
from app.walk.rules.second_order import SECOND_ORDER
from app.walk.simulate import simulate
from surfaces import SURFACES
from surfaces.surface import Array

SEEING = (*SEARCH, *QUASI_NEWTON, *SECOND_ORDER)
every_rule = pytest.mark.parametrize("rule", SEEING, ids=[rule.key for rule in SEEING])


def loss(p: Array) -> Array:
    """A double well along every axis, each leaning on the next: many minima and saddles."""
    result: Array = (p**4 - 3 * p**2 + p * np.roll(p, 1, axis=-1)).sum(axis=-1)
    return result


def gradient(p: Array) -> Array:
    return 4 * p**3 - 6 * p + np.roll(p, 1, axis=-1) + np.roll(p, -1, axis=-1)


@every_rule
@pytest.mark.parametrize("d", [1, 2, 3, 17])
def test_many_walkers_are_each_one_walker_to_the_last_bit(rule: Rule, d: int) -> None:
    starts = np.random.default_rng(d).normal(size=(9, d))
    rates = np.geomspace(1e-3, 10, 9)
    together = simulate(loss, gradient, starts, rates, 40, rule=rule)
    assert np.isfinite(together.points[:6]).all()
    for w in range(9):
        alone = simulate(loss, gradient, starts[w], rates[w : w + 1], 40, rule=rule)
        np.testing.assert_array_equal(alone.points[0], together.points[w])
        for name, record in alone.records.items():
            np.testing.assert_array_equal(record[0], together.records[name][w])


@every_rule
def test_up_a_hill_is_down_its_mirror_image(rule: Rule) -> None:
    s = SURFACES["himmelblau"]
    rates = np.geomspace(1e-3, 1, 7)
    up = simulate(s.loss, s.gradient, s.start, rates, 30, rule=rule, uphill=True, hessian=s.hessian)
    mirror = {"rule": rule, "hessian": lambda p: -s.hessian(p)}
    down = simulate(lambda p: -s.loss(p), lambda p: -s.gradient(p), s.start, rates, 30, **mirror)
    np.testing.assert_array_equal(up.points, down.points)
    np.testing.assert_array_equal(up.losses, -down.losses)


@every_rule
def test_each_walker_may_have_its_own_hyperparameters(rule: Rule) -> None:
    values = {p.key: np.array([p.low, p.default, p.high]) for p in rule.hyperparameters}
    start = np.array([0.3, -0.7, 1.2])
    together = simulate(loss, gradient, start, [0.5] * 3, 10, rule=rule, values=values)
    for w in range(3):
        own = {key: value[w] for key, value in values.items()}
        alone = simulate(loss, gradient, start, [0.5], 10, rule=rule, values=own)
        np.testing.assert_array_equal(alone.points[0], together.points[w])


@every_rule
def test_a_step_into_a_hole_ends_the_walk(rule: Rule) -> None:
    walk = simulate(loss, lambda p: np.full_like(p, np.nan), [1.0, 2.0], [0.1], 5, rule=rule)
    assert np.isnan(walk.points[0, 1:]).all()


@every_rule
def test_a_walker_at_rest_stays(rule: Rule) -> None:
    """Also where the ground is level all around, and no Hessian can be inverted."""
    level = simulate(lambda p: 0 * p[..., 0], np.zeros_like, [1.0, 2.0], [1.0], 5, rule=rule)
    np.testing.assert_array_equal(level.points[0], [[1.0, 2.0]] * 6)
