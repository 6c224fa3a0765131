"""Frames -> the colours of one palette, on all processors at a time.

Painting takes longer than all else about a GIF. A colour goes by a pixel's own colour and place,
with the ordered dither as with none, so runs of frames can be painted beside each other; error
diffusion goes by the frame before as well, and is one run.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import av
from av.filter import Graph

from app.film.colour import Converter, picture_filters
from app.film.gif_shape import TICK, Shape
from app.film.options import DITHER
from app.film.picture import Decoder
from app.film.settings import Settings

WORKERS = min(os.cpu_count() or 1, 4)
RUN = 24 * 1280 * 720  # pixels, a byte each, of frames in a row: the first is painted whole
Frame = tuple[int, int, bytes]  # the tick it appears at, its number in the film, its picture
Part = TypeVar("Part")
Done = TypeVar("Done")


@dataclass(frozen=True)
class Paint:
    """How FFmpeg's `paletteuse` paints, and how many pixels in a row (None: all of them)."""

    how: str
    run: int | None = RUN


PAINT = {
    "ordered": Paint("dither=bayer:bayer_scale=3:diff_mode=rectangle"),
    "diffused": Paint("dither=sierra2_4a:diff_mode=rectangle", run=None),
    "none": Paint("dither=none:diff_mode=rectangle"),
}


def painted(
    frames: Iterable[bytes], palette: av.VideoFrame, settings: Settings, shape: Shape
) -> Iterator[av.VideoFrame]:
    """The frames shown in the colours of `palette`, each at its tick. FilmError for a bad one."""
    paint = PAINT[DITHER.chosen(settings.options)]
    shown = (frame for frame in enumerate(frames) if frame[0] in shape.shown)
    timed = ((tick, *frame) for tick, frame in zip(shape.times, shown, strict=True))
    count = paint.run and max(paint.run // (shape.width * shape.height), 1)
    runs = iter(lambda: list(islice(timed, count)), [])
    for run in _beside(partial(_painted_run, palette, settings, shape, paint.how), runs):
        yield from run


def _beside(work: Callable[[Part], Done], parts: Iterable[Part]) -> Iterator[Done]:
    """`work` done on each part, in their order; only a few are done ahead of who asks."""
    waiting: deque[Future[Done]] = deque()
    pool = ThreadPoolExecutor(WORKERS)
    try:
        for part in parts:
            waiting.append(pool.submit(copy_context().run, work, part))  # in the same language
            if len(waiting) > WORKERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _painted_run(
    palette: av.VideoFrame, settings: Settings, shape: Shape, how: str, run: Iterable[Frame]
) -> list[av.VideoFrame]:
    decoder = Decoder(settings)
    converter = Converter(picture_filters("bgra", (shape.width, shape.height)))
    graph = _painter(palette, shape, how)
    done: list[av.VideoFrame] = []
    for tick, index, body in run:
        picture = converter.convert(decoder.decode(body, index))
        picture.pts, picture.time_base = tick, TICK
        graph.push(picture, at=0)
        done += pulled(graph)
    graph.push(None, at=0)
    return done + list(pulled(graph))


def _painter(palette: av.VideoFrame, shape: Shape, how: str) -> Graph:
    graph = Graph()
    pictures = graph.add_buffer(**bgra(shape.width, shape.height), name="pictures")
    colours = graph.add_buffer(**bgra(palette.width, palette.height), name="colours")
    paint = graph.add("paletteuse", how)
    pictures.link_to(paint, 0, 0)
    colours.link_to(paint, 0, 1)
    paint.link_to(graph.add("buffersink"))
    graph.configure()
    palette.pts, palette.time_base = 0, TICK
    graph.push(palette, at=1)
    graph.push(None, at=1)
    return graph


def pulled(graph: Graph) -> Iterator[av.VideoFrame]:
    """What is ready; a filter holds some frames back until the next comes."""
    while True:
        try:
            frame = graph.vpull()
        except (BlockingIOError, EOFError):
            return
        frame.time_base = TICK
        yield frame


def bgra(width: int, height: int) -> dict[str, Any]:
    """What a graph's source of such pictures is told."""
    return {"width": width, "height": height, "format": "bgra", "time_base": TICK}
