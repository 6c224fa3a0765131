"""Neuron: everything that shapes the mountain of one neuron; it validates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Literal

import numpy as np

from surfaces.neuron.activations import ACTIVATIONS
from surfaces.neuron.closed_forms import robust_delta
from surfaces.neuron.data_set import DataSet
from surfaces.neuron.ground import Ground
from surfaces.neuron.losses import LOSSES
from surfaces.surface import Array, Parameter
from surfaces.words import N_, later, numeral
from surfaces.words import gettext as _

DECAY = Parameter(
    key="decay",
    name=N_("Weight decay"),
    default=0.0,
    low=0.0,
    high=1.0,
    help=N_("Pulls the weight, not the bias, towards 0: adds decay / 2 * w^2 to the loss."),
)
DELTA_SPAN = 100.0  # how far the slider goes below and above the default
_UNKNOWN = {
    "activation": N_("No activation called '{key}'."),
    "loss": N_("No loss called '{key}'."),
}


class NeuronError(ValueError):
    """What is wrong with a neuron, as a sentence; `field` is the one to mend."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Neuron:
    """activation(w * x + b), judged by a loss on a data set. NeuronError, as a sentence."""

    data: DataSet
    activation: str = "identity"  # a key of ACTIVATIONS
    loss: str = "squared"  # a key of LOSSES
    decay: float = 0.0
    delta: float | None = None  # of Huber's loss, in units of the target; None: from the data
    batch: int | Literal["all"] = "all"  # pairs per step; from the number of pairs on, all of them
    seed: int = 0  # of the order in which batches come
    standardise: bool = True  # the feature to mean 0 and standard deviation 1

    def __post_init__(self) -> None:
        _known("activation", self.activation, ACTIVATIONS)
        _known("loss", self.loss, LOSSES)
        for name in ("batch", "seed"):
            _whole(name, getattr(self, name))
        if LOSSES[self.loss].on_logits:
            self._check_classes()
        given = {"decay": self.decay, "delta": self.delta}
        for parameter in self.parameters:
            try:
                if (value := given[parameter.key]) is not None:
                    parameter.check(value)
            except ValueError as error:
                raise NeuronError(parameter.key, str(error)) from error

    def _check_classes(self) -> None:
        """A loss that contains the sigmoid, and only makes sense of two kinds of targets."""
        name = _(LOSSES[self.loss].name)
        if self.activation != "sigmoid":
            chosen = _(ACTIVATIONS[self.activation].name)
            raise NeuronError(
                "activation",
                _(
                    "{name} measures the probability that a sigmoid gives, so the activation must "
                    "be Sigmoid, not {chosen}. Choose it, or another loss.",
                    name=name,
                    chosen=chosen,
                ),
            )
        if self.data.classes is None:
            kinds = len(np.unique(self.data.t))
            raise NeuronError(
                "loss",
                _(
                    "{name} needs targets of two kinds; {data} has {kinds}. "
                    "Choose another loss or other data.",
                    name=name,
                    data=_(self.data.name),
                    kinds=numeral(f"{kinds:,}"),
                ),
            )

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The numbers with a slider: the decay, and delta where the loss has one."""
        return (DECAY, self._delta) if LOSSES[self.loss].uses_delta else (DECAY,)

    @property
    def values(self) -> Mapping[str, float]:
        """The values of `parameters`."""
        delta = self._delta.default if self.delta is None else float(self.delta)
        values = {"decay": float(self.decay), "delta": delta}
        return {p.key: values[p.key] for p in self.parameters}

    @cached_property
    def _delta(self) -> Parameter:
        default = robust_delta(self.feature(self.data.x), self.data.t)
        return Parameter(
            key="delta",
            name=N_("Huber's delta"),
            default=default,
            low=default / DELTA_SPAN,
            high=default * DELTA_SPAN,
            logarithmic=True,
            help=N_("Errors up to delta count by their square, larger ones only by their size."),
        )

    @cached_property
    def moments(self) -> tuple[float, float]:
        """Mean and standard deviation of the raw feature (that of all pairs: divided by n)."""
        x = self.data.x
        return float(x.mean()), float(x.std())

    def feature(self, x: Array) -> Array:
        """Raw features as the neuron sees them, of the same shape."""
        mean, deviation = self.moments
        return (x - mean) / deviation if self.standardise else x

    @cached_property
    def ground(self) -> Ground:
        """The loss over (w, b), with the pairs as the neuron sees them."""
        t = self.data.t
        if LOSSES[self.loss].on_logits:
            t = np.where(t == t.max(), 1.0, 0.0)
        x = self.feature(self.data.x)
        return Ground(x, t, ACTIVATIONS[self.activation], LOSSES[self.loss])

    @property
    def notes(self) -> tuple[str, ...]:
        """What was done to the data before the neuron saw them, in sentences."""
        notes = list(self.data.notes)
        classes = self.data.classes
        if LOSSES[self.loss].on_logits and classes not in (None, (0.0, 1.0)):
            low, high = classes or (0.0, 1.0)
            notes.append(later(lambda: _read_as_classes(low, high)))
        if self.standardise:
            notes.append(later(lambda: _standardised(*self.moments)))
        return tuple(notes)


def first_neuron(data: DataSet) -> Neuron:
    """The neuron that a data set is chosen for: a classifier where there are two classes."""
    if data.classes:
        return Neuron(data=data, activation="sigmoid", loss="cross-entropy")
    return Neuron(data=data)


def curve(neuron: Neuron, w: Array, b: Array, xs: Array) -> Array:
    """Predictions (..., n) of neurons with the weights and biases (...) at raw features xs (n,).

    What belongs to the data at their own scale, whether or not the feature is standardised. For
    cross-entropy they are the probability of class 1: `neuron.ground.t` has the targets as 0, 1.
    """
    seen = neuron.feature(np.asarray(xs, dtype=np.float64))
    weight, bias = np.asarray(w, dtype=np.float64), np.asarray(b, dtype=np.float64)
    with np.errstate(all="ignore"):  # a walker may have blown up
        return neuron.ground.predict(weight[..., None] * seen + bias[..., None])


def _known(field: str, key: Any, table: Mapping[str, Any]) -> None:
    """NeuronError when no row of the table has that key."""
    if not (isinstance(key, str) and key in table):
        near = get_close_matches(str(key)[:40].lower(), table, n=1, cutoff=0.5)
        hint = _("There are: {names}.", names=", ".join(table))
        if near:
            hint = _("Did you mean '{near}'?", near=near[0])
        raise NeuronError(field, f"{_(_UNKNOWN[field], key=str(key)[:40])} {hint}")


def _whole(field: str, value: Any) -> None:
    """NeuronError unless it is a whole number that fits: batch from 1 or 'all', seed from 0."""
    if field == "batch" and value == "all":
        return
    low = 1 if field == "batch" else 0
    whole = isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    if whole and low <= value < 2**63:
        return
    text = N_("Seed must be a whole number from 0, not {given}. Try 8.")
    if field == "batch":
        text = N_("Batch size must be a whole number from 1, or 'all', not {given}. Try 8.")
    raise NeuronError(field, _(text, given=repr(value)[:40]))


def _read_as_classes(low: float, high: float) -> str:
    text = N_("The targets {low} and {high} were read as the classes 0 and 1.")
    return _(text, low=numeral(f"{low:g}"), high=numeral(f"{high:g}"))


def _standardised(mean: float, deviation: float) -> str:
    return _(
        "The feature was standardised: {mean} was subtracted, and the rest divided by {deviation}.",
        mean=numeral(f"{mean:.4g}"),
        deviation=numeral(f"{deviation:.4g}"),
    )
