"""Every update rule: a complete row, pure, downhill at first, nan for nan; each its closed form."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from app.walk.rules import RULES, Rule
from app.walk.rules.rule import EVERYBODY, SIGHTS, Who
from surfaces.surface import Array, Parameter

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())

WALKERS, D = 4, 3


def sights(position: Array, gradient: Array, bend: float) -> dict[str, Any]:
    """What rules see where the ground has this slope, and this curvature in every direction.

    Where the slope is nan the ground has a hole: every loss is nan as well.
    """

    def loss_after(step: Array, who: Who = EVERYBODY) -> Array:
        result: Array = (step * gradient[who] + bend * step**2 / 2).sum(axis=-1)
        return result

    hessian = bend * np.broadcast_to(np.eye(D), (len(position), D, D))
    return {"position": position, "loss_after": loss_after, "hessian": hessian}


CALM = {"noisy_descent": {"scale": 0.0}}  # hyperparameters without which luck would decide


def update(
    rule: Rule,
    state: Any,
    position: Array,
    gradient: Array,
    rate: Array,
    *,
    bend: float = 1.0,
    **values: Any,
) -> Any:
    known = sights(position, gradient, bend)
    seen = {name: known[name] for name in rule.sees}
    values = {**rule.defaults, **CALM.get(rule.key, {}), **values}
    return rule.update(state, gradient, rate, **values, **seen)


def frozen(state: Any) -> None:
    """Make every array of a state, of tuples in tuples, read-only."""
    if isinstance(state, tuple):
        for part in state:
            frozen(part)
    elif isinstance(state, np.ndarray):
        state.setflags(write=False)


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
    frozen((position, gradient, rate))
    state, _ = update(rule, rule.init(position), position, gradient, rate)
    frozen(state)
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


@every_rule
def test_hyperparameters_may_differ_between_walkers(rule: Rule) -> None:
    """To the last bit each walker steps as it does alone with its own floats."""
    rng = np.random.default_rng(3)
    position, gradients = rng.normal(size=(WALKERS, D)), rng.normal(size=(12, WALKERS, D))
    rate = np.full_like(position, 0.01)
    each = {p.key: spread(p) for p in rule.hyperparameters}
    alone = [{key: float(value[w, 0]) for key, value in each.items()} for w in range(WALKERS)]
    rows = [slice(w, w + 1) for w in range(WALKERS)]
    together, states = rule.init(position), [rule.init(position[row]) for row in rows]
    for gradient in gradients:
        together, steps = update(rule, together, position, gradient, rate, **each)
        for w, row in enumerate(rows):
            mine = position[row], gradient[row], rate[row]
            states[w], step = update(rule, states[w], *mine, **alone[w])
            np.testing.assert_array_equal(step, steps[row])


def spread(parameter: Parameter) -> Array:
    """Values all over the range of a hyperparameter, (WALKERS, 1)."""
    low = parameter.low
    if parameter.logarithmic:
        between = np.geomspace(low or 1e-3 * parameter.high, parameter.high, WALKERS - 1)
        values = np.append(low, between)[:, None]
    else:
        values = np.linspace(low, parameter.high, WALKERS)[:, None]
    return np.round(values) if parameter.whole else values


K = np.arange(100)[:, None]


def nadam(g: Array, k: Array) -> Array:
    """Dozat (2016), with the schedule of mu as PyTorch states it."""
    mu = 0.9 * (1 - 0.5 * 0.96 ** (0.004 * K))
    product, after = np.prod(mu[1 : k + 1]), np.prod(mu[1 : k + 2])
    pull = (1 - mu[k]) / (1 - product) + mu[k + 1] * (1 - 0.9**k) / (1 - after)
    return -pull * g / (np.abs(g) + 1e-8)


def radam(g: Array, k: Array) -> Array:
    """Liu et al. (2020), algorithm 2: rho_k of the paper, and 5 for its 4 as in PyTorch."""
    longest = 2 / (1 - 0.999) - 1
    rho = longest - 2 * k * 0.999**k / (1 - 0.999**k)
    if rho <= 5:
        return -g
    r = ((rho - 4) * (rho - 2) * longest / ((longest - 4) * (longest - 2) * rho)) ** 0.5
    c = np.sqrt(1 - 0.999**k)
    return -r * g * c / (np.abs(g) * c + 1e-8)


def adadelta(g: Array, k: Array) -> Array:
    """Zeiler (2012): the mean squared step, with eps, is a linear recurrence; its sum."""
    rho, eps = 0.9, 1e-6
    square = g**2 * (1 - rho**K) + eps
    grown = np.cumprod(rho + (1 - rho) * g**2 / square[1:k], axis=0)  # empty at step 1
    factors = np.concatenate([np.ones((1, g.shape[-1])), grown])
    moved = eps * factors[-1] * (1 + (1 - rho) * (1 / factors[1:]).sum(axis=0))
    return -g * np.sqrt(moved / square[k])


# On a steady slope g, with rate 1: step k (from 1) of each rule, as its paper says.
CLOSED_FORMS: dict[str, Callable[[Array, Array], Array]] = {
    "gradient_descent": lambda g, k: -g + 0 * k,
    "sign_descent": lambda g, k: -g / np.abs(g),
    "normalised_gradient": lambda g, k: -g / np.sqrt((g**2).sum()),
    "noisy_descent": lambda g, k: -g,
    "momentum": lambda g, k: -g * (1 - 0.9**k) / (1 - 0.9),
    "nesterov": lambda g, k: -g * (1 - 0.9 ** (k + 1)) / (1 - 0.9),
    "adagrad": lambda g, k: -g / (np.abs(g) * np.sqrt(k) + 1e-10),
    "rmsprop": lambda g, k: -g / (np.abs(g) * np.sqrt(1 - 0.99**k) + 1e-8),
    "adadelta": adadelta,
    "adam": lambda g, k: -g / (np.abs(g) + 1e-8),
    "adamw": lambda g, k: -g / (np.abs(g) + 1e-8),
    "amsgrad": lambda g, k: -g / (np.abs(g) + 1e-8),
    "nadam": nadam,
    "radam": radam,
    "adamax": lambda g, k: -g / (np.abs(g) + 1e-8),
    "lion": lambda g, k: -g / np.abs(g),
    "rprop": lambda g, k: -g / np.abs(g) * np.minimum(1.2 ** (k - 1), 50),
    "line_search": lambda g, k: -g,  # a plane falls by all that its slope promises
    "conjugate_gradient": lambda g, k: -g,  # a gradient that does not change leaves beta at 0
    "bfgs": lambda g, k: -g,  # and has no curvature to learn
    "newton": lambda g, k: np.full_like(g, np.nan),  # no bowl fits a plane
    "mountaineer": lambda g, k: -g * min(1, 0.3 / np.linalg.norm(g)) + 0 * k,  # sees as far as 0.3
    "damped_newton": lambda g, k: -g,  # the damping of 1 is all the curvature there is
}


@every_rule
def test_steady_slope(rule: Rule) -> None:
    g = np.array([[3.0, -4.0, 0.5]])
    rate, state = np.ones_like(g), rule.init(np.zeros_like(g))
    for k in range(1, 31):
        with np.errstate(all="ignore"):
            state, step = update(rule, state, np.zeros_like(g), g, rate, bend=0.0)
        # RAdam's length is a small difference of two numbers near 2,000
        np.testing.assert_allclose(step, CLOSED_FORMS[rule.key](g, np.array(k)), rtol=1e-11)


def test_centred_rmsprop_never_ends_in_nan_on_a_steady_slope() -> None:
    """The variance of a steady slope's running mean is g**2 * alpha**k * (1 - alpha**k)."""
    g = np.array([[3.0, -4.0, 0.5]])
    rule, rate, state = RULES["rmsprop"], np.ones_like(g), RULES["rmsprop"].init(g)
    for k in range(1, 6001):
        state, step = update(rule, state, g, g, rate, centred=1.0)
        if k in (1, 10, 100, 1000):
            root = np.abs(g) * np.sqrt((1 - 0.99**k) * 0.99**k)
            np.testing.assert_allclose(step, -g / (root + 1e-8), rtol=1e-9)
    assert np.isfinite(step).all()


@pytest.mark.parametrize("key", ["adamw", "lion"])
def test_weight_decay_alone_shrinks_each_weight_by_its_share(key: str) -> None:
    position, rate = np.array([[1.0, -2.0, 3.0]]), np.full((1, 3), 0.5)
    level = np.zeros_like(position)
    _, step = update(RULES[key], RULES[key].init(position), position, level, rate, weight_decay=0.1)
    np.testing.assert_allclose(step, -0.5 * 0.1 * position, rtol=1e-15)


def test_normalised_steps_are_as_long_as_the_rate_and_none_on_level_ground() -> None:
    gradient = np.array([[3e200, -4e200, 0.0], [3e-9, 0.0, 4e-9], [0.0, 0.0, 0.0]])
    rate = np.full_like(gradient, 0.5)
    rule = RULES["normalised_gradient"]
    _, step = update(rule, None, gradient, gradient, rate)
    np.testing.assert_allclose(np.linalg.norm(step, axis=-1), [0.5, 0.5, 0.0], rtol=1e-15)


def test_rprop_rests_where_a_slope_turned_and_goes_on_half_as_far() -> None:
    rule, rate, state = RULES["rprop"], np.ones((1, 1)), None
    steps = []
    for slope in (2.0, 3.0, -1.0, -1.0, -1.0):
        state, step = update(rule, state, rate, np.full((1, 1), slope), rate)
        steps.append(float(step[0, 0]))
    np.testing.assert_allclose(steps, [-1, -1.2, 0, 0.6, 0.72], rtol=1e-15)
