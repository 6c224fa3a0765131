"""Mini-batches: what is felt at a step, by whom, and that an epoch of it is the exact gradient."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from surfaces.neuron import DATA_SETS, Neuron, batch_gradient, batch_rows, neuron_surface

LINE = Neuron(data=DATA_SETS["line"], batch=5, seed=3, decay=0.2)  # 60 pairs: 12 batches
P = np.random.default_rng(1).uniform(-3, 3, size=(4, 2))


@pytest.mark.parametrize("size", [1, 2, 5, 12, 60])
def test_an_epoch_of_equal_batches_is_the_exact_gradient(size: int) -> None:
    neuron = replace(LINE, batch=size)
    exact = neuron_surface(neuron).gradient(P)
    for epoch in (0, 4):
        steps = range(epoch * 60 // size, (epoch + 1) * 60 // size)
        felt = np.mean([batch_gradient(neuron, P, k) for k in steps], axis=0)
        np.testing.assert_allclose(felt, exact, rtol=1e-12)


@pytest.mark.parametrize("size", [1, 7, 25, 59])
def test_each_pair_comes_once_in_an_epoch(size: int) -> None:
    neuron = replace(LINE, batch=size)
    per_epoch = -(-60 // size)
    batches = [batch_rows(neuron, k) for k in range(per_epoch, 2 * per_epoch)]
    assert [len(b) for b in batches[:-1]] == [size] * (per_epoch - 1)
    assert sorted(np.concatenate(batches)) == list(range(60))


def test_a_batch_is_the_loss_of_these_pairs_alone() -> None:
    neuron = replace(LINE, activation="tanh", standardise=False)
    rows = batch_rows(neuron, 17)
    few = replace(neuron.data, x=neuron.data.x[rows], t=neuron.data.t[rows])
    expected = neuron_surface(replace(neuron, data=few, batch="all")).gradient(P)
    np.testing.assert_allclose(batch_gradient(neuron, P, 17), expected, rtol=1e-13)


def test_standardising_looks_at_all_pairs_also_in_a_batch() -> None:
    rows = batch_rows(LINE, 4)
    w, b = 1.5, 9.0
    x, t = LINE.feature(LINE.data.x)[rows], LINE.data.t[rows]
    r = w * x + b - t
    expected = (2 * np.mean(r * x) + 0.2 * w, 2 * np.mean(r))
    np.testing.assert_allclose(batch_gradient(LINE, np.array([w, b]), 4), expected, rtol=1e-13)


def test_steps_can_be_asked_for_in_any_order_and_walkers_share_them() -> None:
    forward = {k: batch_gradient(LINE, P, k) for k in range(100)}
    for k in np.random.default_rng(2).permutation(100):
        np.testing.assert_array_equal(batch_gradient(LINE, P, int(k)), forward[int(k)])
    for point, felt in zip(P, forward[33], strict=True):
        np.testing.assert_allclose(batch_gradient(LINE, point, 33), felt, rtol=1e-14)


def test_seed_and_epoch_change_the_order() -> None:
    orders = [
        tuple(batch_rows(replace(LINE, seed=seed), k)) for seed in (0, 1) for k in (0, 12, 24)
    ]
    assert len(set(orders)) == 6


@pytest.mark.parametrize("size", ["all", 60, 10_000])
def test_all_pairs_are_the_exact_gradient(size: int | str) -> None:
    neuron = replace(LINE, batch=size)  # type: ignore[arg-type]
    surface = neuron_surface(neuron)
    assert surface.felt is None and "noisy" not in surface.story
    np.testing.assert_array_equal(batch_gradient(neuron, P, 5), surface.gradient(P))
    np.testing.assert_array_equal(batch_rows(neuron, 5), np.arange(60))


def test_the_surface_feels_the_batch_and_says_so() -> None:
    surface = neuron_surface(LINE)
    assert surface.felt is not None
    np.testing.assert_array_equal(surface.felt(P, 7), batch_gradient(LINE, P, 7))
    assert np.abs(surface.felt(P, 7) - surface.gradient(P)).max() > 0.1
    assert "only 5 of 60 pairs, so the slope it feels is noisy" in surface.story
    other = surface.at(decay=0.9)
    assert other.felt is not None
    np.testing.assert_allclose(
        other.felt(P, 7)[:, 0] - surface.felt(P, 7)[:, 0], 0.7 * P[:, 0], rtol=1e-12
    )
