"""batch_gradient(): what a walker feels at step k, who looks at only some of the pairs."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from surfaces.neuron.record import Neuron
from surfaces.surface import Array


def batch_gradient(neuron: Neuron, p: Array, k: int) -> Array:
    """The gradient of the loss on the batch of step k, at the points (..., 2): (..., 2).

    Steps count from 0. Every walker sees the same batch at the same step, and every batch feels
    the whole decay. Over an epoch of equal batches the mean is the exact gradient.
    """
    if is_all(neuron):
        return neuron.ground.gradient(p, **neuron.values)
    rows, ground = batch_rows(neuron, k), neuron.ground
    batch = replace(ground, x=ground.x[rows], t=ground.t[rows])
    return batch.gradient(p, **neuron.values)


def batch_rows(neuron: Neuron, k: int) -> NDArray[np.intp]:
    """Which pairs are looked at in step k: (batch,), fewer where an epoch ends with the rest."""
    n = len(neuron.data.x)
    if neuron.batch == "all" or neuron.batch >= n:  # as in is_all(); mypy wants to see it here
        return np.arange(n)
    per_epoch = -(-n // neuron.batch)
    epoch, turn = divmod(k, per_epoch)
    first = turn * neuron.batch
    return _shuffled(n, neuron.seed, epoch)[first : first + neuron.batch]


def is_all(neuron: Neuron) -> bool:
    """Whether each step looks at all pairs, so that the gradient it feels is exact."""
    return neuron.batch == "all" or neuron.batch >= len(neuron.data.x)


@lru_cache(maxsize=16)  # consecutive steps share an epoch
def _shuffled(n: int, seed: int, epoch: int) -> NDArray[np.intp]:
    """The order of the pairs in an epoch, (n,): each comes once."""
    order = np.random.default_rng((seed, epoch)).permutation(n)
    order.flags.writeable = False
    return order
