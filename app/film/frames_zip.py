"""Frames -> a zip of numbered PNGs, for LaTeX and for film editors, with a README that says how."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from app.film.picture import Decoder, kind_of
from app.film.settings import Settings
from surfaces.words import gettext as _
from surfaces.words import ngettext, numeral

README = """{about}

{latex}

\\animategraphics[controls, loop, width=\\linewidth]{{{fps}}}{{frames/frame-}}{{{first}}}{{{last}}}

{ffmpeg}

ffmpeg -framerate {fps} -start_number 1 -i frames/frame-%0{digits}d.png film.mkv
"""


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Write all `frames` to `path`, PNG as they came. FilmError on a damaged frame."""
    decoder, digits = Decoder(settings), len(str(settings.frames))
    with zipfile.ZipFile(path, "w") as folder:  # pictures are small already: stored as they are
        folder.writestr(_entry("README.txt"), _readme(settings, digits))
        for index, body in enumerate(frames):
            decoder.decode(body, index)
            folder.writestr(_entry(f"frames/frame-{index + 1:0{digits}}.png"), _as_png(body, index))


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time of day: the same film is the same file."""
    return zipfile.ZipInfo(name)


def _as_png(body: bytes, index: int) -> bytes:
    if kind_of(body, index).codec == "png":
        return body
    file = io.BytesIO()
    with Image.open(io.BytesIO(body)) as picture:
        picture.save(file, "PNG")
    return file.getvalue()


def _readme(settings: Settings, digits: int) -> str:
    return README.format(
        about=ngettext(
            "{n} frame of {size} pixels, {fps} a second: {seconds} seconds.",
            "{n} frames of {size} pixels, {fps} a second: {seconds} seconds.",
            settings.frames,
            size=f"{settings.width} x {settings.height}",
            fps=settings.fps,
            seconds=numeral(f"{settings.seconds:g}"),
        ),
        latex=_("In LaTeX, with this folder beside the document and \\usepackage{animate}:"),
        ffmpeg=_("With FFmpeg:"),
        fps=settings.fps,
        first=f"{1:0{digits}}",
        last=settings.frames,
        digits=digits,
    )
