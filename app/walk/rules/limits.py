"""From which rate on bounces grow: the limits of rules, as functions of the sharpness.

On ground that curves by `sharpness` h, a rule with a fixed memory is a linear map of its position
and its memory. Its limit is the rate at which an eigenvalue of that map is -1: the walker then
jumps to and fro for ever, and above it farther each time.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from surfaces.surface import Array


def plain(sharpness: Array, **_: Any) -> Array:
    """2 / h: each step multiplies the distance from the bottom by 1 - rate * h.

    Nocedal & Wright (2006), Numerical Optimization, chapter 3.3.
    """
    return 2 / sharpness


def heavy_ball(sharpness: Array, *, beta: float, **_: Any) -> Array:
    """2 (1 + beta) / h: Polyak (1964); Cohen et al. (2021), arXiv:2103.00065."""
    return 2 * (1 + beta) / sharpness


def nesterov(sharpness: Array, *, beta: float, **_: Any) -> Array:
    """(2 + 2 beta) / ((1 + 2 beta) h): Cohen et al. (2021), arXiv:2103.00065."""
    return (2 + 2 * beta) / ((1 + 2 * beta) * sharpness)


def adam(sharpness: Array, *, beta1: float, weight_decay: float = 0.0, **_: Any) -> Array:
    """(2 + 2 beta1) / ((1 - beta1) h), where h is that of the ground divided by Adam's sizes.

    Cohen et al. (2022), Adaptive gradient methods at the edge of stability, arXiv:2207.14484.
    A decay w adds (1 + beta1) w below: the weight itself shrinks, without a memory of it.
    """
    return (2 + 2 * beta1) / ((1 - beta1) * sharpness + (1 + beta1) * weight_decay)


def rmsprop(sharpness: Array, *, momentum: float, **_: Any) -> Array:
    """The heavy ball's, where h is that of the ground divided by RMSProp's sizes."""
    return heavy_ball(sharpness, beta=momentum)


def adam_sizes(gradients: Array, *, beta2: float, eps: float, **_: Any) -> Array:
    """What Adam divides each slope by, at every step of `gradients` (..., steps, d)."""
    square = running_mean(gradients * gradients, beta2)
    return np.sqrt(square / _filled(gradients, beta2)) + eps


def amsgrad_sizes(gradients: Array, *, beta2: float, eps: float, **_: Any) -> Array:
    """The same of AMSGrad: (..., steps, d)."""
    largest = np.maximum.accumulate(running_mean(gradients * gradients, beta2), axis=-2)
    return np.sqrt(largest / _filled(gradients, beta2)) + eps


def adagrad_sizes(gradients: Array, *, eps: float, **_: Any) -> Array:
    """The same of AdaGrad: (..., steps, d)."""
    return np.sqrt(np.cumsum(gradients * gradients, axis=-2)) + eps


def rmsprop_sizes(gradients: Array, *, alpha: float, eps: float, centred: float, **_: Any) -> Array:
    """The same of RMSProp: (..., steps, d); centred, slopes are counted from their mean before."""
    off = gradients.copy()
    if centred:
        off[..., 1:, :] -= running_mean(gradients, alpha)[..., :-1, :]
    return np.sqrt(running_mean(off * off, alpha) * (alpha if centred else 1.0)) + eps


def running_mean(values: Array, share: float) -> Array:
    """m[k] = share * m[k - 1] + (1 - share) * values[k] along the steps of (..., steps, d), from 0.

    All steps at once, by doubling what each of them has summed up: Hillis & Steele (1986), Data
    parallel algorithms, Communications of the ACM 29(12).
    """
    mean = (1 - share) * values
    span = 1
    while span < mean.shape[-2]:
        mean[..., span:, :] += share**span * mean[..., :-span, :]
        span *= 2
    return mean


def _filled(gradients: Array, share: float) -> Array:
    """What share of a running mean is no longer the 0 it began with: (steps, 1)."""
    steps = np.arange(1, gradients.shape[-2] + 1)
    return np.asarray(1 - share ** steps[:, None])
