"""spots(): is this point at a minimum of the loss, on a saddle, a shelf, a plateau, or a slope?"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.walk.lanczos import ritz
from app.walk.simulate import Field
from surfaces.surface import Array

DIFFERENCE = float(np.cbrt(np.finfo(float).eps))  # best step of central differences, in extents
ROUNDING = 1e-9  # of the largest curvature: central differences do not see smaller ones
DIMENSIONS = 50  # a Hessian takes 2d gradients: above this, that many directions are looked along


class Spot(StrEnum):
    """What kind of place a walker stands at, seen in the direction in which it walks."""

    BOTTOM = "bottom"  # uphill: a summit
    SADDLE = "saddle"  # up along some axis of the Hessian, down along another
    TOP = "top"  # down along some axis, up along none; uphill: a hollow
    SHELF = "shelf"  # no curvature, but it falls or rises on some side
    PLATEAU = "plateau"  # level all around
    SLOPE = "slope"  # no such place within reach


def spots(
    points: Array, gradient: Field, reach: float, radius: float, uphill: bool
) -> NDArray[np.str_]:
    """The Spot within `reach` of each of the points (walkers, d), as (walkers,) words.

    `radius` is the extent of the map. There is one where the step of Newton's method is not longer
    than `reach`; a small gradient alone says nothing: a plateau's tail has a long Newton step.
    It is a bottom where the loss curves upwards along some axis of the Hessian, and does not fall
    at `reach` from the end of that step along each axis, both ways: the floor of a level trough
    counts. Above DIMENSIONS the axes are those that Lanczos finds from the gradient and
    from a random vector; what the others hold is not seen.
    Newton's method: Nocedal & Wright (2006), Numerical Optimization, chapter 3.3.
    """
    if not len(points):
        return np.empty(0, dtype=np.str_)
    sign = -1.0 if uphill else 1.0
    with np.errstate(all="ignore"):
        slope, curvatures, axes = _axes(points, gradient, radius, sign)
        step = _newton(slope, curvatures, axes)
        near = np.linalg.norm(step, axis=-1) <= reach
        outward = sign * _outward(gradient, points - step, reach, axes)
    low, high = curvatures[:, 0], curvatures[:, -1]
    lost = ROUNDING * np.abs(curvatures).max(axis=-1)
    tolerance = reach * lost[:, None]
    bottom = (high > 0) & (outward >= -tolerance).all(axis=-1)
    falls, level = low < -lost, (np.abs(outward) <= tolerance).all(axis=-1)
    return np.select(
        [~near, bottom, falls & (high > lost), falls, level],
        [Spot.SLOPE, Spot.BOTTOM, Spot.SADDLE, Spot.TOP, Spot.PLATEAU],
        Spot.SHELF,
    )


def _axes(points: Array, gradient: Field, radius: float, sign: float) -> tuple[Array, Array, Array]:
    """Slope (walkers, d), curvatures (walkers, m), axes (walkers, d, m); m <= DIMENSIONS."""
    if points.shape[-1] <= DIMENSIONS:
        slope, hessian = derivatives(gradient, points, radius)
        return sign * slope, *np.linalg.eigh(sign * hessian)
    slope = sign * gradient(points)
    starts = [slope, np.random.default_rng(1).normal(size=points.shape)]
    return slope, *ritz(hessian_product(gradient, points, radius, sign), starts, DIMENSIONS)


def hessian_product(gradient: Field, points: Array, radius: float, sign: float = 1.0) -> Any:
    """The function v -> sign * Hessian(points) v, for unit vectors (walkers, d), by differences.

    Two gradients a call. A product that is not finite is given as 0: no curvature is known.
    """
    step = DIFFERENCE * radius

    def product(v: Array) -> Array:
        ends = gradient(points + step * np.stack([v, -v]))
        along = sign * (ends[0] - ends[1]) / (2 * step)
        return np.where(np.isfinite(along).all(axis=-1, keepdims=True), along, 0.0)

    return product


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
    """Slopes (walkers, 2m) away from each point, `reach` along each axis, both ways."""
    outward = np.concatenate([axes, -axes], axis=-1).swapaxes(1, 2)
    slopes: Array = (gradient(points[:, None] + reach * outward) * outward).sum(axis=-1)
    return slopes
