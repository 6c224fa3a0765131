"""Look: the colours of a picture, light and dark: one table for page, film and notebooks."""

from __future__ import annotations

from dataclasses import dataclass

# Okabe and Ito (2008), Color Universal Design: told apart by colour-blind eyes. Their yellow
# vanishes on pale ground and their black on a dark page; the last three, which make it nine, are
# those of a search that lie farthest from all others for usual, protan and deutan eyes.
WALKERS = (
    "#D55E00",
    "#0072B2",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#B41E2D",
    "#693CFF",
    "#873C69",
)

# Lightness rises evenly from the lowest ground to the highest, hardly any hue, so that height
# reads without colour vision and nine saturated walkers stand out from it.
_GROUND = (
    (0.0, "#33536b"),
    (0.25, "#5f7f8f"),
    (0.5, "#91a8a8"),
    (0.75, "#c3cdbf"),
    (1.0, "#f1efe2"),
)
_GROUND_DARK = (
    (0.0, "#22384a"),
    (0.25, "#3f5d6f"),
    (0.5, "#6d878c"),
    (0.75, "#a3b1a6"),
    (1.0, "#dcdac8"),
)


@dataclass(frozen=True)
class Look:
    """The colours that figures, overlay and film share. All are CSS colours."""

    key: str
    paper: str  # behind everything
    card: str  # behind a panel
    ink: str  # text
    quiet: str  # second text, axes
    grid: str
    contour: str  # contour lines on the ground
    halo: str  # the thin border that lifts a trail off the ground
    mark: str  # outline of start and end
    arrow: str  # the step about to be taken
    astray: str  # the same where it leads uphill and should not
    recorded: str  # walks that somebody recorded: no hue, as all nine walkers have one
    edge: str  # their border
    ground: tuple[tuple[float, str], ...]  # colour scale from the lowest height to the highest


LOOKS = {
    look.key: look
    for look in (
        Look(
            key="light",
            paper="#f6f7f9",
            card="#ffffff",
            ink="#1d2731",
            quiet="#5b6875",
            grid="#d5dbe1",
            contour="rgba(20,40,55,0.28)",
            halo="rgba(255,255,255,0.92)",
            mark="#1d2731",
            arrow="#14202b",
            astray="#c4122f",
            recorded="#000000",
            edge="#ffffff",
            ground=_GROUND,
        ),
        Look(
            key="dark",
            paper="#12181f",
            card="#1a222b",
            ink="#eef2f5",
            quiet="#a9b5c0",
            grid="#36424e",
            contour="rgba(8,16,24,0.35)",
            halo="rgba(255,255,255,0.85)",
            mark="#10171d",
            arrow="#0c1218",
            astray="#c4122f",
            recorded="#ffffff",
            edge="#10171d",
            ground=_GROUND_DARK,
        ),
    )
}
