"""Rules and schedules: chosen by mouse and by key, typed, said to be wrong, kept in the link."""

from __future__ import annotations

import pytest

from app.walk.rules import RULES
from app.walk.schedules import SCHEDULES
from tests.browser.conftest import Opener
from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.002&direction=down&steps=40"
RULE = "() => window.fallLine.stage.climb.rules.map(({ key }) => key).join()"
# What stands on what it must not, or sticks out of the column, among the controls of methods.
CROWDED = """() => {
  const host = document.querySelector("#method");
  const parts = [...host.querySelectorAll("summary > *, .targets label, .targets legend, .label, .parameter-name, select, .story, input:not([type=radio])")];
  const boxes = parts.map((part) => [part.id || part.textContent, part.getBoundingClientRect()]);
  const { left, right } = host.getBoundingClientRect();
  const out = boxes.filter(([, b]) => b.left < left - 3 || b.right > right + 3).map(([name]) => name);
  const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  const on = boxes.flatMap(([name, a], i) => boxes.slice(i + 1).filter(([, b]) => !apart(a, b)).map(([other]) => `${name} on ${other}`));
  const bare = [...host.querySelectorAll("select, input")].filter((one) => !one.labels.length && !one.ariaLabel).map(({ id }) => id);
  return [...out, ...on, ...bare];
}"""


@pytest.fixture(autouse=True)
def _link(stage: Stage) -> None:
    stage.visit(LINK)
    stage.js("() => (document.querySelector('#method details').open = true)")


def walks_by(stage: Stage, rules: str) -> None:
    stage.wait(f"(rules) => ({RULE})() === rules", rules)
    stage.settled()


def in_link(stage: Stage, part: str) -> None:
    stage.wait("(part) => location.search.includes(part)", part)


def test_a_rule_and_a_schedule_are_chosen_with_the_mouse(stage: Stage) -> None:
    path = stage.js("() => [...window.fallLine.stage.climb.points]")
    stage.page.select_option("#method-rule", "momentum")
    stage.page.select_option("#method-schedule", "cosine")
    walks_by(stage, "momentum,momentum")
    in_link(stage, "rule=momentum(beta:0.9)&schedule=cosine(")
    assert stage.js("() => [...window.fallLine.stage.climb.points]") != path
    assert stage.page.inner_text("#method .summary") == "Momentum (heavy ball), cosine rate"
    stage.page.locator("#method .targets label").nth(2).click()
    stage.page.select_option("#method-rule", "adam")
    walks_by(stage, "momentum,adam")
    in_link(stage, "rule=momentum(beta:0.9);adam(")
    assert stage.page.inner_text("#method .summary") == "each its own"
    assert ["Momentum" in words.split("\n")[1] for words in stage.captions()] == [True, False]


def test_and_with_the_keyboard_alone(stage: Stage) -> None:
    press = stage.page.keyboard.press
    stage.js("() => (document.querySelector('#method details').open = false)")
    stage.page.focus("#method summary")
    press("Enter")
    press("Tab")
    assert stage.js("() => document.activeElement.id") == "method-for-all"
    press("ArrowRight")
    stage.page.focus("#method-rule")
    stage.page.keyboard.type("Nes")
    walks_by(stage, "nesterov,gradient_descent")
    assert stage.js("() => document.activeElement.id") == "method-rule"
    press("Tab")
    assert "From 0 to 0.999." in stage.page.locator(".tip:visible").inner_text()
    press("Tab")
    stage.page.keyboard.type("0.5")
    in_link(stage, "rule=nesterov(beta:0.5);gradient_descent")
    press("Tab")
    press("Home")
    in_link(stage, "rule=nesterov(beta:0);gradient_descent")
    assert stage.page.input_value("#method-values-beta") == "0"
    assert not stage.clock()["playing"] and stage.clock()["playhead"] == 0


def test_what_is_wrong_is_red_and_said_and_kept(stage: Stage) -> None:
    stage.page.select_option("#method-rule", "momentum")
    walks_by(stage, "momentum,momentum")
    box = stage.page.locator("#method-values-beta")
    box.fill("2")
    sentence = "Momentum must be a number between 0 and 0.999, not 2.0. Try 0.9."
    stage.page.get_by_text(sentence).wait_for()
    assert stage.problems() == [sentence]
    assert box.get_attribute("aria-invalid") == "true"
    stage.page.locator("#method .targets label").nth(1).click()
    assert box.input_value() == "2" and box.get_attribute("aria-invalid") == "true"
    stage.page.locator("#method .targets label").nth(0).click()
    box.fill("0.8")
    in_link(stage, "rule=momentum(beta:0.8)")
    assert stage.problems() == [] and box.get_attribute("aria-invalid") is None


@pytest.mark.parametrize("width", [1280, 390])
def test_every_rule_and_schedule_has_room(open_page: Opener, width: int) -> None:
    stage = open_page(LINK, viewport={"width": width, "height": 800})
    stage.page.click("#method summary")
    crowded = {}
    for menu, rows in (("rule", RULES), ("schedule", SCHEDULES)):
        for key, row in rows.items():
            stage.page.select_option(f"#method-{menu}", key)
            assert stage.page.locator("#method .story", has_text=row.help).count() == 1
            crowded[key] = stage.js(CROWDED)
    assert {key: found for key, found in crowded.items() if found} == {}
    walks_by(stage, ",".join([list(RULES)[-1]] * 2))
    assert stage.errors == []


def test_back_and_forward_go_through_methods(stage: Stage) -> None:
    stage.page.select_option("#method-rule", "lion")
    walks_by(stage, "lion,lion")
    in_link(stage, "rule=lion")
    stage.page.select_option("#method-rule", "newton")
    walks_by(stage, "newton,newton")
    in_link(stage, "rule=newton")
    stage.page.go_back()
    walks_by(stage, "lion,lion")
    assert stage.page.input_value("#method-rule") == "lion"
    stage.page.go_back()
    walks_by(stage, "gradient_descent,gradient_descent")
    assert stage.page.inner_text("#method .summary") == "Gradient descent, constant rate"
    stage.page.go_forward()
    walks_by(stage, "lion,lion")
