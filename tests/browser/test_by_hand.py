"""A rate that is dragged while it plays: the past stays, the future changes, the link holds it."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Opener
from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.002&direction=down&steps=40"
POINTS = "(i) => Array.from(window.fallLine.stage.climb.points.slice(i * 82, (i + 1) * 82))"
HAND = "() => new URLSearchParams(location.search).get('hand')"


@pytest.fixture(autouse=True)
def _link(stage: Stage) -> None:
    stage.visit(LINK)


def drag(stage: Stage, i: int, decades: float) -> None:
    """Drag a rate's slider, whose whole way is seven decades."""
    thumb = stage.page.locator(f"#rate-slider-{i} [role=slider]")
    box, track = thumb.bounding_box(), stage.page.locator(f"#rate-slider-{i}").bounding_box()
    assert box and track
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    stage.page.mouse.move(x, y)
    stage.page.mouse.down()
    stage.page.mouse.move(x + decades * track["width"] / 7, y, steps=4)
    stage.page.mouse.up()


def play_and_drag(stage: Stage, i: int = 1, decades: float = 0.6) -> int:
    """Drive walker `i` by hand while it plays, pause, and return the first step that it changed."""
    stage.js("() => fallLine.stage.command((clock) => ({ ...clock, speed: 0.2, playhead: 5 }))")
    stage.press("play")
    stage.wait("() => window.fallLine.stage.clock.playhead > 5.5")
    drag(stage, i, decades)
    stage.press("play")
    stage.wait("(i) => window.fallLine.stage.climb.rules[i].changes.length > 0", i)
    # The last of the drag is on the screen, and in the address.
    stage.wait(
        "() => fallLine.asked.includes(JSON.stringify(fallLine.stage.climb.rules[1].changes))"
    )
    stage.wait(f"() => ({HAND})()?.includes(':')")
    return int(stage.settled().js("(i) => fallLine.stage.climb.rules[i].changes[0][0]", i))


def test_the_past_stays_and_the_future_changes(stage: Stage) -> None:
    before = [stage.js(POINTS, i) for i in (0, 1)]
    step = play_and_drag(stage)
    after = [stage.js(POINTS, i) for i in (0, 1)]
    assert 5 < step < 40
    assert after[0] == before[0]
    assert after[1][: 2 * (step + 1)] == before[1][: 2 * (step + 1)]
    assert after[1][2 * (step + 1) :] != before[1][2 * (step + 1) :]
    assert stage.climb()["rates"] == [0.003, 0.002]
    assert float(stage.rates()[1]) > 0.004


def test_the_link_holds_it(stage: Stage, open_page: Opener) -> None:
    step = play_and_drag(stage)
    assert re.fullmatch(rf";{step}:0\.\d+(,\d+:0\.\d+)*", stage.js(HAND))
    other = open_page(stage.js("() => location.search"))
    assert [other.js(POINTS, i) for i in (0, 1)] == [stage.js(POINTS, i) for i in (0, 1)]
    assert other.rates() == stage.rates()
    assert other.page.locator(".rate-row .by-hand").count() == 1
    assert other.errors == []


def test_a_typed_rate_is_for_the_whole_walk(stage: Stage) -> None:
    play_and_drag(stage)
    stage.rate(1).fill("0.005")
    stage.wait("() => window.fallLine.stage.climb.rates[1] === 0.005")
    stage.settled()
    assert stage.js("() => window.fallLine.stage.climb.rules[1].changes") == []
    stage.wait(f"() => ({HAND})() === null")
    assert stage.page.locator(".by-hand:visible").count() == 0


@pytest.mark.parametrize("where", [".rate-row", "#panels .panel"])
def test_it_is_said_and_can_be_taken_back(stage: Stage, where: str) -> None:
    before = stage.js(POINTS, 1)
    play_and_drag(stage)
    assert "by hand" in stage.captions()[1] and "by hand" not in stage.captions()[0]
    stage.page.get_by_role("tab", name="Sweep").click()
    for label, said in ((0, False), (1, True)):
        stage.page.locator("#sweep .targets label").nth(label).click()
        stage.wait("() => fallLine.stage.charts.sweep.host.ariaBusy !== 'true'")
        assert ("by hand are left out" in stage.page.inner_text(".sweep-said")) == said
    mark = stage.page.locator(f"{where} .by-hand:visible")
    assert mark.count() == 1
    mark.focus()
    stage.page.keyboard.press("Enter")
    stage.wait("() => window.fallLine.stage.climb.rules[1].changes.length === 0")
    stage.wait("() => document.querySelector('#rate-1').value === '0.002'")
    assert stage.settled().js(POINTS, 1) == before
    assert stage.page.locator(".by-hand:visible").count() == 0
    assert not stage.clock()["playing"]  # Enter on the word is not the player's key


def test_at_rest_a_slider_is_for_the_whole_walk(stage: Stage) -> None:
    drag(stage, 1, 0.6)
    stage.wait("() => window.fallLine.stage.climb.rates[1] > 0.004")
    assert stage.settled().js("() => window.fallLine.stage.climb.rules[1].changes") == []
    assert stage.page.locator(".by-hand:visible").count() == 0


def test_a_walker_that_leaves_takes_its_hand_with_it(stage: Stage) -> None:
    play_and_drag(stage)
    driven = stage.js(POINTS, 1)
    stage.page.click("#rate-remove-0")
    stage.wait("() => window.fallLine.stage.climb.rates.length === 1")
    assert stage.settled().js(POINTS, 0) == driven
    stage.page.click(".rate-row .by-hand")
    stage.wait("() => window.fallLine.stage.climb.rules[0].changes.length === 0")
    assert stage.climb()["rates"] == [0.002] and stage.settled().rates() == ["0.002"]
