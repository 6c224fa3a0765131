"""Beacons: small bodies that plotly itself draws at known places, to find where those really are."""

from __future__ import annotations

import numpy as np

from tests.browser.page import Stage
from tests.browser.pixels import apart, like, pixels

# Places in cells and heights, in the air above Himmelblau's valleys, each with a pure colour.
PLACES = {"#ff00ff": (15, 60, 0.9), "#00ff00": (60, 15, 0.9), "#00ffff": (66, 66, 0.85)}
RADIUS = 0.04  # in units of the mountain's box

# An octahedron's outline has its middle where its own middle is; plotly's markers do not: they are
# letters, and stand about a pixel off.
LIGHT = """async ([i, places, radius]) => {
  const { ratio, grid } = window.fallLine.stage.panels[i];
  const mountain = mountainOf(i);
  if (mountain.plot.data.length > 1) return; // another panel's is the same
  const [a, b, c] = [(radius * grid.last) / ratio.x, (radius * grid.last) / ratio.y, radius / ratio.z];
  const shape = { i: [0, 0, 0, 0, 1, 1, 1, 1], j: [2, 2, 3, 3, 2, 2, 3, 3], k: [4, 5, 4, 5, 4, 5, 4, 5] };
  const lighting = { ambient: 1, diffuse: 0, specular: 0, fresnel: 0 };
  const traces = Object.entries(places).map(([color, [u, v, h]]) => ({
    type: "mesh3d", ...shape, color, lighting, flatshading: true, hoverinfo: "skip",
    x: [u - a, u + a, u, u, u, u], y: [v, v, v - b, v + b, v, v], z: [h, h, h, h, h - c, h + c],
  }));
  await window.Plotly.addTraces(mountain.plot, traces);
  mountain.drawings++; // panels are to be photographed anew
}"""
OUT = """async () => {
  for (const mountain of window.fallLine.stage.studio.mountains) {
    const { plot } = mountain;
    if (plot.data.length > 1) await window.Plotly.deleteTraces(plot, plot.data.slice(1).map((_, i) => i + 1));
    mountain.drawings++;
  }
}"""


def light(stage: Stage, *panels: int) -> None:
    for i in panels:
        stage.js(LIGHT, [i, PLACES, RADIUS])
    stage.settled()


def put_out(stage: Stage) -> None:
    stage.js(OUT)
    stage.settled()


def errors(stage: Stage, *panels: int, scale: int = 1) -> list[float]:
    """How far, in CSS pixels, the overlay is from what plotly drew: every beacon, the worst first."""
    hide = stage.page.add_style_tag(content=".scene > canvas:not(.mountain) { visibility: hidden }")
    stage.settled()
    screen = pixels(stage.page.screenshot())
    hide.evaluate("(node) => node.remove()")
    found = []
    for i in panels:
        box = stage.scene(i).bounding_box()
        assert box
        left, top = round(box["x"] * scale), round(box["y"] * scale)
        right, bottom = left + int(box["width"] * scale), top + int(box["height"] * scale)
        part = screen[top:bottom, left:right]
        for color, place in PLACES.items():
            x, y = centre(like(part, color), scale)
            seen = x + left / scale - box["x"], y + top / scale - box["y"]
            found.append(apart(seen, stage.pixel(i, *place)))
    return sorted(found, reverse=True)


def centre(found: np.ndarray, scale: float) -> tuple[float, float]:
    y, x = np.nonzero(found)
    assert len(x) >= 8, "what was looked for is out of sight"
    return (x.mean() + 0.5) / scale, (y.mean() + 0.5) / scale


def bead(stage: Stage, i: int, color: str) -> tuple[float, float]:
    """Where the overlay of panel `i` has drawn its walker, in CSS pixels of its scene."""
    scale = stage.js("(i) => flat(window.fallLine.stage.panels[i].scene).scale", i)
    return centre(like(pixels(stage.overlay(i)), color, 12), scale)
