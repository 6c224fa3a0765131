"""Nine panels: all painted, from one WebGL context, which is not lost."""

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


def test_nine_panels_share_a_context(open_page: Opener) -> None:
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
    stage.page.add_style_tag(content=".scene > canvas:not(.mountain) { visibility: hidden }")
    assert [variety(pixels(stage.scene(i).screenshot())) > 300 for i in range(9)] == [True] * 9
    # walkers come and go, and with them the size of all panels
    for i in (8, 7, 6):
        stage.page.click(f"#rate-remove-{i}")
        stage.wait("(count) => window.fallLine.stage.panels.length === count", i)
    for i in range(6, 9):
        stage.page.click("#preset-good")
        stage.wait("(count) => window.fallLine.stage.panels.length === count", i + 1)
    stage.ready()
    assert stage.js("() => window.lost") == 0
    canvases = stage.page.locator(".gl-container canvas")
    assert canvases.count() == 1, "one mountain for all"
    lost = "(canvas) => (canvas.getContext('webgl') ?? canvas.getContext('webgl2')).isContextLost()"
    assert canvases.evaluate(lost) is False
    assert (stage.errors, stage.warnings) == ([], [])
