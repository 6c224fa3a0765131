"""Another mountain from the menu: asked for once, shown at once, and then said by every control."""

from __future__ import annotations

import pytest

from app.climb import story
from surfaces import SURFACES
from tests.browser.page import Stage

SAID = """() => ["start-x", "start-y", "steps", "rate-0", "rate-1", "rate-2"].map((id) => document.getElementById(id).value)"""
AGREES = """(story) => document.getElementById("story").innerText.startsWith(story)
  && window.fallLine.choice.made === null && location.search.includes("rates=")"""


@pytest.mark.parametrize("key", ["beale", "stretched-bowl"])
def test_a_chosen_mountain_is_asked_for_once(stage: Stage, key: str) -> None:
    wishes: list[str] = []
    stage.page.on("request", lambda sent: sent.url.endswith("/climb") and wishes.append(sent.url))
    told = story(key)
    stage.choose(SURFACES[key].name)
    stage.shows(told.to_link())
    stage.wait(AGREES, SURFACES[key].story[:20])
    stage.settled()
    numbers = [float(text) for text in stage.js(SAID)]
    assert numbers == [*told.start, told.steps, *told.rates]
    assert len(wishes) == 1


def test_the_second_of_two_choices_stays(stage: Stage) -> None:
    stage.js(
        """() => ["beale", "booth"].forEach((value, n) =>
          setTimeout(() => dash_clientside.set_props("surface", { value }), 60 * n))"""
    )
    stage.shows(story("booth").to_link())
    stage.wait(AGREES, SURFACES["booth"].story[:20])
    stage.settled()
    assert stage.js(SAID)[0] == f"{story('booth').start[0]:g}"


def test_a_ground_that_waits_for_its_file_leaves_the_mountain_there(stage: Stage) -> None:
    link = stage.js("() => window.fallLine.stage.climb.link")
    stage.js("() => dash_clientside.set_props('surface', { value: 'file' })")
    stage.page.wait_for_selector("#upload-box", state="visible")
    stage.settled()
    assert stage.js("() => window.fallLine.stage.climb.link") == link
    assert stage.errors == []
