"""A link as the controls show it, and back: nothing of it is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.climb import climb, story
from app.figures.look import LOOKS
from app.knows import USUAL
from app.method import Method
from app.scenario import Scenario
from app.ui import ids
from app.ui.callbacks.open import (
    DEFAULT,
    FIRST_LOOK,
    SCENARIO_OUTPUTS,
    VIEW_OUTPUTS,
    opened,
    scenario_values,
    view_values,
)
from app.ui.controls import FASTEST, SLOWEST
from app.view import View
from surfaces import SURFACES
from tests.test_scenario import random_scenario

EVERY = pytest.mark.parametrize("key", SURFACES)


def named(values: list) -> dict:
    """The values by the name of their control."""
    return dict(zip((output.component_id for output in SCENARIO_OUTPUTS), values, strict=True))


def typed(values: list) -> dict:
    """What the controls would hand on as the scenario: as gather in clientside.mjs does."""
    shown = named(values)
    controls = [control.children[1].children[0] for control in shown[ids.PARAMETERS]]
    words = [control.children[1] for control in shown[ids.WORDS]]
    return {
        "surface": shown[ids.SURFACE],
        "words": {word.id["key"]: word.value for word in words},
        "parameters": {control.id["key"]: control.value for control in controls},
        "start": [shown[ids.START_X], shown[ids.START_Y]],
        "rates": [shown[box] for box in ids.RATES if shown[box] is not None],
        "direction": shown[ids.DIRECTION],
        "steps": shown[ids.STEPS],
    }


@EVERY
def test_controls_hold_the_very_same_scenario(key: str) -> None:
    dice = np.random.default_rng(3)
    for _ in range(20):
        scenario = random_scenario(SURFACES[key], dice)
        values = scenario_values(scenario)
        assert Scenario.from_dict(typed(values)) == scenario
        sliders = ids.RATE_SLIDERS[: len(scenario.rates)]
        assert all(SLOWEST <= named(values)[slider] <= FASTEST for slider in sliders)


@EVERY
def test_a_link_opens_its_scenario_and_its_view(key: str) -> None:
    told = story(key)
    assert opened("?" + told.to_link() + "&view=together") == (told, View(layout="together"), "")
    assert opened(f"surface={key}&race=log") == (told, View(race="log"), "")


def test_no_link_opens_the_first_mountain() -> None:
    for query in ("", "?", "?utm=1"):
        assert opened(query) == (story(DEFAULT), View(), "")
    assert opened("theme=dark") == (story(DEFAULT), View(look="slate"), "")


def test_a_surface_with_its_parameters_is_enough() -> None:
    scenario, _, problem = opened("surface=stretched-bowl&parameter.kappa=77")
    assert (scenario, problem) == (story("stretched-bowl", {"kappa": 77.0}), "")
    _, _, problem = opened("surface=stretched-bowl&parameter.kappa=0")
    assert problem.startswith("Condition number must be a number between 1 and 1000, not 0.0.")


def test_without_a_start_walkers_set_out_where_the_ground_says() -> None:
    scenario, _, problem = opened("surface=beale&rates=0.01,0.02&steps=30")
    told = replace(story("beale"), rates=(0.01, 0.02), steps=30)
    assert (scenario, problem) == (told, "")


def test_all_that_is_wrong_is_said() -> None:
    query = "surface=beale&start=99,0&rates=0&steps=0"
    scenario, view, problem = opened(query)
    assert (scenario, view) == (story(DEFAULT), View())
    for sentence in ("Start: x must", "Walker 1: ", "Steps must", "Here is the first mountain"):
        assert sentence in problem


def test_the_persons_system_chooses_the_look_unless_the_link_does() -> None:
    for dark in (True, False):
        link = {"dark": dark, "nth": 2}
        layout, linked, race, shown, basins, knows, camera, extra = view_values(View(), link)
        assert (layout, linked, race, shown, basins, knows, camera) == (
            "side",
            True,
            "linear",
            "slate" if dark else "terrain",
            False,
            USUAL,
            None,
        )
        usual = {"cameras": (), "playhead": 0.0, "mesh": 120, "basins": 0, "motion": ""}
        assert extra == {**usual, "tour": False, "nth": 2}
        assert view_values(View(motion="orbit"), link)[6] == "orbit"
        for key in LOOKS:
            assert view_values(View(look=key), link)[3] == key
    assert len(view_values(View(), link)) == len(VIEW_OUTPUTS)


def test_the_first_looks_are_light_and_dark() -> None:
    assert {dark: LOOKS[key].dark for dark, key in FIRST_LOOK.items()} == {False: False, True: True}


def test_a_story_is_told_for_the_rule_that_walks_it() -> None:
    """What is good for gradient descent is not for Adam."""
    plain, adam = (opened(f"surface=ravine{rule}")[0] for rule in ("", "&rule=adam"))
    assert adam.each_method == (Method("adam"),) * 3
    assert adam == story("ravine", methods=(Method("adam"),))
    assert np.all(np.abs(np.log(np.divide(adam.rates, plain.rates))) > 0.3)
    told, other = climb(adam), climb(replace(plain, methods=adam.methods))
    assert told.walk.losses[1, -1] < other.walk.losses[1, -1]
    assert "2 rules" in opened("surface=ravine&rule=adam;lion")[2]


def test_on_new_ground_the_page_keeps_how_its_first_walker_walks() -> None:
    adam = {"rule": "adam", "values": {"beta1": "0.5", "beta2": "nonsense"}, "changes": [[1, 2]]}
    told, _, problem = opened("surface=ravine", {"methods": [adam, {}]})
    assert (told.each_method, problem) == ((Method("adam", {"beta1": 0.5}),) * 3, "")
    assert opened("surface=ravine&rule=lion", {"methods": [adam]})[0].methods == (Method("lion"),)
    for junk in (None, 3, {}, {"methods": 3}, {"methods": []}, {"methods": [3]}):
        assert opened("surface=ravine", junk) == opened("surface=ravine")


def test_numbers_that_go_by_the_ground_are_those_of_the_new_one() -> None:
    far = {"methods": [{"rule": "noisy_descent", "values": {"scale": 123.0, "seed": 7}}]}
    told = opened("surface=ravine", far)[0]
    assert told == opened("surface=ravine&rule=noisy_descent(seed:7)")[0]
    assert told.each_method[0].values["scale"] != 123.0


def test_a_rate_that_a_hand_drove_stands_in_its_box_as_it_was_set_last() -> None:
    """Once and for all: a box that is written twice in a row may say its first text again."""
    link = "surface=himmelblau&start=0.2,4.4&rates=0.003,0.002&steps=40&hand=;6:0.01,9:0.0085"
    shown = named(scenario_values(opened(link)[0]))
    assert [shown[box] for box in ids.RATES[:3]] == ["0.003", "0.0085", None]
    assert shown[ids.RATE_SLIDERS[1]] == pytest.approx(np.log10(0.0085), abs=1e-4)
