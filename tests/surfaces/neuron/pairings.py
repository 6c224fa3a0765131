"""Every neuron that can be made of the tables' rows: the tests loop over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from surfaces.neuron import ACTIVATIONS, DATA_SETS, LOSSES, Neuron, NeuronError


def pairings() -> list[tuple[str, str]]:
    """(activation, loss): all but cross-entropy without a sigmoid."""
    return [
        (a, loss)
        for a in ACTIVATIONS
        for loss in LOSSES
        if loss != "cross-entropy" or a == "sigmoid"
    ]


def neurons(**fields: Any) -> Iterator[Neuron]:
    """Each pairing on each data set that it fits, raw and standardised."""
    for data in DATA_SETS.values():
        for activation, loss in pairings():
            if loss == "cross-entropy" and data.classes is None:
                continue
            for standardise in (True, False):
                yield Neuron(
                    data=data, activation=activation, loss=loss, standardise=standardise, **fields
                )


def refused(**fields: Any) -> NeuronError:
    """The error of a neuron that cannot be."""
    try:
        Neuron(**fields)
    except NeuronError as error:
        return error
    raise AssertionError(f"{fields} made a neuron")
