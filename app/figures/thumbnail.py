"""A thumbnail: one mountain as a small picture, for the gallery. numpy and Pillow, no plotly."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor

from app.figures.ground import ground, shares
from app.figures.look import LOOKS, Look
from surfaces import Array, get_surface

Pixels = NDArray[np.uint8]

WIDTH, HEIGHT = 192, 144  # px
TALL = 0.34  # of the picture's height, for the highest place
DEEP = 0.58  # of the picture's height, from the front edge to the back one
NARROW = 0.72  # width of the back edge, in units of the front one
SUN = 5.0  # how much a slope towards the west is lit


@lru_cache(maxsize=256)  # of about 15 kB each
def thumbnail(key: str, look: str = "terrain") -> bytes:
    """The mountain of a catalogue surface, seen from the south and above, as PNG.

    UnknownSurface, a sentence, when there is none of that key.
    """
    heights = shares(ground(get_surface(key))).astype(float)
    picture = Image.fromarray(_painted(heights, LOOKS[look]))
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _painted(heights: Array, look: Look) -> Pixels:
    """Rows of the ground from the back to the front, each hiding what is behind it: RGBA."""
    pixels = np.zeros((HEIGHT, WIDTH, 4), dtype=np.uint8)
    below = np.arange(HEIGHT)[:, None]
    colours, cells = _coloured(heights, look), len(heights)
    for row in range(cells - 1, -1, -1):
        near = 1 - row / (cells - 1)
        reach = WIDTH / 2 * (NARROW + (1 - NARROW) * near) * 0.98
        across = (np.arange(WIDTH) - WIDTH / 2 + reach) / (2 * reach) * (cells - 1)
        there = (across >= 0) & (across <= cells - 1)
        column = np.clip(np.rint(across), 0, cells - 1).astype(int)
        base = HEIGHT * (1 - DEEP + (DEEP - 0.04) * near)
        top = base - TALL * HEIGHT * heights[row, column] * (NARROW + (1 - NARROW) * near)
        covered = (below >= top) & (below <= base + 1) & there
        pixels[covered] = np.broadcast_to(colours[row, column], pixels.shape)[covered]
    return pixels


def _coloured(heights: Array, look: Look) -> Pixels:
    """The look's colours, lit from the west: (cells, cells, 4)."""
    stops, names = zip(*look.ground, strict=True)
    table = np.array([ImageColor.getrgb(name) for name in names], dtype=float)
    rgb = np.stack([np.interp(heights, stops, channel) for channel in table.T], axis=-1)
    light = np.clip(1 + SUN * np.gradient(heights, axis=1), 0.6, 1.3)
    lit = np.clip(rgb * light[..., None], 0, 255)
    return np.dstack([lit, np.full(heights.shape, 255.0)]).astype(np.uint8)
