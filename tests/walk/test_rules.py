"""Every update rule: a complete row, pure, downhill at first, nan for nan; each its closed form."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from app.walk.rules import RULES, Rule
from app.walk.rules.rule import SIGHTS
from surfaces.surface import Array

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())

WALKERS, D = 4, 3


def sights(position: Array) -> dict[str, Any]:
    """What rules see on half the square of the distance from the origin."""
    return {
        "position": position,
        "loss_after": lambda step: ((position + step) ** 2).sum(axis=-1) / 2,
        "hessian": np.broadcast_to(np.eye(D), (len(position), D, D)),
    }


def update(rule: Rule, state: Any, position: Array, gradient: Array, rate: Array) -> Any:
    seen = {name: value for name, value in sights(position).items() if name in rule.sees}
    return rule.update(state, gradient, rate, **rule.defaults, **seen)


def frozen(*arrays: Array) -> None:
    for array in arrays:
        array.setflags(write=False)


@every_rule
def test_row_is_complete(rule: Rule) -> None:
    assert RULES[rule.key] is rule
    assert rule.name
    assert rule.help.endswith(".")
    assert rule.source
    assert set(rule.sees) <= set(SIGHTS)
    for parameter in rule.hyperparameters:
        assert parameter.check(parameter.default) == parameter.default
        assert parameter.help.endswith(".")


@every_rule
def test_update_changes_none_of_its_inputs(rule: Rule) -> None:
    rng = np.random.default_rng(0)
    position, gradient = rng.normal(size=(2, WALKERS, D))
    rate = rng.random((WALKERS, D))
    frozen(position, gradient, rate)
    state, _ = update(rule, rule.init(position), position, gradient, rate)
    for array in state if isinstance(state, tuple) else [state]:
        if isinstance(array, np.ndarray):
            frozen(array)
    first = update(rule, state, position, gradient, rate)
    again = update(rule, state, position, gradient, rate)
    assert first[1].shape == position.shape
    np.testing.assert_array_equal(first[1], again[1])


@every_rule
def test_first_step_goes_downhill(rule: Rule) -> None:
    position = np.random.default_rng(1).normal(size=(WALKERS, D))
    rate = np.full_like(position, 0.01)
    _, step = update(rule, rule.init(position), position, position.copy(), rate)
    assert ((step * position).sum(axis=-1) < 0).all()


@every_rule
def test_a_gradient_of_nan_gives_a_step_of_nan(rule: Rule) -> None:
    position = np.random.default_rng(2).normal(size=(WALKERS, D))
    rate = np.full_like(position, 0.01)
    with np.errstate(all="ignore"):
        state, _ = update(rule, rule.init(position), position, position.copy(), rate)
        _, step = update(rule, state, position, np.full_like(position, np.nan), rate)
    assert np.isnan(step).all()


# On a steady slope g, with rate 1: step k (from 1) of each rule, as its paper says.
CLOSED_FORMS: dict[str, Callable[[Array, Array], Array]] = {
    "gradient_descent": lambda g, k: -g + 0 * k,
    "momentum": lambda g, k: -g * (1 - 0.9**k) / (1 - 0.9),
}


@every_rule
def test_steady_slope(rule: Rule) -> None:
    g = np.array([[3.0, -4.0, 0.5]])
    rate, state = np.ones_like(g), rule.init(np.zeros_like(g))
    for k in range(1, 31):
        state, step = update(rule, state, np.zeros_like(g), g, rate)
        np.testing.assert_allclose(step, CLOSED_FORMS[rule.key](g, np.array(k)), rtol=1e-12)
