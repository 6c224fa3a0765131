"""ACTIVATIONS: what a neuron makes of its pre-activation z = w * x + b.

Each slope and bend (first and second derivative) takes z and the value at z, all of one shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from surfaces.surface import Array
from surfaces.words import N_

LEAK = 0.01  # slope of the leaky ReLU below 0, as in its source; its kink says it in words


@dataclass(frozen=True, kw_only=True, eq=False)
class Activation:
    """One row of the table: a function of z with its first two derivatives."""

    key: str
    name: str
    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array]  # of (z, value)
    bend: Callable[[Array, Array], Array]  # of (z, value)
    latex: str  # with {z} where the pre-activation stands
    saturates: float | None = None  # beyond this |z| it is nearly level; None: it has no ceiling
    rectifies: bool = False  # (nearly) level below 0, where a neuron can get stuck
    kink: str = ""  # what `slope` is where there is none
    source: str


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)), without overflow: the exponent never is positive."""
    e = np.exp(-np.abs(z))
    share: Array = np.where(z >= 0, 1.0, e) / (1 + e)
    return share


def softplus(z: Array) -> Array:
    """log(1 + exp(z)), without overflow."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def _flat(z: Array, y: Array) -> Array:
    return np.zeros_like(z)


def _relu(z: Array) -> Array:
    return np.maximum(z, 0)


def _relu_slope(z: Array, y: Array) -> Array:
    return np.where(z > 0, 1.0, 0.0)


def _leaky(z: Array) -> Array:
    return np.maximum(z, LEAK * z)


def _leaky_slope(z: Array, y: Array) -> Array:
    return np.where(z > 0, 1.0, LEAK)


ACTIVATIONS: dict[str, Activation] = {
    row.key: row
    for row in (
        Activation(
            key="identity",
            name=N_("Identity"),
            value=lambda z: z,
            slope=lambda z, y: np.ones_like(z),
            bend=_flat,
            latex="{z}",
            source="Widrow and Hoff (1960), Adaptive switching circuits",
        ),
        Activation(
            key="sigmoid",
            name=N_("Sigmoid"),
            value=sigmoid,
            slope=lambda z, y: y * (1 - y),
            bend=lambda z, y: y * (1 - y) * (1 - 2 * y),
            latex=r"\sigma\left({z}\right)",
            saturates=4.0,  # 0.982 of the way up
            source="Rumelhart, Hinton and Williams (1986), Learning representations by "
            "back-propagating errors",
        ),
        Activation(
            key="tanh",
            name=N_("Tanh"),
            value=np.tanh,
            slope=lambda z, y: 1 - y * y,
            bend=lambda z, y: -2 * y * (1 - y * y),
            latex=r"\tanh\left({z}\right)",
            saturates=2.0,  # tanh(z) = 2 sigmoid(2 z) - 1: as far up as a sigmoid at 4
            source="LeCun, Bottou, Orr and Müller (1998), Efficient backprop",
        ),
        Activation(
            key="relu",
            name=N_("ReLU"),
            value=_relu,
            slope=_relu_slope,
            bend=_flat,
            latex=r"\max\left(0,\,{z}\right)",
            rectifies=True,
            kink=N_("Where w x + b is exactly 0, the slope of the ReLU is taken as 0."),
            source="Nair and Hinton (2010), Rectified linear units improve restricted Boltzmann "
            "machines",
        ),
        Activation(
            key="leaky-relu",
            name=N_("Leaky ReLU"),
            value=_leaky,
            slope=_leaky_slope,
            bend=_flat,
            latex=rf"\max\left({LEAK:g}\left({{z}}\right),\,{{z}}\right)",
            rectifies=True,
            kink=N_("Where w x + b is exactly 0, the slope of the leaky ReLU is taken as 0.01."),
            source="Maas, Hannun and Ng (2013), Rectifier nonlinearities improve neural network "
            "acoustic models",
        ),
        Activation(
            key="softplus",
            name=N_("Softplus"),
            value=softplus,
            slope=lambda z, y: sigmoid(z),
            bend=lambda z, y: sigmoid(z) * sigmoid(-z),
            latex=r"\ln\left(1 + e^{{z}}\right)",
            rectifies=True,
            source="Dugas et al. (2001), Incorporating second-order functional knowledge for "
            "better option pricing",
        ),
    )
}
