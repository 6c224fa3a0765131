"""Settings: the size, the rate and the length of a film."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from surfaces.words import N_


@dataclass(frozen=True, kw_only=True)
class Size:
    """A size that films can have, in pixels. Both are even: H.264 stores colour by 2 x 2 blocks."""

    key: str
    name: str  # as the menu shows it
    width: int
    height: int
    odd: str = ""  # as it was typed, where that was made even


SIZES: dict[str, Size] = {
    size.key: size
    for size in (
        Size(key="720p", name=N_("HD, 1280 x 720"), width=1280, height=720),
        Size(key="1080p", name=N_("Full HD, 1920 x 1080"), width=1920, height=1080),
        Size(key="square", name=N_("Square, 1080 x 1080"), width=1080, height=1080),
    )
}

CUSTOM, CUSTOM_NAME = "custom", N_("Custom")  # a size of one's own, in the menu
LEAST = 64  # pixels of either side
MOST_WIDTH, MOST_HEIGHT = 3840, 2160
FINEST_WIDTH, FINEST_HEIGHT = 7680, 4320  # of a picture that is drawn several times as fine


def custom(width: int, height: int) -> Size:
    """A size of one's own, without its odd pixels; ValueError when it is out of bounds."""
    even = width - width % 2, height - height % 2
    if not (LEAST <= even[0] <= MOST_WIDTH and LEAST <= even[1] <= MOST_HEIGHT):
        raise ValueError(f"{width} x {height}")
    odd = "" if even == (width, height) else f"{width} x {height}"
    return Size(key=CUSTOM, name=CUSTOM_NAME, width=even[0], height=even[1], odd=odd)


def finest(width: int, height: int) -> int:
    """How many times as fine a size can be drawn."""
    return min(FINEST_WIDTH // width, FINEST_HEIGHT // height)


RATES: dict[int, str] = {  # frames per second -> name in the menu
    24: N_("24 frames a second"),
    25: N_("25 frames a second"),
    30: N_("30 frames a second"),
    50: N_("50 frames a second"),
    60: N_("60 frames a second"),
}
USUAL_RATE = 30

MOST_FRAMES = 250_000  # an hour at 60 frames a second, and all that can stand still
HELD_FRAMES = 7200  # of a file that is held whole until its end, in memory or on disk: 1 GB or so
MANY_FRAMES = 1800  # beyond these there is a question before it begins


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One film as it was ordered; `order.read_order` checks what comes from a page."""

    format: str  # a key of FORMATS
    width: int  # pixels
    height: int  # pixels
    fps: int  # frames per second
    frames: int
    films: int = 1  # that stand in the frames one after another, all equally long
    options: Mapping[str, str] = field(default_factory=dict)  # of OPTIONS, chosen for this film
    name: str = "fall-line"  # of the file handed back, without its suffix
    link: str = ""  # the address of a page that shows the climb, for files that tell of it
    look: str = "terrain"  # a key of LOOKS, for what such files draw by themselves
    title: str = ""  # of one's own, for files that tell of the climb; none: the surface's name
    walker: int = 0  # who is in the film, from 1 on; 0: all

    @property
    def seconds(self) -> float:
        """How long the film runs."""
        return self.frames / self.fps

    def to_dict(self) -> dict[str, Any]:
        """As JSON can hold it; `Settings(**data)` reads it back."""
        return asdict(self)
