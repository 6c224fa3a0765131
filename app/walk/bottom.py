"""at_bottom(): is this point at a minimum of the loss, or on a saddle, a shelf or a plateau?"""

from __future__ import annotations

import numpy as np

from app.walk.simulate import Field, Mask
from surfaces.surface import Array

DIFFERENCE = float(np.cbrt(np.finfo(float).eps))  # best step of central differences, in extents
ROUNDING = 1e-9  # of the largest curvature: central differences do not see smaller ones
DIMENSIONS = 50  # a Hessian takes 2d gradients: above this, "at the bottom" is never claimed


def at_bottom(points: Array, gradient: Field, reach: float, radius: float, uphill: bool) -> Mask:
    """Whether a minimum (uphill: a maximum) lies within `reach` of each of (walkers, d).

    `radius` is the extent of the map. True where the step of Newton's method is not longer than
    `reach`, the loss curves upwards along some axis of the Hessian, and it does not fall at
    `reach` from the end of that step along each axis, both ways. A small gradient
    alone says nothing: a plateau's Newton step is long, a saddle or shelf falls on one side.
    The floor of a level trough counts.
    Newton's method: Nocedal & Wright (2006), Numerical Optimization, chapter 3.3.
    """
    walkers, d = points.shape
    if not walkers or d > DIMENSIONS:
        return np.zeros(walkers, dtype=np.bool_)
    sign = -1.0 if uphill else 1.0
    with np.errstate(all="ignore"):
        slope, hessian = derivatives(gradient, points, radius)
        curvatures, axes = np.linalg.eigh(sign * hessian)
        step = _newton(sign * slope, curvatures, axes)
        near = np.linalg.norm(step, axis=-1) <= reach
        tolerance = ROUNDING * reach * curvatures[:, -1:]
        rises = sign * _outward(gradient, points - step, reach, axes) >= -tolerance
    bottom: Mask = near & (curvatures[:, -1] > 0) & rises.all(axis=-1)
    return bottom


def derivatives(gradient: Field, points: Array, radius: float) -> tuple[Array, Array]:
    """Gradient (walkers, d) and Hessian (walkers, d, d), by central differences of the gradient.

    One call of the gradient. A Hessian that is not finite is given as 0: no curvature is known.
    """
    d = points.shape[-1]
    e = DIFFERENCE * radius * np.eye(d)
    slopes = gradient(points[:, None] + np.concatenate([np.zeros((1, d)), e, -e]))
    hessian = (slopes[:, 1 : d + 1] - slopes[:, d + 1 :]) / (2 * DIFFERENCE * radius)
    hessian = (hessian + hessian.swapaxes(1, 2)) / 2
    finite = np.isfinite(hessian).all(axis=(1, 2), keepdims=True)
    return slopes[:, 0], np.where(finite, hessian, 0.0)


def _newton(slope: Array, curvatures: Array, axes: Array) -> Array:
    """Newton's step (walkers, d): slope over curvature along each axis of the Hessian.

    A curvature lost in rounding counts as that rounding, so that a slope there is far from its
    end, and the level floor of a trough is not.
    """
    floor = ROUNDING * np.abs(curvatures).max(axis=-1, keepdims=True)
    curvatures = np.where(np.abs(curvatures) > floor, curvatures, floor)
    along = (slope[:, None] @ axes)[:, 0]
    step = np.where(along == 0, 0.0, along / curvatures)
    result: Array = (axes @ step[..., None])[..., 0]
    return result


def _outward(gradient: Field, points: Array, reach: float, axes: Array) -> Array:
    """Slopes (walkers, 2d) away from each point, `reach` along each axis, both ways."""
    outward = np.concatenate([axes, -axes], axis=-1).swapaxes(1, 2)
    slopes: Array = (gradient(points[:, None] + reach * outward) * outward).sum(axis=-1)
    return slopes
