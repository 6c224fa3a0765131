"""The data a neuron learns from, as points, without its curves: those move with the walkers."""

from __future__ import annotations

from typing import Any

import numpy as np

from app.figures.look import FLAT, LOOKS, Look
from surfaces.neuron import NeuronSurface
from surfaces.words import gettext as _
from surfaces.words import numeral

MARGIN = {"l": 50, "r": 12, "t": 30, "b": 36, "pad": 0}  # px
ROOM = 0.08  # of each axis, beyond the outermost points


def data_chart(surface: NeuronSurface, look: Look = LOOKS["terrain"]) -> dict[str, Any]:
    """A figure of the pairs (feature, target) as the neuron is judged by them."""
    data, targets = surface.neuron.data, surface.neuron.ground.t
    points = {
        "type": "scatter",
        "x": data.x.tolist(),
        "y": targets.tolist(),
        "mode": "markers",
        "marker": {"size": 5, "color": look.quiet, "opacity": 0.65},
        "hoverinfo": "skip",
    }
    layout = {
        "separators": numeral(".,"),
        "margin": MARGIN,
        **FLAT,
        "xaxis": _axis(_(data.feature_label), data.x, look),
        "yaxis": _axis(_(data.target_label), targets, look),
    }
    return {"data": [points], "layout": layout}


def _axis(name: str, values: Any, look: Look) -> dict[str, Any]:
    low, high = float(np.min(values)), float(np.max(values))
    room = ROOM * ((high - low) or 1.0)
    return {
        "type": "linear",
        "range": [low - room, high + room],
        "title": {"text": name, "font": {"size": 12, "color": look.quiet}, "standoff": 4},
        "tickfont": {"size": 11, "color": look.quiet},
        "gridcolor": look.grid,
        "zeroline": False,
        "fixedrange": True,
        "nticks": 6,
    }
