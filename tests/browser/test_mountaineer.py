"""The mountaineer: its sentence says what the walker in Python did, and its disc is on the ground."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.climb import climb
from app.scenario import Scenario
from app.walk.compass import compass, turning
from app.walk.rules import RULES
from app.walk.site import Site, fitted
from tests.browser.page import Stage

LINK = (
    "surface=himmelblau&start=-4.5,4.3&rates=0.003,0.03&direction={}&steps=30"
    "&rule=mountaineer(sight:0.8,trust:0.3,look:0,bearings:16)"
)


def sentences(link: str, walker: int) -> list[str]:
    """What is to be said of each step after the first, from the walk itself."""
    records = climb(Scenario.from_link(link)).walk.records
    seen, heading = (compass(records[name][walker]) for name in ("seen", "heading"))
    return [turning(*turn, 0.3) for turn in zip(heading[:-1], seen[1:], strict=True)]


@pytest.fixture(autouse=True)
def _folded(stage: Stage) -> Iterator[None]:
    """The page is shared: what a test unfolds it folds again."""
    yield
    stage.js("() => (document.querySelector('#method details').open = false)")


@pytest.mark.parametrize("direction", ["down", "up"])
def test_the_sentence_of_each_step(stage: Stage, direction: str) -> None:
    link = LINK.format(direction)
    stage.visit(f"?{link}")
    said = [sentences(link, walker) for walker in (0, 1)]
    first = stage.page.locator("#panels .remark").all_inner_texts()
    assert all(text.startswith("the slope says ") for text in first)
    for step in (1, 2, 7, 29):
        stage.js("(k) => fallLine.stage.command((clock) => ({ ...clock, playhead: k }))", step)
        stage.settled()
        shown = stage.page.locator("#panels .remark").all_inner_texts()
        assert shown == [sentence[step - 1] for sentence in said]
        assert all(text in stage.page.locator("#panels canvas[role=img]").nth(i).get_attribute("aria-label") for i, text in enumerate(shown))  # fmt: skip


def test_the_disc_is_on_the_mountain_and_on_the_map(stage: Stage) -> None:
    """More is tinted where the sight is wider; a panel sized for a sentence of two lines is full."""
    pictures = []
    for sight in ("0.3", "2"):
        stage.visit("?" + LINK.format("down").replace("sight:0.8", f"sight:{sight}"))
        pictures.append(
            (
                stage.overlay(0),
                stage.js("() => flat(document.querySelector('#map')).canvas.toDataURL()"),
            )
        )
    assert all(a != b for a, b in zip(*pictures, strict=True))
    sizes = stage.js(
        "() => fallLine.stage.panels.map(({ scene }, i) => [String(mountainOf(i).size), `${scene.clientWidth},${scene.clientHeight}`])"
    )
    assert all(drawn == size for drawn, size in sizes)


def values(stage: Stage) -> list[dict[str, float]]:
    return stage.js("() => fallLine.stage.climb.rules.map(({ values }) => values)")


def choose_rule(stage: Stage, key: str) -> None:
    stage.js("() => (document.querySelector('#method details').open = true)")
    stage.page.select_option("#method-rule", key)
    stage.wait("(key) => fallLine.stage.climb.rules.every((rule) => rule.key === key)", key)
    stage.settled()


def test_a_sight_that_nobody_named_goes_by_the_map_and_then_holds(stage: Stage) -> None:
    choose_rule(stage, "mountaineer")
    assert {one["sight"] for one in values(stage)} == {0.71}
    box = stage.page.locator("#method-values-sight")
    assert box.input_value() == "0.71"
    box.fill("0.5")
    stage.wait("() => fallLine.stage.climb.rules.every(({ values }) => values.sight === 0.5)")
    stage.page.fill("#start-x", "1")
    stage.wait("() => fallLine.stage.climb.points[0] === 1")
    assert {one["sight"] for one in values(stage)} == {0.5} and box.input_value() == "0.5"


def test_on_another_mountain_it_is_measured_anew(stage: Stage) -> None:
    choose_rule(stage, "noisy_descent")
    before = values(stage)[0]["scale"]
    stage.choose("Beale")
    stage.wait("() => fallLine.stage.climb.surface === 'beale'")
    stage.settled()
    told = Scenario.from_link(stage.climb()["link"])
    there = Site(told.ground, told.start)
    stage.wait(
        "(scale) => fallLine.stage.climb.rules[0].values.scale === scale",
        fitted(RULES["noisy_descent"], there)["scale"],
    )
    assert values(stage)[0]["scale"] != before
