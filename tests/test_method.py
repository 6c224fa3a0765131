"""A method goes to JSON and to a link and back, and says what is wrong with a bad one."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from typing import Any

import numpy as np
import pytest

from app.climb import climb
from app.method import MOST_CHANGES, PLAIN, Method, from_link, to_link
from app.scenario import LONGEST_LINK, MOST_STEPS, MOST_WALKERS, Scenario, ScenarioError
from app.walk.rules import RULES, Rule
from app.walk.schedules import SCHEDULES, Schedule
from surfaces import Parameter
from tests.junk import rubbish, weird

BASE = {"surface": "himmelblau", "start": [0, 0], "rates": [0.01, 0.02, 0.03]}


def read(*methods: Any) -> Scenario:
    return Scenario.from_dict({**BASE, "methods": list(methods)})


def problems(*methods: Any) -> dict[str, str]:
    with pytest.raises(ScenarioError) as caught:
        read(*methods)
    return caught.value.problems


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("rule", RULES)
def test_json_and_link_give_the_very_same_scenario(rule: str, schedule: str) -> None:
    dice = np.random.default_rng(len(rule) + len(schedule))
    rows = (RULES[rule].hyperparameters, SCHEDULES[schedule].parameters)
    values, shape = (
        {p.key: float(dice.integers(p.low, p.high + 1)) if p.whole else dice.uniform(p.low, p.high)
         for p in row}
        for row in rows
    )  # fmt: skip
    changes = ((3, 0.1), (7, 1e-5))
    method = {"rule": rule, "values": values, "schedule": schedule, "schedule_values": shape}
    for scenario in (read(method), read(method, {}, {**method, "changes": changes})):
        assert Scenario.from_dict(json.loads(json.dumps(scenario.to_dict()))) == scenario
        assert Scenario.from_link(scenario.to_link()) == scenario


def test_the_longest_link_is_not_too_long() -> None:
    """Nine walkers of the rule and the schedule with the most to say, in all digits."""
    dice = np.random.default_rng(0)

    def values(row: tuple[Parameter, ...]) -> dict[str, float]:
        return {p.key: p.high if p.whole or p.options else dice.uniform(p.low, p.high) for p in row}

    def longest(rule: Rule, schedule: Schedule) -> Method:
        steps, rates = range(MOST_STEPS - MOST_CHANGES, MOST_STEPS), dice.uniform(0, 1e-5, 100)
        changes = tuple(zip(steps, rates.tolist(), strict=True))
        shape = values(schedule.parameters)
        return Method(rule.key, values(rule.hyperparameters), schedule.key, shape, changes)

    for rule in RULES.values():
        for schedule in SCHEDULES.values():
            methods = tuple(longest(rule, schedule) for _ in range(MOST_WALKERS))
            rates, start = dice.uniform(0, 1e-5, MOST_WALKERS), dice.uniform(-5, 0, 2)
            scenario = Scenario(
                "himmelblau", tuple(start), tuple(rates), steps=MOST_STEPS, methods=methods
            )
            assert len(scenario.to_link()) < LONGEST_LINK * 0.9  # nine cameras stand beside it


def test_plain_descent_leaves_the_link_as_it_was() -> None:
    assert read({}) == read({}, {}, {}) == Scenario.from_dict(BASE)
    assert "rule" not in read({}).to_link()
    assert to_link((PLAIN, PLAIN)) == {}


def test_what_is_the_same_for_all_is_said_once() -> None:
    scenario = read(*[{"rule": "momentum"}] * 3)
    assert len(scenario.methods) == 1
    assert scenario.each_method == (Method("momentum"),) * 3
    assert "rule=momentum(beta:0.9)&" in scenario.to_link() + "&"


def test_a_link_is_read_as_typed() -> None:
    typed = from_link({"rule": "momentum(beta:0.5);gradient_descent", "hand": ";5:0.1,9:0.2"})
    assert [method["rule"] for method in typed] == ["momentum", "gradient_descent"]
    assert typed[0]["values"] == {"beta": "0.5"}
    assert typed[1]["changes"] == [["5", "0.1"], ["9", "0.2"]]
    scenario = Scenario.from_link("surface=himmelblau&start=0,0&rates=1,2&rule=momentum(beta:0.5)")
    assert scenario.each_method == (Method("momentum", {"beta": 0.5}),) * 2


@pytest.mark.parametrize(
    ("method", "field", "sentence"),
    [
        ({"rule": "momentun"}, "methods.0.rule",
         "There is no rule 'momentun'. Did you mean 'momentum'?"),
        ({"schedule": 7}, "methods.0.schedule",
         "There is no schedule '7'. Did you mean 'constant'?"),
        ({"rule": "momentum", "values": {"beta": "2"}}, "methods.0.values.beta",
         "Momentum must be a number between 0 and 0.999, not 2.0. Try 0.9."),
        ({"rule": "momentum", "values": {"beta": ""}}, "methods.0.values.beta",
         "Momentum must be a number, but it is empty. Try 0.9."),
        ({"rule": "momentum", "values": {"gamma": 1}}, "methods.0.values.gamma",
         "Nothing here is called 'gamma'. There are: beta."),
        ({"schedule_values": {"warmup": 1.5}}, "methods.0.schedule_values.warmup",
         "Warm-up steps must be a whole number between 0 and 10000, not 1.5. Try 0."),
        ({"changes": [[1, -1]]}, "methods.0.changes",
         "A rate changed by hand must be a number above 0, not -1. Try 0.01."),
        ({"changes": [[-1, 1]]}, "methods.0.changes",
         "The step of a change by hand must be a whole number, not -1. Try 10."),
        ({"changes": ["x"]}, "methods.0.changes",
         "The step of a change by hand must be a whole number, but it is empty. Try 10."),
        ({"changes": [[n, 1] for n in range(MOST_CHANGES + 1)]}, "methods.0.changes",
         "A rate may be changed 100 times by hand, not 101 times. "
         "Take them back, or remove some."),
    ],
)  # fmt: skip
def test_each_bad_value_gives_one_sentence(method: Any, field: str, sentence: str) -> None:
    assert problems(method) == {field: sentence}


def test_there_is_one_for_all_or_one_for_each() -> None:
    assert problems({"rule": "momentum"}, {}) == {
        "methods": "There are 2 rules or schedules and 3 learning rates. "
        "Give one for all, or one for each rate."
    }


def test_weird_values_raise_nothing_but_scenario_errors() -> None:
    dice = random.Random(4)
    for _ in range(2000):
        value = weird(dice)
        for method in (value, {dice.choice(list(Method.__dataclass_fields__)): value}):
            with suppress(ScenarioError):
                read(method)
        with suppress(ScenarioError):
            query = rubbish(dice, ("rule", "schedule", "hand", "rates"))
            Scenario.from_link(f"surface=himmelblau&start=0,0&rates=1&{query.lstrip('?')}")


def test_each_walker_walks_by_its_own_method() -> None:
    mixed = read({"rule": "momentum"}, {}, {"changes": [[5, 0.001]]})
    walked = climb(mixed)
    for i, (rate, method) in enumerate(zip(mixed.rates, mixed.each_method, strict=True)):
        alone = climb(Scenario("himmelblau", (0.0, 0.0), (rate,), methods=(method,)))
        np.testing.assert_array_equal(alone.walk.points[0], walked.walk.points[i])
        np.testing.assert_array_equal(alone.rates[0], walked.rates[i])
    np.testing.assert_array_equal(np.unique(walked.rates[2]), [0.001, 0.03])
