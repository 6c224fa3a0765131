"""The map: contours of a ground seen from above, without walkers."""

from __future__ import annotations

from typing import Any

from app.figures.ground import Ground, shares
from app.figures.look import FLAT, LOOKS, Look
from app.figures.mountain import CONTOURS
from app.figures.ticks import Ticks
from surfaces.words import numeral

MOST_TICKS = 5  # on an axis
MARGIN = {"l": 34, "r": 8, "t": 8, "b": 26, "pad": 0}  # px; the page keeps x and y equal inside it


def contour_map(ground: Ground, look: Look = LOOKS["terrain"]) -> dict[str, Any]:
    """A figure of the contours, as plotly.js reads it; north (+y) is up.

    Axes are in cells, as the mountain's are.
    """
    trace = {
        "type": "contour",
        "z": shares(ground),
        "zmin": 0,
        "zmax": 1,
        "colorscale": look.ground,
        "showscale": False,
        "hoverinfo": "skip",
        "contours": {"start": 0, "end": 1, "size": 1 / CONTOURS},
        "line": {"color": look.contour, "width": 1},
    }
    last = ground.cells - 1
    layout = {
        "margin": MARGIN,
        **FLAT,
        "xaxis": _axis(last, ground.x_ticks, look),
        "yaxis": _axis(last, ground.y_ticks, look),
    }
    return {"data": [trace], "layout": layout}


def _axis(last: float, ticks: Ticks, look: Look) -> dict[str, Any]:
    every = -(-len(ticks.values) // MOST_TICKS)
    return {
        "type": "linear",
        "range": [0, last],
        "tickvals": ticks.values[::every],
        "ticktext": [numeral(label) for label in ticks.labels[::every]],
        "tickangle": 0,  # a map is small: turned labels would not fit below it
        "tickfont": {"size": 11, "color": look.quiet},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
