"""PNG: the same pixels, fewer bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.film import png
from tests.film.pictures import encoded, noise, picture, settings

ORDER = settings(format="png", frames=1)


def written(image: Image.Image, folder: Path) -> Path:
    png.write([encoded(image, "PNG", compress_level=1)], ORDER, folder / "film.png")
    return folder / "film.png"


@pytest.mark.parametrize("make", [lambda: picture(0, ORDER), lambda: noise(ORDER)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_every_pixel_is_kept(make, mode: str, tmp_path: Path) -> None:
    image = make().convert(mode)
    with Image.open(written(image, tmp_path)) as got:
        np.testing.assert_array_equal(np.asarray(got.convert("RGB")), np.asarray(image)[..., :3])
        assert got.mode in ("RGB", "P")  # all is opaque: no bytes for alpha


def test_transparency_is_kept(tmp_path: Path) -> None:
    image = picture(0, ORDER).convert("RGBA")
    image.putalpha(100)
    with Image.open(written(image, tmp_path)) as got:
        np.testing.assert_array_equal(np.asarray(got), np.asarray(image))


def test_it_is_smaller_than_it_came(tmp_path: Path) -> None:
    image = picture(0, ORDER).convert("RGBA")
    assert written(image, tmp_path).stat().st_size < len(encoded(image, "PNG", optimize=True)) / 2
