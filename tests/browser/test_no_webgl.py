"""A browser without WebGL: what is missing and what to do; map, race and numbers work."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.page import SETTLED, Stage
from tests.browser.pixels import pixels

MAP = "() => flat(document.querySelector('#map')).canvas.toDataURL()"
RACE = "() => flat(document.querySelector('#race')).canvas.toDataURL()"


@pytest.fixture(scope="module")
def flat_page(launch: Callable[..., Browser], site: str) -> Iterator[Stage]:
    browser = launch("--disable-gpu", "--disable-3d-apis", "--disable-webgl", "--disable-webgl2")
    stage = Stage(browser.new_page(viewport={"width": 1280, "height": 800}), site)
    stage.open("?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&steps=40", ready=False)
    stage.page.locator(".no-webgl").first.wait_for(timeout=120_000)
    stage.wait(
        "() => window.fallLine.stage.map.picture && window.fallLine.stage.charts.race.racers"
    )
    stage.js(SETTLED)
    yield stage
    browser.close()


def test_there_is_a_message_with_what_to_do(flat_page: Stage) -> None:
    assert flat_page.js("() => document.createElement('canvas').getContext('webgl')") is None
    words = flat_page.page.locator("#panels .panel .no-webgl").all_inner_texts()
    assert len(words) == 2
    assert all("WebGL" in text and "hardware acceleration" in text for text in words)
    assert flat_page.errors == []


def test_map_race_and_numbers_work(flat_page: Stage) -> None:
    stage = flat_page
    still = stage.js(MAP), stage.js(RACE), stage.captions()
    assert pixels(still[0])[..., 3].any() and pixels(still[1])[..., 3].any()
    stage.press("forward")
    stage.press("forward")
    stage.wait("() => window.fallLine.stage.clock.playhead === 2")
    stage.settled()
    assert stage.js(MAP) != still[0] and stage.js(RACE) != still[1]
    assert stage.captions() != still[2]
    assert stage.errors == []


def test_the_start_and_the_rates_can_be_set(flat_page: Stage) -> None:
    stage = flat_page
    frame = stage.js("() => window.fallLine.stage.map.frame")
    middle = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    stage.click_in(stage.page.locator("#map"), *middle)
    stage.wait("() => Math.hypot(...window.fallLine.stage.scene.climb.points.slice(0, 2)) < 0.1")
    stage.rate(0).fill("0.001")
    stage.wait("() => window.fallLine.stage.scene.climb.rates[0] === 0.001")
    stage.page.click("#preset-good")
    stage.wait("() => window.fallLine.stage.panels.length === 3")
    stage.dress("slate")
    stage.page.set_viewport_size({"width": 1100, "height": 760})
    stage.settled()
    assert stage.page.locator(".no-webgl").count() == 3
    assert stage.errors == []


def test_a_film_says_why_it_cannot_be_made(flat_page: Stage) -> None:
    flat_page.page.click("#export")
    flat_page.pick_from("film-format", "PNG picture")
    flat_page.page.click("#film-save")
    state = flat_page.page.locator("#film-state", has_text="WebGL")
    state.wait_for(timeout=120_000)
    assert state.inner_text().endswith(".")
    assert flat_page.page.locator("#film-save").is_enabled()
    assert flat_page.errors == []
