"""What rules see beside the gradient, and what a walk keeps of their state, in any dimension."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pytest

from app.walk.rules import RULES, Rule
from app.walk.rules.rule import SIGHTS
from app.walk.sights import sights
from app.walk.simulate import simulate
from surfaces import SURFACES
from surfaces.surface import Array

CUBE = np.random.default_rng(0).normal(size=(4, 4))  # loss = sum of (CUBE p)^3, on 4 axes


def loss(p: Array) -> Array:
    result: Array = ((p @ CUBE.T) ** 3).sum(axis=-1)
    return result


def gradient(p: Array) -> Array:
    result: Array = 3 * (p @ CUBE.T) ** 2 @ CUBE
    return result


def hessian(p: Array) -> Array:
    result: Array = np.einsum("ki,...k,kj->...ij", CUBE, 6 * (p @ CUBE.T), CUBE)
    return result


POSITION = np.random.default_rng(1).normal(size=(3, 4))


@pytest.mark.parametrize("uphill", [False, True])
def test_sights_are_of_the_loss_and_flip_uphill(uphill: bool) -> None:
    sign = -1 if uphill else 1
    seen = sights(SIGHTS, loss, gradient, hessian, uphill=uphill)(POSITION)
    assert set(seen) == set(SIGHTS)
    step = np.random.default_rng(2).normal(size=(5, 3, 4))
    np.testing.assert_array_equal(seen["position"], POSITION)
    np.testing.assert_array_equal(seen["loss_after"](step), sign * loss(POSITION + step))
    some = seen["loss_after"](step[:, [0, 2]], [0, 2])
    np.testing.assert_array_equal(some, sign * loss(POSITION + step)[:, [0, 2]])
    np.testing.assert_array_equal(seen["hessian"], sign * hessian(POSITION))


def test_a_hessian_that_nobody_gives_is_measured() -> None:
    seen = sights(["hessian"], loss, gradient, None, uphill=True)(POSITION)
    np.testing.assert_allclose(seen["hessian"], -hessian(POSITION), rtol=1e-6, atol=1e-6)


def test_a_rule_gets_what_it_sees_and_no_more() -> None:
    assert sights([], loss, gradient, hessian, uphill=False)(POSITION) == {}


class Seen(NamedTuple):
    """What the rule below keeps."""

    count: Array  # (walkers, 1)
    place: Array  # (walkers, d)


def _see(state: Seen, gradient: Array, rate: Array, *, position: Array) -> tuple[Seen, Array]:
    return Seen(state.count + 1, position), -rate * gradient


def watcher(**changes: Any) -> Rule:
    """Gradient descent that counts its steps and keeps where it saw itself."""
    return replace(
        RULES["gradient_descent"],
        init=lambda p: Seen(np.zeros((len(p), 1)), np.zeros_like(p)),
        update=_see,
        sees=("position",),
        records=("count", "place"),
        **changes,
    )


def test_a_walk_keeps_what_its_rule_records_after_each_step() -> None:
    s = SURFACES["himmelblau"]
    walk = simulate(s.loss, s.gradient, s.start, [1e-3, 1e-2], 7, rule=watcher())
    np.testing.assert_array_equal(walk.records["count"][..., 0], [range(1, 8)] * 2)
    np.testing.assert_array_equal(walk.records["place"], walk.points[:, :-1])
    assert simulate(s.loss, s.gradient, s.start, [0.1], 7).records == {}


def test_records_end_where_the_walk_does() -> None:
    walk = simulate(lambda p: p[..., 0], np.copy, [1.0], [1e100, 0.5], 100, rule=watcher())
    count = walk.records["count"][..., 0]
    assert np.isinf(walk.points[0, 4, 0])
    np.testing.assert_array_equal(count[0], [1, 2, 3, 4] + [np.nan] * 96)
    np.testing.assert_array_equal(count[1], range(1, 101))
