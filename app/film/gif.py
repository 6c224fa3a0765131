"""Frames -> GIF: one palette for the whole film, only what moved is stored.

Two passes: the first counts colours while frames arrive, the second paints with the palette found.
All pixels of a frame are counted (`full`): FFmpeg's `diff` counts the colours that went away, so
those that come and stay, as trails do, are not in its palette. Frames from all over the film are
counted, not all: colours move slowly. The ordered dither stands still and costs no bytes where
nothing moves: error diffusion made files 2 to 3 times as large and took 3 times as long, no dither
left broad bands.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import av
from av.container import OutputContainer
from av.filter import Graph
from av.video.stream import VideoStream

from app.film.colour import Converter, picture_filters
from app.film.gif_paint import bgra, painted, pulled
from app.film.gif_shape import TICK, Shape, fit, shape_of
from app.film.options import FIT, LOOP
from app.film.picture import Decoder
from app.film.settings import Settings

PALETTE = "stats_mode=full"
COUNTED = 16  # frames at least that the palette is made from, where there are as many
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
        for frame in painted(frames, palette, settings, shape):
            film.mux(stream.encode(frame))
            done += 1
            if path.stat().st_size > most:
                break
        film.mux(stream.encode(None))
    return path.stat().st_size * len(shape.times) / done


def _palette(frames: Iterable[bytes], settings: Settings) -> av.VideoFrame:
    """The colours of frames from all over the film as one frame of 16 x 16 pixels."""
    decoder, converter = Decoder(settings), Converter(picture_filters("bgra"))
    graph = Graph()
    source = graph.add_buffer(**bgra(settings.width, settings.height))
    graph.link_nodes(source, graph.add("palettegen", PALETTE), graph.add("buffersink")).configure()
    last, apart = settings.frames - 1, max(1, settings.frames // COUNTED)
    for index, body in enumerate(frames):
        if (last - index) % apart == 0:  # the last one has the longest trails
            graph.vpush(converter.convert(decoder.decode(body, index)))
            list(pulled(graph))  # nothing comes yet, but the graph works only when it is asked
    graph.vpush(None)
    return graph.vpull()


def _stream(film: OutputContainer, shape: Shape) -> VideoStream:
    stream = film.add_stream("gif", rate=int(1 / TICK))
    stream.width, stream.height, stream.pix_fmt = shape.width, shape.height, "pal8"
    stream.codec_context.time_base = TICK
    return stream
