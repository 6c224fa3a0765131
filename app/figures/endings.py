"""The colours and words of many walks: of sweeps, basins of attraction, and rates by starts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from app.walk.endings import Ending

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

    words: str  # of one walk; assets/lib/sweep.mjs says "summit" for those who walk up
    told: (
        str  # of a cell of a picture, after "from (1, 2): ", with {steps}, as "3 steps", or {step}
    )
    color: str  # a grey: no minimum has one
    ink: str = "#000000"  # of the hatch
    pattern: str = "plain"  # a hatch that assets/lib/raster_paint.mjs knows
    name: str = ""  # in a picture's legend, where that is not `words`


ENDING_LOOKS = {
    Ending.REACHED: EndingLook(
        "reached the bottom", "another minimum in {steps}", "#c9c4b8", name="other minima"
    ),
    Ending.STUCK: EndingLook("stuck", "stuck after {steps}", "#8d939a", "#6c7278", "dots"),
    Ending.CRAWLING: EndingLook("still crawling", "still crawling after {steps}", "#b4bac0"),
    Ending.OSCILLATING: EndingLook(
        "oscillating", "oscillating after {steps}", "#b4bac0", "#8b9299", "dots"
    ),
    Ending.LEFT: EndingLook(
        "left the map", "left the map at step {step}", "#e9ebee", "#a7aeb6", "rising"
    ),
    Ending.BLEW_UP: EndingLook(
        "blew up", "blew up at step {step}", "#5d646c", "#3c4249", "falling"
    ),
}


def pictures_data() -> dict[str, Any]:
    """What travels to the page of all this, once."""
    endings = {
        str(ending): {**asdict(look), "name": look.name or look.words}
        for ending, look in ENDING_LOOKS.items()
    }
    return {"basins": list(BASINS), "endings": endings}
