"""Undo, reset, cameras, presenting and the sheet of keys: by key and by button."""

from __future__ import annotations

import math

import pytest

from app.climb import story
from app.view import CAMERAS
from tests.browser.conftest import Opener
from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&direction=down&steps=40"
WIDE = {"width": 1440, "height": 900}
CUT = """() => [...document.querySelectorAll(".title .ending")]
  .map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)"""


@pytest.fixture(autouse=True)
def _link(stage: Stage) -> None:
    stage.visit(LINK)


def _rated(stage: Stage, rate: str) -> str:
    """Give walker 1 a rate, wait until the address says so, and return what it says."""
    stage.page.fill("#rate-0", rate)
    stage.wait("(rate) => location.search.includes(`rates=${rate},`)", rate)
    stage.page.click("#player")  # out of the box, which has an undo of its own
    return stage.climb()["link"]


@pytest.mark.parametrize("keys", [False, True], ids=["buttons", "keys"])
def test_what_was_changed_is_undone_and_done_again(stage: Stage, keys: bool) -> None:
    def undo() -> None:
        stage.page.keyboard.press("Control+z") if keys else stage.page.click("#undo")

    def redo() -> None:
        stage.page.keyboard.press("Control+Shift+Z") if keys else stage.page.click("#redo")

    links = [stage.climb()["link"], _rated(stage, "0.004"), _rated(stage, "0.005")]
    for link in links[-2::-1]:
        undo()
        stage.shows(link)
    assert stage.page.input_value("#rate-0") == "0.003"
    for link in links[1:]:
        redo()
        stage.shows(link)
    assert stage.page.input_value("#rate-0") == "0.005"
    stage.wait("() => document.querySelector('#redo').disabled")


def test_undo_takes_back_what_is_wrong(stage: Stage) -> None:
    link = _rated(stage, "0.004") and stage.climb()["link"]
    stage.page.fill("#rate-0", "-1")
    stage.wait("() => window.fallLine.wrong")
    stage.page.click("#undo")
    stage.wait("() => document.querySelector('#rate-0').value === '0.004'")
    assert stage.shows(link).climb()["link"] == link


def test_a_dragged_rate_is_undone_while_its_slider_has_the_focus(stage: Stage) -> None:
    before = stage.climb()["link"]
    thumb = stage.page.locator("#rate-slider-0 [role=slider]")
    thumb.focus()
    thumb.press("ArrowRight")
    stage.wait("(link) => window.fallLine.stage.climb.link !== link", before)
    stage.page.keyboard.press("Control+z")
    stage.shows(before)


def test_a_mountain_tells_its_own_story_again(stage: Stage) -> None:
    stage.page.click("#retell")
    stage.shows(story("himmelblau").to_link())
    stage.wait("() => !document.querySelector('#undo').disabled")  # once all is quiet


@pytest.mark.parametrize(("n", "name"), list(enumerate(CAMERAS, 1)), ids=CAMERAS)
def test_a_key_chooses_a_camera(stage: Stage, n: int, name: str) -> None:
    stage.turn((2.0, 1.0, 1.0, 0.0, 0.0, 0.0))
    stage.page.keyboard.press(str(n))
    stage.wait("(name) => window.fallLine.stage.rig.preset === name", name)
    stage.settled()
    first, second = stage.cameras()
    apart = math.dist(first, second)
    assert apart > 0.1 if name == "follow" and first[3:] != second[3:] else apart < 1e-6
    assert stage.page.input_value("#camera") == CAMERAS[name]
    if name not in ("follow", "orbit"):
        return
    stage.press("forward")  # not to the end, where an orbit is back where it began
    stage.wait("(eye) => window.fallLine.stage.panels[1].camera[0] !== eye", second[0])
    stage.wait("(name) => location.search.includes(`motion=${name}`)", name)


def test_a_turn_by_hand_ends_a_camera_that_moves(stage: Stage) -> None:
    stage.page.keyboard.press("6")
    stage.wait("() => window.fallLine.stage.rig.motion === 'orbit'")
    box = stage.scene(0).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    stage.page.mouse.move(x, y)
    stage.page.mouse.down()
    stage.page.mouse.move(x + 60, y + 5, steps=4)
    stage.page.mouse.up()
    stage.wait("() => document.querySelector('#camera').value === ''")
    assert stage.js("() => window.fallLine.stage.rig.motion") == ""


def test_from_above_there_is_no_axis_of_heights(stage: Stage) -> None:
    seen = "() => window.fallLine.stage.panels.map(({ shot }) => shot.hidden)"
    stage.page.keyboard.press("2")
    stage.wait(f"() => ({seen})().every((hidden) => hidden === 'false,false,true')")
    stage.page.keyboard.press("1")
    stage.wait(f"() => ({seen})().every((hidden) => hidden === 'false,false,false')")


def test_presenting_shows_the_mountains_alone(stage: Stage) -> None:
    words = stage.page.locator("#panels .title .rate").first
    small = words.bounding_box()
    stage.page.keyboard.press("f")
    stage.wait("() => 'present' in document.documentElement.dataset")
    assert not stage.page.is_visible(".side") and not stage.page.is_visible(".top")
    large = words.bounding_box()
    assert small and large and large["height"] > 1.4 * small["height"]
    stage.page.keyboard.press("ArrowRight")
    assert stage.settled().clock()["playhead"] == 1
    stage.page.keyboard.press("Escape")
    stage.wait("() => !('present' in document.documentElement.dataset)")
    assert stage.page.is_visible(".side")
    stage.page.click("#present")
    stage.wait("() => 'present' in document.documentElement.dataset")
    stage.page.keyboard.press("f")
    stage.wait("() => !('present' in document.documentElement.dataset)")


def test_presenting_cuts_no_ending(open_page: Opener) -> None:
    rates = "&rates=0.000092,0.02,0.05&steps=60&lang=ru"
    stage = open_page(f"?surface=himmelblau&start=0.2,4.4{rates}", viewport=WIDE)
    stage.page.keyboard.press("f")
    stage.page.keyboard.press("End")
    stage.wait("() => window.fallLine.stage.told === 60")
    assert stage.js(CUT) == [False] * 3


def test_escape_closes_a_menu_before_it_ends_anything_else(stage: Stage) -> None:
    stage.page.keyboard.press("f")
    stage.page.keyboard.press("f")
    stage.page.click("#share summary")
    stage.page.locator("#copy-link").focus()
    stage.page.keyboard.press("Escape")
    assert not stage.page.is_visible("#copy-link")
    assert stage.js("() => document.activeElement.closest('.fold').id") == "share"
    stage.page.click("#show summary")
    stage.page.click("#player .reading >> nth=0")
    assert stage.page.locator(".fold[open]").count() == 0


def test_the_sheet_of_keys(stage: Stage) -> None:
    sheet = stage.page.locator("dialog.keys")
    stage.page.keyboard.press("?")
    assert sheet.is_visible()
    assert all(
        name.lower() in sheet.inner_text().lower() for name in ("Undo", "Present", "Follow", "Drag")
    )
    stage.page.keyboard.press("ArrowRight")
    assert stage.settled().clock()["playhead"] == 0
    stage.page.keyboard.press("Escape")
    assert not sheet.is_visible()
    stage.page.click("#keys")
    assert sheet.is_visible()
    stage.page.click("dialog.keys .close")
    assert not sheet.is_visible()


def test_the_start_is_dragged_on_the_map_and_the_paths_follow(stage: Stage) -> None:
    frame = stage.js("() => window.fallLine.stage.map.frame")
    box = stage.page.locator("#map").bounding_box()
    assert box is not None

    def at(u: float, v: float) -> tuple[float, float]:
        return (
            box["x"] + frame["x"] + u * frame["width"],
            box["y"] + frame["y"] + (1 - v) * frame["height"],
        )

    stage.page.mouse.move(*at(0.5, 0.5))
    stage.page.mouse.down()
    stage.page.mouse.move(*at(0.75, 0.75), steps=3)
    stage.wait("() => Math.abs(window.fallLine.stage.scene.climb.points[0] - 2.5) < 0.2")
    assert stage.page.input_value("#start-x") == "0.2", "the boxes follow when the hand lets go"
    stage.page.mouse.up()
    stage.wait("() => Math.abs(Number(document.querySelector('#start-x').value) - 2.5) < 0.2")
    stage.wait("() => /start=2\\.\\d+,2/.test(location.search)")


def test_what_happens_is_said_aloud(stage: Stage) -> None:
    stage.page.keyboard.press("ArrowRight")
    stage.page.keyboard.press("ArrowRight")
    spoken = stage.page.locator("#spoken[role=status]")
    spoken.filter(has_text="Walker 2, rate 0.019: step 2, loss").wait_for(state="attached")


def test_who_wants_no_motion_sees_steps(stage: Stage) -> None:
    stage.page.emulate_media(reduced_motion="reduce")
    try:
        stage.press("play")
        stage.wait("() => window.fallLine.stage.clock.playhead > 2.3")
        told = stage.js(
            """async () => {
              const seen = new Set();
              while (window.fallLine.stage.clock.playhead < 6) {
                await new Promise(requestAnimationFrame);
                seen.add(window.fallLine.stage.told);
              }
              return [...seen];
            }"""
        )
        assert told and all(time == int(time) for time in told)
    finally:
        stage.page.emulate_media(reduced_motion="no-preference")
