"""A first visit is told what a learning rate does; later ones are not, unless they ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.ui.callbacks.open import tour
from tests.browser.page import Stage

FIRST = (
    "if (!sessionStorage.again) localStorage.removeItem('fall-line-tour'); sessionStorage.again = 1"
)


def _title(stage: Stage) -> str:
    return stage.page.locator(".tour b").inner_text()


def test_a_first_visit(open_page: Callable[..., Stage]) -> None:
    stage = open_page(init=FIRST)
    titles = []
    for n, start in enumerate(("Too small", "Good", "Too large")):
        stage.page.locator(".tour b").filter(has_text=start).wait_for()
        titles.append(_title(stage))
        lit = stage.js("() => fallLine.stage.panels.map((p) => !p.root.matches('.in-shade'))")
        assert lit == [i == n for i in range(3)]
        card, panels = (stage.page.locator(each).bounding_box() for each in (".tour", "#panels"))
        assert card and panels and panels["width"] > 800
        assert panels["x"] < card["x"] < card["x"] + card["width"] < panels["x"] + panels["width"]
        stage.wait("() => window.fallLine.stage.clock.playhead > 1")
    rates = [float(title.partition(": ")[2]) for title in titles]
    assert rates == pytest.approx(tour().rates, rel=1e-5)
    stage.page.locator(".tour").wait_for(state="detached")
    assert stage.clock()["playhead"] == 0 and not stage.clock()["playing"]
    assert [ending["ending"] for ending in stage.js("() => fallLine.stage.climb.endings")] == [
        "crawling",
        "reached",
        "blew_up",
    ]
    stage.page.reload()
    stage.ready()
    assert stage.page.locator(".tour").count() == 0
    assert stage.errors == []


def test_a_tour_that_is_asked_for_can_be_left(stage: Stage) -> None:
    for leave in (
        lambda: stage.page.click(".tour .skip"),
        lambda: stage.page.keyboard.press("Escape"),
        lambda: stage.visit("?surface=beale&start=1,1&rates=0.01&direction=down&steps=40"),
    ):
        stage.page.keyboard.press("t")
        stage.page.locator(".tour").wait_for()
        leave()
        stage.page.locator(".tour").wait_for(state="detached")
        assert stage.page.locator(".in-shade").count() == 0


def test_a_link_is_no_first_visit(open_page: Callable[..., Stage]) -> None:
    stage = open_page("?surface=beale&start=1,1&rates=0.01&direction=down&steps=40", init=FIRST)
    assert stage.page.locator(".tour").count() == 0
