"""Adam with another momentum (NAdam), a warm-up of its own (RAdam), another size (Adamax)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules.adam import KINGMA, Moments
from app.walk.rules.hyperparameters import epsilon, memory_of_slopes, memory_of_squares
from app.walk.rules.rule import Hyperparameter, Rule
from surfaces.surface import Array, Parameter
from surfaces.words import N_

RECTIFIED = 5.0  # RAdam: from this length of the average on, its variance is trusted (PyTorch)


class LookAhead(NamedTuple):
    """Moments, and where the schedule of the momentum mu is."""

    moments: Moments
    product: Hyperparameter  # of all mu so far
    fading: Hyperparameter  # 0.96**(k * momentum_decay) after k steps

    @classmethod
    def at_rest(cls, position: Array) -> LookAhead:
        """Nothing seen yet."""
        return cls(Moments.at_rest(position), 1.0, 1.0)


def nadam(
    state: LookAhead,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    eps: Hyperparameter,
    momentum_decay: Hyperparameter,
) -> tuple[LookAhead, Array]:
    """Adam with Nesterov's look ahead, and a momentum that grows from beta1 / 2 to beta1."""
    moments = state.moments.seen(gradient, beta1, beta2)
    ratio = np.power(0.96, momentum_decay)
    fading = state.fading * ratio
    mu, mu_next = beta1 * (1 - fading / 2), beta1 * (1 - fading * ratio / 2)
    product = state.product * mu
    now = (1 - mu) / (1 - product) * gradient
    ahead = mu_next / (1 - product * mu_next) * moments.mean
    size = np.sqrt(moments.square / (1 - moments.bias2)) + eps
    return LookAhead(moments, product, fading), -rate * (now + ahead) / size


class Counted(NamedTuple):
    """Moments, and of how many gradients."""

    moments: Moments
    k: int

    @classmethod
    def at_rest(cls, position: Array) -> Counted:
        """Nothing seen yet."""
        return cls(Moments.at_rest(position), 0)


def radam(
    state: Counted,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    eps: Hyperparameter,
) -> tuple[Counted, Array]:
    """Adam whose size is used once its variance is bounded; until then, momentum alone.

    `length` is that of a simple average with as much variance; the paper asks for more than 4.
    """
    moments, k = state.moments.seen(gradient, beta1, beta2), state.k + 1
    longest = 2 / (1 - beta2) - 1
    length = np.asarray(longest - 2 * k * moments.bias2 / (1 - moments.bias2))
    known = length > RECTIFIED
    size = (np.sqrt(moments.square) + eps) / np.sqrt(1 - moments.bias2)
    divisor = np.where(known, size / _rectifier(np.where(known, length, longest), longest), 1.0)
    return Counted(moments, k), -rate * (moments.mean / (1 - moments.bias1)) / divisor


def _rectifier(length: Array, longest: Hyperparameter) -> Array:
    """How much shorter a step is while few squares are known: 1 for the `longest` average."""
    short, long = (length - 4) * (length - 2) / length, (longest - 4) * (longest - 2) / longest
    result: Array = np.sqrt(short / long)
    return result


class Largest(NamedTuple):
    """What Adamax remembers."""

    mean: Array  # of slopes, (walkers, d)
    size: Array  # the largest slope of late, (walkers, d)
    bias1: Hyperparameter  # beta1**k after k steps

    @classmethod
    def at_rest(cls, position: Array) -> Largest:
        """Nothing seen yet."""
        return cls(np.zeros_like(position), np.zeros_like(position), 1.0)


def adamax(
    state: Largest,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    eps: Hyperparameter,
) -> tuple[Largest, Array]:
    """Adam that divides by the largest slope of late, which fades by `beta2` at each step."""
    mean = beta1 * state.mean + (1 - beta1) * gradient
    size = np.maximum(beta2 * state.size, np.abs(gradient) + eps)
    bias1 = state.bias1 * beta1
    return Largest(mean, size, bias1), -rate * (mean / (1 - bias1)) / size


_MEMORIES = (memory_of_slopes(), memory_of_squares(), epsilon(1e-8))

ADAM_VARIANTS = (
    Rule(
        key="nadam",
        name=N_("NAdam"),
        help=N_("Adam that looks ahead along its momentum, as Nesterov's heavy ball does."),
        init=LookAhead.at_rest,
        update=nadam,
        hyperparameters=(
            *_MEMORIES,
            Parameter(
                key="momentum_decay",
                name=N_("Growth of the momentum"),
                default=0.004,
                low=0.0,
                high=1.0,
                help=N_(
                    "How soon the momentum grows from half of beta 1 to all of it; at 0 it stays "
                    "at half."
                ),
            ),
        ),
        source="Dozat (2016), Incorporating Nesterov momentum into Adam, ICLR workshop",
    ),
    Rule(
        key="radam",
        name=N_("RAdam"),
        help=N_(
            "Adam that does not trust its first guesses of how large slopes are: it begins as "
            "momentum and adapts more with every step."
        ),
        init=Counted.at_rest,
        update=radam,
        hyperparameters=_MEMORIES,
        source="Liu, Jiang, He, Chen, Liu, Gao, Han (2020), On the variance of the adaptive "
        "learning rate and beyond, ICLR, arXiv:1908.03265; adapts from length 5 on, as PyTorch",
    ),
    Rule(
        key="adamax",
        name=N_("Adamax"),
        help=N_("Adam that divides by the largest recent slope of each weight, not by an average."),
        init=Largest.at_rest,
        update=adamax,
        hyperparameters=_MEMORIES,
        source=f"{KINGMA}, section 7.1; epsilon is added to the slope, as in PyTorch",
    ),
)
