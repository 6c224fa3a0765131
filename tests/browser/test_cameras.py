"""Cameras: linked unless they are not, and where they were left."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.browser.page import Stage
from tests.browser.pixels import pixels


def close(a: list[float], b: list[float]) -> bool:
    return a == pytest.approx(b, abs=1e-4)


def test_the_same_drag_turns_as_far_however_slow_the_drawing(stage: Stage) -> None:
    ends = []
    for _ in range(3):
        stage.visit("")
        stage.drag(1, 60, 20)
        ends.append(stage.cameras()[1])
    assert close(ends[1], ends[0]) and close(ends[2], ends[0])


def test_turning_one_turns_all(stage: Stage) -> None:
    rest = stage.cameras()
    stage.drag(1, 60, 20)
    after = stage.cameras()
    assert not close(after[1], rest[1])
    assert close(after[0], after[1]) and close(after[2], after[1])
    stage.drag(0, -45, 0)
    again = stage.cameras()
    assert not close(again[0], after[0])
    assert close(again[1], again[0]) and close(again[2], again[0])


def test_all_turn_while_the_mouse_is_still_down(stage: Stage) -> None:
    rest = stage.cameras()
    stage.drag(2, 50, 10, release=False)
    held = stage.cameras()
    stage.page.mouse.up()
    assert not close(held[2], rest[2])
    assert close(held[0], held[2]) and close(held[1], held[2])


def test_unlinked_cameras_turn_alone(stage: Stage) -> None:
    stage.switch("linked")
    stage.wait("() => window.fallLine.stage.view.linked === false")
    rest = stage.cameras()
    stage.drag(1, 60, 20)
    after = stage.cameras()
    assert not close(after[1], rest[1])
    assert close(after[0], rest[0]) and close(after[2], rest[2])
    stage.switch("linked")
    stage.wait("() => window.fallLine.stage.view.linked === true")
    linked = stage.settled().cameras()
    assert (
        close(linked[1], after[1]) and close(linked[0], linked[1]) and close(linked[2], linked[1])
    )


def test_the_wheel_comes_closer_everywhere(stage: Stage) -> None:
    rest = stage.cameras()
    stage.scene(0).hover()
    stage.page.mouse.wheel(0, -200)
    stage.wait(
        "(eye) => Math.abs(window.fallLine.stage.panels[2].camera[1] - eye) > 0.05",
        rest[2][1],
    )
    stage.settled()
    after = stage.cameras()
    assert sum(x * x for x in after[0][:3]) < sum(x * x for x in rest[0][:3])
    assert close(after[2], after[0])


def test_the_camera_survives(stage: Stage) -> None:
    """A changed rate, a walker more, another look, another size, and playing."""
    stage.drag(0, 70, 15)
    turned = stage.cameras()[0]
    stage.rate(0).fill("0.004")
    stage.wait("() => window.fallLine.stage.scene.climb.rates[0] === 0.004")
    assert all(close(camera, turned) for camera in stage.settled().cameras())
    stage.page.click("#preset-good")
    stage.wait("() => window.fallLine.stage.panels.length === 4")
    assert all(close(camera, turned) for camera in stage.ready().cameras())
    stage.dress("slate")
    assert all(close(camera, turned) for camera in stage.settled().cameras())
    before = stage.js("() => window.fallLine.stage.panels[0].size")
    try:
        stage.page.set_viewport_size({"width": 1120, "height": 720})
        stage.wait(
            "(size) => String(window.fallLine.stage.panels[0].size) !== String(size)", before
        )
        assert all(close(camera, turned) for camera in stage.settled().cameras())
    finally:
        stage.page.set_viewport_size({"width": 1280, "height": 800})
    stage.press("play")
    stage.wait("() => window.fallLine.stage.clock.playhead > 1")
    stage.press("play")
    assert all(close(camera, turned) for camera in stage.settled().cameras())


def test_a_camera_nobody_turned_fits_any_size(stage: Stage) -> None:
    stage.settled()  # the window's size before it may still be on its way
    rest = stage.settled().cameras()[0]
    try:
        stage.page.set_viewport_size({"width": 1000, "height": 800})
        stage.wait(
            "(eye) => Math.abs(window.fallLine.stage.panels[0].camera[1] - eye) > 0.05",
            rest[1],
        )
        assert "camera" not in stage.page.url
    finally:
        stage.page.set_viewport_size({"width": 1280, "height": 800})
    stage.wait("(eye) => Math.abs(window.fallLine.stage.panels[0].camera[1] - eye) < 1e-3", rest[1])


def test_a_window_that_changes_while_the_map_is_drawn(stage: Stage) -> None:
    """The mountains were measured before, the map is measured after: they must not stay behind."""
    stage.js(
        """() => {
          const { stage } = window.fallLine;
          const { panels } = stage.hosts;
          const raise = stage.raiseCharts;
          stage.raiseCharts = () => {
            delete stage.raiseCharts;
            panels.style.width = "";
            return raise.call(stage);
          };
          panels.style.width = "70%";
        }"""
    )
    stage.wait("() => !Object.hasOwn(window.fallLine.stage, 'raiseCharts')")
    stage.wait("() => !window.fallLine.stage.panels.some(({ outgrown }) => outgrown)")


def _shade(shown: Any, x: int, y: int) -> float:
    """How light the ground is around a pixel: of most pixels there, for a contour may cross it."""
    return float(np.median(shown[y - 3 : y + 4, x - 3 : x + 4, :3].mean(axis=-1)))


def test_the_sun_stands_still_over_the_map(stage: Stage) -> None:
    """A slope has the same shade from wherever one looks: the light does not turn with the eye."""
    slopes = {"west": (25, 60), "east": (95, 60), "south": (60, 25), "north": (60, 95)}
    shades = []
    for eye in ("0.6,-1.4,1.3", "1.4,0.6,1.3"):
        link = "?surface=round-bowl&start=1,1&rates=0.1&direction=down&steps=5&look=paper"
        stage.visit(f"{link}&camera={eye},0,0,-0.05")
        hide = stage.page.add_style_tag(
            content=".scene > canvas:not(.mountain) { visibility: hidden }"
        )
        shown = pixels(stage.scene(0).screenshot())
        hide.evaluate("(node) => node.remove()")
        heights = stage.js("() => [...window.fallLine.stage.ground.grid.heights]")
        places = [stage.pixel(0, u, v, heights[120 * v + u]) for u, v in slopes.values()]
        shades.append([_shade(shown, int(x), int(y)) for x, y in places])
    assert shades[0] == pytest.approx(shades[1], abs=12)
    west, east, south, north = shades[0]  # of a bowl: its east slope faces the sun in the west
    assert east > south > north > west
