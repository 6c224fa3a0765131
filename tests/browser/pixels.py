"""What a screenshot shows: its pixels as an array, and where a colour lies on it."""

from __future__ import annotations

import base64
import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[Any]


def pixels(png: bytes | str) -> Pixels:
    """(height, width, 4) of a screenshot, or of a canvas's data address."""
    data = base64.b64decode(png.partition(",")[2]) if isinstance(png, str) else png
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA")).astype(int)


def like(picture: Pixels, color: str, tolerance: int = 60) -> NDArray[np.bool_]:
    """Which pixels have a colour, given as #rrggbb, within a tolerance per channel."""
    rgb = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    near = np.abs(picture[..., :3] - rgb).max(axis=-1) <= tolerance
    return near & (picture[..., 3] > 128)


def middle(found: NDArray[np.bool_], scale: float = 1.0) -> tuple[float, float]:
    """Centre of the smallest box around what was found, in CSS pixels; a disc's own centre."""
    y, x = np.nonzero(found)
    assert len(x), "nothing of that colour is there"
    return (x.min() + x.max() + 1) / 2 / scale, (y.min() + y.max() + 1) / 2 / scale


def apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(np.hypot(a[0] - b[0], a[1] - b[1]))


def variety(picture: Pixels) -> int:
    """How many different colours a picture has."""
    return len(np.unique(picture[..., :3].reshape(-1, 3), axis=0))


def alike(one: str, other: str) -> bool:
    """Whether two PNGs, as data addresses, show the same but for some pixels along edges.

    A camera set twice is the same to fifteen digits, not to the last: the border of a line may
    fall on the next shade, and a dot at a ridge's very edge may count as hidden.
    """
    a, b = pixels(one), pixels(other)
    if a.shape != b.shape:
        return False
    differ = np.abs(a - b).max(axis=-1) > 40
    return float(differ.mean()) < 0.002 and bool((a[..., 3] > 0).any())
