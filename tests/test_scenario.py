"""A scenario goes to JSON and to a link and back, and says what is wrong with a bad one."""

from __future__ import annotations

import json
import math
import random
import re
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest

from app.scenario import (
    LONGEST_LINK,
    MOST_STEPS,
    MOST_WALKERS,
    Scenario,
    ScenarioError,
    read_query,
    read_surface,
)
from surfaces import SURFACES, Surface
from tests.junk import rubbish, weird

EVERY = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())

GOOD = {
    "surface": "stretched-bowl",
    "start": [-4.5, 2],
    "rates": ["0.01", 0.1],
    "direction": "down",
    "steps": "100",
    "parameters": {"kappa": "10"},
}


def random_scenario(surface: Surface, dice: np.random.Generator) -> Scenario:
    low, high = np.transpose((surface.x, surface.y))
    start = dice.uniform(low, high)
    return Scenario(
        surface=surface.key,
        start=(float(start[0]), float(start[1])),
        rates=tuple((10.0 ** dice.uniform(-300, 300, dice.integers(1, 10))).tolist()),
        direction=("down", "up")[dice.integers(2)],
        steps=int(dice.integers(1, MOST_STEPS + 1)),
        parameters={p.key: float(dice.uniform(p.low, p.high)) for p in surface.parameters},
    )


def problems(**changes: Any) -> dict[str, str]:
    """What is wrong with the good scenario after these changes."""
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_dict({**GOOD, **changes})
    assert str(caught.value) == " ".join(caught.value.problems.values())
    return caught.value.problems


@EVERY
def test_json_and_link_give_the_very_same_scenario(surface: Surface) -> None:
    dice = np.random.default_rng(11)
    for _ in range(25):
        scenario = random_scenario(surface, dice)
        assert Scenario.from_dict(scenario.to_dict()) == scenario
        assert Scenario.from_dict(json.loads(json.dumps(scenario.to_dict()))) == scenario
        link = scenario.to_link()
        assert Scenario.from_link(link) == scenario
        assert Scenario.from_link("?" + link) == scenario
        assert len(link) < LONGEST_LINK / 4
        assert dict(scenario.ground.values) == scenario.parameters


@EVERY
def test_link_of_text_is_read_as_typed(surface: Surface) -> None:
    x, y = surface.start
    scenario = Scenario.from_link(f"surface={surface.key}&start={x},{y}&rates=+.5,1e-3")
    assert scenario.rates == (0.5, 0.001)
    assert (scenario.start, scenario.direction, scenario.steps) == ((x, y), "down", 100)
    assert scenario.parameters == {p.key: p.default for p in surface.parameters}
    assert not scenario.uphill


def test_other_keys_of_a_link_are_left_to_others() -> None:
    link = Scenario.from_dict(GOOD).to_link()
    assert Scenario.from_link(link + "&camera=1,2&utm=x&view=") == Scenario.from_dict(GOOD)


def test_good_is_good() -> None:
    assert Scenario.from_dict(GOOD) == Scenario(
        "stretched-bowl", (-4.5, 2.0), (0.01, 0.1), parameters={"kappa": 10.0}
    )


A_RATE = "Walker 2: the learning rate must be a number above 0, "
STEPS = "Steps must be a whole number from 1 to 10,000, "
X = "Start: x must be on the map, between -5 and 5, "
KAPPA = "Condition number must be a number"
SENTENCES: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"rates": [1, 0]}, "rates.1", A_RATE + "not 0. Try 0.01."),
    ({"rates": [1, "-1"]}, "rates.1", A_RATE + "not -1. Try 0.01."),
    ({"rates": [1, "fast"]}, "rates.1", A_RATE + "not fast. Try 0.01."),
    ({"rates": [1, ""]}, "rates.1", A_RATE + "but it is empty. Try 0.01."),
    ({"rates": [1, "  "]}, "rates.1", A_RATE + "but it is empty. Try 0.01."),
    ({"rates": [1, None]}, "rates.1", A_RATE + "but it is empty. Try 0.01."),
    ({"rates": [1, math.inf]}, "rates.1", A_RATE + "not inf. Try 0.01."),
    ({"rates": [1, "1e999"]}, "rates.1", A_RATE + "not 1e999. Try 0.01."),
    ({"rates": [1, math.nan]}, "rates.1", A_RATE + "not nan. Try 0.01."),
    ({"rates": [1, "0,01"]}, "rates.1", A_RATE + "not 0,01. Try 0.01."),
    ({"rates": [1, True]}, "rates.1", A_RATE + "not True. Try 0.01."),
    ({"rates": []}, "rates", "There must be one to 9 learning rates, not 0. Add one."),
    ({"rates": None}, "rates", "There must be one to 9 learning rates, not 0. Add one."),
    ({"rates": [1] * 10}, "rates", "There must be one to 9 learning rates, not 10. Remove some."),
    ({"start": [5.001, 0]}, "start.x", X + "not 5.001. Try -4.5."),
    ({"start": ["1e999", 0]}, "start.x", X + "not 1e999. Try -4.5."),
    ({"start": ["", 0]}, "start.x", X + "but it is empty. Try -4.5."),
    ({"start": [0, -6]}, "start.y", X.replace("x", "y") + "not -6. Try 2."),
    ({"start": [0]}, "start.y", X.replace("x", "y") + "but it is empty. Try 2."),
    ({"start": [0, 1, 2]}, "start", "The start must be two numbers, x and y, not 3. Remove some."),
    ({"steps": 0}, "steps", STEPS + "not 0. Try 100."),
    ({"steps": 10**9}, "steps", STEPS + "not 1000000000. Try 100."),
    ({"steps": 10_001}, "steps", STEPS + "not 10001. Try 100."),
    ({"steps": "2.5"}, "steps", STEPS + "not 2.5. Try 100."),
    ({"steps": ""}, "steps", STEPS + "but it is empty. Try 100."),
    ({"direction": "sideways"}, "direction", "The direction must be down or up, not sideways."),
    ({"direction": ""}, "direction", "The direction must be down or up, but it is empty."),
    ({"surface": "rosenbrok"}, "surface", "No surface called 'rosenbrok'. Did you mean 'rosenbr"),
    ({"surface": None}, "surface", "No surface called ''. `fall-line list` shows all."),
    ({"parameters": {"kappa": "0.5"}}, "parameter.kappa", KAPPA + " between 1 and 1000, not 0.5"),
    ({"parameters": {"kappa": "ten"}}, "parameter.kappa", KAPPA + ", not ten. Try 10."),
    ({"parameters": {"kappa": ""}}, "parameter.kappa", KAPPA + ", but it is empty. Try 10."),
    ({"parameters": {"k": 1}}, "parameter.k", "Stretched bowl has no parameter 'k'. It has: kappa"),
    ({"parameters": {"self": 1}}, "parameter.self", "Stretched bowl has no parameter 'self'."),
    ({"parameters": [1]}, "parameters", "Parameters are names with values, not [1]."),
)


@pytest.mark.parametrize(("changes", "field", "sentence"), SENTENCES)
def test_each_bad_value_gives_one_sentence(
    changes: dict[str, Any], field: str, sentence: str
) -> None:
    found = problems(**changes)
    assert list(found) == [field]
    assert found[field].startswith(sentence)


def test_all_problems_are_told_at_once() -> None:
    found = problems(
        rates=[0, "0.1", "x"], start=[9, "y"], steps=0, direction="", parameters={"kappa": -1}
    )
    assert set(found) == {
        *("rates.0", "rates.2", "start.x", "start.y", "steps", "direction", "parameter.kappa"),
    }
    assert found["rates.2"].startswith("Walker 3: ")


def test_the_limits_themselves_are_good() -> None:
    for rates in ([5e-324], ["1e308"] * MOST_WALKERS):
        Scenario.from_dict({**GOOD, "rates": rates})
    for steps in (1, "1", MOST_STEPS, "1e4", 100.0):
        assert isinstance(Scenario.from_dict({**GOOD, "steps": steps}).steps, int)
    for start in ((-5, 5), ("5", "-5.0")):
        Scenario.from_dict({**GOOD, "start": start})


def test_a_long_value_is_quoted_short() -> None:
    for value in ("7" * 100_000, ["a"] * 100_000, 10**400, 10**5000, {"a": "b" * 9999}):
        for changes in ({"steps": value}, {"direction": value}, {"parameters": {"kappa": value}}):
            (sentence,) = problems(**changes).values()
            assert len(sentence) < 160, sentence
    assert len(problems(surface="x" * 100_000)["surface"]) < 160


def test_a_link_of_100_kB_is_not_read() -> None:
    link = Scenario.from_dict(GOOD).to_link() + "&x=" + "a" * 100_000
    for read in (Scenario.from_link, read_query):
        with pytest.raises(ScenarioError) as caught:
            read(link)
        assert list(caught.value.problems) == ["link"]
        assert re.fullmatch(
            r"The link has 100,\d{3} characters; ours have at most 32,000. Copy it again.",
            str(caught.value),
        )


def test_damaged_links_say_what_is_wrong() -> None:
    link = Scenario.from_dict(GOOD).to_link()
    for cut, field in (
        (link.replace("stretched", "streched"), "surface"),
        (link.replace("rates=0.01,0.1", "rates="), "rates.0"),
        (link.replace("rates=0.01,0.1", "rates=" + ",".join(["1"] * 10)), "rates"),
        (link.replace("rates=0.01,0.1", ""), "rates"),
        (link.replace("start=-4.5,2.0", "start=-4.5,2000"), "start.y"),
        (link.replace("start=-4.5,2.0", "start=-4.5"), "start.y"),
        (link.replace("steps=100", "steps=1000000000"), "steps"),
        (link.replace("kappa=10.0", "kappa=-1"), "parameter.kappa"),
        (link.replace("kappa", "copper"), "parameter.copper"),
    ):
        with pytest.raises(ScenarioError) as caught:
            Scenario.from_link(cut)
        assert list(caught.value.problems) == [field], cut


def test_a_surface_is_read_without_the_rest() -> None:
    surface = read_surface({"surface": "stretched-bowl", "parameters": {"kappa": "25"}})
    assert surface.values == {"kappa": 25.0}
    with pytest.raises(ScenarioError):
        read_surface({"surface": "stretched-bowl", "parameters": {"kappa": "0"}})


def test_weird_values_raise_nothing_but_scenario_errors() -> None:
    dice = random.Random(5)
    for _ in range(4000):
        data: Any = {**GOOD}
        for key in dice.sample(sorted(GOOD), dice.randint(1, 3)):
            data[key] = weird(dice)
        if dice.random() < 0.05:
            data = weird(dice)
        try:
            scenario = Scenario.from_dict(data)
        except ScenarioError as error:
            assert error.problems
            assert all(len(sentence) < 200 for sentence in error.problems.values())
        else:
            assert Scenario.from_link(scenario.to_link()) == scenario


def test_rubbish_links_raise_nothing_but_scenario_errors() -> None:
    dice = random.Random(6)
    keys = ("surface", "start", "rates", "steps", "direction", "parameter.kappa", "parameter.", "")
    for _ in range(2000):
        query = rubbish(dice, keys)
        for text in (query, "surface=stretched-bowl&" + query, quote(query, errors="replace")):
            try:
                Scenario.from_link(text)
            except ScenarioError as error:
                assert error.problems
