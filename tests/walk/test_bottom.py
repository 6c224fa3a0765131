"""Places of every kind, in few dimensions (the whole Hessian) and in many (Lanczos)."""

import numpy as np
import pytest

from app.walk.bottom import DIMENSIONS, Spot, hessian_product, spots
from surfaces.surface import Array

MANY = 3 * DIMENSIONS


def rotation(d: int) -> Array:
    return np.asarray(np.linalg.qr(np.random.default_rng(d).normal(size=(d, d)))[0])


@pytest.mark.parametrize("d", [2, 3, DIMENSIONS, MANY])
@pytest.mark.parametrize("uphill", [False, True], ids=["down", "up"])
@pytest.mark.parametrize(
    ("spot", "low", "high"),
    [
        (Spot.BOTTOM, 0.5, 2.0),
        (Spot.BOTTOM, 0.0, 2.0),  # a level trough
        (Spot.SADDLE, -1.0, 2.0),
        (Spot.TOP, -2.0, -0.5),
        (Spot.PLATEAU, 0.0, 0.0),
    ],
)
def test_each_kind_of_place(spot: Spot, low: float, high: float, uphill: bool, d: int) -> None:
    turn = rotation(d)
    hessian = (turn * np.linspace(low, high, d)) @ turn.T * (-1 if uphill else 1)
    centre = np.linspace(-1, 1, d)
    away = centre + 1e-3 * turn[:, -1]  # along the axis with curvature `high`
    far = centre + 0.5 * turn[:, -1]
    found = spots(np.array([away, far]), lambda p: (p - centre) @ hessian, 0.01, 1.0, uphill)
    assert list(found) == [spot, spot if high == 0 else Spot.SLOPE]


def test_a_shelf_in_every_number_of_dimensions() -> None:
    for d in (1, 2, 7, MANY):
        place = np.zeros((1, d))
        assert spots(place, lambda p: 3 * p**2, 0.01, 1.0, False)[0] == Spot.SHELF


def test_products_with_the_hessian() -> None:
    p, v = np.random.default_rng(1).normal(size=(2, 4, 5))
    v /= np.linalg.norm(v, axis=-1, keepdims=True)
    product = hessian_product(lambda q: q**4, p, 1.0, -1.0)
    np.testing.assert_allclose(product(v), -4 * p**3 * v, rtol=1e-7, atol=1e-9)


def test_ground_without_numbers_is_a_slope() -> None:
    for d in (2, MANY):
        found = spots(np.zeros((1, d)), lambda p: np.full_like(p, np.nan), 0.01, 1.0, False)
        assert found[0] == Spot.SLOPE
