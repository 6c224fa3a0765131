"""OPTIONS: what can be chosen about a film or a picture, beside its size and its length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Option:
    """One choice; the rows of `app.film.formats` say which formats have it."""

    key: str  # short and stable: orders hold it
    name: str  # as the dialog shows it
    choices: Mapping[str, str]  # what orders hold -> name in the menu
    default: str  # one of the choices
    help: str  # one sentence

    def chosen(self, options: Mapping[str, str]) -> str:
        """What `options` say, or the default."""
        return options.get(self.key, self.default)


QUALITY = Option(
    key="quality",
    name="Quality",
    choices={"small": "Small file", "good": "Good", "best": "Best"},
    default="good",
    help="How much of fine lines and edges is kept, and how large the file becomes.",
)
DITHER = Option(
    key="dither",
    name="Shades between colours",
    choices={
        "ordered": "Pattern (small)",
        "diffused": "Grain (large)",
        "none": "None (bands)",
    },
    default="ordered",
    help="How dots of a GIF's 255 colours make the shades between them.",
)
LOOP = Option(
    key="loop",
    name="Plays",
    choices={"forever": "Again and again", "once": "Once", "thrice": "Three times"},
    default="forever",
    help="How often the film runs before it stands still.",
)
FIT = Option(
    key="fit",
    name="File size",
    choices={"any": "As it comes", "5": "Under 5 MB"},
    default="any",
    help="To fit, the film is made smaller, and shows fewer frames a second, as far as it must.",
)
SCALE = Option(
    key="scale",
    name="Fineness",
    choices={"1": "1 ×", "2": "2 ×", "3": "3 ×", "4": "4 ×"},
    default="1",
    help="Twice as fine has twice the pixels each way: lines and letters are drawn anew.",
)
SLIDES = Option(
    key="slides",
    name="Slides",
    choices={"talk": "A whole talk", "film": "One with the film"},
    default="talk",
    help="A talk has a film for each rate and one with all, then a chart and a table of the walks.",
)

OPTIONS: dict[str, Option] = {row.key: row for row in (QUALITY, DITHER, LOOP, FIT, SCALE, SLIDES)}
