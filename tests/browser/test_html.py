"""A walk in one file: opened from a disk, without a network, it plays, steps and turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from app.climb import climb, story
from app.figures.look import LOOKS
from app.film import html
from app.film.formats import FORMATS
from app.notebook import show
from app.view import View
from tests.browser.conftest import VIEWPORT, Opener
from tests.browser.page import Stage
from tests.browser.pixels import pixels

SCENARIO = story("beale")
WALKED = climb(SCENARIO)
QUERY = f"?{SCENARIO.to_link()}&at=20"
Opened = Callable[..., Stage]


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Open a file that `text` makes, with the network off: `open_file(text, **window)`."""
    contexts = []

    def open_one(text: str, ready: bool = True, **window: Any) -> Stage:
        path = tmp_path / "walk.html"
        path.write_text(text, encoding="utf-8")
        contexts.append(browser.new_context(**{"viewport": VIEWPORT, **window}))
        contexts[-1].set_offline(True)
        stage = Stage(contexts[-1].new_page(), path.as_uri())
        stage.asked = []  # type: ignore[attr-defined]
        stage.page.on("request", lambda request: stage.asked.append(request.url))  # type: ignore[attr-defined]
        return stage.open(ready=ready)

    yield open_one
    for context in contexts:
        context.close()


def test_it_plays_steps_and_turns_from_a_disk(open_file: Opened) -> None:
    stage = open_file(html.page(WALKED, View()))
    assert stage.reading() == "step 0 of 60"
    start = stage.overlay()
    stage.press("forward")
    stage.wait("() => fallLine.stage.clock.playhead === 1")
    stage.settled()
    assert stage.reading() == "step 1 of 60" and stage.overlay() != start

    stage.press("play")
    stage.wait("() => fallLine.stage.clock.playhead > 3")
    stage.page.keyboard.press("End")  # a key on a button: it is not one of the button's own
    stage.wait("() => fallLine.stage.clock.playhead === 60")
    stage.settled()
    for end, words in zip(WALKED.outcomes, stage.captions(), strict=True):
        assert end.sentence in words

    before = stage.cameras()
    stage.drag(1, 60, 15)
    assert all(camera != old for camera, old in zip(stage.cameras(), before, strict=True))
    assert stage.asked == [stage.site]  # type: ignore[attr-defined]
    assert stage.errors == [] and stage.warnings == []


def test_its_speed_loop_and_scrubber(open_file: Opened) -> None:
    stage = open_file(html.page(WALKED, View()))
    stage.page.fill("#speed", "1")
    stage.page.check("#loop")
    clock = stage.clock()
    assert clock["speed"] == 10 and clock["loop"]
    assert stage.page.inner_text("#speed-reading") == "10×"
    stage.page.fill("#scrub input", "12.5")
    stage.settled()
    assert stage.reading() == "step 12 of 60"


@pytest.mark.parametrize("look", LOOKS)
def test_it_opens_as_it_was_seen(open_file: Opened, look: str) -> None:
    camera = (1.0, -1.5, 1.2, 0.0, 0.0, -0.1)
    view = View(layout="together", look=look, cameras=(camera,), playhead=20)
    stage = open_file(html.page(WALKED, view), color_scheme="light")
    assert stage.reading() == "step 20 of 60"
    assert len(stage.captions()) == 1
    assert stage.cameras() == [pytest.approx(camera, abs=1e-6)]
    paper = [int(LOOKS[look].paper[i : i + 2], 16) for i in (1, 3, 5)]
    assert pixels(stage.page.screenshot())[60, 3, :3].tolist() == paper


def test_the_dialog_hands_out_what_is_on_the_screen(open_file: Opened, open_page: Opener) -> None:
    page = open_page(QUERY + "&look=slate")
    page.drag(0, 60, 15)
    page.page.click("#export")
    page.page.locator("#film-save").wait_for()
    page.pick_from("film-format", FORMATS["html"].name)
    with page.page.expect_download() as coming:
        page.page.click("#film-save")
    file = open_file(Path(coming.value.path()).read_text("utf-8"), color_scheme="light")
    assert file.cameras() == [pytest.approx(camera, abs=1e-3) for camera in page.cameras()]
    assert file.reading() == "step 20 of 60"
    assert file.js("() => fallLine.stage.look.key") == "slate"


def test_it_says_what_the_page_says(open_file: Opened, open_page: Opener) -> None:
    here = open_file(html.page(WALKED, View(playhead=20)))
    there = open_page(QUERY)
    assert here.captions() == there.captions()
    assert here.reading() == there.reading()
    assert here.page.inner_text("#tagline") == there.page.inner_text("#tagline")


@pytest.mark.parametrize("width", [390, 1440])
def test_everything_is_within_the_window(open_file: Opened, width: int) -> None:
    window = {"viewport": {"width": width, "height": 844}}
    stage = open_file(html.page(WALKED, View(playhead=60)), **window)
    over = """() => [...document.querySelectorAll("button, input, output, .rate, .fact b")]
      .filter((part) => part.checkVisibility())
      .filter((part) => part.getBoundingClientRect().right > innerWidth || part.scrollWidth > part.clientWidth + 1 && part.matches("output"))
      .map((part) => part.outerHTML)"""
    assert stage.js(over) == []
    assert stage.js("() => document.documentElement.scrollWidth") <= width


def test_it_runs_where_scripts_may_have_no_addresses(open_file: Opened) -> None:
    """As in notebooks: inside a frame without an origin, under a policy for inline scripts alone."""
    policy = (
        "default-src 'none'; img-src data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
    )
    outer = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    outer += show(SCENARIO)._repr_html_()
    stage = open_file(outer, ready=False)
    frame = stage.page.frame_locator("iframe")
    frame.locator(".panel canvas").first.wait_for()
    frame.locator("#forward").click()
    frame.get_by_text("step 1 of 60").wait_for()
    assert not frame.locator(".strip").is_visible()  # no room
    assert stage.errors == []
