"""Light and dark, wide and narrow: everything can be read and reached."""

from __future__ import annotations

import numpy as np
import pytest

from app.figures.look import LOOKS
from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.pixels import pixels

LINK = "?surface=himmelblau&start=0.2,4.4&direction=down&steps=40&at=40&rates="
RATES = ["0.000092", "0.019", "0.029", "0.0331", "0.044", "0.006", "0.007", "0.008", "0.09"]

# Pairs of texts that lie over each other, of all that can be seen in the panels and their cards.
OVERLAPS = """() => {
  const texts = [];
  const walk = document.createTreeWalker(document.querySelector(".stage"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const owner = node.parentElement;
    if (!node.data.trim() || owner.closest("svg") || !owner.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let { left, top, right, bottom } = range.getBoundingClientRect();
    for (let box = owner; box && !box.matches(".stage"); box = box.parentElement) {
      if (getComputedStyle(box).overflowX === "visible") continue;
      const edge = box.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    if (right - left > 1 && bottom - top > 1) texts.push({ text: node.data, left, top, right, bottom });
  }
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3; // lines of text stand close
  return texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => over(a, b)).map((b) => `${a.text} | ${b.text}`));
}"""
# Texts of the panels that are cut off at their right end.
CUT = """() => [...document.querySelectorAll(".panel .rate, .panel .fact b, .panel .fact")].filter((node) => {
  const box = node.getBoundingClientRect();
  return box.right > node.closest(".panel").getBoundingClientRect().right;
}).map((node) => node.textContent)"""

# Words and numbers of the panels that are longer than their place.
SHORTENED = """() => [...document.querySelectorAll(".title .key, .title .ending, .facts")]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((node) => node.textContent)"""


def paper(stage: Stage) -> list[int]:
    """The colour of the page beside its cards."""
    box = stage.page.locator(".stage").bounding_box()
    assert box
    screen = pixels(stage.page.screenshot())
    return screen[int(box["y"]) + 3, int(box["x"]) + 5, :3].tolist()


def rgb(color: str) -> list[int]:
    return [int(color[i : i + 2], 16) for i in (1, 3, 5)]


def test_a_look_changes_page_charts_and_mountain_and_is_in_the_link(stage: Stage) -> None:
    before = paper(stage), pixels(stage.scene(0).screenshot())
    mountains = [before[1]]
    for look in [look for key, look in LOOKS.items() if key != "terrain"]:
        stage.dress(look.key)
        stage.settled()
        assert paper(stage) == rgb(look.paper)
        mountain = pixels(stage.scene(0).screenshot())
        assert (np.median(mountain[..., :3]) < 80) == look.dark
        assert all((mountain != other).mean() > 0.1 for other in mountains)
        mountains.append(mountain)
        tick = "() => window.fallLine.stage.{}.plot.layout.xaxis.tickfont.color"
        for chart in ("map", "charts.race"):
            assert stage.js(tick.format(chart)) == look.quiet
        stage.wait("(key) => new URLSearchParams(location.search).get('look') === key", look.key)
    stage.dress("terrain")
    assert paper(stage.settled()) == before[0]
    assert (pixels(stage.scene(0).screenshot()) == before[1]).mean() > 0.99


@pytest.mark.parametrize("count", [1, 3, 9])
def test_on_a_laptop(stage: Stage, count: int) -> None:
    try:
        stage.page.set_viewport_size({"width": 1440, "height": 900})
        stage.visit(LINK + ",".join(RATES[:count]))
        size = stage.js(
            "() => { const s = document.scrollingElement; return [s.scrollWidth, s.scrollHeight, innerWidth, innerHeight]; }"
        )
        assert size[0] <= size[2] and size[1] <= size[3]
        assert stage.js(OVERLAPS) == []
        assert stage.js(CUT) == []
        boxes = stage.js("() => window.fallLine.stage.panels.map(({ size }) => size)")
        assert len(boxes) == count and all(width > 150 and height > 90 for width, height in boxes)
        for chart in ("#map", "#race", "#player"):
            box = stage.page.locator(chart).bounding_box()
            assert box and box["y"] + box["height"] <= 900 and box["height"] > 30
    finally:
        stage.page.set_viewport_size({"width": 1280, "height": 800})


def test_three_endings_are_whole_on_a_small_laptop(stage: Stage) -> None:
    stage.visit("?surface=himmelblau&start=0.2,4.4&rates=0.0201,0.001,0.000123&steps=300")
    stage.page.keyboard.press("End")
    stage.wait("() => window.fallLine.stage.told === 300")
    assert stage.page.locator(".title .ending:visible").count() == 3
    assert stage.js(SHORTENED) == []


def test_on_a_phone(open_page: Opener) -> None:
    stage = open_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    assert stage.js("() => document.scrollingElement.scrollWidth") <= 390
    player = stage.page.locator("#player").bounding_box()
    assert player and player["y"] >= 0 and player["y"] + player["height"] <= 844
    stage.press("forward")
    stage.wait("() => window.fallLine.stage.clock.playhead === 1")
    assert stage.settled().js(OVERLAPS) == [] and stage.js(CUT) == []
    for i in range(3):
        stage.scene(i).scroll_into_view_if_needed()
        width, height = stage.js("(i) => window.fallLine.stage.panels[i].size", i)
        assert 250 < width <= 390 and height > 200
    for part in ("#export", "#surface", "#rate-0", "#steps", "#race"):
        stage.page.locator(part).scroll_into_view_if_needed()
        box = stage.page.locator(part).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert stage.errors == []
