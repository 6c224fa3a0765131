"""The colours and words of many walks: of sweeps, basins of attraction, and rates by starts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from app.walk.endings import Ending
from surfaces.words import N_
from surfaces.words import gettext as _

# Fills that trails stand out from: pale, so that the nine saturated walkers keep their distance,
# and of a search for those that lie farthest apart for usual, protan and deutan eyes (in Oklab,
# the deficiencies after Machado, Oliveira and Fernandes 2009). Grounds with more minima use hues
# again, for places far apart.
BASINS = (
    "#ecc573",
    "#a9cbfb",
    "#63c7a0",
    "#ffc2c8",
    "#ab9bcb",
    "#d2f5b7",
    "#dd8f66",
    "#b0f6fd",
)


@dataclass(frozen=True)
class EndingLook:
    """What is said of walks that ended so, and how those that reach no minimum are painted."""

    words: str  # of one walk
    told: (
        str  # of a cell of a picture, after "from (1, 2): ", with {steps}, as "3 steps", or {step}
    )
    color: str  # a grey: no minimum has one
    ink: str = "#000000"  # of the hatch
    pattern: str = "plain"  # a hatch that assets/lib/raster_paint.mjs knows
    name: str = ""  # in a picture's legend, where that is not `words`
    uphill: str = ""  # of one walk up, where that is not `words`


ENDING_LOOKS = {
    Ending.REACHED: EndingLook(
        N_("reached the bottom"),
        N_("another minimum in {steps}"),
        "#c9c4b8",
        name=N_("other minima"),
        uphill=N_("reached the summit"),
    ),
    Ending.STUCK: EndingLook(N_("stuck"), N_("stuck after {steps}"), "#8d939a", "#6c7278", "dots"),
    Ending.CRAWLING: EndingLook(
        N_("still crawling"), N_("still crawling after {steps}"), "#b4bac0"
    ),
    Ending.OSCILLATING: EndingLook(
        N_("oscillating"), N_("oscillating after {steps}"), "#b4bac0", "#8b9299", "dots"
    ),
    Ending.LEFT: EndingLook(
        N_("left the map"), N_("left the map at step {step}"), "#e9ebee", "#a7aeb6", "rising"
    ),
    Ending.BLEW_UP: EndingLook(
        N_("blew up"), N_("blew up at step {step}"), "#5d646c", "#3c4249", "falling"
    ),
}


def pictures_data() -> dict[str, Any]:
    """What travels to the page of all this, once."""
    endings = {
        str(ending): {
            **asdict(look),
            "words": _(look.words),
            "told": _(look.told),
            "name": _(look.name or look.words),
            "uphill": _(look.uphill or look.words),
        }
        for ending, look in ENDING_LOOKS.items()
    }
    return {"basins": list(BASINS), "endings": endings}
