"""The race: loss against step, one line per rate; here its axes and their range."""

from __future__ import annotations

from typing import Any

import numpy as np

from app.climb import Climb
from app.figures.look import FLAT, Look
from app.figures.ticks import even_ticks
from app.made.measured import recorded_losses
from surfaces.surface import Array, as_points
from surfaces.words import gettext as _
from surfaces.words import numeral

MARGIN = {"l": 58, "r": 14, "t": 34, "b": 28, "pad": 0}  # px
ROOM = 0.05  # of the linear range of losses, above and below them
MOST_DECADES = 12  # on the log scale, below the highest loss shown


def race_axes(climb: Climb) -> dict[str, Any]:
    """What the axes show, apart from colours: {best, xaxis, linear, log}.

    Losses while walkers, and walks that somebody recorded, are on the map set the range, so that
    one that flies off hides nobody; its line runs out at the top. `best` is the lowest loss known
    (uphill: the highest): the log scale measures the distance from there, since a loss itself may
    be negative.
    """
    inside = climb.surface.contains(climb.walk.points) & np.isfinite(climb.walk.losses)
    recorded = [heights[np.isfinite(heights)] for heights in recorded_losses(climb.surface)]
    seen = np.concatenate([climb.walk.losses[inside], *recorded])
    best = _best(climb, seen)
    up, down = _("loss below the summit (log)"), _("loss above the lowest (log)")
    return {
        "best": best,
        "xaxis": _step_axis(climb.scenario.steps),
        "linear": {"type": "linear", "range": _linear_range(seen), "title": {"text": _("loss")}},
        "log": {
            "type": "log",
            "range": _log_range(np.abs(seen - best)),
            "title": {"text": up if climb.scenario.uphill else down},
            "dtick": 2,
            "exponentformat": "power",
        },
    }


def race_frame(look: Look) -> dict[str, Any]:
    """The race without a climb: what the page keeps while climbs come and go."""
    axis = {
        "tickfont": {"size": 11, "color": look.quiet},
        "title": {"font": {"size": 12, "color": look.quiet}, "standoff": 6},
        "gridcolor": look.grid,
        "zeroline": False,
        "fixedrange": True,
    }
    layout = {
        "separators": numeral(".,"),
        "margin": MARGIN,
        **FLAT,
        "hovermode": False,
        "xaxis": axis,
        "yaxis": {**axis, "nticks": 5},
    }
    return {"data": [], "layout": layout}


def _best(climb: Climb, seen: Array) -> float:
    known = as_points(climb.surface.maxima if climb.scenario.uphill else climb.surface.minima)
    losses = np.concatenate([seen, climb.surface.loss(known)])
    return float(losses.max() if climb.scenario.uphill else losses.min())


def _linear_range(seen: Array) -> list[float]:
    low, high = float(seen.min()), float(seen.max())
    pad = ROOM * (high - low) or max(abs(high), 1.0) * 0.5
    return [low - pad, high + pad]


def _log_range(distance: Array) -> list[float]:
    """Exponents of ten."""
    some = distance[distance > 0]
    if not some.size:
        return [-1.0, 1.0]
    far, near = np.log10(some.max()), np.log10(some.min())
    bottom = float(np.floor(max(near, far - MOST_DECADES)))
    return [bottom, float(max(far, bottom + 1) + 0.15)]


def _step_axis(steps: int) -> dict[str, Any]:
    ticks = even_ticks(0, steps, about=8)
    whole = [(v, text) for v, text in zip(ticks.values, ticks.labels, strict=True) if v == int(v)]
    return {
        "type": "linear",
        "range": [0, steps],
        "tickvals": [value for value, text in whole],
        "ticktext": [numeral(text) for value, text in whole],
        "title": {"text": _("step")},
    }
