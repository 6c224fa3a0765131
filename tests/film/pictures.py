"""Frames to make films of: a dot that moves over a still ground, seeded and cheap."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw

from app.film.settings import Settings

DOT = (230, 25, 75)  # red, green, blue
GROUND = (20, 110, 60)
RADIUS = 24  # pixels
LINK = "http://here/?surface=himmelblau&start=0.2,4.4&rates=0.001,0.01,0.1&steps=30&race=log"


def settings(**changes: object) -> Settings:
    """A small order, changed where a test needs it."""
    plain = {"format": "mp4", "width": 1280, "height": 720, "fps": 30, "frames": 6, "link": LINK}
    return Settings(**(plain | changes))  # type: ignore[arg-type]


def place(index: int, order: Settings) -> tuple[int, int]:
    """Where the dot is in frame `index`, in pixels: at 10 % of the width, later at 90 %."""
    share = 0.1 + 0.8 * index / max(1, order.frames - 1)
    return round(order.width * share), order.height // 2


def picture(index: int, order: Settings) -> Image.Image:
    """Frame `index`."""
    image = Image.new("RGB", (order.width, order.height), GROUND)
    x, y = place(index, order)
    ImageDraw.Draw(image).ellipse((x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS), fill=DOT)
    return image


def noise(order: Settings) -> Image.Image:
    """A picture that nothing makes small."""
    pixels = np.random.default_rng(7).integers(0, 256, (order.height, order.width, 3))
    return Image.fromarray(pixels.astype(np.uint8))


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """`image` as a file. JPEG like a browser's canvas makes it: 4:2:0."""
    file = io.BytesIO()
    plain = {"quality": 92, "subsampling": 2} if kind == "JPEG" else {}
    image.save(file, kind, **(plain | options))  # type: ignore[arg-type]
    return file.getvalue()


def frames(order: Settings) -> list[bytes]:
    """All frames, as JPEG files."""
    return [encoded(picture(index, order)) for index in range(order.frames)]
