"""What a walker knows, as marks that can be switched on; assets/lib/knows.mjs draws them."""

from __future__ import annotations

from dataclasses import dataclass

from surfaces.words import N_


@dataclass(frozen=True)
class Mark:
    """One thing that may be drawn where a walker stands."""

    key: str
    name: str
    help: str
    usual: bool = False  # whether it is drawn when nobody says anything


MARKS = {
    mark.key: mark
    for mark in (
        Mark(
            key="arrow",
            name=N_("Next step"),
            help=N_("The step about to be taken, as an arrow from here to where it leads."),
            usual=True,
        ),
        Mark(
            key="ghost",
            name=N_("Next place"),
            help=N_("Where the next step ends: a hollow bead at the end of a dashed line."),
        ),
        Mark(
            key="gradient",
            name=N_("Rate × gradient"),
            help=N_(
                "A white arrow, as long as learning rate × gradient. For gradient descent that is "
                "the step itself; other rules make something else of it."
            ),
        ),
        Mark(
            key="contour",
            name=N_("Contour"),
            help=N_(
                "All places that are as high as the walker. The gradient points straight across."
            ),
        ),
        Mark(
            key="plane",
            name=N_("Tangent plane"),
            help=N_(
                "The ground as it would be if it stayed as steep as it is here. It lies under the "
                "ground where that curves upwards, and is bent where heights are on a log scale."
            ),
        ),
        Mark(
            key="disc",
            name=N_("Ground nearby"),
            help=N_(
                "A disc as wide as the rule's sight, or else 5 % of the map's diagonal to each "
                "side. Most rules know only the slope in its middle."
            ),
        ),
        Mark(
            key="sight",
            name=N_("A mountaineer's sight"),
            help=N_(
                "Only for that rule: the disc it sees, its old heading in dashes, and in white "
                "the way that looked steepest."
            ),
            usual=True,
        ),
        Mark(
            key="overshoot",
            name=N_("Overshoot"),
            help=N_("The part of the last step beyond the lowest place on its way, in red."),
        ),
        Mark(
            key="compass",
            name=N_("Compass"),
            help=N_(
                "North, the heading before, the steepest one and the one taken, in degrees from "
                "north, clockwise. It turns with the camera."
            ),
        ),
    )
}
USUAL = tuple(mark.key for mark in MARKS.values() if mark.usual)
