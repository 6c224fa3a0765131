"""Frames -> GIF: one palette for the whole film, only what moved is stored.

Two passes: the first counts colours while frames arrive, the second paints with the palette found.
All pixels of a frame are counted (`full`): FFmpeg's `diff` counts the colours that went away, so
those that come and stay, as trails do, are not in its palette. Frames from all over the film are
counted, not all: colours move slowly. The ordered dither stands still and costs no bytes where
nothing moves: error diffusion made files 2 to 3 times as large and took 3 times as long, no dither
left broad bands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import av
from av.container import OutputContainer
from av.filter import Graph
from av.video.stream import VideoStream

from app.film.colour import Converter, picture_filters
from app.film.gif_shape import TICK, Shape, fit, shape_of
from app.film.options import DITHER, FIT, LOOP
from app.film.picture import Decoder
from app.film.settings import Settings

PALETTE = "stats_mode=full"
COUNTED = 16  # frames at least that the palette is made from, where there are as many
PAINT = {
    "ordered": "dither=bayer:bayer_scale=3:diff_mode=rectangle",
    "diffused": "dither=sierra2_4a:diff_mode=rectangle",
    "none": "dither=none:diff_mode=rectangle",
}
REPEATS = {"forever": "0", "once": "-1", "thrice": "2"}  # after the first time; 0 is for ever
MEGABYTE = 1000**2


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` to `path`. Goes through `frames` twice: a list will do, a generator not.

    Where the file must fit, it goes through them again for each size it tries. FilmError when none
    fits.
    """
    palette = _palette(frames, settings)
    if FIT.chosen(settings.options) == "any":
        _encode(frames, settings, shape_of(settings), palette, path)
        return
    most = int(FIT.chosen(settings.options)) * MEGABYTE
    fit(lambda shape: _encode(frames, settings, shape, palette, path, most=most), settings, most)


def _encode(
    frames: Iterable[bytes],
    settings: Settings,
    shape: Shape,
    palette: av.VideoFrame,
    path: Path,
    *,
    most: float = float("inf"),
) -> float:
    """The film in one shape; its bytes. Beyond `most` it stops, and says how many it might be."""
    loop = REPEATS[LOOP.chosen(settings.options)]
    options = {"loop": loop, "final_delay": str(shape.final_delay)}
    done = 0
    with av.open(path, "w", format="gif", options=options) as film:
        stream = _stream(film, shape)
        pictures = zip(shape.times, _pictures(frames, settings, shape), strict=True)
        for frame in _painted(pictures, palette, settings, shape):
            film.mux(stream.encode(frame))
            done += 1
            if path.stat().st_size > most:
                break
        film.mux(stream.encode(None))
    return path.stat().st_size * len(shape.times) / done


def _pictures(frames: Iterable[bytes], settings: Settings, shape: Shape) -> Iterator[av.VideoFrame]:
    """The frames shown, in bgra."""
    decoder = Decoder(settings)
    converter = Converter(picture_filters("bgra", (shape.width, shape.height)))
    for index, body in enumerate(frames):
        if index in shape.shown:
            yield converter.convert(decoder.decode(body, index))


def _palette(frames: Iterable[bytes], settings: Settings) -> av.VideoFrame:
    """The colours of frames from all over the film as one frame of 16 x 16 pixels."""
    decoder, converter = Decoder(settings), Converter(picture_filters("bgra"))
    graph = Graph()
    source = graph.add_buffer(**_bgra(settings.width, settings.height))
    graph.link_nodes(source, graph.add("palettegen", PALETTE), graph.add("buffersink")).configure()
    last, apart = settings.frames - 1, max(1, settings.frames // COUNTED)
    for index, body in enumerate(frames):
        if (last - index) % apart == 0:  # the last one has the longest trails
            graph.vpush(converter.convert(decoder.decode(body, index)))
            list(_pull(graph))  # nothing comes yet, but the graph works only when it is asked
    graph.vpush(None)
    return graph.vpull()


def _painted(
    pictures: Iterator[tuple[int, av.VideoFrame]],
    palette: av.VideoFrame,
    settings: Settings,
    shape: Shape,
) -> Iterator[av.VideoFrame]:
    """(tick, frame) pairs -> the frames in the colours of `palette`, each at its tick."""
    graph = _painter(palette, shape, PAINT[DITHER.chosen(settings.options)])
    for tick, picture in pictures:
        picture.pts, picture.time_base = tick, TICK
        graph.push(picture, at=0)
        yield from _pull(graph)
    graph.push(None, at=0)
    yield from _pull(graph)


def _painter(palette: av.VideoFrame, shape: Shape, how: str) -> Graph:
    graph = Graph()
    pictures = graph.add_buffer(**_bgra(shape.width, shape.height), name="pictures")
    colours = graph.add_buffer(**_bgra(palette.width, palette.height), name="colours")
    paint = graph.add("paletteuse", how)
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


def _stream(film: OutputContainer, shape: Shape) -> VideoStream:
    stream = film.add_stream("gif", rate=int(1 / TICK))
    stream.width, stream.height, stream.pix_fmt = shape.width, shape.height, "pal8"
    stream.codec_context.time_base = TICK
    return stream
