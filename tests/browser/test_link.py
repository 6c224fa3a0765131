"""The address bar is the scenario, its view, its camera and its moment."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.pixels import alike

SCENARIO = "surface=rosenbrock&start=-1.5,2.5&rates=0.00123,0.002&direction=down&steps=50"
STATE = """() => {
  const { climb, view, clock, panels } = window.fallLine.stage;
  return [climb.link, { ...view }, clock.playhead, panels.map(({ walkers }) => walkers)];
}"""
MAP = "() => flat(document.querySelector('#map')).canvas.toDataURL()"
BROKEN = {
    "surface=himmelbau": "himmelblau",
    "surface=round-bowl&rates=banana": "not banana",
    "surface=himmelblau&start=99,0": "between -5 and 5",
    "camera=1,2": "six numbers",
    "surface=" + "x" * 100_000: "100,009 characters",
    "surface=himmelblau&view=upside-down": "one of side, together",
    "at=-3": "playhead",
}


def test_a_link_opens_the_same_picture(open_page: Opener) -> None:
    first = open_page(f"?{SCENARIO}")
    first.drag(0, 55, 12)
    first.pick("race-scale", "log")
    first.wait("() => window.fallLine.stage.view.race === 'log'")
    first.dress("slate")
    first.js("() => window.fallLine.stage.command((clock) => ({ ...clock, playhead: 12.5 }))")
    first.wait("() => location.search.includes('at=12.5') && location.search.includes('camera=')")
    first.wait(
        "() => location.search.includes('look=slate') && location.search.includes('race=log')"
    )
    query = first.settled().js("() => location.search")
    second = open_page(query)
    assert second.js(STATE) == first.js(STATE)
    assert second.cameras()[1] == pytest.approx(first.cameras()[1], abs=1e-3)
    # The address keeps three digits of a camera: the first page, told the same, shows the very same.
    first.visit(query)
    assert all(alike(second.overlay(i), first.overlay(i)) for i in (0, 1))
    assert alike(second.js(MAP), first.js(MAP))
    assert second.captions() == first.captions()
    second.wait("(query) => location.search === query", query)


@pytest.mark.parametrize("rate", ["0.0123456", "1e-9", "0.1234567890123", "25"])
def test_a_rate_in_a_link_is_kept_to_the_last_digit(stage: Stage, rate: str) -> None:
    stage.visit(f"?surface=round-bowl&start=1,1&rates={rate}&steps=20")
    assert stage.climb()["rates"] == [float(rate)]
    assert float(stage.rates()[0]) == float(rate)


def test_all_on_one_mountain_and_unlinked_cameras_are_in_the_link(stage: Stage) -> None:
    cameras = "0.5,-1.5,1.5,0,0,0;1.5,0.5,1.2,0,0,0"
    stage.visit(f"?surface=round-bowl&start=1,1&rates=0.1,0.2&steps=20&linked=0&camera={cameras}")
    assert stage.cameras() == [
        pytest.approx([0.5, -1.5, 1.5, 0, 0, 0]),
        pytest.approx([1.5, 0.5, 1.2, 0, 0, 0]),
    ]
    assert not stage.page.locator("#linked").is_checked()
    stage.visit("?surface=round-bowl&start=1,1&rates=0.1,0.2&steps=20&view=together")
    assert stage.js("() => window.fallLine.stage.panels.map(({ walkers }) => walkers)") == [[0, 1]]


def test_back_and_forward(open_page: Opener) -> None:
    stage = open_page()
    first = stage.climb()["link"]
    stage.page.fill("#start-x", "3")
    stage.wait("() => window.fallLine.stage.scene.climb.link.includes('start=3.0,')")
    second = stage.settled().climb()["link"]
    stage.wait("(link) => location.search.startsWith(`?${link}`)", second)  # one entry once quiet
    stage.choose("Booth")
    stage.wait("() => window.fallLine.stage.scene.climb.surface === 'booth'")
    third = stage.ready().climb()["link"]
    stage.wait("(link) => location.search.startsWith(`?${link}`)", third)
    for go, link in (
        (stage.page.go_back, second),
        (stage.page.go_back, first),
        (stage.page.go_forward, second),
        (stage.page.go_forward, third),
    ):
        go()
        stage.shows(link)
        assert stage.page.input_value("#start-x") == f"{stage.climb()['start'][0]:g}"
        stage.wait("(link) => location.search.startsWith(`?${link}`)", link)
    assert stage.errors == []


@pytest.mark.parametrize("query", BROKEN, ids=lambda query: query[:40])
def test_a_damaged_link_says_so(stage: Stage, query: str) -> None:
    stage.visit("?surface=booth")
    stage.visit(f"?{query}")
    note = stage.page.locator(".mantine-Notification-root", has_text=BROKEN[query]).last
    note.wait_for()
    assert "This link is damaged" in note.inner_text()
    assert stage.climb()["surface"] == "himmelblau" and len(stage.captions()) == 3
    note.locator("button").click()


def test_a_damaged_link_says_so_at_the_door(open_page: Opener) -> None:
    stage = open_page("?surface=atlantis")
    stage.page.get_by_text("This link is damaged").wait_for()
    assert stage.climb()["surface"] == "himmelblau"
    assert stage.errors == []


def test_two_tabs_do_not_disturb_each_other(stage: Stage, site: str) -> None:
    other = Stage(stage.page.context.new_page(), site).open(
        "?surface=booth&start=5,5&rates=0.02&steps=30"
    )
    try:
        mine, its = stage.climb(), other.climb()
        assert (mine["surface"], its["surface"]) == ("himmelblau", "booth")
        other.page.fill("#start-x", "-4")
        other.wait("() => window.fallLine.stage.scene.climb.link.includes('start=-4.0,')")
        stage.page.bring_to_front()
        stage.rate(0).fill("0.002")
        stage.wait("() => window.fallLine.stage.scene.climb.rates[0] === 0.002")
        assert stage.climb()["start"] == mine["start"]
        assert other.climb()["rates"] == its["rates"] and other.climb()["start"] == [-4, 5]
        assert other.errors == []
    finally:
        other.page.close()
