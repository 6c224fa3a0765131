"""Rules with a learning rate of its own for every weight, from the slopes that it has seen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules import limits
from app.walk.rules.hyperparameters import epsilon, momentum_share
from app.walk.rules.rule import Hyperparameter, Rule
from surfaces.surface import Array, Parameter
from surfaces.words import N_


def adagrad(
    total: Array, gradient: Array, rate: Array, *, eps: Hyperparameter
) -> tuple[Array, Array]:
    """Divide by the root of the sum of all squared slopes: steps shrink for good."""
    total = total + gradient * gradient
    return total, -rate * gradient / (np.sqrt(total) + eps)


class RMSProp(NamedTuple):
    """Running averages, each (walkers, d)."""

    square: Array  # of squared slopes; centred: of their squared distance from the mean
    mean: Array  # of slopes
    velocity: Array


def still(position: Array) -> RMSProp:
    """Nothing seen yet, at rest."""
    return RMSProp(*np.zeros((3, *position.shape)))


def rmsprop(
    state: RMSProp,
    gradient: Array,
    rate: Array,
    *,
    alpha: Hyperparameter,
    eps: Hyperparameter,
    momentum: Hyperparameter,
    centred: Hyperparameter,
) -> tuple[RMSProp, Array]:
    """Divide by the root of the running mean of squared slopes, or of their variance.

    The variance is averaged itself: as the mean of squares less the square of the mean, which is
    the same number, rounding makes it negative on a steady slope, and its root nan.
    """
    off = gradient - centred * state.mean
    share = (1 - alpha) * np.where(centred, alpha, 1.0)
    square = alpha * state.square + share * (off * off)
    mean = alpha * state.mean + (1 - alpha) * gradient
    velocity = momentum * state.velocity + gradient / (np.sqrt(square) + eps)
    return RMSProp(square, mean, velocity), -rate * velocity


class Adadelta(NamedTuple):
    """Running averages, each (walkers, d)."""

    square: Array  # of squared slopes
    moved: Array  # of squared steps


def nothing_yet(position: Array) -> Adadelta:
    """Nothing seen and nothing walked yet."""
    return Adadelta(*np.zeros((2, *position.shape)))


def adadelta(
    state: Adadelta, gradient: Array, rate: Array, *, rho: Hyperparameter, eps: Hyperparameter
) -> tuple[Adadelta, Array]:
    """Scale the slope by recent steps over recent slopes, so that units agree without a rate."""
    square = rho * state.square + (1 - rho) * (gradient * gradient)
    move = gradient * (np.sqrt(state.moved + eps) / np.sqrt(square + eps))
    moved = rho * state.moved + (1 - rho) * (move * move)
    return Adadelta(square, moved), -rate * move


ADAPTIVE = (
    Rule(
        key="adagrad",
        name=N_("AdaGrad"),
        help=N_(
            "Each weight has its own rate, divided by all the slopes it has ever felt: steep "
            "directions are calmed, and every step is smaller than it would have been before."
        ),
        direction=N_("the gradient, divided for each axis by the size of all its slopes so far"),
        init=np.zeros_like,
        update=adagrad,
        hyperparameters=(epsilon(1e-10),),
        limit=limits.plain,
        sizes=limits.adagrad_sizes,
        source="Duchi, Hazan, Singer (2011), Adaptive subgradient methods for online learning and "
        "stochastic optimization, JMLR 12, 2121-2159",
    ),
    Rule(
        key="rmsprop",
        name=N_("RMSProp"),
        help=N_(
            "Each weight's slope is divided by how large its slopes were lately, so steep and "
            "gentle directions are walked at about the same pace."
        ),
        init=still,
        update=rmsprop,
        hyperparameters=(
            Parameter(
                key="alpha",
                name=N_("Memory of squared slopes, alpha"),
                default=0.99,
                low=0.0,
                high=0.9999,
                help=N_(
                    "The share of the running mean of squared slopes that is kept at each step."
                ),
            ),
            epsilon(1e-8),
            momentum_share("momentum", 0.0),
            Parameter(
                key="centred",
                name=N_("Divide by"),
                default=0.0,
                low=0.0,
                high=1.0,
                whole=True,
                options=(N_("size of the slopes"), N_("spread of the slopes")),
                help=N_(
                    "The spread (centred RMSProp) counts only how much slopes differ from their "
                    "mean, so on an even slope the steps become long."
                ),
            ),
        ),
        limit=limits.rmsprop,
        sizes=limits.rmsprop_sizes,
        source="Tieleman, Hinton (2012), Lecture 6.5 of Neural Networks for Machine Learning, "
        "Coursera; centred: Graves (2013), Generating sequences with recurrent neural networks, "
        "arXiv:1308.0850; epsilon is added beside the root, as in PyTorch",
    ),
    Rule(
        key="adadelta",
        name=N_("Adadelta"),
        help=N_(
            "Steps are as long as the steps before, compared with the slopes before, so that "
            "even a rate of 1 begins with tiny steps and finds its own pace."
        ),
        init=nothing_yet,
        update=adadelta,
        hyperparameters=(
            Parameter(
                key="rho",
                name=N_("Memory, rho"),
                default=0.9,
                low=0.0,
                high=0.9999,
                help=N_(
                    "The share of the running means of squared slopes and squared steps that is "
                    "kept at each step."
                ),
            ),
            epsilon(1e-6),
        ),
        source="Zeiler (2012), ADADELTA: an adaptive learning rate method, arXiv:1212.5701; the "
        "rate that scales the step is PyTorch's, 1 in the paper",
    ),
)
