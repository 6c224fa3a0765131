"""One neuron on data as ground: its loss over weight and bias."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.made.kind import Kind, MadeError, Word
from surfaces import Surface
from surfaces.neuron import ACTIVATIONS, DATA_SETS, LOSSES, Neuron, NeuronError, neuron_surface

SIZES = (("all", "All pairs"), ("8", "8 pairs"), ("1", "One pair"))
WORDS = (
    Word(
        key="data",
        name="Data",
        help="The pairs that the neuron learns from.",
        default="line",
        choices=tuple((key, data.name) for key, data in DATA_SETS.items()),
    ),
    Word(
        key="standardise",
        name="Standardise",
        help="The feature to mean 0 and standard deviation 1. Raw features make a ravine, "
        "standardised ones a bowl.",
        default="yes",
        choices=(("yes", "Yes"), ("no", "No, as it is")),
    ),
    Word(
        key="activation",
        name="Activation",
        help="The neuron's answer is activation(weight * feature + bias).",
        default="identity",
        choices=tuple((key, row.name) for key, row in ACTIVATIONS.items()),
    ),
    Word(
        key="loss",
        name="Loss",
        help="How the difference between answer and target is judged.",
        default="squared",
        choices=tuple((key, row.name) for key, row in LOSSES.items()),
    ),
    Word(
        key="batch",
        name="Mini-batch",
        help="How many pairs a step looks at. With all, the gradient is exact; with fewer, the "
        "walker feels a noisy one: that of the batch.",
        default="all",
        choices=SIZES,
    ),
    Word(key="seed", name="Seed", help="Decides the order of the batches.", default="0"),
)


def _make(words: Mapping[str, str]) -> Surface:
    checked = {word.key: word.check(words[word.key]) for word in WORDS}
    try:
        surface = neuron_surface(
            Neuron(
                data=DATA_SETS[checked["data"]],
                activation=checked["activation"],
                loss=checked["loss"],
                batch="all" if checked["batch"] == "all" else int(checked["batch"]),
                seed=_seed(checked["seed"]),
                standardise=checked["standardise"] == "yes",
            )
        )
    except NeuronError as error:
        raise MadeError(error.field, str(error)) from error
    return replace(surface, words=words, axes=("weight", "bias"))


def _seed(text: str) -> int:
    if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= 9:
        return int(text)
    given = text.strip()[:40] or "nothing"
    raise MadeError("seed", f"Seed must be a whole number from 0, not {given}. Try 0.")


NEURON = Kind(key="neuron", name="One neuron on data", words=WORDS, make=_make)
