"""The mountain, the map and the race as plotly is given them, for every surface and look."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from app.climb import Climb, climb, story
from app.figures.ground import FULL, ground
from app.figures.look import LOOKS, Look
from app.figures.map import MOST_TICKS, contour_map
from app.figures.mountain import CORNER, mountain
from app.figures.race import race_axes, race_frame
from app.view import MESHES, SCALES
from surfaces import SURFACES, Surface
from surfaces.words import gettext, speaking

EVERY = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
EVERY_SCALE = pytest.mark.parametrize("scale", SCALES)


def figure(made: dict[str, Any]) -> go.Figure:
    """A figure as plotly.py reads it, which refuses what plotly does not know; no nan is in it."""
    found = go.Figure(made)
    json.loads(found.to_json(), parse_constant=pytest.fail)
    return found


def one_line(label: str) -> str:
    """A label, which has the axis's name on a line of its own where both are too long for one."""
    return label.replace("<br>", " ")


def wild(key: str) -> Climb:
    """Its story with a rate that flies off at once, and one that never moves."""
    told = story(key)
    return climb(replace(told, rates=(told.rates[1], 1e200, 1e-300)))


@EVERY
@EVERY_LOOK
@pytest.mark.parametrize("cells", MESHES)
def test_mountain(surface: Surface, look: Look, cells: int) -> None:
    made = ground(surface, cells)
    drawn = figure(mountain(made, look))
    (trace,), scene = drawn.data, drawn.layout.scene
    assert trace.type == "surface"
    np.testing.assert_array_equal(np.rint(trace.z * FULL).astype(int), made.heights)
    assert (trace.x, trace.y) == (None, None)  # plotly then counts cells, which are even
    for axis, last, ticks in (
        (scene.xaxis, cells - 1, made.x_ticks),
        (scene.yaxis, cells - 1, made.y_ticks),
        (scene.zaxis, 1, made.z_ticks),
    ):
        assert axis.type == "linear"
        assert tuple(axis.range) == (0, last)
        assert tuple(axis.tickvals) == ticks.values
        assert axis.tickfont.color == look.quiet
        low = axis is scene.zaxis and ticks.values[0] < CORNER  # the corner has a label of its own
        said = list(ticks.labels[low:])
        assert [one_line(text).split()[-1] for text in axis.ticktext if text] == said
    for axis, name in (
        (scene.xaxis, surface.axes[0]),
        (scene.yaxis, surface.axes[1]),
        (scene.zaxis, "loss"),
    ):
        assert sum(one_line(text).startswith(f"{name} ") for text in axis.ticktext) == 1
    ratio = (surface.x[1] - surface.x[0]) / (surface.y[1] - surface.y[0])
    assert scene.aspectratio.x / scene.aspectratio.y == pytest.approx(ratio)
    assert max(scene.aspectratio.x, scene.aspectratio.y) == 1
    assert trace.colorscale == look.ground


@EVERY
@EVERY_LOOK
def test_map(surface: Surface, look: Look) -> None:
    made = ground(surface)
    drawn = figure(contour_map(made, look))
    (trace,), layout = drawn.data, drawn.layout
    assert trace.type == "contour"
    np.testing.assert_array_equal(np.rint(trace.z * FULL).astype(int), made.heights)
    for axis, ticks in ((layout.xaxis, made.x_ticks), (layout.yaxis, made.y_ticks)):
        assert axis.type == "linear"
        assert tuple(axis.range) == (0, made.cells - 1)  # growing: north is up, east is right
        marks = dict(zip(axis.tickvals, axis.ticktext, strict=True))
        assert marks.items() <= dict(zip(ticks.values, ticks.labels, strict=True)).items()
        assert min(len(ticks.values), 3) <= len(marks) <= MOST_TICKS
        assert np.ptp(np.diff(axis.tickvals)) < 1e-9


@EVERY
@EVERY_LOOK
@EVERY_SCALE
def test_race(surface: Surface, look: Look, scale: str) -> None:
    climbed = climb(story(surface.key))
    axes, frame = race_axes(climbed), race_frame(look)
    drawn = figure(frame).update_layout(xaxis=axes["xaxis"], yaxis=axes[scale])
    layout = figure(drawn.to_dict()).layout
    assert layout.yaxis.type == scale
    assert layout.plot_bgcolor == frame["layout"]["plot_bgcolor"]
    assert layout.xaxis.tickfont.color == look.quiet
    assert tuple(layout.xaxis.range) == (0, climbed.scenario.steps)
    assert all(float(text).is_integer() for text in layout.xaxis.ticktext)


@EVERY
def test_race_shows_all_losses_of_walkers_on_the_map(surface: Surface) -> None:
    for climbed in (climb(story(surface.key)), wild(surface.key)):
        axes = race_axes(climbed)
        json.dumps(axes, allow_nan=False)
        walk = climbed.walk
        seen = walk.losses[surface.contains(walk.points)]
        low, high = axes["linear"]["range"]
        assert low < seen.min() <= seen.max() < high
        assert high - low < 1.2 * np.ptp(seen) or np.ptp(seen) == 0
        distance = np.abs(seen - axes["best"])
        bottom, top = axes["log"]["range"]
        assert bottom < top
        assert distance.max() <= 10**top
        near = distance[distance > 0].min()
        assert 10**bottom <= near or top - bottom >= 11


@EVERY
def test_the_log_race_falls_to_the_best_known(surface: Surface) -> None:
    climbed = climb(story(surface.key))
    uphill, best = climbed.scenario.uphill, race_axes(climbed)["best"]
    sign = -1 if uphill else 1
    seen = climbed.walk.losses[surface.contains(climbed.walk.points)]
    assert (sign * seen >= sign * best).all()
    words = "below the summit" if uphill else "above the lowest"
    assert words in race_axes(climbed)["log"]["title"]["text"]


def test_race_of_nobody_who_moves() -> None:
    told = replace(story("round-bowl"), start=(0.0, 0.0), rates=(0.1,), steps=1)
    axes = race_axes(climb(told))
    json.dumps(axes, allow_nan=False)
    assert axes["log"]["range"] == [-1.0, 1.0]
    assert axes["linear"]["range"] == [-0.5, 0.5]
    assert axes["xaxis"]["tickvals"] == [0, 1]


def test_axes_are_in_the_readers_language_and_the_ground_of_both() -> None:
    made, plane = ground(SURFACES["beale"]), ground(replace(SURFACES["round-bowl"], x=(-0.5, 0.5)))
    with speaking("ru"):
        spoken = figure(mountain(made)), figure(contour_map(plane))
        axes, frame = race_axes(climb(story("beale"))), figure(race_frame(LOOKS["paper"]))
        assert gettext(made.scale) == "высоты в логарифмическом масштабе"
    assert spoken[0].layout.scene.zaxis.ticktext[-1] == "L 100\N{NO-BREAK SPACE}000"
    assert spoken[1].layout.xaxis.ticktext[0] == "-0,4"
    assert axes["xaxis"]["title"]["text"] == "шаг"
    assert axes["log"]["title"]["text"] == "потери выше низшей точки (лог.)"
    assert frame.layout.separators == ",\N{NO-BREAK SPACE}"
    assert figure(mountain(made)).layout.scene.zaxis.ticktext[-1] == "loss<br>100,000"
    assert figure(contour_map(plane)).layout.xaxis.ticktext[0] == "-0.4"
    assert gettext(made.scale) == "heights on a log scale"
