"""WebM, WebP and APNG: the codec, the pixel format, colours and loops, as players see them."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from app.film import apng, gif, webm, webp
from tests.film.pictures import encoded, frames, noise, settings
from tests.film.reading import pictures

COLOURS = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (255, 127, 14))


def test_webm_is_vp9_with_colours_said_aloud(tmp_path: Path) -> None:
    webm.write(frames(settings(frames=75)), settings(frames=75), tmp_path / "film.webm")
    with av.open(tmp_path / "film.webm") as film:
        stream = film.streams.video[0]
        codec = stream.codec_context
        assert (codec.name, codec.pix_fmt) in (("vp9", "yuv420p"), ("libvpx-vp9", "yuv420p"))
        assert stream.average_rate == 30
        assert film.duration == pytest.approx(2_500_000, abs=1000)  # microseconds
        assert (codec.color_range, codec.colorspace) == (1, 1)  # limited, BT.709
        keys = [float(p.pts * p.time_base) for p in film.demux(stream) if p.is_keyframe and p.size]
    assert keys == [0, 2]  # seconds


@pytest.mark.parametrize("write", [webm.write, webp.write, apng.write])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("colour", COLOURS)
def test_colours_come_back(write, colour: tuple[int, ...], kind: str, tmp_path: Path) -> None:
    order = settings(frames=1, width=64, height=36)
    write([encoded(Image.new("RGB", (64, 36), colour), kind)], order, tmp_path / "film")
    np.testing.assert_allclose(pictures(tmp_path / "film")[0][18, 32], colour, atol=6)


@pytest.mark.parametrize(
    ("write", "options"), [(apng.write, {}), (webp.write, {"quality": "best"})]
)
def test_without_loss(write, options: dict[str, str], tmp_path: Path) -> None:
    order = settings(frames=2, width=64, height=36, options=options)
    images = [noise(order), Image.new("RGB", (64, 36), (1, 2, 3))]
    images[1].paste(images[0].crop((0, 0, 9, 9)), (20, 20))
    write([encoded(image, "PNG") for image in images], order, tmp_path / "film")
    for got, image in zip(pictures(tmp_path / "film"), images, strict=True):
        np.testing.assert_array_equal(got, np.asarray(image))


@pytest.mark.parametrize("write", [apng.write, webp.write, gif.write])
@pytest.mark.parametrize(("choice", "times"), [("forever", 0), ("once", 1), ("thrice", 3)])
def test_how_often_it_plays(write, choice: str, times: int, tmp_path: Path) -> None:
    order = settings(frames=3, width=64, height=36, options={"loop": choice})
    write(frames(order), order, tmp_path / "film")
    with Image.open(tmp_path / "film") as film:
        loop = film.info.get("loop")
    # a GIF counts how often it plays again, and says nothing where it plays once
    again = {"forever": 0, "once": None, "thrice": 2}[choice]
    assert loop == (again if write is gif.write else times)
