"""Gradients and Hessians of every pairing against finite differences; values worked by hand."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from surfaces import Array, Surface
from surfaces.neuron import DATA_SETS, LOSSES, DataSet, Neuron, neuron_surface
from surfaces.neuron.activations import sigmoid, softplus
from tests.surfaces.neuron.pairings import neurons, pairings

NEURONS = list(neurons(decay=0.3))


def _points(surface: Surface, n: int = 30) -> Array:
    low, high = np.transpose([surface.x, surface.y])
    return np.random.default_rng(7).uniform(low, high, size=(n, 2))


def _slopes(field: Callable[[Array], Array], p: Array, shift: float) -> Array:
    """Central differences of a field (n, ...) along both axes: (n, ..., 2)."""
    columns = []
    for axis in (0, 1):
        e = np.zeros_like(p)
        e[:, axis] = shift * np.maximum(1, np.abs(p[:, axis]))
        h = 2 * e[:, axis].reshape(-1, *[1] * (np.ndim(field(p)) - 1))
        columns.append((field(p + e) - field(p - e)) / h)
    return np.stack(columns, axis=-1)


def _smooth(neuron: Neuron, p: Array, shift: float) -> Array:
    """Which of the points (n, 2) have no kink of a pair nearer than a difference reaches: (n,)."""
    x, t = neuron.ground.x, neuron.ground.t
    reach = 2 * shift * (np.maximum(1, np.abs(p)) @ np.array([np.abs(x), np.ones_like(x)]))
    z = p[:, :1] * x + p[:, 1:]
    y = neuron.ground.predict(z)
    edges = {
        neuron.activation: np.abs(z),
        neuron.loss: np.abs(np.abs(y - t) - neuron.values.get("delta", 0.0)),
    }
    creased = [edges[key] for key in ("relu", "leaky-relu", "absolute", "huber") if key in edges]
    return np.all([np.ones(len(p)), *((edge > reach).all(axis=-1) for edge in creased)], axis=0)


@pytest.mark.parametrize("pairing", pairings(), ids="-".join)
def test_derivatives_match_finite_differences(pairing: tuple[str, str]) -> None:
    shift, tested = np.cbrt(np.finfo(float).eps), 0
    for neuron in (n for n in NEURONS if (n.activation, n.loss) == pairing):
        surface = neuron_surface(neuron)
        p = _points(surface)
        p = p[_smooth(neuron, p, shift)]
        tested += len(p)
        scale = surface.loss(p).max()
        slopes = _slopes(surface.loss, p, shift)
        np.testing.assert_allclose(surface.gradient(p), slopes, rtol=1e-5, atol=1e-8 * scale)
        bends = _slopes(surface.gradient, p, shift)
        size = np.abs(bends).max()
        np.testing.assert_allclose(surface.hessian(p), bends, rtol=1e-5, atol=1e-7 * size)
    assert tested > 100


def test_loss_is_the_mean_over_the_pairs_written_as_a_loop() -> None:
    neuron = Neuron(data=DATA_SETS["hubble"], activation="tanh", decay=0.25, standardise=False)
    w, b = 1.5, -0.5
    total = 0.0
    for x, t in zip(neuron.data.x, neuron.data.t, strict=True):
        total += (np.tanh(w * x + b) - t) ** 2
    expected = total / 24 + 0.25 / 2 * w**2
    assert neuron_surface(neuron).loss(np.array([w, b])) == pytest.approx(expected, rel=1e-13)


def test_one_pair_of_each_loss_worked_by_hand() -> None:
    y, t = np.array([3.0, 0.5]), np.array([1.0, 1.0])
    hand = {
        "squared": ([4, 0.25], [4, -1]),
        "absolute": ([2, 0.5], [1, -1]),
        "huber": ([1.5, 0.125], [1, -0.5]),  # delta 1: 2 - 1 / 2, and 0.5**2 / 2
        "cross-entropy": (  # -log of the probability of class 1
            [-np.log(1 / (1 + np.exp(-3))), -np.log(1 / (1 + np.exp(-0.5)))],
            [1 / (1 + np.exp(-3)) - 1, 1 / (1 + np.exp(-0.5)) - 1],
        ),
    }
    assert set(hand) == set(LOSSES)
    for key, (value, slope) in hand.items():
        np.testing.assert_allclose(LOSSES[key].value(y, t, 1.0), value, rtol=1e-14)
        np.testing.assert_allclose(LOSSES[key].slope(y, t, 1.0), slope, rtol=1e-12)


def test_kinks_return_what_they_say() -> None:
    data = DataSet(
        key="k", name="K", story="", origin="", licence="", feature="x", target="t",
        x=np.array([0.0, 1.0]), t=np.array([0.0, 3.0]),
    )  # fmt: skip
    on_it = np.array([3.0, 0.0])  # w x + b is 0 for the first pair, and meets both targets
    for activation, loss, slope in (
        ("identity", "absolute", (0.0, 0.0)),
        ("relu", "absolute", (0.0, 0.0)),
        ("leaky-relu", "squared", (0.0, 0.0)),
    ):
        surface = neuron_surface(
            Neuron(data=data, activation=activation, loss=loss, standardise=False)
        )
        np.testing.assert_array_equal(surface.gradient(on_it), slope)
        assert surface.kink.endswith(".")
    below = neuron_surface(Neuron(data=data, activation="relu", standardise=False))
    # (0, 0): both pre-activations are 0, where the ReLU counts as level
    np.testing.assert_array_equal(below.gradient(np.zeros(2)), (0.0, 0.0))


def test_logits_of_ten_thousand_are_finite_and_right() -> None:
    z = np.array([-1e4, -800.0, 0.0, 800.0, 1e4])
    np.testing.assert_array_equal(softplus(z), [0, 0, np.log(2), 800, 1e4])
    np.testing.assert_array_equal(sigmoid(z), [0, 0, 0.5, 1, 1])
    data = DATA_SETS["separable"]
    for activation, loss in pairings():
        neuron = Neuron(data=data, activation=activation, loss=loss)
        surface = neuron_surface(neuron)
        p = np.array([[1e4, 0.0], [-1e4, 0.0], [0.0, 1e4], [0.0, -1e4]])
        for field in (surface.loss, surface.gradient, surface.hessian):
            assert np.isfinite(field(p)).all(), (activation, loss)
    wrong = neuron_surface(Neuron(data=data, activation="sigmoid", loss="cross-entropy"))
    # half of the pairs are wrong by a logit of 1e4, the others right
    assert wrong.loss(np.array([0.0, 1e4])) == pytest.approx(5e3, rel=1e-15)
    np.testing.assert_allclose(wrong.gradient(np.array([0.0, 1e4]))[1], 0.5, rtol=1e-15)


def test_cross_entropy_keeps_its_digits_where_the_neuron_is_right() -> None:
    z, t = np.array([40.0, -40.0]), np.array([1.0, 0.0])
    loss = LOSSES["cross-entropy"]
    np.testing.assert_allclose(loss.value(z, t, 1.0), np.exp(-40.0), rtol=1e-14)
    np.testing.assert_allclose(loss.slope(z, t, 1.0), [-np.exp(-40.0), np.exp(-40.0)], rtol=1e-14)


@pytest.mark.parametrize("neuron", NEURONS[::7], ids=lambda n: f"{n.data.key}-{n.activation}")
def test_a_point_a_row_a_mesh_and_none_agree(neuron: Neuron) -> None:
    surface = neuron_surface(neuron)
    p = _points(surface, 50)
    before = p.copy()
    fields = (surface.loss, surface.gradient, surface.hessian)
    for field in fields:
        row = field(p)
        size = np.abs(row).max()
        for shape in ((5, 10), (2, 5, 5)):
            mesh = field(p.reshape(*shape, 2))
            np.testing.assert_allclose(
                mesh, row.reshape(*shape, *row.shape[1:]), rtol=1e-13, atol=1e-13 * size
            )
        for point, value in zip(p, row, strict=True):
            np.testing.assert_allclose(field(point), value, rtol=1e-13, atol=1e-13 * size)
        assert field(np.empty((0, 2))).shape == (0, *row.shape[1:])
    np.testing.assert_array_equal(p, before)


def test_no_array_of_points_times_pairs_is_built() -> None:
    surface = neuron_surface(Neuron(data=DATA_SETS["overlapping"], activation="tanh"))
    p = np.zeros((200, 200, 2))
    tracemalloc.start()
    surface.gradient(p)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200 * 200 * 80 * 8 / 4  # a quarter of one such array
