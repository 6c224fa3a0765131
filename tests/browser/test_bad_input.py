"""What cannot be: one sentence beside the control, what was typed stays, the last walk stays."""

from __future__ import annotations

import pytest

from tests.browser.page import Stage

BAD_RATES = ["0", "-1", "abc", "", "1e999", "0,01", "nan"]
BAD = [
    *[("#rate-1", text, "learning rate must be a number above 0") for text in BAD_RATES],
    ("#start-x", "7", "Start: x must be on the map, between -5 and 5, not 7"),
    ("#start-y", "", "Start: y must be on the map, between -5 and 5, but it is empty"),
    ("#start-y", "north", "not north"),
    ("#steps", "0", "Steps must be a whole number from 1 to 10,000, not 0"),
    ("#steps", "1000000000", "from 1 to 10,000, not 1000000000"),
    ("#steps", "2.5", "not 2.5"),
]


def fixed(stage: Stage) -> None:
    stage.wait("() => !document.querySelector('.side [aria-invalid=true]')")
    assert stage.problems() == []


@pytest.mark.parametrize(("box", "text", "sentence"), BAD)
def test_bad_input_gets_a_sentence(stage: Stage, box: str, text: str, sentence: str) -> None:
    before = stage.climb(), [stage.overlay(i) for i in range(3)], stage.captions()
    good = stage.page.input_value(box)
    stage.page.fill(box, text)
    stage.page.wait_for_selector(f"{box}[aria-invalid=true]")
    stage.settled()
    (said,) = stage.problems()
    assert sentence in said and said.endswith(".")
    assert stage.page.input_value(box) == text
    assert (stage.climb(), [stage.overlay(i) for i in range(3)], stage.captions()) == before
    assert len(stage.rates()) == 3
    stage.page.fill(box, good)
    fixed(stage)
    assert stage.climb() == before[0]


def test_two_mistakes_at_once_are_both_named(stage: Stage) -> None:
    stage.page.fill("#rate-0", "-1")
    stage.page.fill("#start-x", "a")
    stage.page.wait_for_selector("#start-x[aria-invalid=true]")
    stage.page.wait_for_selector("#rate-0[aria-invalid=true]")
    assert len(stage.problems()) == 2
    stage.page.fill("#rate-0", "0.003")
    stage.page.fill("#start-x", "0")
    fixed(stage)
    stage.wait("() => window.fallLine.stage.scene.climb.rates[0] === 0.003")


def test_a_tenth_walker_is_refused(stage: Stage) -> None:
    rates = "0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9"
    stage.visit(f"?surface=round-bowl&start=1,1&rates={rates}&steps=20&view=together")
    before = stage.climb(), stage.rates()
    assert len(before[1]) == 9
    stage.page.wait_for_function(
        "() => /\\d/.test(document.querySelector('#preset-good').textContent)"
    )
    stage.page.click("#preset-good")
    stage.page.get_by_text("Nine walkers are the most that fit").wait_for()
    stage.settled()
    assert (stage.climb(), stage.rates()) == before
