"""The card of charts: its tabs, and what each of them shows and does."""

from __future__ import annotations

from tests.browser.page import Stage

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
