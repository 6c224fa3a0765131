"""Basins on the map: painted as they come, told, cancelled; a click still sets the start."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from app.figures.endings import BASINS
from app.figures.look import WALKERS
from app.ui.callbacks import basins as streams
from app.walk.basins import Part, parts
from surfaces import get_surface
from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.test_start import started

SURFACE = get_surface("himmelblau")
LINK = "?surface=himmelblau&start=0.2,4.4&direction=down&steps=100&rates=0.01,0.02"
# The colour of the canvas under the contour lines at true places of the map.
COLORS = """(places) => {
  const { frame, under: { canvas }, size } = window.fallLine.stage.map;
  const context = new OffscreenCanvas(...size).getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0, ...size);
  return places.map(([x, y]) => {
    const left = frame.x + frame.width * (x + 5) / 10, top = frame.y + frame.height * (5 - y) / 10;
    return [...context.getImageData(left, top, 1, 1).data];
  });
}"""


def pixel(stage: Stage, x: float, y: float) -> tuple[float, float]:
    frame = stage.js("() => window.fallLine.stage.map.frame")
    return frame["x"] + frame["width"] * (x + 5) / 10, frame["y"] + frame["height"] * (5 - y) / 10


def state(stage: Stage) -> str:
    found: str = stage.page.locator("#basins-key").get_attribute("data-state") or ""
    return found


def becomes(stage: Stage, wanted: str) -> None:
    stage.page.locator(f"#basins-key[data-state={wanted}]").wait_for(state="attached")
    stage.settled()


def rate_is(stage: Stage, rate: float) -> None:
    """Wait for the whole picture of this rate."""
    stage.wait(
        """(rate) => {
          const { raster } = window.fallLine.stage.basins.desk;
          return raster?.rate === rate && raster.done === 1;
        }""",
        rate,
    )
    becomes(stage, "done")


def said(stage: Stage) -> str:
    return stage.page.inner_text("#basins-key .picture-said")


@pytest.fixture
def shown(stage: Stage) -> Stage:
    """Basins of walker 1."""
    stage.visit(LINK)
    stage.switch("basins")
    becomes(stage, "done")
    return stage


def hue(color: list[int]) -> int:
    """Which of BASINS a colour is a shade of."""
    assert color[3] == 255

    def off(base: str) -> float:
        rgb = [int(base[i : i + 2], 16) for i in (1, 3, 5)]
        light = sum(c * b for c, b in zip(color, rgb, strict=False)) / sum(b * b for b in rgb)
        return sum((c - light * b) ** 2 for c, b in zip(color, rgb, strict=False))

    return min(range(len(BASINS)), key=lambda i: off(BASINS[i]))


def test_four_minima_have_four_colours(shown: Stage) -> None:
    colors = shown.js(COLORS, [list(place) for place in SURFACE.minima])
    assert sorted(hue(color) for color in colors) == [0, 1, 2, 3]
    legend = shown.page.locator("#basins-key li").all_inner_texts()
    assert len([line for line in legend if line.startswith("(")]) == 4
    assert said(shown).startswith("light: ")
    shown.wait("() => location.search.includes('basins=1')")
    shown.switch("basins")
    becomes(shown, "off")
    assert all(color[3] == 0 for color in shown.js(COLORS, [[3, 2]]))


def test_the_mouse_and_the_keys_ask_and_pick(shown: Stage) -> None:
    shown.page.locator("#map").hover(position=dict(zip("xy", pixel(shown, 2.5, 2.5), strict=True)))
    assert said(shown).startswith("from (2.")
    assert "): minimum at (3.00, 2.00) in " in said(shown)
    shown.page.mouse.move(5, 5)
    shown.page.locator("#basins-key select").focus()
    shown.page.keyboard.press("Shift+Tab")
    assert said(shown).startswith("from (0.")  # where the walkers set out
    for _ in range(10):
        shown.page.keyboard.press("Shift+ArrowLeft")
    assert said(shown).startswith("from (−1.")
    assert shown.clock()["playhead"] == 0
    before = shown.js("() => window.fallLine.stage.basins.desk.raster.done")
    shown.page.keyboard.press("Enter")
    x, y = 0.2 - 40 * 10 / 256, 4.4
    started(shown, x, y, 10 / 256)
    shown.click_in(shown.page.locator("#map"), *pixel(shown, -3, 2))
    started(shown, -3, 2, 0.1)
    assert (state(shown), before) == ("done", 1)  # another start, the same basins


def test_another_walker_or_course_is_another_picture(shown: Stage) -> None:
    first = shown.page.locator("#basins-key ul").inner_text()
    shown.page.select_option("#basins-key select", label="2")
    rate_is(shown, 0.02)
    red, green, blue = (int(WALKERS[1][i : i + 2], 16) for i in (1, 3, 5))
    select = shown.page.locator("#basins-key select")
    expect(select).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
    assert shown.page.locator("#basins-key ul").inner_text() != first
    shown.wait("() => location.search.includes('basins=2')")
    shown.rate(1).fill("0.01")
    rate_is(shown, 0.01)
    assert shown.page.locator("#basins-key ul").inner_text() == first


def test_cancel_stops_the_page_and_the_server(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, finished = threading.Event(), threading.Event()

    def slow(*args: Any) -> Iterator[Part]:
        try:
            for part in parts(*args):
                yield part
                time.sleep(0.5)
            finished.set()
        finally:
            stopped.set()

    monkeypatch.setattr(streams, "parts", slow)
    stage = open_page(LINK + "&basins=2")
    stage.page.locator("#basins-key li").first.wait_for()  # something is painted already
    assert state(stage) == "walking"
    assert not stopped.is_set()
    stage.page.click("#basins-key button")
    becomes(stage, "cancelled")
    assert stopped.wait(30) and not finished.is_set()
    monkeypatch.setattr(streams, "parts", parts)
    stage.page.click("#basins-key button")
    becomes(stage, "done")
    assert stage.errors == []
