"""Frames -> one film by FFmpeg, while they arrive: what its codecs have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream

from app.film.colour import Converter, Filters, film_filters
from app.film.picture import Decoder
from app.film.settings import Settings

THREADS = 2  # as quick as x264's own choice here, and the browser draws on the same cores
KEY_FRAME_S = 2  # seconds between frames a player can jump to


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How one kind of film is made; every word is FFmpeg's."""

    container: str
    codec: str
    pixels: str  # the format of the frames that the codec takes
    filters: Callable[[str], Filters] = film_filters  # from any pixel format to it
    options: Mapping[str, str] = field(default_factory=dict)  # of the codec
    container_options: Mapping[str, str] = field(default_factory=dict)


def encode(frames: Iterable[bytes], settings: Settings, path: Path, recipe: Recipe) -> None:
    """Encode `frames` (JPEG or PNG files, in order) to `path`. FilmError on a damaged frame."""
    decoder, converter = Decoder(settings), Converter(recipe.filters)
    options = dict(recipe.container_options)
    with av.open(path, "w", format=recipe.container, options=options) as film:
        stream = _stream(film, settings, recipe)
        for index, body in enumerate(frames):
            frame = converter.convert(decoder.decode(body, index))
            frame.pts, frame.time_base = index, Fraction(1, settings.fps)
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))


def _stream(film: OutputContainer, settings: Settings, recipe: Recipe) -> VideoStream:
    stream: VideoStream = film.add_stream(  # type: ignore[assignment]  # all codecs here are video
        recipe.codec, rate=settings.fps, options=dict(recipe.options)
    )
    stream.width, stream.height, stream.pix_fmt = settings.width, settings.height, recipe.pixels
    codec = stream.codec_context
    codec.thread_count = THREADS
    codec.gop_size = KEY_FRAME_S * settings.fps
    if recipe.filters is film_filters:  # said aloud, for players that would guess from the size
        codec.color_range = ColorRange.MPEG
        codec.colorspace = Colorspace.ITU709
        codec.color_primaries = ColorPrimaries.BT709
        codec.color_trc = ColorTrc.BT709
    return stream
