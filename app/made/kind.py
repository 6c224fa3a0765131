"""Word and Kind: what a ground that is made on request is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from surfaces import Interval, Surface
from surfaces.words import N_
from surfaces.words import gettext as _

Choices = tuple[tuple[str, str], ...]  # (value, label)
Height = Literal["linear", "log", "clipped"]
HEIGHTS = (
    ("auto", N_("As fits")),
    ("linear", N_("True")),
    ("log", N_("Logarithmic")),
    ("clipped", N_("Clipped")),
)
HEIGHT_HELP = N_(
    "How heights are drawn; the walk never sees it. Logarithmic for heights over many powers of "
    "ten, clipped for a few spikes."
)
DRAWN = (120, 200)  # cells of the meshes of app/view.py: a spike may stand on one of them alone
SPIKY = 20.0  # range of all heights, in units of that of the middle 95 %, from which to clip


class MadeError(ValueError):
    """What is wrong with a word, as a sentence; `word` is the key of the one to mend."""

    def __init__(self, word: str, sentence: str) -> None:
        super().__init__(sentence)
        self.word = word


@dataclass(frozen=True, kw_only=True)
class Word:
    """One thing to say about a ground: any text, or one of the choices (value, label)."""

    key: str  # in links
    name: str  # as the page shows it
    help: str
    default: str
    choices: Choices = ()
    choices_of: Callable[[Mapping[str, str]], Choices] | None = None  # where other words decide
    hidden: bool = False  # links hold it, and no control shows it
    needed: Callable[[Mapping[str, str]], bool] | None = None  # whether other words leave it a use

    def options(self, words: Mapping[str, str]) -> Choices:
        """The choices there are beside these words; none for free text."""
        return self.choices_of(words) if self.choices_of else self.choices

    def shown(self, words: Mapping[str, str]) -> bool:
        """Whether a control shows it beside these words."""
        return not self.hidden and (self.needed is None or self.needed(words))

    def check(self, text: str, words: Mapping[str, str]) -> str:
        """`text`, where it is one of the choices or there are none; else MadeError."""
        known = [value for value, _ in self.options(words)]
        if known and text not in (*known, self.default):
            raise MadeError(
                self.key,
                _(
                    "{name} must be one of {known}, not {given}.",
                    name=_(self.name),
                    known=", ".join(known),
                    given=text[:40],
                ),
            )
        return text


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of ground that is made of words."""

    key: str  # where a catalogue surface has its own
    name: str  # in the menu
    words: tuple[Word, ...]
    make: Callable[[Mapping[str, str]], Surface]  # raises MadeError


def interval(key: str, name: str, text: str) -> Interval:
    """Two numbers, the lower first, such as "-5, 5"; else MadeError."""
    parts = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    try:
        low, high = (float(part) for part in parts)
    except ValueError:
        low = high = np.nan
    if not (np.isfinite([low, high]).all() and low < high):
        said = {"name": name, "given": text.strip()[:40] or _("nothing")}
        asked = _("{name} must be a low and a higher number, not {given}. Try -5, 5.", **said)
        raise MadeError(key, asked)
    return low, high


def fitting_height(surface: Surface, wanted: str) -> Height:
    """The wanted way to draw heights, or the one that fits them."""
    for height in ("linear", "log", "clipped"):
        if wanted == height:
            return height
    heights = np.concatenate([surface.mesh(cells)[2].ravel() for cells in DRAWN])
    there = heights[np.isfinite(heights)]
    if not there.size:
        return "linear"
    low, high = np.percentile(there, (2.5, 97.5))
    return "clipped" if np.ptp(there) > SPIKY * (high - low) > 0 else "linear"
