"""MP4: what players ask for, and colours that come back."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from app.film import mp4, video
from app.film.errors import FilmError
from tests.film.pictures import encoded, frames, settings

COLOURS = {
    "red": (255, 0, 0),
    "green": (0, 255, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "grey": (128, 128, 128),
    "orange": (255, 127, 14),
}


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    order = settings(frames=75)
    path = tmp_path_factory.mktemp("mp4") / "film.mp4"
    mp4.write(frames(order), order, path)
    return path


def test_stream_is_what_players_expect(film: Path) -> None:
    with av.open(film) as container:
        stream = container.streams.video[0]
        assert (stream.codec.name, stream.profile, stream.pix_fmt) == ("h264", "High", "yuv420p")
        assert (stream.frames, stream.average_rate) == (75, 30)
        assert container.duration == 2_500_000  # microseconds
        codec = stream.codec_context
        assert (codec.color_range, codec.colorspace) == (1, 1)  # limited, BT.709
        assert (codec.color_primaries, codec.color_trc) == (1, 1)


def test_index_stands_before_the_pictures(film: Path) -> None:
    assert 0 < film.read_bytes().find(b"moov") < film.read_bytes().find(b"mdat")


def test_key_frames_are_few(film: Path) -> None:
    """JPEGs come marked as key frames; an encoder that obeys makes films 37 times as large."""
    with av.open(film) as container:
        keys = [p.pts * p.time_base for p in container.demux(video=0) if p.is_keyframe and p.size]
    assert [round(float(key)) for key in keys] == [0, video.KEY_FRAME_S]  # seconds
    assert film.stat().st_size < 75 * 1500  # bytes


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("colour", COLOURS.values(), ids=COLOURS.keys())
def test_colours_come_back(colour: tuple[int, int, int], kind: str, tmp_path: Path) -> None:
    """Computed from the film's bytes by BT.709's own formula, not by the library that made them."""
    order = settings(frames=1)
    image = Image.new("RGB", (order.width, order.height), colour)
    mp4.write([encoded(image, kind)], order, tmp_path / "film.mp4")
    with av.open(tmp_path / "film.mp4") as container:
        planes = next(container.decode(video=0)).to_ndarray()
    y, u, v = planes[360, 640], planes[720 + 90, 320], planes[900 + 90, 320]
    np.testing.assert_allclose(_bt709(float(y), float(u), float(v)), colour, atol=4)


def _bt709(y: float, u: float, v: float) -> tuple[float, float, float]:
    """Limited-range Y'CbCr -> R'G'B' in 0..255. Source: Recommendation ITU-R BT.709-6, item 3."""
    luma, blue, red = (y - 16) / 219, (u - 128) / 224, (v - 128) / 224
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152
    return 255 * r, 255 * g, 255 * b


def test_odd_sizes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FilmError, match=r"even width and height, not 641 x 360\. Choose"):
        mp4.write([], settings(width=641, height=360), tmp_path / "film.mp4")
