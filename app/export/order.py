"""Order: one file to make, as page and studio need to hear of it. Take: what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.climb import climb
from app.export.places import deliver
from app.figures.look import LOOKS
from app.film.choices import LINES, PARTS, SPANS, USUAL_EASING, usual_parts
from app.film.formats import FILMS
from app.film.length import film_count, frame_count, happenings
from app.film.links import SITE
from app.film.options import SCALE
from app.film.records import RECORDS
from app.film.settings import SIZES, USUAL_RATE, Size
from app.knows import USUAL
from app.scenario import Scenario


def _usual() -> Mapping[str, float]:
    return {span.key: span.default for span in SPANS.values()}


@dataclass(frozen=True, kw_only=True)
class Order:
    """A scenario, how it is looked at, how it is filmed, and where the file goes."""

    query: str  # of the page's address: the scenario and the view
    out: str  # a path, or "-" for standard output
    format: str  # a key of FORMATS
    options: Mapping[str, str] = field(default_factory=dict)  # of OPTIONS, chosen for this format
    size: Size = field(default_factory=lambda: next(iter(SIZES.values())))
    fps: int = USUAL_RATE
    spans: Mapping[str, float] = field(default_factory=_usual)  # of SPANS, all of them
    easing: str = USUAL_EASING  # a key of EASINGS
    look: str = field(default_factory=lambda: next(iter(LOOKS)))
    parts: tuple[str, ...] = usual_parts(USUAL)
    arrangement: str = "screen"  # a key of ARRANGEMENTS
    walker: int = 0  # who is in the film, from 1 on; 0: all
    lines: Mapping[str, str] = field(default_factory=dict)  # of LINES, those that say something
    force: bool = False  # overwrite a file that is there
    sure: bool = False  # make it, however long it takes

    @property
    def drawn(self) -> bool:
        """Whether it takes a browser."""
        return self.format in FILMS

    @property
    def remark(self) -> str:
        """What will not be as it was asked for, in a sentence; "" where nothing is."""
        size = self.size
        if not (self.drawn and size.odd):
            return ""
        return f"{size.odd} has an odd side, and films have none: {size.width} x {size.height}."

    @property
    def frames(self) -> int:
        """Of the film, or all films in the file; 0 where nothing is drawn."""
        if not self.drawn:
            return 0
        film, scenario = FILMS[self.format], Scenario.from_link(self.query)
        if film.single:
            return 1
        stops = len(happenings(climb(scenario), self.walker)) if self.spans["pause"] else 0
        films = film_count(film, self.options, 1 if self.walker else len(scenario.rates))
        return films * frame_count(self.fps, self.spans, stops)

    def to_page(self) -> dict[str, Any]:
        """As the page's composer and its orders take it."""
        scale = int(SCALE.chosen(self.options))
        return {
            "format": self.format,
            "options": dict(self.options),
            "scale": scale,
            "width": scale * self.size.width,
            "height": scale * self.size.height,
            "fps": self.fps,
            "easing": self.easing,
            **self.spans,
            **({"turn": 0} if FILMS[self.format].single else {}),
            "look": self.look,
            "arrangement": self.arrangement,
            "walker": self.walker,
            **{part: part in self.parts for part in PARTS},
            **{key: self.lines.get(key, "") for key in LINES},
        }

    def record(self) -> bytes:
        """The file of an order that is not drawn."""
        walked = climb(Scenario.from_link(self.query))
        return RECORDS[self.format].make(walked, f"{SITE}?{self.query}")

    def deliver(self, write: Callable[[Path], object]) -> int:
        """Have `write` make the file, and put it in its place; its bytes, or ExportError."""
        return deliver(write, self.out, force=self.force)


@dataclass
class Take:
    """One file in the making."""

    order: Order
    share: float = 0.0  # of its frames that are sent
    problem: str = ""  # why there will be no file
    bytes: int = 0  # of the file, once it is in its place
    ended: bool = False

    def end(self, size: int, problem: str) -> None:
        """There is a file of `size` bytes, or a problem."""
        self.bytes, self.problem, self.ended = size, problem, True


def share_of(takes: list[Take]) -> float:
    """How much of the work is done, 0 to 1."""
    return sum(1.0 if take.ended else take.share for take in takes) / len(takes)
