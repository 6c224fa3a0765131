"""The sharpness by formula, by numpy's solver and by Lanczos."""

import numpy as np
import pytest

from app.walk.sharpness import MOST, lanczos_sharpness, sharpness
from surfaces.surface import Array


def symmetric(d: int) -> Array:
    a = np.random.default_rng(d).normal(size=(3, 4, d, d))
    return np.asarray(a + a.swapaxes(-1, -2))


@pytest.mark.parametrize("d", [1, 2, 3, 20])
def test_the_largest_eigenvalue(d: int) -> None:
    matrices = symmetric(d)
    exact = np.linalg.eigvalsh(matrices)[..., -1]
    np.testing.assert_allclose(sharpness(matrices), exact, rtol=1e-12)


@pytest.mark.parametrize("d", [2, 3])
def test_what_is_not_known_stays_unknown(d: int) -> None:
    matrices = symmetric(d)
    matrices[1, 2, 0, 0] = np.nan
    assert np.argwhere(np.isnan(sharpness(matrices))).tolist() == [[1, 2]]


@pytest.mark.parametrize("uphill", [False, True], ids=["down", "up"])
@pytest.mark.parametrize("d", [2, 3, 10, 50, MOST, 150, 200])
def test_lanczos_needs_no_hessian(d: int, uphill: bool) -> None:
    matrix = symmetric(d)[0, 0]
    places = np.random.default_rng(1).normal(size=(2, d))
    found = lanczos_sharpness(lambda p: p @ matrix, places, 1.0, uphill=uphill)
    exact = np.linalg.eigvalsh(-matrix if uphill else matrix)[-1]
    np.testing.assert_allclose(found, exact, rtol=1e-6)
