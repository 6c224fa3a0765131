"""Thumbnails: every mountain has one, no two are alike, and there are none of what is not there."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.figures.look import LOOKS
from app.figures.thumbnail import HEIGHT, WIDTH, thumbnail
from surfaces import SURFACES, UnknownSurface


@pytest.mark.parametrize("look", LOOKS)
def test_every_mountain_has_its_own_picture(look: str) -> None:
    pictures = {key: thumbnail(key, look) for key in SURFACES}
    assert len(set(pictures.values())) == len(SURFACES)
    for key, data in pictures.items():
        image = Image.open(BytesIO(data))
        assert (image.format, image.size, image.mode) == ("PNG", (WIDTH, HEIGHT), "RGBA"), key
        alpha = np.asarray(image)[..., 3]
        assert not alpha[0].any(), f"{key}: the highest place is inside the picture"
        assert alpha[-8, 4:-4].all(), f"{key}: the front edge spans the picture"
        assert len(data) < 40_000, key


def test_a_hill_is_higher_in_the_picture_than_a_hollow() -> None:
    def top(key: str) -> int:
        middle = np.asarray(Image.open(BytesIO(thumbnail(key))))[:, WIDTH // 2, 3]
        return int(middle.argmax())

    assert top("round-bowl") > top("volcano")


def test_there_is_none_of_what_nobody_knows() -> None:
    with pytest.raises(UnknownSurface):
        thumbnail("atlantis")
