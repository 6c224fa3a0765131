"""Look: the colours of a picture, as rows of one table for page, film and notebooks."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from surfaces.words import N_

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
_DARK, _LIGHT = "#0b1116", "#ffffff"
INKS = (_DARK, _LIGHT, _DARK, _DARK, _DARK, _DARK, _LIGHT, _LIGHT, _LIGHT)  # of a number on each


def _ramp(text: str) -> tuple[tuple[float, str], ...]:
    """Colours as evenly placed stops of a scale."""
    colours = text.split()
    return tuple((i / (len(colours) - 1), colour) for i, colour in enumerate(colours))


@dataclass(frozen=True)
class Look:
    """The colours that figures, overlay and film share. All are CSS colours."""

    key: str
    name: str
    dark: bool  # light words on dark paper; what a system that prefers dark pages gets first
    paper: str  # behind everything
    card: str  # behind a panel
    ink: str  # text
    quiet: str  # second text, axes
    grid: str
    contour: str  # contour lines on the ground
    halo: str  # the thin border that lifts a trail off the ground
    mark: str  # outline of start and end
    accent: str  # buttons and sliders in the hand
    alarm: str  # words that warn
    arrow: str  # the step about to be taken
    astray: str  # the same where it leads uphill and should not
    recorded: str  # walks that somebody recorded: no hue, as all nine walkers have one
    edge: str  # their border
    # From the lowest height to the highest. Lightness (CIE L*) rises evenly, with little hue:
    # height reads without colour vision, and nine saturated walkers stand out from all of it.
    ground: tuple[tuple[float, str], ...]


# The layout of all flat charts: the card shows through; legend and hands are the page's own.
FLAT = {
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "showlegend": False,
    "dragmode": False,
}
COLOURS = tuple(f.name for f in fields(Look) if f.name not in ("key", "name", "dark", "ground"))

LOOKS = {
    look.key: look
    for look in (
        Look(
            key="terrain",
            name=N_("Terrain"),
            dark=False,
            paper="#f5f5f1",
            card="#ffffff",
            ink="#1d2731",
            quiet="#5b6875",
            grid="#dde1e2",
            contour="rgba(20,40,55,0.3)",
            halo="rgba(255,255,255,0.92)",
            mark="#1d2731",
            accent="#0b7285",
            alarm="#b3261e",
            arrow="#14202b",
            astray="#c4122f",
            recorded="#000000",
            edge="#ffffff",
            ground=_ramp("#2d5263 #43666c #5c7974 #798c7b #979e86 #b6b193 #d1c4a9 #e6d9c5 #f5f0e7"),
        ),
        Look(
            key="slate",
            name=N_("Slate"),
            dark=True,
            paper="#12181f",
            card="#1a222b",
            ink="#eef2f5",
            quiet="#a9b5c0",
            grid="#313c47",
            contour="rgba(8,16,24,0.38)",
            halo="rgba(255,255,255,0.85)",
            mark="#10171d",
            accent="#66d9e8",
            alarm="#ff8f85",
            arrow="#0c1218",
            astray="#c4122f",
            recorded="#ffffff",
            edge="#10171d",
            ground=_ramp("#233746 #344957 #465d69 #5c7079 #738489 #8c9898 #a5ada7 #bfc2b8 #dad8c8"),
        ),
        Look(
            key="paper",
            name=N_("Paper"),
            dark=False,
            paper="#ffffff",
            card="#ffffff",
            ink="#000000",
            quiet="#4d4d4d",
            grid="#d9d9d9",
            contour="rgba(0,0,0,0.55)",
            halo="rgba(255,255,255,0.95)",
            mark="#000000",
            accent="#333333",
            alarm="#b3261e",
            arrow="#000000",
            astray="#c4122f",
            recorded="#000000",
            edge="#ffffff",
            ground=_ramp("#969696 #a2a2a2 #aeaeae #bababa #c6c6c6 #d3d3d3 #dfdfdf #ececec #f9f9f9"),
        ),
        Look(
            key="blueprint",
            name=N_("Blueprint"),
            dark=True,
            paper="#091a33",
            card="#0b2140",
            ink="#eaf2ff",
            quiet="#a9c1e0",
            grid="#274468",
            contour="rgba(205,226,255,0.6)",
            halo="rgba(255,255,255,0.9)",
            mark="#06142a",
            accent="#8fc7ff",
            alarm="#ffa49b",
            arrow="#06142a",
            astray="#c4122f",
            recorded="#ffffff",
            edge="#06142a",
            ground=_ramp("#072648 #143153 #203d5e #2b4869 #365475 #44617f #516d8a #5e7a94 #6b879f"),
        ),
    )
}

# A look whose colours are the names of colours: figures travel once, painted with it, and the
# browser puts in the colours of the look that is chosen (assets/lib/look.mjs).
_NAMES: dict[str, Any] = {name: f"var(--{name})" for name in COLOURS}
STENCIL = replace(
    LOOKS["terrain"],
    **_NAMES,
    ground=tuple((at, f"var(--ground-{i})") for i, (at, _) in enumerate(LOOKS["terrain"].ground)),
)
