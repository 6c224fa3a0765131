"""Straight lines through pairs: least squares, least absolute values, and whether classes overlap.

All take features with mean 0 and standard deviation 1, and return (weight, bias) at that scale.
"""

from __future__ import annotations

import math

import numpy as np

from surfaces.surface import Array

Line = tuple[float, float]

EFFICIENT = 1.345  # delta in standard deviations: loses 5 % on normal errors (Holland, Welsch 1977)
NORMAL_MAD = 1.4826  # standard deviations in a median absolute deviation of normal errors
CLOSE = 1e-9  # of the scale of the targets: nearer than this is the same


def least_squares(x: Array, t: Array, decay: float) -> Line:
    """The minimum of mean((w x + b - t)**2) + decay / 2 * w**2, from the normal equations.

    With mean(x) = 0 and mean(x**2) = 1 they come apart: (1 + decay / 2) w = mean(x t), b = mean(t).
    """
    mean = float(t.mean())
    return float((x * (t - mean)).mean()) / (1 + decay / 2), mean


def least_absolute(x: Array, t: Array, decay: float) -> tuple[Line, bool]:
    """A minimum of mean(|w x + b - t|) + decay / 2 * w**2, and whether it is the only one.

    For a given w the best b is a median, and what is left is convex in w: its slope is followed
    to where it changes sign (Bloomfield and Steiger 1983, Least Absolute Deviations, chapter 1).
    """
    scale = float(t.std()) or 1.0
    high = scale
    while _slope(x, t, decay, high) < 0 or _slope(x, t, decay, -high) > 0:
        high *= 2
    w = _sign_change(x, t, decay, -high, high)
    middle = np.sort(t - w * x)[[(len(x) - 1) // 2, len(x) // 2]]
    step = CLOSE * scale
    before, after = (_slope(x, t, decay, w + side * step) for side in (-1, 1))
    crosses = decay > 0 or (before < -CLOSE and after > CLOSE)
    single = crosses and float(middle[1] - middle[0]) < step
    return (w, float(middle.mean())), single


def _sign_change(x: Array, t: Array, decay: float, low: float, high: float) -> float:
    """Where the slope changes sign, to the last digit that the interval lets a float tell."""
    while True:
        w = (low + high) / 2
        if not low < w < high or high - low < np.finfo(float).eps * max(abs(low), abs(high)):
            return w
        slope = _slope(x, t, decay, w)
        low, high = (w, high) if slope < 0 else (low, w)


def _slope(x: Array, t: Array, decay: float, w: float) -> float:
    """A slope of min over b of the loss; pairs on the line share what balances the others."""
    rest = t - w * x
    sign = np.sign(rest - np.median(rest))
    on_it = sign == 0
    if on_it.any():
        sign[on_it] = -sign.sum() / on_it.sum()
    return decay * w - float((x * sign).mean())


def robust_delta(x: Array, t: Array) -> float:
    """Huber's delta for these pairs: 1.345 robust standard deviations from the median line."""
    x = (x - x.mean()) / x.std()
    (w, b), _ = least_absolute(x, t, 0.0)
    rest = np.abs(t - w * x - b)
    spread = NORMAL_MAD * float(np.median(rest))
    if not spread > CLOSE * float(t.std()):  # most of the pairs are exactly on a line
        spread = float(t.std()) or 1.0
    return _two_digits(EFFICIENT * spread)


def overlap(x: Array, t: Array) -> bool:
    """Whether no threshold parts the features of class 0 from those of class 1.

    Just then logistic regression has a finite minimum (Albert and Anderson 1984, On the existence
    of maximum likelihood estimates in logistic regression models); touching is not overlapping.
    """
    zero, one = x[t == 0], x[t == 1]
    return bool(zero.max() > one.min() and one.max() > zero.min())


def _two_digits(value: float) -> float:
    return round(value, 1 - math.floor(math.log10(value)))
