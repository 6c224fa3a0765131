"""Each walker has an outline of its own, none bigger than the others."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.figures.look import WALKERS
from app.figures.shape import DISC, SHAPES, Corner, clip_path
from surfaces import Array

UNIT = 80  # px of the radius of a disc
MIDDLE = 2 * UNIT


def raster(corners: tuple[Corner, ...]) -> Array:
    """The shape in pixels: True inside."""
    image = Image.new("1", (2 * MIDDLE, 2 * MIDDLE))
    pen = ImageDraw.Draw(image)
    if corners:
        pen.polygon([(MIDDLE + UNIT * x, MIDDLE + UNIT * y) for x, y in corners], fill=1)
    else:
        pen.ellipse([MIDDLE - UNIT, MIDDLE - UNIT, MIDDLE + UNIT, MIDDLE + UNIT], fill=1)
    return np.asarray(image)


PIXELS = {name: raster(corners) for name, corners in SHAPES.items()}


def test_there_is_a_shape_for_every_walker() -> None:
    assert len(SHAPES) == len(WALKERS)


@pytest.mark.parametrize("name", SHAPES)
def test_no_shape_is_bigger_than_a_disc_or_off_its_middle(name: str) -> None:
    assert PIXELS[name].sum() == pytest.approx(np.pi * UNIT**2, rel=0.03)
    y, x = np.nonzero(PIXELS[name])
    np.testing.assert_allclose([x.mean(), y.mean()], MIDDLE, atol=0.02 * UNIT)


@pytest.mark.parametrize("name", SHAPES)
def test_a_number_fits(name: str) -> None:
    half = round(0.4 * UNIT)  # a digit of 9.5 px on a disc of 6.4 px
    across = slice(MIDDLE - half, MIDDLE + half)
    assert PIXELS[name][across, across].mean() > 0.97


def test_shapes_are_told_apart() -> None:
    """The share of two shapes, laid over each other, that both cover."""
    for one, other in combinations(SHAPES, 2):
        both, either = PIXELS[one] & PIXELS[other], PIXELS[one] | PIXELS[other]
        assert both.sum() / either.sum() < 0.85, (one, other)


@pytest.mark.parametrize("name", SHAPES)
def test_a_chip_shows_the_whole_shape(name: str) -> None:
    said = clip_path(SHAPES[name])
    if not SHAPES[name]:
        assert said == f"circle({100 * DISC:g}%)"
        return
    numbers = [float(part) for part in said[8:-1].replace("%", "").replace(",", "").split()]
    np.testing.assert_allclose(
        np.reshape(numbers, (-1, 2)) / 100, 0.5 + DISC * np.array(SHAPES[name]), atol=1e-3
    )
    assert 0 <= min(numbers) <= max(numbers) <= 100
