"""Learning rates change the paths; the mountain is neither drawn nor sent again."""

from __future__ import annotations

import math

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Opener
from tests.browser.page import Stage

# Counts what plotly is told to draw in 3D, and remembers the heights it holds.
WATCH = """() => {
  const { studio, map } = window.fallLine.stage;
  window.drawn = [];
  window.held = studio.mountains.map(({ plot }) => plot.data[0].z);
  for (const name of ["react", "newPlot", "restyle", "update", "redraw", "animate", "relayout"]) {
    const original = (window.Plotly[`original-${name}`] ??= window.Plotly[name]);
    window.Plotly[name] = function (gd, ...rest) {
      if (gd.closest(".studio") || gd === map.plot) window.drawn.push(name);
      return original.call(this, gd, ...rest);
    };
  }
}"""
HELD = """() => {
  const same = (a, b) => a.length === b.length && a.every((row, i) => row === b[i]);
  const now = window.fallLine.stage.studio.mountains.map(({ plot }) => plot.data[0].z);
  return { drawn: window.drawn, same: now.map((z, i) => i < held.length && same(z, held[i])) };
}"""
PATH = "(i) => Array.from(window.fallLine.stage.scene.paths[i].u.slice(0, 40))"


class Wire:
    """What the server answers while it listens: which stores each answer fills."""

    def __init__(self, stage: Stage) -> None:
        self.page = stage.page
        self.grounds: list[str] = []
        self.sizes: list[int] = []

    def __enter__(self) -> Wire:
        self.page.on("response", self.hear)
        return self

    def __exit__(self, *_: object) -> None:
        self.page.remove_listener("response", self.hear)

    def hear(self, response: Response) -> None:
        if response.request.method != "POST":
            return
        if "heights" in response.text():
            self.grounds.append(response.url)
        if response.url.endswith("/climb"):
            self.sizes.append(int(response.headers.get("content-length", 0)))


def walks(stage: Stage, *rates: float) -> None:
    """Wait until exactly these rates walk."""
    close = "(a, b) => a.length === b.length && a.every((x, i) => Math.abs(x / b[i] - 1) < 0.01)"
    stage.wait(f"(rates) => ({close})(window.fallLine.stage.scene.climb.rates, rates)", list(rates))
    stage.settled()


def change(stage: Stage, how: str) -> float:
    """Give the second walker another rate, and return it."""
    if how == "typed":
        stage.rate(1).fill("0.005")
        return 0.005
    thumb = stage.page.locator("#rate-slider-1 [role=slider]")
    box, track = thumb.bounding_box(), stage.page.locator("#rate-slider-1").bounding_box()
    assert box and track
    y = box["y"] + box["height"] / 2
    stage.page.mouse.move(box["x"] + box["width"] / 2, y)
    stage.page.mouse.down()
    x = box["x"] + box["width"] / 2 - track["width"] / 14  # a seventh of the slider is a decade
    stage.page.mouse.move(x, y, steps=3)
    stage.page.mouse.up()
    return 0.019 / math.sqrt(10)


@pytest.mark.parametrize("how", ["typed", "dragged"])
def test_a_changed_rate_changes_only_the_path(stage: Stage, how: str) -> None:
    before = stage.climb()["rates"]
    paths = [stage.js(PATH, i) for i in range(3)]
    stage.js(WATCH)
    with Wire(stage) as wire:
        rate = change(stage, how)
        stage.wait(f"() => Math.abs(window.fallLine.stage.scene.climb.rates[1] / {rate} - 1) < 0.2")
        stage.settled()
    assert wire.grounds == []
    assert wire.sizes and 0 < max(wire.sizes) <= 40_000
    assert stage.js(HELD) == {"drawn": [], "same": [True]}
    assert [stage.js(PATH, i) == paths[i] for i in range(3)] == [True, False, True]
    after = stage.climb()["rates"]
    assert [after[0], after[2]] == [before[0], before[2]]
    assert float(stage.rate(1).input_value()) == after[1]
    assert f"rate\n{after[1]:g}" in stage.captions()[1].replace("rate ", "rate\n")
    slider = stage.page.get_attribute("#rate-slider-1 [role=slider]", "aria-valuenow")
    assert float(slider or 9) == pytest.approx(math.log10(after[1]), abs=0.02)


def test_a_preset_adds_a_walker_and_removing_takes_it_away(stage: Stage) -> None:
    small, good, large = stage.climb()["rates"]
    stage.js(WATCH)
    with Wire(stage) as wire:
        stage.page.click("#preset-diverges")
        stage.wait("() => window.fallLine.stage.panels.length === 4")
        stage.ready()
        # the mountain that stands there serves the new panel too, but for its size
        held = stage.js(HELD)
        assert "react" not in held["drawn"] and held["same"] == [True]
        assert "blew up" in end_of(stage, 3) or "left the map" in end_of(stage, 3)
        diverges = float(stage.rates()[-1])
        stage.page.click("#rate-remove-1")
        walks(stage, small, large, diverges)
        assert len(stage.captions()) == 3
        stage.page.click("#suggest")
        walks(stage, small, good, large)
    assert wire.grounds == []


def test_a_new_panel_is_drawn_at_its_own_size(stage: Stage) -> None:
    sizes = """() => window.fallLine.stage.panels.map(({ size, scene }, i) =>
      [String(mountainOf(i).size), String([scene.clientWidth, scene.clientHeight])])"""
    stage.page.click("#preset-good")
    stage.wait("() => window.fallLine.stage.panels.length === 4")
    stage.ready()
    assert all(drawn == size for drawn, size in stage.js(sizes))


def end_of(stage: Stage, i: int) -> str:
    return stage.js("(i) => window.fallLine.stage.climb.endings[i].sentence", i)


def test_one_walker_must_stay(stage: Stage) -> None:
    stage.visit("?surface=round-bowl&start=1,1&rates=0.1&steps=20")
    stage.page.click("#rate-remove-0")
    stage.page.get_by_text("One walker must stay").wait_for()
    assert stage.climb()["rates"] == [0.1] and stage.rates() == ["0.1"]


def test_all_walkers_on_one_mountain(stage: Stage) -> None:
    stage.pick("layout", "together")
    stage.wait("() => window.fallLine.stage.panels.length === 1")
    stage.ready()
    words = stage.captions()
    assert len(words) == 1
    assert all(f"{rate:.6f}".rstrip("0") in words[0] for rate in stage.climb()["rates"])
    assert stage.js("() => window.fallLine.stage.panels[0].picture.walkers") == [0, 1, 2]
    stage.pick("layout", "side")
    stage.wait("() => window.fallLine.stage.panels.length === 3")
    stage.ready()


def test_a_rate_is_read_with_the_readers_comma_and_typed_with_a_point(open_page: Opener) -> None:
    stage = open_page("?lang=ru&surface=round-bowl&start=1,1&rates=0.25&steps=20")
    assert stage.page.locator(".panel .rate").inner_text() == "0,25"
    assert stage.rates() == ["0.25"]
    stage.wait("() => location.search.includes('rates=0.25&')")
