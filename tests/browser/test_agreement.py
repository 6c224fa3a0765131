"""The overlay and the mountain agree within a pixel, whatever the camera, the panels and the screen."""

from __future__ import annotations

import numpy as np
import pytest

from app.figures.ground import ground
from app.figures.look import WALKERS
from surfaces import get_surface
from tests.browser.beacon import LIGHT, OUT, PLACES, RADIUS, bead, errors, light, put_out
from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.pixels import apart

LINK = "?surface=himmelblau&start=0.2,4.4&direction=down&steps=40&rates="
CAMERAS = [
    (0.6, -1.5, 1.6, 0.0, 0.0, -0.05),
    (-1.6, -1.1, 0.7, 0.0, 0.0, 0.0),
    (1.9, -0.2, 1.3, 0.1, -0.05, -0.1),
    (0.05, -0.05, 2.3, 0.0, 0.0, 0.0),  # from straight above
    (-0.5, -0.9, 0.9, -0.1, -0.2, 0.2),  # near
    (1.5, -4.0, 3.0, 0.3, 0.3, 0.0),  # far, and off the middle
]
LIFT = 0.006  # of the drawn height: how far walkers are held above the ground


def rates(count: int) -> str:
    return ",".join(f"0.00{i + 1}" for i in range(count))


def start() -> tuple[float, float, float]:
    """The walkers' start in cells and heights, from the formula, not from the page."""
    surface = get_surface("himmelblau")
    drawn = ground(surface)
    height = (float(surface.loss(np.array([0.2, 4.4]))) - drawn.low) / (drawn.high - drawn.low)
    return (0.2 + 5) * 11.9, (4.4 + 5) * 11.9, height + LIFT


@pytest.mark.parametrize("count", [1, 3, 4])
def test_at_rest(stage: Stage, count: int) -> None:
    stage.visit(LINK + rates(count))
    panels = range(count)
    light(stage, *panels)
    try:
        assert errors(stage, *panels)[0] <= 1
        for i in panels:
            assert apart(bead(stage, i, WALKERS[i]), stage.pixel(i, *start())) <= 1
        for camera in CAMERAS if count == 1 else CAMERAS[1:2]:
            stage.turn(camera)
            assert errors(stage, *panels)[0] <= 1, camera
            assert apart(bead(stage, 0, WALKERS[0]), stage.pixel(0, *start())) <= 1
    finally:
        put_out(stage)


def test_after_a_resize_and_after_a_walker_more(stage: Stage) -> None:
    stage.visit(LINK + rates(2))
    light(stage, 0, 1)
    try:
        for size in ((1100, 700), (1366, 900)):
            before = stage.js("() => String(window.fallLine.stage.panels[0].size)")
            stage.page.set_viewport_size({"width": size[0], "height": size[1]})
            stage.wait("(size) => String(window.fallLine.stage.panels[0].size) !== size", before)
            assert errors(stage.settled(), 0, 1)[0] <= 1, size
    finally:
        stage.page.set_viewport_size({"width": 1280, "height": 800})
        put_out(stage)
    stage.page.click("#preset-good")
    stage.wait("() => window.fallLine.stage.panels.length === 3")
    light(stage.ready(), 2)
    try:
        assert errors(stage, 2)[0] <= 1
    finally:
        put_out(stage)


def test_in_mid_drag_the_mouse_held_still(stage: Stage) -> None:
    light(stage, 0, 1, 2)
    rest = stage.cameras()[0]
    try:
        for dx, dy in ((70, 10), (-90, 35)):
            stage.drag(1, dx, dy, release=False)
            assert stage.cameras()[0] != rest
            assert errors(stage, 0, 1, 2)[0] <= 1
            stage.page.mouse.up()
    finally:
        stage.page.mouse.up()
        put_out(stage)


# What this very animation frame shows, after the stage has drawn it: how far each
# beacon is from where the overlay believes it, and the walker from where it should be.
WATCH = """([color, place, walker, start]) => {
  const panel = window.fallLine.stage.panels[0];
  const [width, height] = panel.size;
  const shot = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const find = (source, hex) => {
    shot.clearRect(0, 0, width, height);
    shot.drawImage(source, 0, 0, width, height);
    const { data } = shot.getImageData(0, 0, width, height);
    const [want, sum] = [rgb(hex), [0, 0, 0]];
    for (let k = 0; k < data.length; k += 4) {
      if (data[k + 3] < 128 || want.some((c, n) => Math.abs(data[k + n] - c) > 60)) continue;
      [sum[0], sum[1], sum[2]] = [sum[0] + ((k / 4) % width) + 0.5, sum[1] + Math.floor(k / 4 / width) + 0.5, sum[2] + 1];
    }
    return sum[2] ? [sum[0] / sum[2], sum[1] / sum[2]] : [null];
  };
  const pixel = ([u, v, h]) => {
    const m = panel.projection.matrix;
    const at = (r) => m[r] * u + m[4 + r] * v + m[8 + r] * h + m[12 + r];
    return [((at(0) / at(3) + 1) / 2) * width, ((1 - at(1) / at(3)) / 2) * height];
  };
  window.frames = [];
  const photograph = panel.scene.querySelector(".mountain");
  const look = () => {
    window.looking = requestAnimationFrame(look);
    const layers = flat(panel.scene).canvas;
    window.frames.push({ beacon: find(photograph, color), believed: pixel(place), walker: find(layers, walker), due: pixel(start) });
  };
  window.looking = requestAnimationFrame(look);
}"""


def test_in_every_frame_of_a_drag(stage: Stage) -> None:
    stage.visit(LINK + "0.001")
    stage.js(LIGHT, [0, PLACES, RADIUS])
    color = "#00ffff"
    stage.settled().js(WATCH, [color, PLACES[color], WALKERS[0], start()])
    try:
        stage.drag(0, 300, 60)
        frames = stage.js("() => window.frames")
    finally:
        stage.js("() => cancelAnimationFrame(window.looking)")
        stage.js(OUT)
    places = {tuple(round(x) for x in frame["beacon"]) for frame in frames}
    assert len(places) >= 3, "the mountain was not seen turning"
    for frame in frames:
        assert apart(frame["beacon"], frame["believed"]) <= 1
        assert apart(frame["walker"], frame["due"]) <= 1


@pytest.mark.parametrize(("count", "size"), [(1, (700, 620)), (9, (1280, 900))])
def test_at_two_pixels_to_one(open_page: Opener, count: int, size: tuple[int, int]) -> None:
    window = {"width": size[0], "height": size[1]}
    stage = open_page(LINK + rates(count), viewport=window, device_scale_factor=2)
    some = sorted({0, count // 2, count - 1})
    light(stage, *some)
    assert errors(stage, *some, scale=2)[0] <= 1
    assert apart(bead(stage, some[-1], WALKERS[some[-1]]), stage.pixel(some[-1], *start())) <= 1
    stage.drag(0, 60, 10)
    assert errors(stage, *some, scale=2)[0] <= 1
    assert stage.errors == []
