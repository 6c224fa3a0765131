"""Gradient noise: what it is like, that it repeats, and that luck never tells walkers apart."""

import numpy as np

from app.walk.rules import RULES
from app.walk.rules.noise import standard_normal
from app.walk.simulate import Walk, simulate
from surfaces import SURFACES
from surfaces.surface import Array

NOISY = RULES["noisy_descent"]
BOWL = SURFACES["round-bowl"]


def walk(rates: object, **values: object) -> Walk:
    return simulate(BOWL.loss, BOWL.gradient, [1.0, 2.0], rates, 30, rule=NOISY, values=values)


def noise_of(steps: int, d: int, **values: float) -> Array:
    """The noise of each step, (steps, d): what level ground with rate 1 makes of it."""
    level, state = np.zeros((1, d)), NOISY.init(np.zeros((1, d)))
    noise = []
    for _ in range(steps):
        state, step = NOISY.update(state, level, np.ones_like(level), **values)
        noise.append(-step[0])
    return np.array(noise)


def test_scale_is_the_standard_deviation_of_each_component() -> None:
    noise = noise_of(4, 50_000, scale=3.0, seed=7.0)
    np.testing.assert_allclose(noise.std(axis=1), 3.0, rtol=0.02)
    np.testing.assert_allclose(noise.mean(axis=1), 0.0, atol=0.06)
    np.testing.assert_allclose((np.abs(noise) < 3.0).mean(), 0.6827, atol=0.005)  # Gaussian


def test_steps_and_seeds_are_not_alike() -> None:
    noise = np.concatenate([noise_of(4, 5000, scale=1.0, seed=s) for s in (0.0, 1.0, 2.0)])
    correlation = np.corrcoef(noise) - np.eye(len(noise))
    assert np.abs(correlation).max() < 0.06


def test_scale_0_is_gradient_descent() -> None:
    plain = simulate(BOWL.loss, BOWL.gradient, [1.0, 2.0], [0.1], 30)
    np.testing.assert_array_equal(walk([0.1], scale=0.0).points, plain.points)


def test_a_walk_repeats_exactly() -> None:
    first = walk([0.1], seed=5.0)
    standard_normal.cache_clear()
    np.testing.assert_array_equal(walk([0.1], seed=5.0).points, first.points)
    assert (walk([0.1], seed=6.0).points[:, 1:] != first.points[:, 1:]).all()


def test_one_walker_alone_feels_what_it_feels_among_many() -> None:
    rates, seeds = np.array([0.1, 0.1, 0.2, 0.3]), np.array([3.0, 4.0, 3.0, 999_999.0])
    together = walk(rates, seed=seeds)
    for w in range(4):
        alone = walk(rates[w : w + 1], seed=seeds[w])
        np.testing.assert_array_equal(alone.points[0], together.points[w])
    felt = -np.diff(together.points, axis=1) / rates[:, None, None] - together.gradients[:, :-1]
    np.testing.assert_allclose(felt[0], felt[2], atol=1e-12)  # one seed, two rates: one noise
    assert np.abs(felt[0] - felt[1]).min() > 1e-6
