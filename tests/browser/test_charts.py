"""The card of charts: its tabs, and what each of them shows and does."""

from __future__ import annotations

import csv

import pytest

from tests.browser.page import Stage
from tests.browser.test_layout import OVERLAPS, RATES

DRAWN = "(key) => flat(document.querySelector(`#${key}`)).canvas.toDataURL()"


def test_tabs_show_one_chart_by_mouse_and_by_keys(stage: Stage) -> None:
    page = stage.page
    shown = page.locator("#charts [role=tabpanel]:visible")
    page.get_by_role("tab", name="Rate").click()
    assert shown.get_attribute("id") == "rate"
    page.keyboard.press("ArrowLeft")
    assert shown.get_attribute("id") == "race"
    assert page.get_by_role("tab", selected=True).inner_text() == "Race"
    page.keyboard.press("ArrowRight")
    assert stage.clock()["playhead"] == 0  # the player's keys they are not


def test_the_rate_tab_shows_a_schedule(stage: Stage) -> None:
    stage.visit("?surface=round-bowl&start=3,2&rates=0.4,0.1&steps=40&schedule=cosine")
    stage.page.get_by_role("tab", name="Rate").click()
    stage.settled()
    first, (left, right) = stage.js(DRAWN, "rate"), stage.js(ENDS)
    assert right - left > 80  # px: from the highest rate down to nothing
    stage.press("last")
    stage.wait("() => window.fallLine.stage.told === 40")
    assert stage.js(DRAWN, "rate") != first


ENDS = """() => {
  const [line] = window.fallLine.stage.charts.rate.chart.lines;
  return [line[1], line.at(-1)];
}"""


def test_the_table_sorts_and_its_file_says_what_it_says(stage: Stage) -> None:
    stage.visit("?surface=round-bowl&start=3,4&rates=0.5,2.5,0.01&steps=20")
    page = stage.page
    page.get_by_role("tab", name="Table").click()
    stage.settled()
    rows = page.locator(".facts-table tbody tr")
    assert [row.split()[0] for row in rows.all_inner_texts()] == ["1", "2", "3"]
    for direction, first in (("ascending", "3"), ("descending", "2")):
        page.locator(".facts-table thead .rate button").click()
        assert page.locator("[aria-sort]").get_attribute("aria-sort") == direction
        assert rows.first.inner_text().split()[0] == first
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "round-bowl-down-rates_0.5_2.5_0.01-20_steps.csv"
    head, *told = csv.reader(download.value.path().read_text().splitlines())
    assert head[:2] == ["walker", "learning rate"] and "(units of the map)" in head[-1]
    shown = [row.locator("th, td").all_inner_texts() for row in rows.all()]
    assert [row[:5] for row in told] == [row[:5] for row in shown]
    numbers = [float(cell) for row in told for cell in row[5:]]
    rounded = [float(cell.replace("−", "-")) for row in shown for cell in row[5:]]
    assert numbers == pytest.approx(rounded, rel=1e-3)
    walked = dict(zip([row[0] for row in told], [float(row[6]) for row in told], strict=True))
    assert walked["1"] == pytest.approx(5 * (1 - 2.0**-20), rel=1e-12)


SWEPT = "() => fallLine.stage.charts.sweep.host.ariaBusy !== 'true'"
CURSOR = (
    "() => { const { sweep, cursor } = fallLine.stage.charts.sweep; return sweep.rates[cursor]; }"
)


def swept(stage: Stage) -> None:
    stage.settled()
    stage.wait(SWEPT)
    stage.settled()


def test_a_click_in_the_sweep_sets_the_chosen_walkers_rate(stage: Stage) -> None:
    """On this bowl one step of rate 1 arrives, and from 2 on walks leave: 1 / curvature, 2 / it."""
    stage.visit("?surface=round-bowl&start=3,2&rates=0.01,0.1&steps=40")
    asked: list[str] = []
    stage.page.on("request", lambda sent: asked.append(sent.url.rpartition("/")[2]))
    stage.page.get_by_role("tab", name="Sweep").click()
    swept(stage)
    assert stage.page.locator(".sweep-limit").inner_text() == "limit 2"
    assert "Best: rate 0.998: reached the bottom at step 1," in stage.page.inner_text(".sweep-said")
    stage.page.locator("#sweep .targets label").nth(1).click()
    plot = stage.page.locator(".sweep-plot")
    box = plot.bounding_box()
    assert box
    plot.click(position={"x": 0.7 * box["width"], "y": 40})
    stage.wait("() => fallLine.stage.scene.climb.rates[1] !== 0.1")
    first, second = stage.settled().climb()["rates"]
    assert first == 0.01 and second == pytest.approx(stage.js(CURSOR), rel=1e-3)
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        plot.press(key)
    stage.wait("(rate) => fallLine.stage.scene.climb.rates[1] > rate", second)
    assert stage.settled().climb()["rates"][1] == pytest.approx(stage.js(CURSOR), rel=1e-3)
    assert "reached the bottom" in (plot.get_attribute("aria-valuetext") or "")
    assert asked.count("sweep") == 1  # other rates are in it already
    stage.rate(0).press("Tab")
    stage.page.fill("#start-x", "1")
    stage.wait("() => fallLine.stage.scene.climb.points[0] === 1")
    swept(stage)
    assert asked.count("sweep") == 2


NINE = ",".join(RATES)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_no_texts_overlap_on_any_tab(stage: Stage, size: tuple[int, int]) -> None:
    try:
        stage.page.set_viewport_size({"width": size[0], "height": size[1]})
        stage.visit(f"?surface=himmelblau&start=0.2,4.4&steps=200&rates={NINE}")
        for tab in stage.page.locator("#charts [role=tab]").all():
            tab.click()
            swept(stage)
            assert stage.js(OVERLAPS) == [], tab.inner_text()
    finally:
        stage.page.set_viewport_size({"width": 1280, "height": 800})
