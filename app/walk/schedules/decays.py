"""Schedules that fall smoothly: exponential, linear, polynomial, cosine, inverse square root."""

from __future__ import annotations

import numpy as np

from app.walk.schedules.schedule import END, OVER, WARMUP, Schedule, or_part, step_count
from surfaces.surface import Array, Parameter
from surfaces.words import N_


def exponential(k: Array, steps: int, *, gamma: float) -> Array:
    """Multiply by `gamma` after every step."""
    return np.asarray(gamma**k)


def linear(k: Array, steps: int, *, over: float, end: float) -> Array:
    """A straight line from 1 to `end` in `over` steps, then level."""
    return 1 - (1 - end) * _fallen(k, steps, over)


def polynomial(k: Array, steps: int, *, over: float, power: float) -> Array:
    """(1 - k / over)**power, then 0."""
    return np.asarray((1 - _fallen(k, steps, over)) ** power)


def cosine(k: Array, steps: int, *, over: float, end: float) -> Array:
    """Half a cosine from 1 to `end` in `over` steps, then level, where PyTorch's rises again."""
    return half_cosine(_fallen(k, steps, over), end)


def inverse_square_root(k: Array, steps: int, *, scale: float) -> Array:
    """sqrt(scale / (scale + k)): half the rate after three times `scale` steps."""
    return np.asarray(np.sqrt(scale / (scale + k)))


def half_cosine(fallen: Array, end: float) -> Array:
    """From 1 to `end` along half a cosine, for how far it has fallen, from 0 to 1."""
    return end + (1 - end) * (1 + np.cos(np.pi * fallen)) / 2


def _fallen(k: Array, steps: int, over: float) -> Array:
    """How much of a fall in `over` steps is behind: from 0 to 1."""
    return np.minimum(k / or_part(over, steps, 1), 1)


DECAYS = (
    Schedule(
        key="exponential",
        name=N_("Exponential"),
        help=N_(
            "The rate shrinks by the same share at every step: fast at first, then ever slower."
        ),
        factor=exponential,
        parameters=(
            Parameter(
                key="gamma",
                name=N_("Share kept"),
                default=0.995,
                low=0.5,
                high=1.0,
                help=N_(
                    "The share of the rate that is left after each step; 0.995 halves it in "
                    "about 138 steps."
                ),
            ),
            WARMUP,
        ),
        source="Senior, Heigold, Ranzato & Yang (2013), An empirical study of learning rates in "
        "deep neural networks for speech recognition, ICASSP; ExponentialLR in PyTorch",
    ),
    Schedule(
        key="linear",
        name=N_("Linear"),
        help=N_("The rate falls in a straight line, by the same amount at every step."),
        factor=linear,
        parameters=(OVER, END, WARMUP),
        source="Goodfellow, Bengio & Courville (2016), Deep Learning, equation 8.14; LinearLR in "
        "PyTorch",
    ),
    Schedule(
        key="polynomial",
        name=N_("Polynomial"),
        help=N_(
            "The rate falls to zero along a power of the way that is left: a straight line for "
            "the power 1, steep at first for a higher one."
        ),
        factor=polynomial,
        parameters=(
            OVER,
            Parameter(
                key="power",
                name=N_("Power"),
                default=2.0,
                low=0.1,
                high=10.0,
                logarithmic=True,
                help=N_("1 is a straight line; the higher it is, the sooner the rate is small."),
            ),
            WARMUP,
        ),
        source="Chen, Papandreou, Kokkinos, Murphy & Yuille (2018), DeepLab, IEEE TPAMI 40(4), "
        "834-848, the 'poly' policy; PolynomialLR in PyTorch",
    ),
    Schedule(
        key="cosine",
        name=N_("Cosine"),
        help=N_(
            "The rate falls along half a wave: slowly at first, fastest half way, and slowly "
            "again at the end."
        ),
        factor=cosine,
        parameters=(OVER, END, WARMUP),
        source="Loshchilov & Hutter (2017), SGDR: stochastic gradient descent with warm restarts, "
        "ICLR, equation 5; CosineAnnealingLR in PyTorch",
    ),
    Schedule(
        key="inverse_square_root",
        name=N_("Inverse square root"),
        help=N_(
            "The rate falls as one over the square root of the steps: fast at first, then slowly, "
            "and never to zero."
        ),
        factor=inverse_square_root,
        parameters=(
            step_count(
                "scale",
                N_("Time scale"),
                10.0,
                N_("After three times this many steps, the rate is half of what you typed."),
                low=1.0,
            ),
            WARMUP,
        ),
        source="Vaswani et al. (2017), Attention is all you need, NeurIPS, equation 3",
    ),
)
