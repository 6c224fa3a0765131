"""The curvatures that Lanczos finds, against numpy's own."""

import numpy as np
import pytest

from app.walk.lanczos import ritz
from surfaces.surface import Array


def symmetric(d: int, walkers: int = 3) -> Array:
    a = np.random.default_rng(d).normal(size=(walkers, d, d))
    return np.asarray(a + a.swapaxes(1, 2))


def products(matrices: Array, most: int, starts: int = 1) -> tuple[Array, Array]:
    first = np.random.default_rng(7).normal(size=(starts, *matrices.shape[:2]))
    return ritz(lambda v: (matrices @ v[..., None])[..., 0], list(first), most)


@pytest.mark.parametrize("starts", [1, 2])
@pytest.mark.parametrize("d", [3, 4, 10, 50, 100])
def test_with_all_dimensions_it_is_exact(d: int, starts: int) -> None:
    matrices = symmetric(d)
    values, vectors = products(matrices, d, starts)
    np.testing.assert_allclose(values, np.linalg.eigvalsh(matrices), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(matrices @ vectors, values[:, None] * vectors, atol=1e-9)


@pytest.mark.parametrize("d", [110, 150, 200])
def test_the_outermost_ones_settle_first(d: int) -> None:
    matrices = symmetric(d)
    values, _ = products(matrices, 100)
    exact = np.linalg.eigvalsh(matrices)
    np.testing.assert_allclose(values[:, [0, -1]], exact[:, [0, -1]], rtol=1e-6)


def test_where_the_space_is_used_up_a_new_direction_takes_its_place() -> None:
    matrices = np.array([np.diag([1.0, 2, 3, 4]), np.zeros((4, 4))])
    start = np.array([[1.0, 0, 0, 0], [0, 0, 0, 0]])
    values, vectors = ritz(lambda v: (matrices @ v[..., None])[..., 0], [start], 9)
    np.testing.assert_allclose(values, [[1, 2, 3, 4], [0, 0, 0, 0]], atol=1e-12)
    np.testing.assert_allclose(
        vectors.swapaxes(1, 2) @ vectors, np.broadcast_to(np.eye(4), (2, 4, 4)), atol=1e-12
    )
