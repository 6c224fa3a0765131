"""Every update rule: pure, and gradient descent is the formula."""

import numpy as np
import pytest

from app.walk.rules import RULES, Rule, gradient_descent


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_row_is_complete(rule: Rule) -> None:
    assert RULES[rule.key] is rule
    assert rule.name
    assert rule.source


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_update_changes_none_of_its_inputs(rule: Rule) -> None:
    rng = np.random.default_rng(0)
    position, gradient, rate = rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), rng.random((4, 3))
    for array in (position, gradient, rate):
        array.setflags(write=False)
    state = rule.init(position)
    first = rule.update(state, gradient, rate, **rule.defaults)
    again = rule.update(state, gradient, rate, **rule.defaults)
    assert first[1].shape == position.shape
    np.testing.assert_array_equal(first[1], again[1])


def test_gradient_descent_is_the_formula() -> None:
    state, step = gradient_descent(None, np.array([[3.0, -4.0]]), np.array([[0.5]]))
    assert state is None
    np.testing.assert_array_equal(step, [[-1.5, 2.0]])
