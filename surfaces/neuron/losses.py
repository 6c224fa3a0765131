"""LOSSES: how bad it is to predict y where t was measured, for each pair; the loss is their mean.

Value, slope and bend (first and second derivative in y) take y and t, which broadcast, and delta,
which only Huber's loss looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from surfaces.neuron.activations import sigmoid, softplus
from surfaces.surface import Array
from surfaces.words import N_

PerPair = Callable[[Array, Array, float], Array]


@dataclass(frozen=True, kw_only=True, eq=False)
class Loss:
    """One row of the table: a function of (y, t, delta) with its first two derivatives in y."""

    key: str
    name: str
    value: PerPair
    slope: PerPair
    bend: PerPair
    latex: str  # of one pair, with {y} where the prediction stands (on_logits: {z})
    on_logits: bool = False  # y is the pre-activation: the sigmoid is part of the loss
    uses_delta: bool = False
    kink: str = ""  # what `slope` is where there is none
    source: str


def _sides(t: Array) -> Array:
    """+1 for the targets 0 and -1 for the targets 1: the sign of z that makes a loss."""
    return 1 - 2 * t


def _huber(y: Array, t: Array, delta: float) -> Array:
    r = np.abs(y - t)
    inner = np.minimum(r, delta)  # half its square, and a straight line for the rest
    return inner * (r - 0.5 * inner)


LOSSES: dict[str, Loss] = {
    row.key: row
    for row in (
        Loss(
            key="squared",
            name=N_("Mean squared error"),
            value=lambda y, t, delta: (y - t) ** 2,
            slope=lambda y, t, delta: 2 * (y - t),
            bend=lambda y, t, delta: np.full_like(y, 2.0),
            latex=r"\left({y} - t_i\right)^2",
            source="Legendre (1805), Nouvelles méthodes pour la détermination des orbites des "
            "comètes",
        ),
        Loss(
            key="absolute",
            name=N_("Mean absolute error"),
            value=lambda y, t, delta: np.abs(y - t),
            slope=lambda y, t, delta: np.sign(y - t),
            bend=lambda y, t, delta: np.zeros_like(y),
            latex=r"\left|{y} - t_i\right|",
            kink=N_(
                "Where a prediction meets its target exactly, the slope of their distance is "
                "taken as 0."
            ),
            source="Bloomfield and Steiger (1983), Least Absolute Deviations",
        ),
        Loss(
            key="huber",
            name=N_("Huber's loss"),
            value=_huber,
            slope=lambda y, t, delta: np.clip(y - t, -delta, delta),
            bend=lambda y, t, delta: np.where(np.abs(y - t) < delta, 1.0, 0.0),
            latex=r"h_\delta\left({y} - t_i\right)",
            uses_delta=True,
            source="Huber (1964), Robust estimation of a location parameter",
        ),
        Loss(
            key="cross-entropy",
            name=N_("Binary cross-entropy"),
            # of the targets 0 and 1 only; by sides no digit is lost where the neuron is right
            value=lambda z, t, delta: softplus(_sides(t) * z),
            slope=lambda z, t, delta: _sides(t) * sigmoid(_sides(t) * z),
            bend=lambda z, t, delta: sigmoid(z) * sigmoid(-z),
            latex=r"\left[\ln\left(1 + e^{{z}}\right) - t_i \left({z}\right)\right]",
            on_logits=True,
            source="Cox (1958), The regression analysis of binary sequences",
        ),
    )
}
