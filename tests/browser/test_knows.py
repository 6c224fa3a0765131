"""What a walker knows: each mark appears where it is switched on, and the link holds which are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from app.knows import MARKS, USUAL
from app.view import View
from tests.browser.conftest import Opener
from tests.browser.page import Stage

# The third step overshoots, and the next one is not what plain gradient descent would do.
LINK = "?surface=himmelblau&start=-2,-1&rates=0.03&rule=mountaineer(sight:1.5)&direction=down&steps=12&at=3"
ON_THE_MAP = set(MARKS) - {"plane", "compass"}


def pictures(stage: Stage) -> tuple[str, str]:
    """The mountain's overlay and the map's."""
    map_ = stage.js("() => flat(document.querySelector('#map')).canvas.toDataURL()")
    corner = "(canvas) => (canvas.hidden ? '' : canvas.toDataURL())"
    return stage.overlay(0) + stage.page.locator(".corner canvas").evaluate(corner), map_


def tick(stage: Stage, key: str) -> None:
    """Press the box of a mark."""
    stage.page.get_by_role("checkbox", name=MARKS[key].name, exact=True).click()
    stage.settled()


@pytest.mark.parametrize("key", MARKS)
def test_a_mark_appears_and_goes(stage: Stage, key: str) -> None:
    stage.visit(f"{LINK}&knows=none")
    bare = pictures(stage)
    stage.page.click("#show summary")
    tick(stage, key)
    assert stage.js("() => fallLine.stage.view.knows") == [key]
    mountain, map_ = pictures(stage)
    assert mountain != bare[0]
    assert (map_ != bare[1]) == (key in ON_THE_MAP)
    tick(stage, key)
    assert pictures(stage) == bare
    stage.page.click("#show summary")


def test_the_link_holds_what_is_switched_on(stage: Stage) -> None:
    stage.visit(LINK)
    assert "knows=" not in stage.js("() => fallLine.query()")
    stage.page.click("#show summary")
    for key in ("plane", *USUAL):
        tick(stage, key)
    stage.wait("() => location.search.includes('knows=plane')")
    seen = stage.overlay(0)
    for key in MARKS:
        tick(stage, key) if key != "plane" else None
    stage.page.click("#show summary")
    everything = stage.js("() => '?' + fallLine.query()")
    assert set(View.from_link(everything).knows) == set(MARKS)
    stage.visit(f"{LINK}&knows=plane")
    assert stage.overlay(0) == seen
    assert stage.js("() => fallLine.stage.view.knows") == ["plane"]


def test_the_menu_has_names_and_help_and_closes(stage: Stage) -> None:
    stage.page.locator("#show summary").press("Enter")
    group = stage.page.get_by_role("group", name="Where a walker stands")
    expect(group.get_by_role("checkbox")).to_have_count(len(MARKS))
    for mark in MARKS.values():
        box = group.get_by_role("checkbox", name=mark.name, exact=True)
        expect(box).to_be_checked(checked=mark.usual)
    box.hover()
    expect(stage.page.get_by_role("tooltip", name=mark.help)).to_be_visible()
    stage.page.click(".brand")
    expect(group).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_menu_fits_the_window(open_page: Opener, width: int) -> None:
    stage = open_page(LINK, viewport={"width": width, "height": 844})
    stage.page.click("#show summary")
    for box in stage.page.get_by_role("checkbox").all():
        if (place := box.bounding_box()) and place["y"] > 0:
            assert place["x"] >= 0 and place["x"] + place["width"] <= width
    assert stage.js("() => document.documentElement.scrollWidth") <= width
