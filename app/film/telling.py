"""A climb in words: titles, sentences and rows of a table, for slides and who speaks to them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from app.climb import Climb
from app.walk.rules import RULES
from surfaces.words import N_, ngettext, numeral, pgettext
from surfaces.words import gettext as _

COLUMNS = (
    N_("Learning rate"),
    N_("Rule"),
    N_("What became of it"),
    N_("Steps"),
    N_("Last loss"),
    N_("Way walked"),
)


def number(value: float) -> str:
    """A number in four digits as it is said: 0.01, −3.2e−9, ∞."""
    text = re.sub(r"e([+-])0*(\d+)", lambda power: f"e{power[1]}{power[2]}", f"{value:.4g}")
    return numeral(text.replace("e+", "e").replace("-", "−").replace("inf", "∞"))


def count(steps: int) -> str:
    """A whole number as it is said: 10,000."""
    return numeral(f"{steps:,}")


def listed(numbers: Iterable[str]) -> str:
    """Numbers in a row: where they have commas in them, others stand between."""
    return pgettext("between numbers", ", ").join(numbers)


def label(climb: Climb, walker: int) -> str:
    """What tells a walker from the others: its rate, after its rule where these differ."""
    rate = number(climb.scenario.rates[walker])
    if len({method.rule for method in climb.scenario.each_method}) == 1:
        return _("rate {rate}", rate=rate)
    return _("{rule}, rate {rate}", rule=rule_of(climb, walker), rate=rate)


def rule_of(climb: Climb, walker: int) -> str:
    """The name of the rule that a walker walks by."""
    return _(RULES[climb.scenario.each_method[walker].rule].name)


def heading(climb: Climb, walker: int) -> str:
    """A walker and what became of it: the title of its slide."""
    return f"{begun(label(climb, walker))}: {_(climb.outcomes[walker].sentence)}"


def row(climb: Climb, walker: int) -> tuple[str, ...]:
    """A walker's cells under COLUMNS."""
    last = last_place(climb, walker)
    return (
        number(climb.scenario.rates[walker]),
        rule_of(climb, walker),
        _(climb.outcomes[walker].sentence),
        count(last),
        number(climb.walk.losses[walker, last]),
        number(way(climb, walker)),
    )


def course(climb: Climb) -> str:
    """Where all walkers go, in half a sentence: both weights by name, and the steps."""
    scenario = climb.scenario
    names, values = listed(map(_, climb.surface.axes)), listed(map(number, scenario.start))
    said = {"place": f"({names}) = ({values})", "steps": count(scenario.steps)}
    if scenario.uphill:
        return ngettext(
            "up from {place}, {steps} step",
            "up from {place}, {steps} steps",
            scenario.steps,
            **said,
        )
    return ngettext(
        "down from {place}, {steps} step",
        "down from {place}, {steps} steps",
        scenario.steps,
        **said,
    )


def about(climb: Climb, walker: int) -> str:
    """What is seen of one walker, and its numbers, in sentences."""
    outcome, last = climb.outcomes[walker], last_place(climb, walker)
    first, final = (number(climb.walk.losses[walker, k]) for k in (0, last))
    sentences = (
        _(
            "Walker {walker} goes {course}, on {surface}.",
            walker=walker + 1,
            course=course(climb),
            surface=_(climb.surface.name),
        ),
        _(
            "Its rule is {rule}, and its learning rate {rate}.",
            rule=rule_of(climb, walker),
            rate=_rate(climb, walker),
        ),
        f"{begun(_(outcome.sentence))}: {_(outcome.detail)}.",
        ngettext(
            "The loss is {first} at the start and {final} after {steps} step; "
            "the way walked on the map is {way} long.",
            "The loss is {first} at the start and {final} after {steps} steps; "
            "the way walked on the map is {way} long.",
            last,
            first=first,
            final=final,
            steps=count(last),
            way=number(way(climb, walker)),
        ),
        _("At the start, {why}.", why=climb.why(walker, 0).sentence),
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
    if low == high:
        return own
    return _(
        "{rate}, which changes between {low} and {high}",
        rate=own,
        low=number(low),
        high=number(high),
    )


def begun(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]
