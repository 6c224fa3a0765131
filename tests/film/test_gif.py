"""GIF: one palette, loops for ever, the right length, small where nothing moves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.film import gif, gif_paint, gif_shape
from app.film.errors import FilmError
from app.film.settings import Settings
from surfaces.words import speaking
from tests.film.pictures import encoded, frames, noise, settings


def blocks(body: bytes) -> Iterator[tuple[str, bytes]]:
    """(kind, first bytes) of all blocks after the header. Source: GIF89a specification, W3C."""
    place = 13 + (3 << ((body[10] & 7) + 1) if body[10] & 0x80 else 0)
    while body[place] != 0x3B:
        if body[place] == 0x21:
            yield f"extension {body[place + 1]:02x}", body[place + 3 : place + 19]
            place += 2
        else:
            flags = body[place + 9]
            yield "image", body[place + 1 : place + 10]
            place += 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
        while body[place]:
            place += 1 + body[place]
        place += 1


def written(order: Settings, folder: Path) -> Path:
    path = folder / "film.gif"
    gif.write(frames(order), order, path)
    return path


def test_loops_for_ever_with_one_palette(tmp_path: Path) -> None:
    body = written(settings(frames=5), tmp_path).read_bytes()
    found = list(blocks(body))
    assert body[10] & 0x80  # a palette for all
    images = [data for kind, data in found if kind == "image"]
    assert len(images) == 5
    assert not any(data[8] & 0x80 for data in images)  # none of their own
    loops = [data for kind, data in found if data.startswith(b"NETSCAPE2.0")]
    assert [data[11:15] for data in loops] == [b"\x03\x01\x00\x00"]  # 0 times: for ever


@pytest.mark.parametrize("dither", gif_paint.PAINT)
def test_painting_beside_each_other_changes_nothing(
    dither: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = replace(settings(frames=21, width=320, height=180), options={"dither": dither})
    few = gif_paint.PAINT[dither]
    monkeypatch.setitem(gif_paint.PAINT, dither, replace(few, run=few.run and 4 * 320 * 180))
    beside = written(order, tmp_path).read_bytes()
    at_once = replace(gif_paint.PAINT[dither], run=None)
    monkeypatch.setitem(gif_paint.PAINT, dither, at_once)
    assert written(order, tmp_path).read_bytes() == beside


def test_a_bad_frame_is_named_in_the_readers_language(tmp_path: Path) -> None:
    order = settings(frames=21)
    bodies = [*frames(order)]
    bodies[13] = bodies[13][:200] + bodies[13][300:]
    with speaking("ru"), pytest.raises(FilmError, match="Кадр 13"):
        gif.write(bodies, order, tmp_path / "film.gif")


def test_only_what_moved_is_stored(tmp_path: Path) -> None:
    order = settings(frames=5, width=320, height=180)
    ground = noise(order)
    bodies = []
    for index in range(order.frames):
        image = ground.copy()
        image.paste((255, 255, 255), (50 * index, 0, 50 * index + 20, 20))
        bodies.append(encoded(image, "PNG"))
    gif.write(bodies, order, tmp_path / "film.gif")
    gif.write(bodies[:1], replace(order, frames=1), tmp_path / "one.gif")
    sizes = [(tmp_path / name).stat().st_size for name in ("film.gif", "one.gif")]
    assert sizes[0] < 1.3 * sizes[1]


@pytest.mark.parametrize(("fps", "count"), [(30, 10), (60, 20), (60, 21)])
def test_delays_are_what_browsers_obey(fps: int, count: int, tmp_path: Path) -> None:
    order = settings(fps=fps, frames=count)
    with Image.open(written(order, tmp_path)) as film:
        delays = []
        for index in range(film.n_frames):
            film.seek(index)
            delays.append(film.info["duration"])  # ms
    assert min(delays) >= 20
    assert sum(delays) == pytest.approx(1000 * order.seconds, abs=5.1)


@pytest.mark.parametrize("count", [1, 2, 59, 60, 7200])
@pytest.mark.parametrize("fps", [30, 60])
def test_first_and_last_frame_are_shown(fps: int, count: int) -> None:
    shown = gif_shape.showing(settings(fps=fps, frames=count))
    indices, starts = zip(*shown, strict=True)
    assert indices[0] == 0 or count == 2
    assert indices[-1] == count - 1
    assert all(b - a >= gif_shape.SHORTEST for a, b in pairwise(starts))
    for index, start in shown:
        assert abs(index / fps - start / 100) <= 1 / fps + 0.005


def test_a_colour_that_comes_last_is_in_the_palette(tmp_path: Path) -> None:
    """FFmpeg's `diff` counts the colours that went away: what a walk ends with would not count."""
    order = settings(frames=2, width=320, height=180)
    bodies = [encoded(noise(order)), encoded(Image.new("RGB", (320, 180), (77, 77, 77)))]
    gif.write(bodies, order, tmp_path / "film.gif")
    with Image.open(tmp_path / "film.gif") as film:
        film.seek(1)
        got = np.asarray(film.convert("RGB")).reshape(-1, 3).mean(axis=0)
    np.testing.assert_allclose(got, (77, 77, 77), atol=3)


def test_a_thin_trail_keeps_its_colour(tmp_path: Path) -> None:
    """Its pixels are few, come late and stay; the ground must not take the whole palette."""
    order = settings(frames=10)
    y, x = np.mgrid[0 : order.height, 0 : order.width]
    smooth = np.stack([x * 80 // order.width, y * 200 // order.height, 90 + 0 * x], axis=-1)
    bodies, trail = [], (255, 0, 255)
    for index in range(order.frames):
        image = Image.fromarray(smooth.astype(np.uint8))
        image.paste(trail, (100, 300, 190 + 100 * index, 303))
        bodies.append(encoded(image, "PNG"))
    gif.write(bodies, order, tmp_path / "film.gif")
    with Image.open(tmp_path / "film.gif") as film:
        film.seek(film.n_frames - 1)
        got = np.asarray(film.convert("RGB"))[301, 110:1000].astype(int)
    assert np.abs(got - trail).max() <= 24


def grain(index: int, order: Settings) -> bytes:
    """A frame that is like no other anywhere, and redder than the one before."""
    rng = np.random.default_rng(index)
    pixels = rng.integers(0, 128, (order.height, order.width, 3))
    pixels[..., 0] += 4 * index
    return encoded(Image.fromarray(pixels.astype(np.uint8)))


def test_it_is_made_to_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gif, "MEGABYTE", 100_000)  # bytes
    order = settings(frames=30, width=240, height=135, options={"fit": "5"})
    bodies = [grain(index, order) for index in range(order.frames)]
    gif.write(bodies, replace(order, options={}), tmp_path / "large.gif")
    gif.write(bodies, order, tmp_path / "film.gif")
    large, small = ((tmp_path / name).stat().st_size for name in ("large.gif", "film.gif"))
    assert 50_000 < small <= 500_000 < large
    with Image.open(tmp_path / "film.gif") as film:
        assert film.width / film.height == pytest.approx(16 / 9, rel=0.04)
        times = []
        for index in range(film.n_frames):
            film.seek(index)
            times.append(film.info["duration"])
        last = np.asarray(film.convert("RGB")).mean(axis=(0, 1))
    assert sum(times) == pytest.approx(1000, abs=5)  # ms
    with Image.open(io.BytesIO(bodies[-1])) as expected:
        np.testing.assert_allclose(last, np.asarray(expected).mean(axis=(0, 1)), atol=6)


def test_what_fits_is_left_as_it_is(tmp_path: Path) -> None:
    for name, options in (("any", {}), ("fit", {"fit": "5"})):
        order = settings(frames=5, width=320, height=180, options=options)
        gif.write(frames(order), order, tmp_path / name)
    assert (tmp_path / "any").read_bytes() == (tmp_path / "fit").read_bytes()


def test_what_never_fits_is_told() -> None:
    tried: list[gif_shape.Shape] = []

    def encode(shape: gif_shape.Shape) -> float:
        tried.append(shape)
        return 1e12

    with pytest.raises(FilmError, match=r"does not fit into 5 MB, however small: it has 20 sec"):
        gif_shape.fit(encode, settings(frames=600), 5_000_000)
    assert tried[0].width == 1280


@pytest.mark.parametrize("bytes_a_pixel", [0.01, 0.1, 0.3, 0.9])
def test_the_largest_shape_that_fits_is_found_and_few_are_tried(bytes_a_pixel: float) -> None:
    tried: list[gif_shape.Shape] = []
    order = settings(frames=90)

    def encode(shape: gif_shape.Shape) -> float:
        tried.append(shape)
        return bytes_a_pixel * shape.weight

    gif_shape.fit(encode, order, 5_000_000)
    shapes = [gif_shape.shape_of(order, *rung) for rung in gif_shape.LADDER]
    assert tried[-1] == next(s for s in shapes if bytes_a_pixel * s.weight <= 5_000_000)
    assert len(tried) <= 2


def test_each_dither_is_another_picture(tmp_path: Path) -> None:
    sizes = {}
    y, x = np.mgrid[0:180, 0:320]
    smooth = np.stack([x * 255 // 320, y * 255 // 180, (x + y) * 255 // 500], axis=-1)
    body = encoded(Image.fromarray(smooth.astype(np.uint8)))
    for choice in ("ordered", "diffused", "none"):
        order = settings(frames=2, width=320, height=180, options={"dither": choice})
        gif.write([body] * 2, order, tmp_path / choice)
        sizes[choice] = (tmp_path / choice).stat().st_size
    assert sizes["none"] < sizes["ordered"] < sizes["diffused"]
