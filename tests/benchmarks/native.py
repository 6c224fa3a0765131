"""The figure that plotly alone would need: a surface, a trail and a marker a panel, in frames."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import plotly.graph_objects as go

sys.path.insert(0, str(Path(__file__).parents[2]))  # runs from a plain checkout too

from app.climb import Climb, climb
from app.figures.ground import FULL, Ground, ground
from app.figures.look import WALKERS
from app.figures.mountain import mountain
from app.scenario import Scenario, link_data
from surfaces.surface import Array

ALL = range(10_001)  # steps that become frames


def in_cells(shown: Climb, over: Ground) -> Array:
    """The walks as plotly draws them, (walkers, steps + 1, 3): cells, cells, share of the height.

    Off the map they are nan, which plotly leaves out.
    """
    (left, right), (bottom, top) = shown.surface.x, shown.surface.y
    last = over.cells - 1
    places = (shown.walk.points - (left, bottom)) / (right - left, top - bottom) * last
    inside = ((places >= 0) & (places <= last)).all(axis=-1)
    u, v = np.rint(np.where(inside[..., None], places, 0)).astype(int).transpose(2, 0, 1)
    heights = over.heights[v, u] / FULL + 0.006
    return np.where(
        inside[..., None], np.concatenate((places, heights[..., None]), axis=-1), np.nan
    )


def _trail(path: Array, step: int, listed: bool) -> dict[str, Any]:
    """x, y and z up to a step, as lists or as float32."""
    part = path[: step + 1].astype("float32")
    return {name: c.tolist() if listed else c.copy() for name, c in zip("xyz", part.T, strict=True)}


def _moment(paths: Array, step: int, listed: bool) -> list[go.Scatter3d]:
    """Trail and marker of every panel after `step` steps."""
    traces = []
    for i, path in enumerate(paths):
        own = {"scene": f"scene{i + 1 if i else ''}", "showlegend": False}
        color = WALKERS[i % len(WALKERS)]
        line = {"color": color, "width": 5}
        marker = {"color": color, "size": 6}
        tip = path[step : step + 1]
        traces.append(go.Scatter3d(**_trail(path, step, listed), **own, mode="lines", line=line))
        traces.append(go.Scatter3d(**_trail(tip, 0, listed), **own, mode="markers", marker=marker))
    return traces


def native(shown: Climb, over: Ground, *, listed: bool = False, frames: range = ALL) -> go.Figure:
    """The walk as plotly's own frames, a surface a panel; `listed`: numbers as JSON lists."""
    paths = in_cells(shown, over)
    count = len(paths)
    model = go.Figure(mountain(over)).update_layout(template="none")
    surface = model.data[0]
    if listed:
        surface.z = surface.z.tolist()
    columns = int(np.ceil(np.sqrt(count)))
    figure = go.Figure(layout=model.layout)
    for i in range(count):
        row, column = divmod(i, columns)
        high = 1 / -(-count // columns)
        x, y = [column / columns, (column + 1) / columns], [1 - (row + 1) * high, 1 - row * high]
        name = f"scene{i + 1 if i else ''}"
        figure.layout[name] = {**model.layout.scene.to_plotly_json(), "domain": {"x": x, "y": y}}
        figure.add_trace(go.Surface(surface).update(scene=name))
    figure.add_traces(_moment(paths, 0, listed))
    moving = list(range(count, 3 * count))
    figure.frames = [
        go.Frame(name=str(k), data=_moment(paths, k, listed), traces=moving)
        for k in range(paths.shape[1])
        if k in frames
    ]
    return figure


def walked(query: str, cells: int, **options: Any) -> go.Figure:
    """The figure of what a link of the app shows."""
    shown = climb(Scenario.from_dict(link_data(query.removeprefix("?"))))
    return native(shown, ground(shown.surface, cells), **options)
