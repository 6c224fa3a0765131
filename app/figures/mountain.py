"""The mountain: one 3D picture of a ground, without walkers."""

from __future__ import annotations

from typing import Any

from app.figures.ground import TALL, Ground, shares
from app.figures.look import LOOKS, Look
from app.figures.ticks import Ticks
from surfaces.words import gettext as _
from surfaces.words import numeral, pgettext

CONTOURS = 14
LONGEST = 11  # characters of a label in one line: a longer one is cut off at a panel's edge
CORNER = 0.07  # of the drawn height: a label below it would lie on one of x or y
MIDDLE, TOP = 0.5, 1.0  # which of its labels has an axis's name beside it
# From the west-north-west and above, as on printed maps: lit from the south, hills look hollow.
SUN = {"x": -1400, "y": 600, "z": 1500}
# Level ground is a little darker than its colour, so that slopes towards the sun can be brighter.
LIGHTING = {"ambient": 0.6, "diffuse": 0.5, "specular": 0.05, "roughness": 0.9}


def mountain(ground: Ground, look: Look = LOOKS["terrain"]) -> dict[str, Any]:
    """A figure of the ground, as plotly.js reads it.

    x and y are in cells and heights from 0 to 1; the ticks say true values. Cell numbers are
    exactly even, which true values seldom are after rounding, and plotly refines an uneven axis
    five times over.
    """
    last = ground.cells - 1
    loss = pgettext("on an axis in space, where there is little room", "loss")
    layout = {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "scene": {
            "xaxis": _axis(last, _named(_(ground.surface.axes[0]), ground.x_ticks, MIDDLE), look),
            "yaxis": _axis(last, _named(_(ground.surface.axes[1]), ground.y_ticks, MIDDLE), look),
            "zaxis": _axis(1, _off_the_floor(_named(loss, ground.z_ticks, TOP)), look),
            "aspectmode": "manual",
            "aspectratio": _sides(ground),
            "hovermode": False,
            "dragmode": False,  # panels show photographs of it: a hand turns those
        },
    }
    return {"data": [_surface(ground, look)], "layout": layout}


def _sides(ground: Ground) -> dict[str, float]:
    """Sides of the drawn box: x and y to one scale, unless the surface says otherwise."""
    (left, right), (bottom, top) = ground.surface.x, ground.surface.y
    wide, deep = (right - left, top - bottom) if ground.surface.equal_axes else (1.0, 1.0)
    return {"x": wide / max(wide, deep), "y": deep / max(wide, deep), "z": TALL}


def _surface(ground: Ground, look: Look) -> dict[str, Any]:
    lines = {"show": True, "start": 0, "end": 1, "size": 1 / CONTOURS}
    return {
        "type": "surface",
        "z": shares(ground),
        "cmin": 0,
        "cmax": 1,
        "colorscale": look.ground,
        "showscale": False,
        "hoverinfo": "skip",  # saves plotly its picking pass
        "lighting": LIGHTING,
        "lightposition": SUN,
        "contours": {"z": {**lines, "color": look.contour, "width": 1}},
    }


def _named(name: str, ticks: Ticks, place: float) -> Ticks:
    """The name beside one of the labels: plotly sets titles so far out that panels cut them."""
    labels = [numeral(label) for label in ticks.labels]
    at = round(place * (len(labels) - 1))
    line = f"{name} {labels[at]}"
    labels[at] = line if len(line) <= LONGEST else f"{name}<br>{labels[at]}"
    return Ticks(ticks.values, tuple(labels))


def _off_the_floor(ticks: Ticks) -> Ticks:
    """Heights without labels where the corner has one already; the last, which is named, stays."""
    *low, top = ticks.labels
    seen = [text if h >= CORNER else "" for h, text in zip(ticks.values, low, strict=False)]
    return Ticks(ticks.values, (*seen, top))


def _axis(last: float, ticks: Ticks, look: Look) -> dict[str, Any]:
    return {
        "type": "linear",  # saves plotly a search for their type
        "range": [0, last],
        "tickvals": ticks.values,
        "ticktext": ticks.labels,
        "title": {"text": ""},
        "tickfont": {"size": 11, "color": look.quiet},
        "gridcolor": look.grid,
        "zeroline": False,
        "showspikes": False,
        "showbackground": False,
    }
