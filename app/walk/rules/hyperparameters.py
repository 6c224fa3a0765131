"""Hyperparameters that several rules share, each with the default of the rule that asks."""

from __future__ import annotations

from surfaces.surface import Parameter
from surfaces.words import N_


def epsilon(default: float) -> Parameter:
    """The small number that keeps a division by a vanishing slope finite."""
    return Parameter(
        key="eps",
        name=N_("Epsilon"),
        default=default,
        low=1e-12,
        high=1.0,
        logarithmic=True,
        help=N_(
            "A small number added to what is divided by, so that level ground never means a "
            "division by zero; the larger it is, the less the rule adapts."
        ),
    )


def momentum_share(key: str, default: float) -> Parameter:
    """The share of the last velocity that is kept."""
    return Parameter(
        key=key,
        name=N_("Momentum"),
        default=default,
        low=0.0,
        high=0.999,
        help=N_("The share of the last velocity that is kept; at 0 there is no momentum."),
    )


def memory_of_slopes() -> Parameter:
    """How long the running mean of the gradients remembers."""
    return Parameter(
        key="beta1",
        name=N_("Memory of slopes, beta 1"),
        default=0.9,
        low=0.0,
        high=0.999,
        help=N_("The share of the running mean of slopes that is kept at each step: momentum."),
    )


def memory_of_squares() -> Parameter:
    """How long the running mean of the squared gradients remembers."""
    return Parameter(
        key="beta2",
        name=N_("Memory of squared slopes, beta 2"),
        default=0.999,
        low=0.0,
        high=0.99999,
        help=N_("The share of the running mean of squared slopes that is kept at each step."),
    )


def weight_decay(default: float) -> Parameter:
    """How strongly the weights themselves are pulled to zero."""
    return Parameter(
        key="weight_decay",
        name=N_("Weight decay"),
        default=default,
        low=0.0,
        high=1.0,
        help=N_(
            "At each step every weight also shrinks by the learning rate times this share of "
            "itself, which pulls the walker to the origin."
        ),
    )
