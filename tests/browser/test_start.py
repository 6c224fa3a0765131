"""The start is where the map or the mountain was clicked, or what was typed."""

from __future__ import annotations

import pytest

from app.figures.ground import ground
from surfaces import get_surface
from tests.browser.page import Stage

SURFACE = get_surface("himmelblau")
CELL = (SURFACE.x[1] - SURFACE.x[0]) / 119
HEIGHTS = ground(SURFACE).heights / 65535


def typed(stage: Stage) -> tuple[float, float]:
    return tuple(float(stage.page.input_value(f"#start-{axis}")) for axis in "xy")  # type: ignore


def cells(x: float, y: float) -> tuple[int, int]:
    return round((x - SURFACE.x[0]) / CELL), round((y - SURFACE.y[0]) / CELL)


def started(stage: Stage, x: float, y: float, within: float) -> None:
    """The walk sets out near (x, y), and the boxes say the same."""
    stage.wait(
        """([x, y, within]) => {
          const { scene, queue } = window.fallLine.stage;
          const [a, b] = scene.climb.points;
          return Math.abs(a - x) <= within && Math.abs(b - y) <= within;
        }""",
        [x, y, within],
    )
    assert typed(stage) == pytest.approx(stage.climb()["start"], rel=1e-4)


@pytest.mark.parametrize(("x", "y"), [(-3.0, 2.0), (3.5, -4.0)])
def test_clicking_the_map_sets_the_start(stage: Stage, x: float, y: float) -> None:
    frame = stage.js("() => window.fallLine.stage.map.frame")
    right = frame["x"] + frame["width"] * (x - SURFACE.x[0]) / 10
    down = frame["y"] + frame["height"] * (SURFACE.y[1] - y) / 10
    stage.click_in(stage.page.locator("#map"), right, down)
    started(stage, x, y, 10 / frame["width"])  # a pixel of the map


@pytest.mark.parametrize("i", [0, 2])
def test_clicking_the_mountain_sets_the_start(stage: Stage, i: int) -> None:
    x, y = -0.3, -0.9  # the middle plateau, in sight from the usual camera
    u, v = cells(x, y)
    stage.click_in(stage.scene(i), *stage.pixel(i, u, v, HEIGHTS[v, u]))
    started(stage, x, y, 1.5 * CELL)


def test_clicking_beside_the_ground_changes_nothing(stage: Stage) -> None:
    before = stage.climb()
    stage.click_in(stage.scene(0), 4, 4)
    stage.click_in(stage.page.locator("#map"), 3, 60)
    stage.page.fill(
        "#start-x", "1"
    )  # something that does change, so that there is an end to wait for
    started(stage, 1, before["start"][1], 1e-6)


def test_dragging_does_not_set_the_start(stage: Stage) -> None:
    before = stage.climb()["link"]
    for panel in (0, 1):
        stage.drag(panel, 40, 12)
    stage.page.fill("#steps", "61")
    stage.wait("() => window.fallLine.stage.scene.climb.steps === 61")
    assert stage.climb()["link"] == before.replace("steps=60", "steps=61")


def test_typing_sets_the_start(stage: Stage) -> None:
    stage.page.fill("#start-x", "-2.5")
    stage.page.fill("#start-y", "1e0")
    started(stage, -2.5, 1, 1e-6)
    assert stage.page.input_value("#start-y") == "1e0"
    stage.wait("() => location.search.includes('start=-2.5,1.0')")


def test_the_start_is_the_same_in_all_panels(stage: Stage) -> None:
    stage.page.fill("#start-x", "4")
    started(stage, 4, SURFACE.start[1], 1e-6)
    points = stage.js(
        """() => {
          const { points, steps, rates } = window.fallLine.stage.climb;
          return rates.map((_, i) => [points[i * (steps + 1) * 2], points[i * (steps + 1) * 2 + 1]]);
        }"""
    )
    assert points[0] == points[1] == points[2] == pytest.approx([4, SURFACE.start[1]])
