"""Gradient descent whose gradient is disturbed, as one measured on few data is."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from app.walk.rules import limits
from app.walk.rules.rule import Hyperparameter, Rule
from surfaces.surface import Array, Parameter
from surfaces.words import N_


def first_step(position: Array) -> int:
    """The number of the step to come: what the noise is drawn by."""
    return 0


def noisy_descent(
    k: int, gradient: Array, rate: Array, *, scale: Hyperparameter, seed: Hyperparameter
) -> tuple[int, Array]:
    """Add Gaussian noise of standard deviation `scale` to each component, then descend.

    Noise comes from the seed and the number of the step alone: walkers of one seed feel the same,
    so that they differ by what was chosen for them and not by luck.
    """
    d = gradient.shape[-1]
    noise = np.array([standard_normal(int(one), k, d) for one in np.ravel(seed)])
    return k + 1, -rate * (gradient + scale * noise)


@lru_cache(maxsize=64)  # walkers of one seed share a draw
def standard_normal(seed: int, k: int, d: int) -> Array:
    """`d` numbers of the standard normal distribution, (d,), always the same for a seed and step.

    Philox counts instead of remembering, so a step needs no generator from the last one: the seed
    is its key, the step the high part of its counter, which no step's draws can reach.
    Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11.
    """
    noise = np.random.Generator(np.random.Philox(key=seed, counter=[0, 0, 0, k])).normal(size=d)
    noise.flags.writeable = False
    return noise


NOISE = (
    Rule(
        key="noisy_descent",
        name=N_("Gradient descent with noise"),
        help=N_(
            "Gradient descent that feels the slope with an error at each step, as training on "
            "small batches does."
        ),
        direction=N_("the gradient with the error of this step"),
        init=first_step,
        update=noisy_descent,
        hyperparameters=(
            Parameter(
                key="scale",
                name=N_("Noise"),
                default=1.0,
                low=0.0,
                high=1e6,
                logarithmic=True,
                help=N_(
                    "The standard deviation of the error in each component of the gradient, a "
                    "tenth of the slope at the start where nobody says; 0 is gradient descent."
                ),
            ),
            Parameter(
                key="seed",
                name=N_("Seed of the noise"),
                default=0.0,
                low=0.0,
                high=999_999.0,
                whole=True,
                help=N_(
                    "Another number draws other errors; the same number repeats a walk exactly."
                ),
            ),
        ),
        fits={"scale": (0.1, "slope")},
        limit=limits.plain,
        source="Robbins, Monro (1951), A stochastic approximation method, Annals of Mathematical "
        "Statistics 22(3), 400-407",
    ),
)
