"""The line search against a loop by hand; conjugate gradient against the textbook."""

from functools import partial
from typing import Any

import numpy as np
import pytest

from app.walk.rules import RULES
from app.walk.rules.rule import EVERYBODY, Who
from app.walk.rules.search import armijo
from app.walk.sights import sights
from app.walk.simulate import simulate
from surfaces import SURFACES
from surfaces.surface import Array

HOW = RULES["line_search"].defaults
every_search = pytest.mark.parametrize("key", ["line_search", "conjugate_gradient", "bfgs"])
every_surface = pytest.mark.parametrize("key", ["himmelblau", "rosenbrock", "beale", "ackley"])


def sight(loss: Any, p: Array) -> Any:
    """The loss after a step from `p`, as rules see it."""
    return sights(["loss_after"], loss, np.copy, None, uphill=False)(p)["loss_after"]


def by_hand(loss: Any, p: Array, g: Array, rate: float) -> float:
    """The length of one walker's step, by the words of the book."""
    t = rate
    for _ in range(29):
        if loss(p - t * g) <= loss(p) - 1e-4 * t * (g @ g):
            break
        t *= 0.5
    return t


@every_surface
@pytest.mark.parametrize("rate", [1e-3, 1.0, 50.0])
def test_lengths_are_those_of_a_loop_by_hand(key: str, rate: float) -> None:
    s = SURFACES[key]
    p = np.random.default_rng(3).uniform(*np.transpose([s.x, s.y]), size=(40, 2))
    g = s.gradient(p)
    step = armijo(-g, g, np.full_like(p, rate), sight(s.loss, p), **HOW)
    lengths = [by_hand(s.loss, *pair, rate) for pair in zip(p, g, strict=True)]
    np.testing.assert_allclose(step, -np.array(lengths)[:, None] * g, rtol=1e-12)


def test_a_hole_and_infinity_are_never_good_enough() -> None:
    g = np.array([[1.0], [1.0], [1.0]])
    beyond = np.array([np.nan, np.inf, -np.inf])  # from 0.3 of the way on

    def loss_after(step: Array, who: Who = EVERYBODY) -> Array:
        return np.where(step[..., 0] < -0.3, beyond[who], step[..., 0])

    step = armijo(-g, g, np.ones_like(g), loss_after, **HOW)
    np.testing.assert_array_equal(step, [[-0.25]] * 3)


@pytest.mark.parametrize("trials", [1, 2, 7])
def test_where_no_length_is_good_the_last_is_taken(trials: int) -> None:
    g = np.array([[2.0, 0.0]])
    how = {**HOW, "trials": trials}
    rise = sight(lambda p: np.abs(p).sum(axis=-1), np.zeros_like(g))
    step = armijo(-g, g, np.ones_like(g), rise, **how)
    np.testing.assert_array_equal(step, -g * 0.5 ** (trials - 1))


def test_who_feels_nan_holds_nobody_up() -> None:
    calls, g = [], np.array([[np.nan, 1.0], [1.0, 1.0]])

    def loss_after(step: Array, who: Who = EVERYBODY) -> Array:
        calls.append(len(step))
        result: Array = (step * g[who]).sum(axis=-1)
        return result

    step = armijo(-g, g, np.ones_like(g), loss_after, **HOW)
    np.testing.assert_array_equal(step, -g)
    assert len(calls) == 2


@every_search
def test_the_loss_never_rises(key: str) -> None:
    for surface in ("himmelblau", "rosenbrock", "beale", "booth"):
        s = SURFACES[surface]
        walk = simulate(s.loss, s.gradient, s.start, [0.1, 1.0, 100.0], 60, rule=RULES[key])
        assert (np.diff(walk.losses) <= 1e-15 * walk.losses[:, :1]).all()
        assert (walk.losses[:, -1] < walk.losses[:, 0]).all()


def test_conjugate_gradient_with_exact_lengths_is_that_of_the_textbook() -> None:
    """Nocedal & Wright (2006), algorithm 5.2, which arrives after d steps."""
    d = 5
    q = np.random.default_rng(5).normal(size=(d, d))
    a = q @ q.T + np.eye(d)
    x = start = np.arange(1.0, d + 1)
    r = a @ x
    p, points, lengths = -r, [x], []
    for _ in range(d):
        lengths.append(r @ r / (p @ a @ p))
        x, before = x + lengths[-1] * p, r
        r = a @ x
        p = -r + (r @ r) / (before @ before) * p
        points.append(x)

    def loss(p: Array) -> Array:
        result: Array = np.einsum("...i,ij,...j->...", p, a, p) / 2
        return result

    rule = RULES["conjugate_gradient"]
    walk = simulate(loss, lambda p: p @ a, start, [lengths], d, rule=rule)
    np.testing.assert_allclose(walk.points[0], points, rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(walk.points[0, -1], 0, atol=1e-10)


@pytest.mark.parametrize(
    ("gradient", "direction"),
    [
        ((0.0, -3.0), (-9.0, 3.0)),  # beta is 9
        ((0.5, 0.0), (-0.5, 0.0)),  # Polak and Ribière's beta is -1/4: 0 here
        ((-2.0, 0.0), (2.0, 0.0)),  # with its beta of 6 the direction (-4, 0) would lead uphill
    ],
)
def test_conjugate_gradient_after_a_first_gradient_of_1_0(
    gradient: tuple[float, float], direction: tuple[float, float]
) -> None:
    rule, one = RULES["conjugate_gradient"], np.ones((1, 2))
    state = rule.init(one)
    for g in ((1.0, 0.0), gradient):
        plane = sight(partial(np.dot, b=g), 0 * one)
        state, step = rule.update(state, np.array([g]), one, loss_after=plane, **rule.defaults)
    np.testing.assert_array_equal(step, [direction])
