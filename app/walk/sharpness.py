"""sharpness(): how strongly the ground curves upwards, where it does so most."""

from __future__ import annotations

import numpy as np

from app.walk.bottom import hessian_product
from app.walk.lanczos import ritz
from app.walk.simulate import Field
from surfaces.surface import Array

MOST = 100  # products with the Hessian that `lanczos_sharpness` makes at most


def sharpness(hessians: Array) -> Array:
    """The largest eigenvalue of symmetric matrices (..., d, d): (...). nan stays nan.

    Exact, and in two dimensions by the formula: numpy's solver takes ten times as long.
    """
    if hessians.shape[-1] == 2:
        xx, xy, yy = hessians[..., 0, 0], hessians[..., 0, 1], hessians[..., 1, 1]
        with np.errstate(all="ignore"):
            return np.asarray((xx + yy) / 2 + np.hypot((xx - yy) / 2, xy))
    known = np.isfinite(hessians).all(axis=(-2, -1))
    found = np.full(known.shape, np.nan)
    found[known] = np.linalg.eigvalsh(hessians[known])[:, -1]
    return found


def lanczos_sharpness(
    gradient: Field, points: Array, radius: float, *, uphill: bool = False
) -> Array:
    """The same at points (walkers, d), without a Hessian: from 2 * MOST gradients, or 2d if fewer.

    `radius` is the extent of the map. Uphill it is that of the loss upside down. Exact up to MOST
    dimensions but for the central differences; above, the largest eigenvalue settles first.
    """
    start = np.random.default_rng(0).normal(size=points.shape)
    with np.errstate(all="ignore"):
        product = hessian_product(gradient, points, radius, -1.0 if uphill else 1.0)
        values, _ = ritz(product, [start], MOST)
    return values[:, -1]
