"""Frames -> GIF: one palette for the whole film, only what moved is stored, loops for ever.

Two passes: the first counts colours while frames arrive, the second paints with the palette found.
All pixels of all frames are counted (`full`): FFmpeg's `diff` counts the colours that went away, so
those that come and stay, as trails do, are not in its palette. The ordered dither stands still and
costs no bytes where nothing moves: error diffusion made files 2 to 3 times as large and took 3
times as long, no dither left broad bands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

import av
from av.container import OutputContainer
from av.filter import Graph
from av.video.stream import VideoStream

from app.film.colour import Converter, rgb_filters
from app.film.picture import Decoder
from app.film.settings import Settings

TICK = Fraction(1, 100)  # seconds: a GIF counts time in these
SHORTEST = 2  # ticks: browsers show a shorter frame ten times as long
PALETTE = "stats_mode=full"
PAINT = "dither=bayer:bayer_scale=3:diff_mode=rectangle"


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` to `path`. Goes through `frames` twice: a list will do, a generator not."""
    palette = _palette(_pictures(frames, settings), settings)
    times = [start for _, start in showing(settings)]
    final = max(SHORTEST, _ticks(settings.frames, settings.fps) - times[-1])
    options = {"loop": "0", "final_delay": str(final)}
    with av.open(path, "w", format="gif", options=options) as film:
        stream = _stream(film, settings)
        pictures = zip(times, _pictures(frames, settings), strict=True)
        for frame in _painted(pictures, palette, settings):
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))


def showing(settings: Settings) -> list[tuple[int, int]]:
    """(frame, the tick it appears at) of all frames shown.

    Above 50 frames a second some are left out, so that the film is as long as it should be. The
    last one is always shown: it is where the walk ends.
    """
    step = ceil(settings.fps * SHORTEST * TICK)
    shown = list(range(0, settings.frames, step))
    starts = [_ticks(index, settings.fps) for index in shown]
    shown[-1] = settings.frames - 1
    return list(zip(shown, starts, strict=True))


def _ticks(frame: int, fps: int) -> int:
    return round(frame / (fps * TICK))


def _pictures(frames: Iterable[bytes], settings: Settings) -> Iterator[av.VideoFrame]:
    """The frames shown, in bgra."""
    decoder, converter = Decoder(settings), Converter(rgb_filters)
    shown = {index for index, _ in showing(settings)}
    for index, body in enumerate(frames):
        if index in shown:
            yield converter.convert(decoder.decode(body, index))


def _palette(pictures: Iterator[av.VideoFrame], settings: Settings) -> av.VideoFrame:
    """The colours of all `pictures` as one frame of 16 x 16 pixels."""
    graph = Graph()
    source = graph.add_buffer(**_bgra(settings.width, settings.height))
    graph.link_nodes(source, graph.add("palettegen", PALETTE), graph.add("buffersink")).configure()
    for picture in pictures:
        graph.vpush(picture)
        list(_pull(graph))  # nothing comes yet, but the graph works only when it is asked
    graph.vpush(None)
    return graph.vpull()


def _painted(
    pictures: Iterator[tuple[int, av.VideoFrame]], palette: av.VideoFrame, settings: Settings
) -> Iterator[av.VideoFrame]:
    """(tick, frame) pairs -> the frames in the colours of `palette`, each at its tick."""
    graph = _painter(palette, settings)
    for tick, picture in pictures:
        picture.pts, picture.time_base = tick, TICK
        graph.push(picture, at=0)
        yield from _pull(graph)
    graph.push(None, at=0)
    yield from _pull(graph)


def _painter(palette: av.VideoFrame, settings: Settings) -> Graph:
    graph = Graph()
    pictures = graph.add_buffer(**_bgra(settings.width, settings.height), name="pictures")
    colours = graph.add_buffer(**_bgra(palette.width, palette.height), name="colours")
    paint = graph.add("paletteuse", PAINT)
    pictures.link_to(paint, 0, 0)
    colours.link_to(paint, 0, 1)
    paint.link_to(graph.add("buffersink"))
    graph.configure()
    palette.pts, palette.time_base = 0, TICK
    graph.push(palette, at=1)
    graph.push(None, at=1)
    return graph


def _pull(graph: Graph) -> Iterator[av.VideoFrame]:
    """What is ready; the filter holds some frames back until the next comes."""
    while True:
        try:
            frame = graph.vpull()
        except (BlockingIOError, EOFError):
            return
        frame.time_base = TICK
        yield frame


def _bgra(width: int, height: int) -> dict[str, Any]:
    return {"width": width, "height": height, "format": "bgra", "time_base": TICK}


def _stream(film: OutputContainer, settings: Settings) -> VideoStream:
    stream = film.add_stream("gif", rate=int(1 / TICK))
    stream.width, stream.height, stream.pix_fmt = settings.width, settings.height, "pal8"
    stream.codec_context.time_base = TICK
    return stream
