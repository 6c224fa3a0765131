"""Grounds made of words: each kind, its words, its links, and what is wrong with a word."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from app.climb import climb, story
from app.made import KINDS, MadeError, full_words, make
from app.made.kind import fitting_height
from app.scenario import Scenario, ScenarioError
from app.walk.outcome import Ending
from surfaces import SURFACES
from surfaces.neuron import DATA_SETS

MADE = [
    ("formula", {}),
    ("formula", {"formula": "a*x^2 + b*y^2", "x": "-2, 3", "y": "0 1"}),
    ("neuron", {}),
    *(("neuron", {"data": key}) for key in DATA_SETS),
    ("neuron", {"activation": "tanh", "batch": "1", "seed": "7", "standardise": "no"}),
]
EVERY = pytest.mark.parametrize(("key", "words"), MADE)


def test_no_kind_has_the_key_of_a_surface() -> None:
    assert not set(KINDS) & set(SURFACES)


@EVERY
def test_a_made_ground_is_walked_and_linked(key: str, words: dict[str, str]) -> None:
    told = story(key, words=words)
    assert Scenario.from_link(told.to_link()) == told
    assert Scenario.from_dict(told.to_dict()) == told
    assert told.words == full_words(key, words)
    walked = climb(told)
    assert len(walked.outcomes) == 3
    assert walked.outcomes[0].ending is Ending.CRAWLING


def test_the_same_words_are_the_same_ground_and_others_are_not() -> None:
    one, same, other = (
        story("formula", words={"formula": text}).ground for text in ("x*y", "x*y", "x+y")
    )
    assert one.identity == same.identity != other.identity


def test_other_parameters_are_another_ground_of_the_same_words() -> None:
    told = story("formula", {"a": 3.0}, words={"formula": "a*x^2 + y^2"})
    assert told.ground.loss(np.array([1.0, 0.0])) == 3
    assert told.parameters == {"a": 3.0}
    neuron = story("neuron", {"decay": 0.5}).ground
    assert neuron.axes == ("weight", "bias")
    assert neuron.values == {"decay": 0.5}


def test_parameters_of_the_formula_before_are_left_alone() -> None:
    data = {**story("formula", words={"formula": "a*x^2"}).to_dict(), "words": {"formula": "x^2+y"}}
    assert Scenario.from_dict(data).parameters == {}


@pytest.mark.parametrize(
    ("key", "words", "word", "sentence"),
    [
        ("formula", {"formula": "sinn(x)"}, "formula", "Did you mean 'sin'?"),
        ("formula", {"formula": ""}, "formula", "."),
        ("formula", {"x": "5, -5"}, "x", "a low and a higher number, not 5, -5. Try -5, 5."),
        ("formula", {"y": "1, 2, 3"}, "y", "The map along y"),
        ("formula", {"y": ""}, "y", "not nothing"),
        ("formula", {"height": "tall"}, "height", "must be one of auto, linear, log, clipped"),
        ("neuron", {"data": "mnist"}, "data", "Data must be one of"),
        ("neuron", {"loss": "cross-entropy"}, "activation", "must be Sigmoid"),
        ("neuron", {"seed": "-1"}, "seed", "Seed must be a whole number from 0, not -1"),
        ("file", {}, "file", "No file is open yet"),
        ("file", {"file": "../../etc/passwd"}, "file", "no longer here"),
    ],
)
def test_a_bad_word_gets_a_sentence(
    key: str, words: dict[str, str], word: str, sentence: str
) -> None:
    with pytest.raises(MadeError) as caught:
        make(key, words)
    assert caught.value.word == word
    assert sentence in str(caught.value)
    assert str(caught.value).endswith((".", "?"))
    with pytest.raises(ScenarioError) as problem:
        Scenario.from_dict({"surface": key, "words": words, "start": [0, 0], "rates": [1]})
    assert problem.value.problems == {f"word.{word}": str(caught.value)}


@pytest.mark.parametrize("words", [None, 3, [], {"formula": 3}, {"x": None, "nonsense": {}}])
def test_words_that_are_no_text_are_as_good_as_none(words: Any) -> None:
    data = {"surface": "formula", "words": words, "start": [1, 1], "rates": [0.1]}
    assert Scenario.from_dict(data).words == full_words("formula", {})


def test_a_start_in_a_hole_is_refused() -> None:
    data = {"surface": "formula", "words": {"formula": "log(x)"}, "start": [-1, 0], "rates": [1]}
    with pytest.raises(ScenarioError, match="there is no ground at this place"):
        Scenario.from_dict(data)


SPIKE = "x^2 + y^2 + 1e30*exp(-10000*((x-1)^2 + (y-1)^2))"


@pytest.mark.parametrize(
    ("text", "height"),
    [("x^2 + y^2", "linear"), ("1/(0.0001 + x^2 + y^2)", "clipped"), (SPIKE, "clipped")],
)
def test_heights_are_drawn_as_fits_unless_said_otherwise(text: str, height: str) -> None:
    surface = make("formula", {"formula": text})
    assert surface.height == height
    assert make("formula", {"formula": text, "height": "log"}).height == "log"
    assert fitting_height(surface, "linear") == "linear"


def test_a_batch_is_felt() -> None:
    told = story("neuron", words={"batch": "1"})
    walked = climb(told)
    exact = told.ground.gradient(walked.walk.points)
    assert not np.allclose(walked.walk.gradients, exact)
    whole = climb(story("neuron"))
    np.testing.assert_allclose(whole.walk.gradients, whole.surface.gradient(whole.walk.points))
