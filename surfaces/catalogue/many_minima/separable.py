"""What sums of one function of x and one of y share: x and y do not mix."""

from __future__ import annotations

from itertools import product

import numpy as np

from surfaces.surface import Array, Points, symmetric


def diagonal(curvatures: Array) -> Array:
    """The second derivatives along x and y, (..., 2), as Hessians (..., 2, 2)."""
    nothing = np.zeros(curvatures.shape[:-1])
    return symmetric(curvatures[..., 0], nothing, curvatures[..., 1])


def crossings(x: tuple[float, ...], y: tuple[float, ...], *, but: Points) -> Points:
    """Where a flat place along x meets one along y: all pairs but the ones that are named."""
    return tuple(pair for pair in product(x, y) if pair not in but)
