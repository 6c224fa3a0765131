"""What travels to a stage: grounds, climbs and colours as small JSON with binary arrays."""

from __future__ import annotations

import base64
import math
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.climb import Climb
from app.figures.data import data_chart
from app.figures.ground import Ground
from app.figures.look import INKS, LOOKS, STENCIL, WALKERS
from app.figures.map import contour_map
from app.figures.mountain import mountain
from app.figures.race import race_axes, race_frame
from app.figures.shape import SHAPES
from app.made.measured import recorded, recorded_losses
from app.method import PLAIN
from app.walk.rules import RULES
from app.walk.travel import travels
from surfaces import Surface
from surfaces.neuron import NeuronSurface
from surfaces.words import N_
from surfaces.words import gettext as _

Json = dict[str, Any]
FELT = N_("{words}; walkers feel the gradient of a mini-batch")


def packed(array: NDArray[Any], dtype: str) -> Json:
    """An array as {dtype, shape, bdata}, little-endian; assets/lib/arrays.mjs unpacks it."""
    with np.errstate(over="ignore"):  # beyond float32 is infinite: the walker is far gone
        data = np.ascontiguousarray(array, dtype="<" + dtype)
    return {
        "dtype": dtype,
        "shape": list(data.shape),
        "bdata": base64.b64encode(data.tobytes()).decode("ascii"),
    }


def folded(heights: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """Differences of differences, along rows and then down columns, as bytes: low ones, then high.

    Neighbours on smooth ground differ little. Small negative differences are made small numbers
    too (zigzag: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...), and the high bytes, nearly all 0, stand
    together: compressed, this is a fifth of the heights themselves, and no digit is lost. `unfold`
    in assets/lib/arrays.mjs adds them up again.
    """
    along = np.diff(heights, axis=1, prepend=np.uint16(0))
    difference = np.diff(along, axis=0, prepend=np.uint16(0)).view(np.int16)
    zigzag = ((difference << 1) ^ (difference >> 15)).astype("<u2")
    return np.concatenate([zigzag.ravel() & 0xFF, zigzag.ravel() >> 8]).astype(np.uint8)


def colors_data() -> Json:
    """The looks, and the colours and shapes of the walkers."""
    return {
        "looks": {key: asdict(look) for key, look in LOOKS.items()},
        "walkers": list(WALKERS),
        "inks": list(INKS),
        "shapes": list(SHAPES.values()),
    }


def ground_key(climb_or_ground: Climb | Ground) -> str:
    """Which ground something belongs to: the surface and its parameters."""
    key, words, values = climb_or_ground.surface.identity
    return f"{key} {words} {values}"


def ground_data(ground: Ground) -> Json:
    """One set of heights for all panels and the map, and their figures without them.

    Those have names in place of colours: the page puts in the look that is chosen.
    """
    surface = ground.surface
    return {
        "key": ground_key(ground),
        "name": _(surface.name),
        "axes": [_(name) for name in surface.axes],
        "letters": [name[0] for name in surface.axes],  # the same in every language
        "equal": surface.equal_axes,
        "cells": ground.cells,
        "x": list(surface.x),
        "y": list(surface.y),
        "minima": [list(p) for p in surface.minima],
        "maxima": [list(p) for p in surface.maxima],
        "drawn": {"low": ground.low, "high": ground.high, "unit": ground.unit},
        "scale": _(FELT, words=_(ground.scale)) if surface.felt else _(ground.scale),
        "neuron": _neuron(surface),
        "recorded": _recorded(surface),
        "heights": packed(folded(ground.heights), "u1"),
        "figures": _figures(ground),
    }


def _figures(ground: Ground) -> Json:
    figures = {
        "mountain": mountain(ground, STENCIL),
        "map": contour_map(ground, STENCIL),
        "race": race_frame(STENCIL),
    }
    if isinstance(ground.surface, NeuronSurface):
        figures["data"] = data_chart(ground.surface, STENCIL)
    return {name: _without_heights(figure) for name, figure in figures.items()}


def _recorded(surface: Surface) -> list[Json]:
    """Walks that somebody recorded on this ground."""
    losses = recorded_losses(surface)
    return [
        {"name": _(walk.name), "points": packed(walk.points, "f4"), "losses": packed(heights, "f4")}
        for walk, heights in zip(recorded(surface.words) if losses else (), losses, strict=True)
    ]


def _neuron(surface: Surface) -> Json | None:
    """What the page needs to draw a neuron's curve; None for other grounds."""
    if not isinstance(surface, NeuronSurface):
        return None
    mean, deviation = surface.neuron.moments if surface.neuron.standardise else (0.0, 1.0)
    return {"activation": surface.neuron.activation, "mean": mean, "deviation": deviation}


def _without_heights(figure: Json) -> Json:
    for trace in figure["data"]:
        trace.pop("z", None)
    return figure


def _methods(climb: Climb) -> Json:
    """Each walker's rule and what a hand did to its rate; the steps, and the rates of all steps.

    Those are left out where a step is a rate times the gradient, or all rates are the same. Steps
    are differences of the positions in full precision: of float32 positions they would be lost
    near the bottom.
    """
    methods = climb.scenario.each_method
    plain = all(method.rule == PLAIN.rule for method in methods)
    steady = (climb.rates == climb.rates[:, :1]).all()
    return {
        "rules": [
            {
                "key": method.rule,
                "name": _(RULES[method.rule].name),
                "direction": _(RULES[method.rule].direction),
                "values": dict(method.values),
                "changes": method.changes,
            }
            for method in methods
        ],
        "moves": None if plain else packed(np.diff(climb.walk.points, axis=1), "f4"),
        "schedule": None if steady else packed(climb.rates, "f4"),
    }


def climb_data(climb: Climb) -> Json:
    """The whole walks, their ends, and the race's axes."""
    scenario, walk = climb.scenario, climb.walk
    return {
        "key": ground_key(climb),
        "surface": scenario.surface,
        "link": scenario.to_link(),
        "steps": scenario.steps,
        "rates": list(scenario.rates),
        "uphill": scenario.uphill,
        **_methods(climb),
        "axes": [_(name) for name in climb.surface.axes],
        "points": packed(walk.points, "f4"),
        "gradients": packed(walk.gradients, "f4"),
        "losses": packed(walk.losses, "f4"),
        "limits": packed(climb.limits, "f4"),
        "records": {name: packed(record, "f4") for name, record in walk.records.items()},
        "endings": [
            {
                "ending": str(end.ending),
                "step": end.step,
                "sentence": _(end.sentence),
                "detail": _(end.detail),
                "minimum": end.minimum,
                "period": end.period,
            }
            for end in climb.outcomes
        ],
        "travels": _travels(climb),
        "race": race_axes(climb),
    }


def _travels(climb: Climb) -> list[Json]:
    """Each walk in numbers; None for those that are not finite."""
    goals = climb.surface.maxima if climb.scenario.uphill else climb.surface.minima
    return [
        {name: value if math.isfinite(value) else None for name, value in asdict(each).items()}
        for each in travels(climb.walk, climb.outcomes, goals)
    ]
