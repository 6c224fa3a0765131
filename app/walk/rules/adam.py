"""Adam and its kin that divide the mean slope by the root of the mean squared slope."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules import limits
from app.walk.rules.hyperparameters import (
    epsilon,
    memory_of_slopes,
    memory_of_squares,
    weight_decay,
)
from app.walk.rules.rule import Hyperparameter, Rule
from surfaces.surface import Array
from surfaces.words import N_

KINGMA = "Kingma, Ba (2015), Adam: a method for stochastic optimization, ICLR, arXiv:1412.6980"


class Moments(NamedTuple):
    """Running means, which begin at 0, and what share of each of them is still that 0."""

    mean: Array  # of slopes, (walkers, d)
    square: Array  # of squared slopes, (walkers, d)
    bias1: Hyperparameter  # beta1**k after k steps
    bias2: Hyperparameter  # beta2**k

    @classmethod
    def at_rest(cls, position: Array) -> Moments:
        """Nothing seen yet."""
        return cls(np.zeros_like(position), np.zeros_like(position), 1.0, 1.0)

    def seen(self, gradient: Array, beta1: Hyperparameter, beta2: Hyperparameter) -> Moments:
        """The moments after one more gradient."""
        return Moments(
            beta1 * self.mean + (1 - beta1) * gradient,
            beta2 * self.square + (1 - beta2) * (gradient * gradient),
            # products, not powers: those of a float and of an array may differ in the last bit
            self.bias1 * beta1,
            self.bias2 * beta2,
        )


def adam(
    state: Moments,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    eps: Hyperparameter,
) -> tuple[Moments, Array]:
    """The mean slope over the root of the mean squared slope, both without their first zeros."""
    state = state.seen(gradient, beta1, beta2)
    size = np.sqrt(state.square / (1 - state.bias2)) + eps
    return state, -rate * (state.mean / (1 - state.bias1)) / size


def adamw(
    state: Moments,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    eps: Hyperparameter,
    weight_decay: Hyperparameter,
    position: Array,
) -> tuple[Moments, Array]:
    """Adam, and beside it each weight shrinks by `rate * weight_decay` of itself."""
    state, step = adam(state, gradient, rate, beta1=beta1, beta2=beta2, eps=eps)
    return state, step - rate * weight_decay * position


class Peak(NamedTuple):
    """Moments, and the largest mean square so far, (walkers, d)."""

    moments: Moments
    largest: Array

    @classmethod
    def at_rest(cls, position: Array) -> Peak:
        """Nothing seen yet."""
        return cls(Moments.at_rest(position), np.zeros_like(position))


def amsgrad(
    state: Peak,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    eps: Hyperparameter,
) -> tuple[Peak, Array]:
    """Adam with the largest mean square so far, corrected for its first zeros as PyTorch does."""
    moments = state.moments.seen(gradient, beta1, beta2)
    largest = np.maximum(state.largest, moments.square)
    size = np.sqrt(largest / (1 - moments.bias2)) + eps
    return Peak(moments, largest), -rate * (moments.mean / (1 - moments.bias1)) / size


_MEMORIES = (memory_of_slopes(), memory_of_squares(), epsilon(1e-8))

ADAM = (
    Rule(
        key="adam",
        name=N_("Adam"),
        help=N_(
            "Momentum, divided for each weight by how large its slopes were lately: on an even "
            "slope every step is as long as the learning rate, however steep it is."
        ),
        init=Moments.at_rest,
        update=adam,
        hyperparameters=_MEMORIES,
        limit=limits.adam,
        sizes=limits.adam_sizes,
        source=KINGMA,
    ),
    Rule(
        key="adamw",
        name=N_("AdamW"),
        help=N_(
            "Adam with weight decay: beside each step the weights shrink a little, so it ends "
            "somewhat nearer to the origin than the bottom is."
        ),
        direction=N_("what Adam makes of the gradients so far, and a share of the weight itself"),
        init=Moments.at_rest,
        update=adamw,
        hyperparameters=(*_MEMORIES, weight_decay(0.01)),
        sees=("position",),
        limit=limits.adam,
        sizes=limits.adam_sizes,
        source="Loshchilov, Hutter (2019), Decoupled weight decay regularization, ICLR, "
        "arXiv:1711.05101; the decay is multiplied by the learning rate, as in PyTorch",
    ),
    Rule(
        key="amsgrad",
        name=N_("AMSGrad"),
        help=N_(
            "Adam that never forgets the largest slopes it has felt, so its steps do not grow "
            "again on gentle ground."
        ),
        init=Peak.at_rest,
        update=amsgrad,
        hyperparameters=_MEMORIES,
        limit=limits.adam,
        sizes=limits.amsgrad_sizes,
        source="Reddi, Kale, Kumar (2018), On the convergence of Adam and beyond, ICLR, "
        "arXiv:1904.09237; with Adam's correction of the first zeros, as in PyTorch",
    ),
)
