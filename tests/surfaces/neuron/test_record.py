"""What a neuron may be, the sentences for what it may not, and its curve beside the mountain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from surfaces.neuron import ACTIVATIONS, DATA_SETS, LOSSES, Neuron, curve, first_neuron
from surfaces.neuron.activations import sigmoid
from tests.surfaces.neuron.pairings import refused

LINE, CLASSES = DATA_SETS["line"], DATA_SETS["overlapping"]

BAD: list[tuple[str, dict[str, Any], str]] = [
    ("activation", {"activation": "tahn"}, "No activation called 'tahn'. Did you mean 'tanh'?"),
    ("loss", {"loss": None}, "No loss called 'None'. There are: squared"),
    ("loss", {"loss": "zzz"}, "No loss called 'zzz'. There are: squared, absolute, huber"),
    ("decay", {"decay": -1}, "Weight decay must be a number between 0 and 1, not -1. Try 0."),
    ("decay", {"decay": "much"}, "Weight decay must be a number between 0 and 1, not much. Try 0."),
    (
        "delta",
        {"loss": "huber", "delta": 0},
        "Huber's delta must be a number between 0.0094 and 94, not 0. Try 0.94.",
    ),
    ("batch", {"batch": 0}, "Batch size must be a whole number from 1, or 'all', not 0. Try 8."),
    ("batch", {"batch": 2.5}, "Batch size must be a whole number from 1, or 'all', not 2.5."),
    ("batch", {"batch": True}, "Batch size must be a whole number from 1, or 'all', not True."),
    ("seed", {"seed": -1}, "Seed must be a whole number from 0, not -1. Try 8."),
    ("seed", {"seed": 2**64}, "Seed must be a whole number from 0, not 18446744073709551616."),
    (
        "activation",
        {"data": CLASSES, "loss": "cross-entropy"},
        "Binary cross-entropy measures the probability that a sigmoid gives, so the activation "
        "must be Sigmoid, not Identity. Choose it, or another loss.",
    ),
    (
        "loss",
        {"activation": "sigmoid", "loss": "cross-entropy"},
        "Binary cross-entropy needs targets of two kinds; A line with noise has 60. "
        "Choose another loss or other data.",
    ),
]


@pytest.mark.parametrize(("field", "fields", "sentence"), BAD)
def test_a_neuron_that_cannot_be_is_told_in_a_sentence(
    field: str, fields: dict[str, Any], sentence: str
) -> None:
    error = refused(**{"data": LINE, **fields})
    assert error.field == field and str(error).startswith(sentence)


def test_rows_of_the_tables_are_complete() -> None:
    assert list(ACTIVATIONS) == ["identity", "sigmoid", "tanh", "relu", "leaky-relu", "softplus"]
    assert list(LOSSES) == ["squared", "absolute", "huber", "cross-entropy"]
    for row in (*ACTIVATIONS.values(), *LOSSES.values()):
        assert row.name and row.latex and "(1" in row.source + row.source.replace("(2", "(1")
        assert row.kink == "" or row.kink.endswith(".")


def test_activations_at_a_few_places() -> None:
    z = np.array([-2.0, 0.0, 3.0])
    values = {
        "identity": [-2, 0, 3],
        "sigmoid": [1 / (1 + np.exp(2)), 0.5, 1 / (1 + np.exp(-3))],
        "tanh": np.tanh(z),
        "relu": [0, 0, 3],
        "leaky-relu": [-0.02, 0, 3],
        "softplus": np.log(1 + np.exp(z)),
    }
    for key, expected in values.items():
        np.testing.assert_allclose(ACTIVATIONS[key].value(z), expected, rtol=1e-14)


def test_the_first_neuron_fits_the_data() -> None:
    assert first_neuron(LINE) == Neuron(data=LINE)
    first = first_neuron(CLASSES)
    assert (first.activation, first.loss, first.standardise) == ("sigmoid", "cross-entropy", True)


def test_standardising_gives_mean_0_and_deviation_1() -> None:
    for data in DATA_SETS.values():
        x = Neuron(data=data).ground.x
        assert abs(x.mean()) < 1e-14 and x.std() == pytest.approx(1, rel=1e-14)
        np.testing.assert_array_equal(Neuron(data=data, standardise=False).ground.x, data.x)


def test_two_kinds_of_targets_become_0_and_1_and_the_notes_say_so() -> None:
    coded = replace(CLASSES, t=np.where(CLASSES.t == 1, 7.0, -2.5))
    neuron = Neuron(data=coded, activation="sigmoid", loss="cross-entropy", standardise=False)
    np.testing.assert_array_equal(neuron.ground.t, CLASSES.t)
    assert neuron.notes == ("The targets -2.5 and 7 were read as the classes 0 and 1.",)
    assert first_neuron(CLASSES).notes[0].startswith("The feature was standardised: ")
    assert replace(neuron, data=CLASSES).notes == ()
    squared = replace(neuron, loss="squared")
    np.testing.assert_array_equal(squared.ground.t, coded.t)


def test_delta_comes_from_the_noise_of_the_data() -> None:
    values = Neuron(data=LINE, loss="huber").values
    assert set(values) == {"decay", "delta"}
    assert values["delta"] == pytest.approx(1.345, rel=0.4)  # the noise has deviation 1
    scaled = replace(LINE, t=1000 * LINE.t)
    assert Neuron(data=scaled, loss="huber").values["delta"] == 1000 * values["delta"]
    exact = replace(LINE, t=3 * LINE.x)
    assert Neuron(data=exact, loss="huber").values["delta"] > 0
    assert set(Neuron(data=LINE).values) == {"decay"}


@pytest.mark.parametrize("standardise", [True, False])
def test_curves_are_at_the_scale_of_the_data(standardise: bool) -> None:
    neuron = Neuron(data=CLASSES, activation="sigmoid", standardise=standardise)
    xs = np.linspace(-1, 9, 7)
    w, b = np.array([0.5, -1.0, 2.0]), np.array([0.0, 1.0, -3.0])
    seen = (xs - CLASSES.x.mean()) / CLASSES.x.std() if standardise else xs
    curves = curve(neuron, w, b, xs)
    assert curves.shape == (3, 7)
    np.testing.assert_allclose(curves, sigmoid(np.outer(w, seen) + b[:, None]), rtol=1e-14)
    assert curve(neuron, w[:2, None] * w, b[:2, None] * b, xs).shape == (2, 3, 7)
    assert curve(neuron, np.array([np.nan, np.inf]), np.zeros(2), xs).shape == (2, 7)


def test_a_neuron_can_be_the_key_of_a_cache() -> None:
    assert len({Neuron(data=LINE), Neuron(data=LINE), Neuron(data=LINE, seed=1)}) == 2
