"""A climb in words: titles, sentences and rows of a table, for slides and who speaks to them."""

from __future__ import annotations

import re

import numpy as np

from app.climb import Climb
from app.walk.rules import RULES

COLUMNS = ("Learning rate", "Rule", "What became of it", "Steps", "Last loss", "Way walked")


def number(value: float) -> str:
    """A number in four digits as it is said: 0.01, −3.2e−9, ∞."""
    text = re.sub(r"e([+-])0*(\d+)", lambda power: f"e{power[1]}{power[2]}", f"{value:.4g}")
    return text.replace("e+", "e").replace("-", "−").replace("inf", "∞")


def label(climb: Climb, walker: int) -> str:
    """What tells a walker from the others: its rate, after its rule where these differ."""
    rate = f"rate {number(climb.scenario.rates[walker])}"
    rules = {method.rule for method in climb.scenario.each_method}
    return rate if len(rules) == 1 else f"{rule_of(climb, walker)}, {rate}"


def rule_of(climb: Climb, walker: int) -> str:
    """The name of the rule that a walker walks by."""
    return RULES[climb.scenario.each_method[walker].rule].name


def heading(climb: Climb, walker: int) -> str:
    """A walker and what became of it: the title of its slide."""
    return f"{begun(label(climb, walker))}: {climb.outcomes[walker].sentence}"


def row(climb: Climb, walker: int) -> tuple[str, ...]:
    """A walker's cells under COLUMNS."""
    last = last_place(climb, walker)
    return (
        number(climb.scenario.rates[walker]),
        rule_of(climb, walker),
        climb.outcomes[walker].sentence,
        f"{last:,}",
        number(climb.walk.losses[walker, last]),
        number(way(climb, walker)),
    )


def course(climb: Climb) -> str:
    """Where all walkers go, in half a sentence: both weights by name, and the steps."""
    scenario = climb.scenario
    names, values = ", ".join(climb.surface.axes), ", ".join(map(number, scenario.start))
    return f"{scenario.direction} from ({names}) = ({values}), {scenario.steps:,} steps"


def about(climb: Climb, walker: int) -> str:
    """What is seen of one walker, and its numbers, in sentences."""
    outcome, last = climb.outcomes[walker], last_place(climb, walker)
    first, final = (number(climb.walk.losses[walker, k]) for k in (0, last))
    sentences = (
        f"Walker {walker + 1} goes {course(climb)}, on {climb.surface.name}.",
        f"Its rule is {rule_of(climb, walker)}, and its learning rate {_rate(climb, walker)}.",
        f"{begun(outcome.sentence)}: {outcome.detail}.",
        f"The loss is {first} at the start and {final} after {last:,} steps; "
        f"the way walked on the map is {number(way(climb, walker))} long.",
        f"At the start, {climb.why(walker, 0).sentence}.",
    )
    return "\n".join(sentences)


def about_all(climb: Climb) -> str:
    """The same of all walkers, a paragraph each."""
    return "\n\n".join(about(climb, walker) for walker in range(len(climb.scenario.rates)))


def last_place(climb: Climb, walker: int) -> int:
    """The last step at which the loss is a number."""
    return int(np.flatnonzero(np.isfinite(climb.walk.losses[walker])).max())


def way(climb: Climb, walker: int) -> float:
    """How far a walker walked on the map until its last place; inf beyond all numbers."""
    places = climb.walk.points[walker, : last_place(climb, walker) + 1]
    with np.errstate(over="ignore"):
        return float(np.hypot.reduce(np.diff(places, axis=0), axis=-1).sum())


def _rate(climb: Climb, walker: int) -> str:
    """The rate, and between which it goes where a schedule or a hand changes it."""
    low, high = climb.rates[walker].min(), climb.rates[walker].max()
    own = number(climb.scenario.rates[walker])
    return own if low == high else f"{own}, which changes between {number(low)} and {number(high)}"


def begun(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]
