"""descend(): from a point to the minimum below it, to the last digits, by Newton's method."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from surfaces.surface import Array

STEPS = 200  # quadratic convergence takes about ten; far-off starts wade through level ground first
HALVINGS = 60
FLAT = 1e-10  # of the largest slope on the way: below this the ground is level
SINGULAR = 1e-10  # of the largest curvature: below this a direction has none

Field = Callable[[Array], Array]


def descend(height: Field, gradient: Field, hessian: Field, start: Array) -> Array | None:
    """The strict minimum (2,) that is reached from `start` (2,); None when there is none.

    Each step divides by the size of the curvatures, so that it goes down also where the ground
    bulges (Nocedal and Wright 2006, Numerical Optimization, section 3.4), and is halved until it
    gains (Armijo 1966). The last ones are plain Newton steps, taken while the slope shrinks.
    """
    with np.errstate(all="ignore"):  # on level ground a step may overflow; it is then refused
        return _descend(height, gradient, hessian, start)


def _descend(height: Field, gradient: Field, hessian: Field, p: Array) -> Array | None:
    steepest = 0.0
    for _ in range(STEPS):
        slope = gradient(p)
        steepest = max(steepest, float(np.linalg.norm(slope)))
        step = _downhill(hessian(p), slope)
        lower = _halved(height, p, step, float(slope @ step))
        if lower is None:
            break
        p = lower
    p = _polished(gradient, hessian, p)
    level = float(np.linalg.norm(gradient(p))) <= FLAT * max(steepest, np.finfo(float).tiny)
    return p if level and _round(hessian(p)) else None


def _downhill(matrix: Array, slope: Array) -> Array:
    """Newton's step with every curvature counted as upward."""
    curvature, axes = np.linalg.eigh(matrix)
    size = np.abs(curvature)
    size = np.maximum(size, np.finfo(float).eps * max(float(size.max()), np.finfo(float).tiny))
    step: Array = -axes @ ((axes.T @ slope) / size)
    return step


def _halved(height: Field, p: Array, step: Array, gain: float) -> Array | None:
    """The first of p + step, p + step / 2, ... that is lower by a share of `gain`, or None."""
    here = float(height(p))
    share = 1.0
    for _ in range(HALVINGS):
        there = p + share * step
        if float(height(there)) < here + 1e-4 * share * gain:
            return there
        share /= 2
    return None


def _polished(gradient: Field, hessian: Field, p: Array) -> Array:
    for _ in range(10):
        slope, matrix = gradient(p), hessian(p)
        if not _round(matrix):
            return p
        closer = p - np.linalg.solve(matrix, slope)
        if not np.linalg.norm(gradient(closer)) < np.linalg.norm(slope):
            return p
        p = closer
    return p


def _round(matrix: Array) -> bool:
    """Whether the ground curves upward in all directions."""
    low, high = np.linalg.eigvalsh(matrix)
    return bool(low > SINGULAR * high > 0)
