"""The walk against closed forms: on a quadratic every eigen-direction is a geometric series."""

from functools import partial

import numpy as np
import pytest

from app.walk.rules import RULES
from app.walk.simulate import simulate
from surfaces import SURFACES, Surface
from surfaces.surface import Array

CURVATURES = np.array([0.5, 1.0, 2.0, 5.0, 10.0])


def bowl(p: Array) -> Array:
    """Half the sum of curvature * x**2, (..., 5) -> (...)."""
    result: Array = (CURVATURES * p**2).sum(axis=-1) / 2
    return result


def bowl_gradient(p: Array) -> Array:
    return CURVATURES * p


def parabola(p: Array) -> Array:
    result: Array = (p**2).sum(axis=-1) / 2
    return result


def parabola_gradient(p: Array) -> Array:
    return p.copy()


def himmelblau() -> Surface:
    return SURFACES["himmelblau"]


def rotation(d: int) -> Array:
    q: Array = np.linalg.qr(np.random.default_rng(1).normal(size=(d, d)))[0]
    return q


@pytest.mark.parametrize("rate", [0.01, 0.09, 0.17, 0.25])
def test_quadratic_is_a_geometric_series(rate: float) -> None:
    start = np.array([1.0, -2.0, 3.0, -4.0, 5.0])
    walk = simulate(bowl, bowl_gradient, start, [rate], 60)
    expected = (1 - rate * CURVATURES) ** np.arange(61)[:, None] * start
    np.testing.assert_allclose(walk.points[0], expected, rtol=1e-12)
    np.testing.assert_allclose(walk.losses[0], bowl(expected), rtol=1e-12)
    np.testing.assert_allclose(walk.gradients[0], CURVATURES * expected, rtol=1e-12)


def test_quadratic_with_turned_axes() -> None:
    q = rotation(5)
    hessian = q @ np.diag(CURVATURES) @ q.T
    start = np.arange(1.0, 6.0)
    walk = simulate(lambda p: bowl(p @ q), lambda p: p @ hessian, start, [0.15], 40)
    factors = (1 - 0.15 * CURVATURES) ** np.arange(41)[:, None]
    expected = (factors * (start @ q)) @ q.T
    np.testing.assert_allclose(walk.points[0], expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("curvature", CURVATURES)
def test_stability_limit_is_two_over_curvature(curvature: float) -> None:
    limit = 2 / curvature
    walk = simulate(
        parabola, lambda p: curvature * p, [1.0], [0.99 * limit, limit, 1.01 * limit], 1000
    )
    size = np.abs(walk.points[:, -1, 0])
    np.testing.assert_allclose(size, [0.98**1000, 1, 1.02**1000], rtol=1e-9)


def test_shapes_and_types() -> None:
    s = himmelblau()
    walk = simulate(s.loss, s.gradient, np.float32([0, 1]), [1, 2, 3], 4)
    assert walk.points.shape == walk.gradients.shape == (3, 5, 2)
    assert walk.losses.shape == walk.gradient_norms.shape == (3, 5)
    assert {a.dtype for a in (walk.points, walk.losses, walk.gradients)} == {np.dtype(float)}


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_many_walkers_are_each_one_walker(surface: Surface) -> None:
    rng = np.random.default_rng(2)
    low, high = np.transpose([surface.x, surface.y])
    starts, rates = rng.uniform(low, high, (9, 2)), np.geomspace(1e-5, 10, 9)
    together = simulate(surface.loss, surface.gradient, starts, rates, 50)
    for w in range(9):
        alone = simulate(surface.loss, surface.gradient, starts[w], rates[w : w + 1], 50)
        # Sums over many terms round in another order for another number of points, and on
        # rugged ground walks that differ in the last digit part ways before long.
        close = partial(np.testing.assert_allclose, rtol=1e-5, atol=1e-5)
        close(alone.points[0][:6], together.points[w][:6])
        close(alone.gradients[0][:6], together.gradients[w][:6])


def test_every_recorded_gradient_and_loss_belongs_to_its_point() -> None:
    s = himmelblau()
    walk = simulate(s.loss, s.gradient, s.start, [1e-3, 1e-2], 30)
    np.testing.assert_array_equal(walk.gradients, s.gradient(walk.points))
    np.testing.assert_array_equal(walk.losses, s.loss(walk.points))


def test_losses_in_chunks_are_the_losses() -> None:
    s = himmelblau()
    walk = simulate(s.loss, s.gradient, s.start, np.geomspace(1e-5, 1e-2, 500), 300)
    np.testing.assert_array_equal(walk.losses, s.loss(walk.points))


def test_up_a_hill_is_down_its_mirror_image() -> None:
    s = himmelblau()
    rates = np.geomspace(1e-5, 1, 20)
    up = simulate(s.loss, s.gradient, s.start, rates, 50, uphill=True)
    down = simulate(lambda p: -s.loss(p), lambda p: -s.gradient(p), s.start, rates, 50)
    np.testing.assert_array_equal(up.points, down.points)
    np.testing.assert_array_equal(up.losses, -down.losses)
    np.testing.assert_array_equal(up.gradients, -down.gradients)
    assert up.losses[0, -1] > up.losses[0, 0]


def test_nothing_is_clipped() -> None:
    walk = simulate(parabola, parabola_gradient, [1.0], [1e50, 1e30], 3)
    np.testing.assert_allclose(walk.points[0, :, 0], [1, -1e50, 1e100, -1e150], rtol=1e-12)
    np.testing.assert_allclose(walk.points[1, :, 0], [1, -1e30, 1e60, -1e90], rtol=1e-12)
    assert walk.gradient_norms[0, -1] == pytest.approx(1e150)


def test_positions_are_not_clamped() -> None:
    walk = simulate(parabola, parabola_gradient, [1e150], [0.5], 3)
    np.testing.assert_array_equal(walk.points[0, :, 0], [1e150, 5e149, 2.5e149, 1.25e149])


def test_gradient_norm_does_not_overflow_before_its_result() -> None:
    walk = simulate(parabola, parabola_gradient, [[3e200, -4e200]], [0.1], 0)
    assert walk.gradient_norms[0, 0] == pytest.approx(5e200)
    line = simulate(parabola, parabola_gradient, [-3.0], [0.1], 0)
    assert line.gradient_norms[0, 0] == 3


def test_nothing_is_after_the_first_position_that_is_not_finite() -> None:
    walk = simulate(parabola, parabola_gradient, [1.0, 0.0], [1e100, 0.5, 1e200], 100)
    # 1e100**3 is finite and 1e100**4 is not; the walker of 1e200 is lost two steps earlier
    for walker, lost in ((0, 4), (2, 2)):
        assert np.isfinite(walk.points[walker, :lost]).all()
        assert np.isinf(walk.points[walker, lost, 0])
        for array in (walk.points, walk.losses, walk.gradients):
            assert np.isnan(array[walker, lost + 1 :]).all()
    assert np.isfinite(walk.points[1]).all()


def test_stops_when_nobody_is_left() -> None:
    calls = []
    walk = simulate(parabola, lambda p: [calls.append(1), p][1], [1.0], [1e100, 1e200], 10_000)
    assert len(calls) < 100
    assert np.isnan(walk.losses[:, 5:]).all()


def test_a_flat_loss_is_nowhere_too_where_nobody_is() -> None:
    walk = simulate(lambda p: np.zeros(p.shape[:-1]), np.exp, [1.0], [-1e3], 4)
    np.testing.assert_array_equal(np.isnan(walk.losses[0]), [False, False, False, True, True])


def test_a_rule_with_memory_and_hyperparameters() -> None:
    """Heavy ball on a steady slope g: step k is -rate * g * (1 - beta**k) / (1 - beta)."""
    walk = simulate(
        parabola, lambda p: np.full_like(p, 2.0), [0.0], [0.1], 20, rule=RULES["momentum"]
    )
    steps = np.diff(walk.points[0, :, 0])
    np.testing.assert_allclose(steps, -0.2 * (1 - 0.9 ** np.arange(1, 21)) / 0.1, rtol=1e-12)


def test_hyperparameters_may_differ_between_walkers() -> None:
    together = simulate(
        parabola, parabola_gradient, [1.0, -2.0], [0.1] * 3, 20,
        rule=RULES["momentum"], values={"beta": [0.0, 0.5, 0.9]},
    )  # fmt: skip
    for w, beta in enumerate((0.0, 0.5, 0.9)):
        alone = simulate(
            parabola, parabola_gradient, [1.0, -2.0], [0.1], 20,
            rule=RULES["momentum"], values={"beta": beta},
        )  # fmt: skip
        np.testing.assert_array_equal(together.points[w], alone.points[0])


def test_rates_may_change_from_step_to_step() -> None:
    rates = np.array([[0.5, 0.25, 0.125], [1.0, 0.0, 1.0]])
    walk = simulate(parabola, lambda p: np.full_like(p, 2.0), [0.0], rates, 3)
    np.testing.assert_array_equal(np.diff(walk.points[..., 0]), -2 * rates)


def test_changes_nothing_of_the_callers() -> None:
    start, rates = np.array([1.0, 2.0]), np.array([0.1, 0.2])
    simulate(parabola, parabola_gradient, start, rates, 5)
    np.testing.assert_array_equal(start, [1, 2])
    np.testing.assert_array_equal(rates, [0.1, 0.2])


def test_mistakes_are_told_in_sentences() -> None:
    with pytest.raises(ValueError, match="3 starts and 2 learning rates"):
        simulate(parabola, parabola_gradient, np.zeros((3, 2)), [0.1, 0.2], 5)
    with pytest.raises(ValueError, match="rates for 2 steps of a walk of 5"):
        simulate(parabola, parabola_gradient, [0.0], [[0.1, 0.2]], 5)
    with pytest.raises(ValueError, match="0 steps or more, not -1"):
        simulate(parabola, parabola_gradient, [0.0], [0.1], -1)


def test_what_is_felt_is_what_is_walked_and_recorded() -> None:
    s = himmelblau()
    walk = simulate(s.loss, s.gradient, s.start, [0.1], 3, felt=np.full_like)
    assert walk.gradients[0].tolist() == [[0, 0], [1, 1], [2, 2], [3, 3]]
    np.testing.assert_allclose(walk.points[0, -1], np.array(s.start) - 0.1 * 3)
    np.testing.assert_array_equal(walk.losses, s.loss(walk.points))
