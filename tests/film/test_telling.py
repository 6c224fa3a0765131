"""A climb in words: numbers as they are said, titles, and notes with the numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.climb import climb, story
from app.film import telling
from app.method import Method
from app.walk.rules import RULES
from surfaces import SURFACES
from tests.film.decks import RATES, SCENARIO, notes, slides


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.01, "0.01"),
        (-3.2e-9, "−3.2e−9"),
        (1234.5, "1234"),
        (7.3e109, "7.3e109"),
        (np.inf, "∞"),
        (0, "0"),
    ],
)
def test_numbers_as_they_are_said(value: float, text: str) -> None:
    assert telling.number(value) == text


def test_notes_say_what_is_seen_and_the_numbers(tmp_path: Path) -> None:
    deck, walked = slides(tmp_path), climb(SCENARIO)
    for walker, slide in enumerate(list(deck.slides)[1:4]):
        said, outcome = notes(slide), walked.outcomes[walker]
        assert f"Walker {walker + 1} goes down from (x, y) = (0.2, 4.4), 30 steps" in said
        assert f"its learning rate {RATES[walker]}." in said
        assert outcome.sentence[1:] in said and outcome.detail in said
        losses = walked.walk.losses[walker]
        last = max(k for k, loss in enumerate(losses) if np.isfinite(loss))
        first, final = telling.number(losses[0]), telling.number(losses[last])
        assert f"The loss is {first} at the start and {final} after {last} steps" in said
        assert walked.why(walker, 0).sentence in said
    for slide in list(deck.slides)[4:]:
        assert notes(slide) == "\n\n".join(notes(one) for one in list(deck.slides)[1:4])
    assert SURFACES["himmelblau"].story in notes(deck.slides[0])


def test_notes_say_that_a_rate_changes() -> None:
    fading = climb(replace(SCENARIO, methods=(Method(schedule="exponential"),)))
    low, high = map(telling.number, (fading.rates[1].min(), fading.rates[1].max()))
    assert f"which changes between {low} and {high}." in telling.about(fading, 1)


def test_walkers_of_several_rules_are_told_by_them() -> None:
    both = replace(SCENARIO, rates=(0.1, 0.1), methods=(Method(), Method(rule="adam")))
    walked = climb(both)
    assert telling.label(walked, 0) == f"{RULES['gradient_descent'].name}, rate 0.1"
    assert telling.heading(walked, 1).startswith(f"{RULES['adam'].name}, rate 0.1: ")


@pytest.mark.parametrize("key", SURFACES)
def test_any_ground_can_be_told(key: str) -> None:
    walked = climb(story(key, steps=10))
    assert telling.about_all(walked).count("Walker ") == 3
    assert all(all(telling.row(walked, walker)) for walker in range(3))
