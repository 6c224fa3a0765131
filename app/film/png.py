"""One frame -> PNG, without loss and as small as it gets."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

from app.film.picture import Decoder
from app.film.settings import Settings


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Write the first of `frames` to `path`. FilmError when it is damaged or of another size."""
    body = next(iter(frames))
    Decoder(settings).decode(body, 0)  # Pillow lets damaged pictures pass, as grey or black
    with Image.open(io.BytesIO(body)) as picture:
        smallest(picture).save(path, format="PNG", optimize=True)


def smallest(picture: Image.Image) -> Image.Image:
    """The same pixels in fewer bytes: no alpha where all is opaque, a palette for few colours."""
    pixels = picture.convert("RGBA")
    if pixels.getchannel("A").getextrema() != (255, 255):
        return pixels
    opaque = pixels.convert("RGB")
    return opaque if opaque.getcolors(256) is None else _indexed(opaque)


def _indexed(picture: Image.Image) -> Image.Image:
    """`picture`, which has at most 256 colours, with exactly these as its palette."""
    pixels = np.asarray(picture).reshape(-1, 3)
    colours, index = np.unique(pixels, axis=0, return_inverse=True)
    indexed = Image.fromarray(index.astype(np.uint8).reshape(picture.size[::-1]), mode="P")
    indexed.putpalette(colours.astype(np.uint8).tobytes())
    return indexed
