"""One neuron on data as ground: its loss over weight and bias. The data may be a visitor's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from app.made import store
from app.made.kind import Choices, Kind, MadeError, Word
from surfaces import Surface
from surfaces.neuron import (
    ACTIVATIONS,
    DATA_SETS,
    LOSSES,
    Columns,
    DataError,
    DataSet,
    Neuron,
    NeuronError,
    first_neuron,
    neuron_surface,
    read_columns,
)
from surfaces.words import N_, verbatim
from surfaces.words import gettext as _

SIZES = (("all", N_("All pairs")), ("8", N_("8 pairs")), ("1", N_("One pair")))
MOST_PAIRS = 2000  # of a visitor's file that are used: a mesh of them takes half a second


def _data_sets(words: Mapping[str, str]) -> Choices:
    yours = (("file", N_("Your file")),) if words.get("file") else ()
    return (*((key, data.name) for key, data in DATA_SETS.items()), *yours)


def _columns(words: Mapping[str, str]) -> Choices:
    if words.get("data") != "file":
        return ()
    return tuple((name, verbatim(name)) for name in columns(words).numeric())


def columns(words: Mapping[str, str]) -> Columns:
    """What stands in the visitor's file; MadeError, a sentence."""
    found = store.find(words["file"])
    if found is None:
        raise MadeError("data", _("Your file is no longer here. Open it again."))
    data, name = found
    try:
        return read_columns(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        sentence = _("{name} is not text. Save it as CSV in UTF-8.", name=name)
        raise MadeError("data", sentence) from error
    except DataError as error:
        raise MadeError("data", str(error)) from error


WORDS = (
    Word(
        key="data",
        name=N_("Data"),
        help=N_("The pairs that the neuron learns from: a set from here, or a CSV file of yours."),
        default="line",
        choices_of=_data_sets,
    ),
    Word(key="file", name=N_("File"), help="", default="", hidden=True),
    Word(
        key="feature",
        name=N_("Feature"),
        help=N_("The column of your file that the neuron sees."),
        default="",
        choices_of=_columns,
        needed=lambda words: words.get("data") == "file",
    ),
    Word(
        key="target",
        name=N_("Target"),
        help=N_("The column of your file that it predicts."),
        default="",
        choices_of=_columns,
        needed=lambda words: words.get("data") == "file",
    ),
    Word(
        key="standardise",
        name=N_("Standardise"),
        help=N_(
            "The feature to mean 0 and standard deviation 1. Raw features make a ravine, "
            "standardised ones a bowl."
        ),
        default="yes",
        choices=(("yes", N_("Yes")), ("no", N_("No, as it is"))),
    ),
    Word(
        key="activation",
        name=N_("Activation"),
        help=N_("The neuron's answer is activation(weight * feature + bias)."),
        default="identity",
        choices=tuple((key, row.name) for key, row in ACTIVATIONS.items()),
    ),
    Word(
        key="loss",
        name=N_("Loss"),
        help=N_("How the difference between answer and target is judged."),
        default="squared",
        choices=tuple((key, row.name) for key, row in LOSSES.items()),
    ),
    Word(
        key="batch",
        name=N_("Mini-batch"),
        help=N_(
            "How many pairs a step looks at. With all, the gradient is exact; with fewer, the "
            "walker feels a noisy one: that of the batch."
        ),
        default="all",
        choices=SIZES,
    ),
    Word(key="seed", name=N_("Seed"), help=N_("Decides the order of the batches."), default="0"),
)


def _make(words: Mapping[str, str]) -> Surface:
    checked = {word.key: word.check(words[word.key], words) for word in WORDS}
    data, named = _pairs(checked)
    try:
        surface = neuron_surface(
            Neuron(
                data=data,
                activation=checked["activation"],
                loss=checked["loss"],
                batch="all" if checked["batch"] == "all" else int(checked["batch"]),
                seed=_seed(checked["seed"]),
                standardise=checked["standardise"] == "yes",
            )
        )
    except NeuronError as error:
        raise MadeError(error.field, str(error)) from error
    return replace(surface, words={**words, **named}, axes=(N_("weight"), N_("bias")))


def _pairs(words: Mapping[str, str]) -> tuple[DataSet, dict[str, str]]:
    """The data, and the columns they come from: where none are named, the first two of numbers."""
    if words["data"] != "file":
        return DATA_SETS[words["data"]], {}
    table = columns(words)
    first, second = (*table.numeric(), "", "")[:2]
    named = {"feature": words["feature"] or first, "target": words["target"] or second}
    if not named["target"]:
        few = _("{name} needs two columns of numbers. Add one.", name=table.name)
        raise MadeError("data", few)
    try:
        return table.data_set(named["feature"], named["target"]).sample(MOST_PAIRS), named
    except DataError as error:
        raise MadeError("target", str(error)) from error


def link_of_pairs(data: bytes, name: str) -> str:
    """Keep a file of pairs and return the query of a neuron on them; MadeError for a bad one."""
    words = {"data": "file", "file": store.keep(data, name)}
    full = {word.key: words.get(word.key, word.default) for word in WORDS}
    pairs, named = _pairs(full)
    first = first_neuron(pairs)
    words = {**words, **named, "activation": first.activation, "loss": first.loss}
    NEURON.make({**full, **words})
    return urlencode({"surface": NEURON.key, **words})


def _seed(text: str) -> int:
    if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= 9:
        return int(text)
    given = text.strip()[:40] or _("nothing")
    sentence = _("Seed must be a whole number from 0, not {given}. Try 0.", given=given)
    raise MadeError("seed", sentence)


NEURON = Kind(key="neuron", name=N_("One neuron on data"), words=WORDS, make=_make)
