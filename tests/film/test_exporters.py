"""Every row of FORMATS, whatever it is: the file it makes can be read, and shows the frames."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from app.film.errors import FilmError
from app.film.formats import FORMATS, Format
from app.film.settings import RATES, SIZES, Settings, Size
from tests.film.pictures import DOT, GROUND, RADIUS, encoded, frames, picture, place, settings

ROWS = pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS.keys())
FILMS = pytest.mark.parametrize(
    "row", [row for row in FORMATS.values() if not row.single], ids=lambda row: row.key
)


def made(row: Format, folder: Path, **changes: object) -> tuple[Settings, list[np.ndarray], Path]:
    """A film of the moving dot, and its frames read back as (height, width, 3) arrays."""
    order = settings(format=row.key, **({"frames": 1} if row.single else {}) | changes)
    path = folder / f"film{row.suffix}"
    row.write(frames(order), order, path)
    with av.open(path) as film:
        pixels = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    return order, pixels, path


@ROWS
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_every_format_at_every_size(row: Format, size: Size, tmp_path: Path) -> None:
    _, pixels, _ = made(row, tmp_path, width=size.width, height=size.height)
    assert all(frame.shape == (size.height, size.width, 3) for frame in pixels)


@ROWS
def test_first_and_last_frame_show_the_dot_in_its_colour(row: Format, tmp_path: Path) -> None:
    order, pixels, _ = made(row, tmp_path)
    for index in (0, -1):
        x, y = place(index % order.frames, order)
        np.testing.assert_allclose(pixels[index][y, x], DOT, atol=6)
        np.testing.assert_allclose(pixels[index][y - 3 * RADIUS, x], GROUND, atol=6)


@FILMS
def test_all_frames_are_there_and_differ(row: Format, tmp_path: Path) -> None:
    order, pixels, _ = made(row, tmp_path)
    assert len(pixels) == order.frames
    assert all(np.abs(a.astype(int) - b).max() > 100 for a, b in pairwise(pixels))


@FILMS
@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("count", [1, 7, 20])
def test_a_film_is_as_long_as_it_should_be(
    row: Format, fps: int, count: int, tmp_path: Path
) -> None:
    order, _, path = made(row, tmp_path, fps=fps, frames=count)
    with av.open(path) as film:
        stream = film.streams.video[0]
        seconds = sum(p.duration or 0 for p in film.demux(stream)) * float(stream.time_base)
    # a GIF counts in 1/100 s, and shows nothing for less than 2 of these
    assert seconds == pytest.approx(max(order.seconds, 0.02), abs=0.0051)


@ROWS
def test_png_frames_show_what_they_hold(row: Format, tmp_path: Path) -> None:
    """FFmpeg's PNG decoder adds a frame to the one before, unless told that it is whole."""
    order = settings(format=row.key, frames=3 - 2 * row.single)
    bodies = [encoded(picture(0, order), "PNG")] * order.frames
    row.write(bodies, order, tmp_path / "film")
    with av.open(tmp_path / "film") as film:
        for frame in film.decode(video=0):
            got = frame.to_ndarray(format="rgb24").mean(axis=(0, 1))
            np.testing.assert_allclose(got, np.asarray(picture(0, order)).mean((0, 1)), atol=4)


@ROWS
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "1"])
def test_png_frames_of_every_kind_are_taken(row: Format, mode: str, tmp_path: Path) -> None:
    order = settings(format=row.key, frames=1)
    image = picture(0, order).convert(mode)
    row.write([encoded(image, "PNG")], order, tmp_path / "film")
    with av.open(tmp_path / "film") as film:
        got = next(film.decode(video=0)).to_ndarray(format="rgb24")
    x, y = place(0, order)
    expected = np.asarray(image.convert("RGB"))
    tolerance = 255 if mode in "P1" else 8  # a dithered dot has no colour of its own
    np.testing.assert_allclose(got[y, x], expected[y, x], atol=tolerance)
    np.testing.assert_allclose(got.mean(axis=(0, 1)), expected.mean(axis=(0, 1)), atol=6)


@ROWS
@pytest.mark.parametrize("options", [{"subsampling": 0}, {"subsampling": 1}, {"progressive": True}])
def test_jpeg_frames_of_every_kind_are_taken(
    row: Format, options: dict[str, object], tmp_path: Path
) -> None:
    order = settings(format=row.key, frames=2 - row.single)
    mixed = [encoded(picture(0, order), **options), encoded(picture(1, order).convert("L"))]
    row.write(mixed[: order.frames], order, tmp_path / "film")
    with av.open(tmp_path / "film") as film:
        first, *others = (f.to_ndarray(format="rgb24") for f in film.decode(video=0))
    x, y = place(0, order)
    np.testing.assert_allclose(first[y, x], DOT, atol=8)
    for other in others:  # the grey one
        assert np.ptp(other[y + 100, x].astype(int)) <= 8


@ROWS
def test_a_damaged_frame_is_told(row: Format, tmp_path: Path) -> None:
    order = settings(format=row.key, frames=1)
    body = encoded(picture(0, order), "PNG")
    damaged = body[:100] + bytes(len(body) - 112) + body[-12:]
    with pytest.raises(FilmError, match=r"^Frame 0: the picture is damaged\. Send it again\.$"):
        row.write([damaged], order, tmp_path / "film")


@ROWS
def test_a_frame_of_another_size_is_told(row: Format, tmp_path: Path) -> None:
    order = settings(format=row.key, frames=1, width=640, height=360)
    with pytest.raises(FilmError, match=r"1280 x 720 pixels, and the film 640 x 360\. Send it"):
        row.write([encoded(picture(0, settings()))], order, tmp_path / "film")


def test_rows_are_named_by_their_key_and_say_what_they_are_for() -> None:
    for key, row in FORMATS.items():
        assert row.key == key
        assert row.suffix.startswith(".")
        assert row.help.endswith(".")
    assert all(size.width % 2 == size.height % 2 == 0 for size in SIZES.values())
