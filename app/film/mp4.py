"""Frames -> MP4: H.264 that PowerPoint, Keynote and browsers play."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream

from app.film.colour import Converter, film_filters
from app.film.errors import FilmError
from app.film.picture import Decoder
from app.film.settings import Settings

QUALITY = {"preset": "veryfast", "crf": "18", "profile": "high"}
THREADS = 2  # as quick as x264's own choice here, and the browser draws on the same cores
KEY_FRAME_S = 2  # seconds between frames a player can jump to


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` (JPEG or PNG files, in order) to `path`. FilmError on a damaged frame."""
    _check_even(settings)
    decoder, converter = Decoder(settings), Converter(film_filters)
    # faststart: the index stands first, so a browser plays before it has everything
    with av.open(path, "w", format="mp4", options={"movflags": "+faststart"}) as film:
        stream = _stream(film, settings)
        for index, body in enumerate(frames):
            frame = converter.convert(decoder.decode(body, index))
            frame.pts, frame.time_base = index, Fraction(1, settings.fps)
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))


def _check_even(settings: Settings) -> None:
    if settings.width % 2 or settings.height % 2:
        raise FilmError(
            f"An MP4 needs an even width and height, not {settings.width} x {settings.height}. "
            "Choose a size one pixel smaller."
        )


def _stream(film: OutputContainer, settings: Settings) -> VideoStream:
    stream = film.add_stream("libx264", rate=settings.fps, options=QUALITY)
    stream.width, stream.height, stream.pix_fmt = settings.width, settings.height, "yuv420p"
    codec = stream.codec_context
    codec.thread_count = THREADS
    codec.gop_size = KEY_FRAME_S * settings.fps
    # said aloud, for players that would otherwise guess from the size
    codec.color_range = ColorRange.MPEG
    codec.colorspace = Colorspace.ITU709
    codec.color_primaries = ColorPrimaries.BT709
    codec.color_trc = ColorTrc.BT709
    return stream
