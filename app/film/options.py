"""OPTIONS: what can be chosen about a film or a picture, beside its size and its length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surfaces.words import N_


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
    name=N_("Quality"),
    choices={"small": N_("Small file"), "good": N_("Good"), "best": N_("Best")},
    default="good",
    help=N_("How much of fine lines and edges is kept, and how large the file becomes."),
)
DITHER = Option(
    key="dither",
    name=N_("Shades between colours"),
    choices={
        "ordered": N_("Pattern (small)"),
        "diffused": N_("Grain (large)"),
        "none": N_("None (bands)"),
    },
    default="ordered",
    help=N_("How dots of a GIF's 255 colours make the shades between them."),
)
LOOP = Option(
    key="loop",
    name=N_("Plays"),
    choices={"forever": N_("Again and again"), "once": N_("Once"), "thrice": N_("Three times")},
    default="forever",
    help=N_("How often the film runs before it stands still."),
)
FIT = Option(
    key="fit",
    name=N_("File size"),
    choices={"any": N_("As it comes"), "5": N_("Under 5 MB")},
    default="any",
    help=N_(
        "To fit, the film is made smaller, and shows fewer frames a second, as far as it must."
    ),
)
SCALE = Option(
    key="scale",
    name=N_("Fineness"),
    choices={"1": N_("1 ×"), "2": N_("2 ×"), "3": N_("3 ×"), "4": N_("4 ×")},
    default="1",
    help=N_("Twice as fine has twice the pixels each way: lines and letters are drawn anew."),
)
BACKGROUND = Option(
    key="background",
    name=N_("Background"),
    choices={"look": N_("As on the screen"), "none": N_("Transparent")},
    default="look",
    help=N_("Where it is transparent, the slide that it lies on shows through."),
)
SLIDES = Option(
    key="slides",
    name=N_("Slides"),
    choices={"talk": N_("A whole talk"), "film": N_("One with the film")},
    default="talk",
    help=N_(
        "A talk has a film for each rate and one with all, then a chart and a table of the walks."
    ),
)

OPTIONS: dict[str, Option] = {
    row.key: row for row in (QUALITY, DITHER, LOOP, FIT, SCALE, BACKGROUND, SLIDES)
}
