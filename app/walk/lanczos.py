"""ritz(): the outer curvatures of a ground of many dimensions, without its Hessian."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from surfaces.surface import Array

Product = Callable[[Array], Array]  # one vector per walker -> the Hessian there times it
LOST = 1e-8  # of a direction: what is left below this after taking out the others is rounding


def ritz(product: Product, starts: Sequence[Array], most: int) -> tuple[Array, Array]:
    """Eigenvalues (walkers, m), ascending, and their vectors (walkers, d, m) of symmetric matrices.

    m is the smaller of `most` and d. They are those of the matrices, one per walker, on the space
    that products with the `starts`, (walkers, d) each, span (block Lanczos): with m = d they are
    exact, below it the outermost ones settle first. What was spanned before is taken out of each
    new direction twice, so that none comes back by rounding; where nothing is left of it, a random
    one (always the same) takes its place.
    Golub & Van Loan (2013), Matrix Computations, chapter 10.
    """
    walkers, d = starts[0].shape
    random, queue = np.random.default_rng(0), list(starts)
    basis, images = np.zeros((2, walkers, min(most, d), d))
    for k in range(basis.shape[1]):
        left = _left(queue.pop(0), basis[:, :k])
        lost = np.linalg.norm(left, axis=-1, keepdims=True) < LOST
        if lost.any():
            left = np.where(lost, _left(random.normal(size=(walkers, d)), basis[:, :k]), left)
        basis[:, k] = _unit(left)
        images[:, k] = product(basis[:, k])
        queue.append(images[:, k])
    small = basis @ images.swapaxes(1, 2)
    values, mixed = np.linalg.eigh((small + small.swapaxes(1, 2)) / 2)
    return values, basis.swapaxes(1, 2) @ mixed


def _unit(v: Array) -> Array:
    """Vectors (walkers, d) of length 1; one of length 0 stays as it is."""
    length = np.linalg.norm(v, axis=-1, keepdims=True)
    return v / np.where(length > 0, length, 1.0)


def _left(v: Array, basis: Array) -> Array:
    """What is left of the unit vectors along `v` without the `basis`, (walkers, k, d)."""
    left = _unit(v)
    for _ in range(2):
        left = left - ((basis @ left[..., None]) * basis).sum(axis=1)
    return left
