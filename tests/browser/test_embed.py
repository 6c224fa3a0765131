"""?embed=1: the stage alone, inside another page; and the code that puts it there."""

from __future__ import annotations

from itertools import product

import pytest

from app.climb import climb, story
from app.film.links import embed
from tests.browser.conftest import Opener

SCENARIO = story("beale")
QUERY = f"?{SCENARIO.to_link()}&at=20"


def test_the_stage_alone(open_page: Opener) -> None:
    stage = open_page(QUERY + "&embed=1", viewport={"width": 960, "height": 600})
    assert not stage.page.is_visible(".side")
    assert not stage.page.is_visible("#export")
    stage.press("forward")
    stage.wait("() => location.search.includes('at=21') && location.search.endsWith('&embed=1')")
    whole = stage.page.get_attribute("#whole", "href") or ""
    assert whole == QUERY.replace("at=20", "at=21")
    assert stage.errors == []


def test_clicking_it_leaves_its_walk_alone(open_page: Opener) -> None:
    stage = open_page(QUERY + "&embed=1", viewport={"width": 960, "height": 800})
    before = stage.climb()
    stage.page.locator("#map").click()
    stage.settled()
    stage.press("last")
    stage.wait("() => location.search.includes('at=60')")
    assert stage.climb() == before


@pytest.mark.parametrize("layout", ["side", "together"])
def test_it_scrolls_only_where_panels_must_be_stacked(open_page: Opener, layout: str) -> None:
    stage = open_page(f"{QUERY}&embed=1&view={layout}")
    for width, height in product((390, 700, 960), (480, 720)):
        stage.page.set_viewport_size({"width": width, "height": height})
        stage.settled()
        page = stage.js(
            "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        assert page[0] <= width
        assert (page[1] > height) == (width < 560), (width, height)
    assert stage.errors == []


def test_the_code_that_is_copied_shows_the_stage(open_page: Opener) -> None:
    stage = open_page(QUERY, permissions=["clipboard-read", "clipboard-write"])
    stage.page.click("#share summary")
    stage.page.click("#copy-embed")
    stage.page.get_by_text("Copied").wait_for()
    code = stage.js("() => navigator.clipboard.readText()")
    assert code == embed(climb(SCENARIO), stage.page.url).decode()  # as the export dialog has it
    other = stage.page.context.new_page()
    other.set_content(code, wait_until="commit")
    inside = other.frame_locator("iframe")
    inside.locator(".panel canvas").first.wait_for()
    inside.get_by_text("step 20 of 60").wait_for()
    assert not inside.locator(".side").is_visible()
    assert other.locator("iframe").get_attribute("title") == "Fall Line: Beale's corner"
