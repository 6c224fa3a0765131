"""What a ridge hides is drawn faint; which is which is worked out here from the formula."""

from __future__ import annotations

import numpy as np
import pytest

from app.climb import climb
from app.figures.ground import ground
from app.scenario import Scenario
from surfaces import get_surface
from tests.browser.page import Stage
from tests.browser.pixels import pixels

EYE = np.array([-1.2, 1.2, 0.5])  # low, from the north-west: a ridge hides part of the way down
LINK = "surface=himmelblau&start=-1.0,0.0&rates=0.002&direction=down&steps=60"
CAMERA = ",".join(map(str, EYE)) + ",0,0,-0.05"
HEIGHT = 0.7  # of plotly's box
MARGIN = 0.03  # of the drawn height: nearer than this to the line of sight, either answer is right


def share(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Height of the ground in shares of what is drawn."""
    surface = get_surface("himmelblau")
    drawn = ground(surface)
    return (surface.loss(np.stack([x, y], axis=-1)) - drawn.low) / (drawn.high - drawn.low)


def clearance(x: float, y: float) -> float:
    """How far the line of sight to a place stays above the ground; below 0, it is hidden."""
    foot = np.array(
        [x / 10, y / 10, (float(share(np.array(x), np.array(y))) + 0.006 - 0.5) * HEIGHT]
    )
    t = np.linspace(0.03, 1, 4000)[:, None]
    line = foot + (EYE - foot) * t
    inside = (np.abs(line[:, :2]) <= 0.5).all(axis=1) & (line[:, 2] <= HEIGHT / 2)
    line = line[inside]
    if not len(line):
        return 1.0
    return float((line[:, 2] / HEIGHT + 0.5 - share(line[:, 0] * 10, line[:, 1] * 10)).min())


def places() -> list[tuple[float, float]]:
    """Places on the path, between its steps as well."""
    points = climb(Scenario.from_link(LINK)).walk.points[0]
    parts = [np.linspace(a, b, 9)[1:-1] for a, b in zip(points, points[1:], strict=False)]
    return [tuple(p) for p in np.concatenate(parts)]


@pytest.mark.parametrize("look", ["terrain", "blueprint"])
def test_hidden_parts_are_faint(stage: Stage, look: str) -> None:
    stage.visit(f"?{LINK}&camera={CAMERA}&at=60&look={look}")
    assert stage.cameras()[0] == pytest.approx([*EYE, 0, 0, -0.05], abs=1e-3)
    alpha = pixels(stage.overlay(0))[..., 3]
    marks = stage.js(
        """() => {
          const { panels, scene, ground } = window.fallLine.stage;
          const { x, y } = ground;
          const cell = ([a, b]) => [((a - x[0]) / (x[1] - x[0])) * 119, ((b - y[0]) / (y[1] - y[0])) * 119];
          const own = [...ground.minima, [scene.climb.points[0], scene.climb.points[1]],
                       [...scene.climb.points.slice(-2)]];
          return own.map((place) => panels[0].picture.lens.point(...cell(place))).map(({ x, y }) => [x, y]);
        }"""
    )
    seen: dict[str, list[int]] = {"hidden": [], "in sight": []}
    for x, y in places():
        room = clearance(x, y)
        u, v = (x + 5) * 11.9, (y + 5) * 11.9
        px, py = stage.pixel(0, u, v, float(share(np.array(x), np.array(y))) + 0.006)
        if abs(room) < MARGIN or any(np.hypot(px - a, py - b) < 18 for a, b in marks):
            continue
        around = alpha[int(py) - 1 : int(py) + 2, int(px) - 1 : int(px) + 2]
        seen["hidden" if room < 0 else "in sight"].append(int(around.max()))
    assert len(seen["hidden"]) >= 5 and len(seen["in sight"]) >= 5
    assert min(seen["in sight"]) > 240
    assert all(60 < alpha < 190 for alpha in seen["hidden"])
