"""Nine panels: all painted, no WebGL context lost."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opener
from tests.browser.pixels import pixels, variety

COUNT_LOST = """
window.lost = 0;
document.addEventListener("webglcontextlost", () => window.lost++, true);
"""
LINK = "?surface=himmelblau&start=0.2,4.4&direction=down&steps=40&rates="
RATES = [f"0.00{i}" for i in range(1, 10)]


def test_nine_panels_keep_their_contexts(open_page: Opener) -> None:
    stage = open_page(LINK + ",".join(RATES), init=COUNT_LOST)
    assert stage.climb()["rates"] == [float(rate) for rate in RATES]
    stage.dress("slate")  # every mountain is drawn once more
    stage.settled()
    stage.drag(4, 40, 10)
    cameras = stage.cameras()
    assert len(cameras) == 9 and all(camera == pytest.approx(cameras[4]) for camera in cameras)
    stage.press("last")
    stage.wait("() => window.fallLine.stage.clock.playhead === 40")
    stage.settled()
    overlays = {stage.overlay(i) for i in range(9)}
    assert len(overlays) == 9
    stage.page.add_style_tag(content=".scene > canvas { visibility: hidden }")
    assert [variety(pixels(stage.scene(i).screenshot())) > 300 for i in range(9)] == [True] * 9
    # walkers come and go: contexts of panels that went are not held
    for i in (8, 7, 6):
        stage.page.click(f"#rate-remove-{i}")
        stage.wait("(count) => window.fallLine.stage.panels.length === count", i)
    for i in range(6, 9):
        stage.page.click("#preset-good")
        stage.wait("(count) => window.fallLine.stage.panels.length === count", i + 1)
    stage.ready()
    assert stage.js("() => window.lost") == 0
    lost = "() => window.fallLine.stage.panels.map(({ plot }) => plot.querySelector('.gl-container canvas'))"
    contexts = f"() => ({lost})().map((canvas) => (canvas.getContext('webgl') ?? canvas.getContext('webgl2')).isContextLost())"
    assert stage.js(contexts) == [False] * 9
    assert (stage.errors, stage.warnings) == ([], [])
