"""Rules that step by the sign of what they remember: Lion and Rprop."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules.hyperparameters import memory_of_slopes, weight_decay
from app.walk.rules.rule import Hyperparameter, Rule, no_memory
from surfaces.surface import Array, Parameter
from surfaces.words import N_


def lion(
    mean: Array,
    gradient: Array,
    rate: Array,
    *,
    beta1: Hyperparameter,
    beta2: Hyperparameter,
    weight_decay: Hyperparameter,
    position: Array,
) -> tuple[Array, Array]:
    """Step by the sign of a mean that is younger than the one that is kept."""
    young = beta1 * mean + (1 - beta1) * gradient
    mean = beta2 * mean + (1 - beta2) * gradient
    return mean, -rate * (np.sign(young) + weight_decay * position)


class Resilient(NamedTuple):
    """What Rprop remembers, each (walkers, d)."""

    size: Array  # how far it steps along each axis
    sign: Array  # of the last slope; 0 where it had just turned


def rprop(
    state: Resilient | None,
    gradient: Array,
    rate: Array,
    *,
    shrink: Hyperparameter,
    grow: Hyperparameter,
    smallest: Hyperparameter,
    largest: Hyperparameter,
) -> tuple[Resilient, Array]:
    """Longer steps while a slope keeps its sign; a shorter one, and a rest, when it turns.

    The rate is the length of the first step alone: later ones come from those before.
    """
    before = state or Resilient(rate, np.zeros_like(gradient))
    sign = np.sign(gradient)
    agree = before.sign * sign
    factor = np.where(agree > 0, grow, np.where(agree < 0, shrink, 1.0))
    size = np.clip(before.size * factor, smallest, largest)
    sign = np.where(agree < 0, 0.0, sign)
    return Resilient(size, sign), -size * sign


_LION = Rule(
    key="lion",
    name=N_("Lion"),
    help=N_(
        "Along each axis the step has the length of the learning rate; its direction is a vote "
        "of this slope and of those before."
    ),
    direction=N_(
        "the signs of what it makes of the gradients so far, and a share of the weight itself"
    ),
    init=np.zeros_like,
    update=lion,
    hyperparameters=(
        memory_of_slopes(),
        Parameter(
            key="beta2",
            name=N_("Slow memory of slopes, beta 2"),
            default=0.99,
            low=0.0,
            high=0.9999,
            help=N_(
                "The share of the mean of slopes that is kept for the next step; beta 1 is the "
                "share with which it votes in this one."
            ),
        ),
        weight_decay(0.0),
    ),
    sees=("position",),
    source="Chen, Liang, Huang, Real and others (2023), Symbolic discovery of optimization "
    "algorithms, NeurIPS, arXiv:2302.06675, algorithm 2",
)

_RPROP = Rule(
    key="rprop",
    name=N_("Rprop"),
    help=N_(
        "Each axis has its own step length, which grows while the slope keeps its sign and "
        "shrinks when it turns; the learning rate is only the first one."
    ),
    direction=N_("a length that each axis learns for itself, by the sign of its slope"),
    one_rate=True,
    init=no_memory,
    update=rprop,
    hyperparameters=(
        Parameter(
            key="shrink",
            name=N_("Shorter by"),
            default=0.5,
            low=0.01,
            high=0.99,
            help=N_("What a step length is multiplied by when the slope has changed its sign."),
        ),
        Parameter(
            key="grow",
            name=N_("Longer by"),
            default=1.2,
            low=1.01,
            high=3.0,
            help=N_("What a step length is multiplied by while the slope keeps its sign."),
        ),
        Parameter(
            key="smallest",
            name=N_("Shortest step"),
            default=1e-6,
            low=1e-15,
            high=1e-2,
            logarithmic=True,
            help=N_("No step along an axis is shorter than this, except when it rests."),
        ),
        Parameter(
            key="largest",
            name=N_("Longest step"),
            default=50.0,
            low=0.1,
            high=1000.0,
            logarithmic=True,
            help=N_("No step along an axis is longer than this."),
        ),
    ),
    source="Riedmiller, Braun (1993), A direct adaptive method for faster backpropagation "
    "learning: the RPROP algorithm, IEEE ICNN, 586-591; in the form iRprop- of Igel, Hüsken "
    "(2000), Improving the Rprop learning algorithm, NC 2000, 115-121, as in PyTorch",
)

SIGNS = (_LION, _RPROP)
