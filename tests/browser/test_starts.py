"""Rates by starts: what a cell says is what the walk from there does; walked once a line, and told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from app.figures.endings import ENDING_LOOKS
from app.ui.callbacks import basins as streams
from app.walk.basins import Part, parts
from app.walk.endings import Ending
from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.pixels import pixels

LINK = "?surface=himmelblau&start=0.2,4.4&direction=down&steps=100&rates=0.01,0.02"
# Pixel of a place in the picture, in shares of it from its lower left corner.
PLACE = """([across, up]) => {
  const { x, y, width, height } = window.fallLine.stage.charts.starts.chart.frame;
  return [x + across * width, y + (1 - up) * height];
}"""


def becomes(stage: Stage, wanted: str) -> None:
    stage.page.locator(f"#starts-key[data-state={wanted}]").wait_for(state="attached")
    stage.settled()


def said(stage: Stage) -> str:
    return stage.page.inner_text("#starts-key .picture-said")


def goes(stage: Stage, x: float, y: float) -> None:
    """Wait until the walkers set out from there."""
    stage.wait(
        """([x, y]) => {
          const { points } = window.fallLine.stage.scene.climb;
          return Math.abs(points[0] - x) < 1e-4 && Math.abs(points[1] - y) < 1e-4;
        }""",
        [x, y],
    )
    stage.settled()


def shown(stage: Stage) -> Stage:
    stage.page.get_by_role("tab", name="Starts").click()
    becomes(stage.settled(), "done")
    return stage


@pytest.fixture
def line(stage: Stage) -> Iterator[Stage]:
    """Starts along x."""
    stage.visit(LINK)
    yield shown(stage)
    stage.page.get_by_role("tab", name="Race").click()


def place_of(sentence: str) -> tuple[float, float, float]:
    """Start and rate in "from (0.20, 4.40), rate 0.01: ..."."""
    place, _, rate = sentence.partition(":")[0].removeprefix("from (").partition("), rate ")
    x, y = place.replace("−", "-").split(", ")
    return float(x), float(y), float(rate)


@pytest.mark.parametrize("cell", [(0.15, 0.6), (0.85, 0.55), (0.7, 0.2), (0.3, 0.95)])
def test_a_click_walks_as_its_cell_says(line: Stage, cell: tuple[float, float]) -> None:
    plot = line.page.locator(".starts-plot")
    x, y = line.js(PLACE, list(cell))
    plot.hover(position={"x": x, "y": y})
    sentence = said(line)
    start, across, rate = place_of(sentence)
    assert across == 4.4
    plot.click(position={"x": x, "y": y})
    line.wait("(rate) => Math.abs(fallLine.stage.scene.climb.rates[0] / rate - 1) < 0.01", rate)
    line.settled()
    walked = line.climb()
    assert walked["start"] == pytest.approx([start, across], abs=0.01)
    assert walked["rates"][1] == 0.02
    assert line.page.input_value("#start-y") == "4.4"  # not touched
    ending, points = line.js(
        "() => { const { endings, points, steps } = fallLine.stage.climb;"
        " return [endings[0].ending, [...points.slice(2 * steps, 2 * steps + 2)]]; }"
    )
    if "minimum at" in sentence:
        there = sentence.rpartition("(")[2].partition(")")[0].replace("−", "-").split(", ")
        assert ending == "reached"
        assert points == pytest.approx([float(value) for value in there], abs=0.1)
    else:
        told = ENDING_LOOKS[ending].told.partition("{")[0]
        assert told in sentence


def test_one_picture_a_line_and_the_line_is_on_the_map(stage: Stage) -> None:
    asked: list[Any] = []
    stage.page.on("request", lambda sent: asked.append(sent.url.rpartition("/")[2]))
    stage.visit(LINK.replace("0.2,4.4", "-1,3"))
    shown(stage)
    mark = stage.page.locator("#map .map-line")
    frame = stage.js("() => fallLine.stage.map.frame")
    box = mark.bounding_box()
    assert box and box["width"] == pytest.approx(frame["width"], abs=2) and box["height"] < 4
    stage.page.keyboard.press("Tab")  # a keyboard is in use
    stage.page.locator(".starts-plot").focus()
    for key in ("ArrowUp", "Shift+ArrowRight", "Enter"):
        stage.page.keyboard.press(key)
    x, y, rate = place_of(said(stage))
    assert -1 < x < -0.6 and rate > 0.01
    stage.wait("(rate) => Math.abs(fallLine.stage.scene.climb.rates[0] / rate - 1) < 0.01", rate)
    goes(stage, *stage.climb()["start"])
    assert stage.climb()["start"] == pytest.approx([x, y], abs=0.01)
    assert asked.count("rate-by-start") == 1
    stage.page.locator(".starts-lines label").nth(1).click()
    stage.wait("() => fallLine.stage.charts.starts.desk.raster.line[0][1] === -5")
    becomes(stage, "done")
    assert asked.count("rate-by-start") == 2
    box = mark.bounding_box()
    assert box and box["height"] == pytest.approx(frame["height"], abs=2) and box["width"] < 4
    stage.page.get_by_role("tab", name="Race").click()
    assert not mark.is_visible()


def test_cells_have_the_colours_of_the_legend(line: Stage) -> None:
    picture = pixels(line.page.locator(".starts-plot").screenshot())
    x, y = line.js(PLACE, [0.7, 0.9])
    patch = picture[int(y) - 3 : int(y) + 4, int(x) - 12 : int(x) + 12, :3].reshape(-1, 3)
    look = ENDING_LOOKS[Ending.BLEW_UP]
    wanted = {tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (look.color, look.ink)}
    assert {tuple(color) for color in patch.tolist()} == wanted


def test_level_ground_is_told(stage: Stage) -> None:
    stage.visit("?surface=formula&formula=3%2B0*x&start=0,0&rates=0.1&steps=20")
    stage.page.get_by_role("tab", name="Starts").click()
    becomes(stage, "failed")
    assert "Nothing moves" in stage.page.inner_text("#starts-key")
    stage.page.get_by_role("tab", name="Race").click()


def test_nobody_walks_for_a_tab_that_is_not_seen(
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
    stage = open_page(LINK)
    stage.page.get_by_role("tab", name="Starts").click()
    stage.page.locator("#starts-key li").first.wait_for()
    assert not stopped.is_set()
    stage.page.get_by_role("tab", name="Race").click()
    assert stopped.wait(30) and not finished.is_set()
    monkeypatch.setattr(streams, "parts", parts)
    shown(stage)
    assert stage.errors == []
