"""The browser takes a 3D picture away: it comes back by itself, once; then there is a message."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&direction=down&steps=40"
LOSE = """() => {
  const mountain = mountainOf(0);
  mountain.before = mountain.eye;
  const canvas = mountain.plot.querySelector(".gl-container canvas");
  (canvas.getContext("webgl2") ?? canvas.getContext("webgl")).getExtension("WEBGL_lose_context").loseContext();
}"""


def test_a_lost_picture(open_page: Callable[..., Stage]) -> None:
    stage = open_page(f"{LINK}&camera=1.2,-1,1,0,0,0&at=5")
    camera, overlay = stage.cameras()[0], stage.overlay(0)
    stage.js(LOSE)
    stage.wait(
        "() => { const { eye, before, standing } = mountainOf(0); return standing && eye !== before; }"
    )
    stage.settled()
    assert stage.overlay(0) == overlay
    assert max(abs(a - b) for a, b in zip(stage.cameras()[0], camera, strict=True)) < 1e-3
    assert stage.page.locator(".no-webgl").count() == 0
    stage.press("forward")
    assert stage.settled().clock()["playhead"] == 6
    stage.js(LOSE)
    stage.page.locator(".panel:first-child .no-webgl").wait_for()
    assert "reload" in stage.page.locator(".no-webgl").first.inner_text()
    stage.press("forward")
    assert stage.settled().clock()["playhead"] == 7, "all else goes on"
    stage.page.fill("#rate-1", "0.02")
    stage.wait("() => window.fallLine.stage.scene.climb.rates[1] === 0.02")
    assert stage.page.locator(".no-webgl").count() == 2
