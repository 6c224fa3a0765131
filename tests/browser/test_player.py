"""The player: play, pause, step, scrub, speed and loop, by button and by key."""

from __future__ import annotations

import pytest

from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&direction=down&steps=40"


@pytest.fixture(autouse=True)
def _link(stage: Stage) -> None:
    stage.visit(LINK)


def playhead(stage: Stage) -> float:
    return stage.settled().clock()["playhead"]


def test_play_moves_the_walkers_and_pause_stops_them(stage: Stage) -> None:
    rest = [stage.overlay(i) for i in (0, 1)]
    still = stage.js("() => flat(document.querySelector('#map')).canvas.toDataURL()")
    stage.press("play")
    stage.wait("() => window.fallLine.stage.clock.playhead > 1.5")
    assert stage.page.get_attribute("#player", "data-playing") == "true"
    stage.press("play")
    at = playhead(stage)
    moved = [stage.overlay(i) for i in (0, 1)]
    assert all(a != b for a, b in zip(rest, moved, strict=True))
    assert stage.js("() => flat(document.querySelector('#map')).canvas.toDataURL()") != still
    assert stage.reading() == f"step {int(at)} of 40"
    assert f"step{int(at)}" in stage.captions()[0].replace(" ", "")
    assert playhead(stage) == at and [stage.overlay(i) for i in (0, 1)] == moved
    assert stage.page.get_attribute("#player", "data-playing") == "false"


def test_the_walk_plays_to_its_end_and_begins_again(stage: Stage) -> None:
    stage.js("() => window.fallLine.stage.command((clock) => ({ ...clock, playhead: 39 }))")
    stage.page.keyboard.press(" ")
    stage.wait("() => window.fallLine.stage.clock.playhead === 40")
    assert not stage.settled().clock()["playing"]
    ends = stage.js("() => window.fallLine.stage.climb.endings.map(({ sentence }) => sentence)")
    assert all(end in words for end, words in zip(ends, stage.captions(), strict=True))
    stage.page.keyboard.press(" ")
    stage.wait("() => window.fallLine.stage.clock.playing")
    assert stage.clock()["playhead"] < 39


def test_buttons_and_keys_step(stage: Stage) -> None:
    page = stage.page
    for act, expected in (
        (lambda: stage.press("forward"), 1),
        (lambda: stage.press("forward"), 2),
        (lambda: stage.press("back"), 1),
        (lambda: stage.press("last"), 40),
        (lambda: stage.press("first"), 0),
        (lambda: page.keyboard.press("ArrowRight"), 1),
        (lambda: page.keyboard.press("End"), 40),
        (lambda: page.keyboard.press("ArrowLeft"), 39),
        (lambda: page.keyboard.press("Home"), 0),
    ):
        act()
        stage.wait("(at) => window.fallLine.stage.clock.playhead === at", expected)
        assert stage.settled().reading() == f"step {expected} of 40"


def test_scrubbing_shows_the_moment(stage: Stage) -> None:
    rest = stage.overlay(0)
    bar = stage.page.locator(".scrub").bounding_box()
    assert bar
    y = bar["y"] + bar["height"] / 2
    stage.page.mouse.move(bar["x"] + 8, y)
    stage.page.mouse.down()
    stage.page.mouse.move(bar["x"] + bar["width"] / 2, y, steps=3)
    stage.page.mouse.up()
    assert playhead(stage) == pytest.approx(20, abs=1)
    assert stage.overlay(0) != rest
    stage.page.keyboard.press(
        "ArrowRight"
    )  # the scrubber has the focus: the player's keys still work
    assert playhead(stage) == int(playhead(stage))


def test_keys_typed_into_a_box_do_nothing_to_the_player(stage: Stage) -> None:
    stage.press("forward")
    stage.wait("() => window.fallLine.stage.clock.playhead === 1")
    for box in ("#start-x", "#rate-0", "#surface"):
        stage.page.focus(box)
        for key in ("Home", "ArrowRight", "ArrowLeft", "End", " "):
            stage.page.keyboard.press(key)
        stage.page.keyboard.press("Escape")
        assert playhead(stage) == 1 and not stage.clock()["playing"]
    stage.page.locator("#rate-slider-0 [role=slider]").focus()
    stage.page.keyboard.press("ArrowRight")
    stage.wait("() => window.fallLine.stage.scene.climb.rates[0] > 0.003")
    assert playhead(stage) == 1


def test_speed_and_loop(stage: Stage) -> None:
    speed = stage.page.locator("#speed [role=slider]")
    for key, value, words in (("End", 10, "10×"), ("Home", 0.1, "0.1×")):
        speed.focus()
        stage.page.keyboard.press(key)
        stage.wait("(speed) => Math.abs(window.fallLine.stage.clock.speed - speed) < 1e-9", value)
        assert stage.page.inner_text("#speed-reading") == words
    assert playhead(stage) == 0
    speed.focus()
    stage.page.keyboard.press("End")
    stage.switch("loop")
    stage.wait("() => window.fallLine.stage.clock.loop && window.fallLine.stage.clock.speed === 10")
    stage.js("() => window.fallLine.stage.command((clock) => ({ ...clock, playhead: 38 }))")
    stage.press("play")
    stage.wait("() => window.fallLine.stage.clock.playhead < 30")
    assert stage.clock()["playing"]
    stage.press("play")
    stage.switch("loop")
    stage.page.focus("#speed [role=slider]")
    for _ in range(20):
        stage.page.keyboard.press("ArrowLeft")
    stage.wait("() => window.fallLine.stage.clock.speed === 1 && !window.fallLine.stage.clock.loop")
