"""Every row of FILMS, whatever it is: the file it makes can be read, and shows the frames."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.film.errors import FilmError
from app.film.formats import FILMS, FORMATS
from app.film.kinds import Film
from app.film.options import OPTIONS, Option
from app.film.settings import RATES, SIZES, Settings, Size, custom
from tests.film.pictures import DOT, GROUND, RADIUS, encoded, frames, picture, place, settings
from tests.film.reading import pictures, seconds

ROWS = pytest.mark.parametrize(  # a drawing is not made of pixels: test_svg.py has it
    "row", [row for row in FILMS.values() if not row.vector], ids=lambda row: row.key
)
MOVING = pytest.mark.parametrize(
    "row", [row for row in FILMS.values() if not row.single], ids=lambda row: row.key
)
TIMED = pytest.mark.parametrize(
    "row",
    [row for row in FILMS.values() if not row.single and row.suffix not in (".zip", ".pptx")],
    ids=lambda row: row.key,
)


def made(row: Film, folder: Path, **changes: object) -> tuple[Settings, list[np.ndarray], Path]:
    """A film of the moving dot, and its frames read back as (height, width, 3) arrays."""
    order = settings(format=row.key, **({"frames": 1} if row.single else {}) | changes)
    path = folder / f"film{row.suffix}"
    row.write(frames(order), order, path)
    return order, pictures(path), path


@ROWS
@pytest.mark.parametrize("size", [*SIZES.values(), custom(500, 900), custom(130, 64)], ids=str)
def test_every_format_at_every_size(row: Film, size: Size, tmp_path: Path) -> None:
    _, pixels, _ = made(row, tmp_path, width=size.width, height=size.height)
    assert all(frame.shape == (size.height, size.width, 3) for frame in pixels)


@ROWS
def test_first_and_last_frame_show_the_dot_in_its_colour(row: Film, tmp_path: Path) -> None:
    order, pixels, _ = made(row, tmp_path)
    for index in (0, -1):
        x, y = place(index % order.frames, order)
        np.testing.assert_allclose(pixels[index][y, x], DOT, atol=6)
        np.testing.assert_allclose(pixels[index][y - 3 * RADIUS, x], GROUND, atol=6)


@MOVING
def test_all_frames_are_there_and_differ(row: Film, tmp_path: Path) -> None:
    order, pixels, _ = made(row, tmp_path)
    assert len(pixels) == order.frames
    assert all(np.abs(a.astype(int) - b).max() > 100 for a, b in pairwise(pixels))


@TIMED
@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("count", [1, 7, 20])
def test_a_film_is_as_long_as_it_should_be(row: Film, fps: int, count: int, tmp_path: Path) -> None:
    order, _, path = made(row, tmp_path, fps=fps, frames=count)
    if count == 1 and row.suffix in (".webp", ".apng"):
        assert seconds(path) == 0  # one frame is a picture that stands still
        return
    # a GIF counts in 1/100 s, and shows nothing for less than 2 of these
    assert seconds(path) == pytest.approx(max(order.seconds, 0.02), abs=0.0051)


@ROWS
def test_png_frames_show_what_they_hold(row: Film, tmp_path: Path) -> None:
    """FFmpeg's PNG decoder adds a frame to the one before, unless told that it is whole."""
    order = settings(format=row.key, frames=3 - 2 * row.single)
    bodies = [encoded(picture(0, order), "PNG")] * order.frames
    row.write(bodies, order, tmp_path / "film")
    for frame in pictures(tmp_path / "film"):
        expected = np.asarray(picture(0, order)).mean((0, 1))
        np.testing.assert_allclose(frame.mean(axis=(0, 1)), expected, atol=4)


@ROWS
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "1"])
def test_png_frames_of_every_kind_are_taken(row: Film, mode: str, tmp_path: Path) -> None:
    order = settings(format=row.key, frames=1)
    image = picture(0, order).convert(mode)
    row.write([encoded(image, "PNG")], order, tmp_path / "film")
    got = pictures(tmp_path / "film")[0]
    x, y = place(0, order)
    expected = np.asarray(image.convert("RGB"))
    tolerance = 255 if mode in "P1" else 8  # a dithered dot has no colour of its own
    np.testing.assert_allclose(got[y, x], expected[y, x], atol=tolerance)
    np.testing.assert_allclose(got.mean(axis=(0, 1)), expected.mean(axis=(0, 1)), atol=6)


@ROWS
@pytest.mark.parametrize("options", [{"subsampling": 0}, {"subsampling": 1}, {"progressive": True}])
def test_jpeg_frames_of_every_kind_are_taken(
    row: Film, options: dict[str, object], tmp_path: Path
) -> None:
    order = settings(format=row.key, frames=2 - row.single)
    mixed = [encoded(picture(0, order), **options), encoded(picture(1, order).convert("L"))]
    row.write(mixed[: order.frames], order, tmp_path / "film")
    first, *others = pictures(tmp_path / "film")
    x, y = place(0, order)
    np.testing.assert_allclose(first[y, x], DOT, atol=8)
    for other in others:  # the grey one
        assert np.ptp(other[y + 100, x].astype(int)) <= 8


@ROWS
def test_a_damaged_frame_is_told(row: Film, tmp_path: Path) -> None:
    order = settings(format=row.key, frames=1)
    body = encoded(picture(0, order), "PNG")
    damaged = body[:100] + bytes(len(body) - 112) + body[-12:]
    with pytest.raises(FilmError, match=r"^Frame 0: the picture is damaged\. Send it again\.$"):
        row.write([damaged], order, tmp_path / "film")


@ROWS
def test_a_frame_of_another_size_is_told(row: Film, tmp_path: Path) -> None:
    order = settings(format=row.key, frames=1, width=640, height=360)
    with pytest.raises(FilmError, match=r"1280 x 720 pixels, and the film 640 x 360\. Send it"):
        row.write([encoded(picture(0, settings()))], order, tmp_path / "film")


def test_rows_are_named_by_their_key_and_say_what_they_are_for() -> None:
    for key, row in FORMATS.items():
        assert row.key == key
        assert row.suffix.startswith(".")
        assert row.help.endswith(".")
    assert all(size.width % 2 == size.height % 2 == 0 for size in SIZES.values())
    for row in FILMS.values():
        choices = set(row.options[0].choices) if len(row.weights) > 1 else set(row.weights)
        assert set(row.weights) == choices, row.key


def test_options_say_what_they_are_for() -> None:
    for key, option in OPTIONS.items():
        assert option.key == key
        assert option.default in option.choices
        assert option.help.endswith(".")
    assert {option.key for row in FILMS.values() for option in row.options} == set(OPTIONS)


CHOICES = [
    (row, option, choice)
    for row in FILMS.values()
    for option in row.options
    for choice in option.choices
    if option.key != "scale" and not row.vector
]


@pytest.mark.parametrize(
    ("row", "option", "choice"), CHOICES, ids=[f"{r.key}-{o.key}-{c}" for r, o, c in CHOICES]
)
def test_whatever_is_chosen_the_dot_moves(
    row: Film, option: Option, choice: str, tmp_path: Path
) -> None:
    order, pixels, _ = made(row, tmp_path, options={option.key: choice}, width=320, height=180)
    assert len(pixels) == order.frames
    for index in (0, -1):
        x, y = place(index % order.frames, order)
        np.testing.assert_allclose(pixels[index][y, x], DOT, atol=12)


@pytest.mark.parametrize("key", ["mp4", "webm", "webp"])
def test_better_quality_is_nearer_to_the_frames_and_larger(key: str, tmp_path: Path) -> None:
    sizes, errors = [], []
    y, x = np.mgrid[0:180, 0:320]
    waves = np.stack([127 + 100 * np.sin(x * y / k) for k in (700, 900, 1100)], axis=-1)
    body = encoded(Image.fromarray(waves.astype(np.uint8)), "PNG")
    for choice in ("small", "good", "best"):
        path = tmp_path / choice
        order = settings(format=key, frames=3, width=320, height=180, options={"quality": choice})
        FILMS[key].write([body] * 3, order, path)
        sizes.append(path.stat().st_size)
        errors.append(np.abs(pictures(path)[-1] - waves).mean())
    assert sizes == sorted(sizes) and errors == sorted(errors, reverse=True)
