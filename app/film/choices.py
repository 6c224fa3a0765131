"""What else there is to choose about a film: the dialog and the command line offer these rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.film.settings import LEAST, MOST_HEIGHT, MOST_WIDTH
from app.knows import MARKS
from surfaces.words import N_


@dataclass(frozen=True, kw_only=True)
class Span:
    """A number to choose, from `least` to `most`."""

    key: str
    name: str  # as the dialog shows it
    default: float
    least: float
    most: float
    step: float  # of the dialog's arrows
    help: str = ""  # one sentence, where the name does not say it all


SPANS: dict[str, Span] = {
    span.key: span
    for span in (
        Span(
            key="walk", name=N_("Seconds for the walk"), default=8, least=0.5, most=3600, step=0.5
        ),
        Span(
            key="lead", name=N_("Seconds on the first frame"), default=0, least=0, most=60, step=0.5
        ),
        Span(
            key="hold", name=N_("Seconds on the last frame"), default=2, least=0, most=60, step=0.5
        ),
        Span(
            key="pause",
            name=N_("Seconds at each ending"),
            default=0,
            least=0,
            most=10,
            step=0.5,
            help=N_(
                "The film stands still where a walker arrives, gets stuck, leaves or blows up."
            ),
        ),
        Span(key="turn", name=N_("Camera turns"), default=0, least=-4, most=4, step=0.25),
    )
}

SIDES: dict[str, Span] = {  # of a size of one's own, in pixels
    side.key: side
    for side in (
        Span(key="width", name=N_("Width"), default=1600, least=LEAST, most=MOST_WIDTH, step=2),
        Span(key="height", name=N_("Height"), default=900, least=LEAST, most=MOST_HEIGHT, step=2),
    )
}

EASINGS = {  # how a film goes through its walk, as assets/lib/film_time.mjs does it
    "even": N_("Even"),
    "eased": N_("Slow in and out"),
}
USUAL_EASING = "even"

LINES = {  # of one's own, on each frame
    "title": N_("Title"),
    "footer": N_("Line at the bottom"),
}
LONGEST_LINE = 120  # characters: more could not be read

PARTS = {
    "equation": N_("Equation"),
    "numbers": N_("Update in numbers"),
    "map": N_("Map"),
    "data": N_("Data and neuron"),
    "race": N_("Race"),
    "compass": N_("Compass"),
}

ARRANGEMENTS = {  # how the mountains stand
    "screen": N_("As on the screen"),
    "row": N_("In a row"),
    "grid": N_("In a grid"),
    "together": N_("All on one mountain"),
}


def usual_parts(knows: Collection[str]) -> tuple[str, ...]:
    """PARTS as the page shows them; `knows` are the marks that it draws where walkers stand."""
    return tuple(part for part in PARTS if part not in MARKS or part in knows)
