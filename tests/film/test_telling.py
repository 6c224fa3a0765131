"""A climb in words: numbers as they are said, titles, and notes with the numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.climb import climb, story
from app.film import telling
from app.method import Method
from app.walk.rules import RULES
from surfaces import SURFACES
from surfaces.words import speaking
from tests.film.decks import RATES, SCENARIO, notes, slides, titles


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


def test_slides_speak_the_language_they_were_ordered_in(tmp_path: Path) -> None:
    with speaking("ru"):
        deck = slides(tmp_path)
    for slide, title in zip(deck.slides, titles(deck), strict=True):
        said = notes(slide).replace(SURFACES["himmelblau"].source, "")
        shown = [text for shape in slide.shapes for text in _texts(shape)]
        assert not re.findall("[A-Za-z]{2,}", " ".join((title, said, *shown)))
    told = notes(deck.slides[1])
    assert "из (x; y) = (0,2; 4,4), 30 шагов" in told
    assert "скорость обучения — 0,001." in told


def _texts(shape: Any) -> list[str]:
    """What stands in a shape, and what it is called."""
    if shape.has_table:
        return [cell.text for row in shape.table.rows for cell in row.cells]
    if shape.has_chart:
        axes = (shape.chart.category_axis, shape.chart.value_axis)
        series = [line.name for line in shape.chart.plots[0].series]
        return [*series, *(axis.axis_title.text_frame.text for axis in axes)]
    return [shape.text_frame.text] if shape.has_text_frame else [shape.name]


@pytest.mark.parametrize(
    ("steps", "said"), [(1, "1 шаг"), (22, "22 шага"), (1500, "1\N{NO-BREAK SPACE}500 шагов")]
)
def test_steps_are_counted_as_the_language_does(steps: int, said: str) -> None:
    walked = climb(replace(SCENARIO, steps=steps))
    with speaking("ru"):
        assert telling.course(walked).endswith(f", {said}")


@pytest.mark.parametrize("key", SURFACES)
def test_any_ground_can_be_told(key: str) -> None:
    walked = climb(story(key, steps=10))
    assert telling.about_all(walked).count("Walker ") == 3
    assert all(all(telling.row(walked, walker)) for walker in range(3))
