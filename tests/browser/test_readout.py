"""Pointing at the map and at the race tells numbers."""

from __future__ import annotations

import re

import numpy as np

from surfaces import get_surface
from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&direction=down&steps=40"


def _numbers(stage: Stage, host: str) -> list[float]:
    words = stage.page.locator(f"{host} .readout")
    words.wait_for()
    text = words.inner_text().replace("\u2212", "-")
    return [float(word) for word in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", text)]


def test_the_map_tells_place_and_loss(stage: Stage) -> None:
    stage.visit(LINK)
    frame = stage.js("() => window.fallLine.stage.map.frame")
    at = {"x": frame["x"] + 0.7 * frame["width"], "y": frame["y"] + 0.3 * frame["height"]}
    stage.page.hover("#map", position=at)
    x, y, loss = _numbers(stage, "#map")
    assert abs(x - 2) < 0.1 and abs(y - 2) < 0.1
    true = float(get_surface("himmelblau").loss(np.array([x, y])))
    assert abs(loss - true) < 2, "heights are drawn to a hundredth of their range"
    stage.page.hover(".brand")
    assert not stage.page.is_visible("#map .readout")


def test_the_race_tells_the_losses_at_a_step(stage: Stage) -> None:
    stage.visit(LINK)
    frame = stage.js("() => window.fallLine.stage.charts.race.frame")
    x = frame["x"] + frame["width"] * 10 / 40
    stage.page.hover("#race", position={"x": x, "y": frame["y"] + 20})
    step, _, first, _, second = _numbers(stage, "#race")
    losses = stage.js("() => [10, 51].map((n) => window.fallLine.stage.climb.losses[n])")
    assert step == 10
    assert [first, second] == [float(f"{loss:.5g}") for loss in losses]
