"""Method: how one walker walks, beside its learning rate. It validates; <-> JSON, <-> link."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from app.typed import number, quoted, value_of
from app.walk.rules import RULES, Rule
from app.walk.schedules import SCHEDULES, Schedule
from app.walk.site import Site, fitted
from surfaces import Parameter
from surfaces.words import N_
from surfaces.words import gettext as _

MOST_CHANGES = 100  # of one rate by hand
SHORT = re.compile(r"([\w-]*)(?:\((.*)\))?")  # as links write it: name(key:value,key:value)

UNKNOWN = {
    "rule": N_("There is no rule '{given}'. Did you mean '{near}'?"),
    "schedule": N_("There is no schedule '{given}'. Did you mean '{near}'?"),
}

Problems = dict[str, str]
Row = Rule | Schedule


@dataclass(frozen=True)
class Method:
    """Which rule makes a walker's steps of its gradients, and how its rate changes on the way."""

    rule: str = "gradient_descent"  # a key of RULES
    values: Mapping[str, float] = field(default_factory=dict)  # of its hyperparameters; all of them
    schedule: str = "constant"  # a key of SCHEDULES
    schedule_values: Mapping[str, float] = field(default_factory=dict)
    changes: tuple[tuple[int, float], ...] = ()  # (step, rate): from that step on, by hand

    def __post_init__(self) -> None:
        rule, schedule = RULES[self.rule], SCHEDULES[self.schedule]
        for name, row, given in (
            ("values", rule.hyperparameters, self.values),
            ("schedule_values", schedule.parameters, self.schedule_values),
        ):
            object.__setattr__(self, name, {p.key: given.get(p.key, p.default) for p in row})

    @classmethod
    def from_dict(cls, data: Any, problems: Problems, where: str, site: Site) -> Method:
        """Read values as people type them; what is wrong goes to `problems`, under `where`.

        Numbers of the rule that nobody names and that have units are chosen for the `site`.
        """
        given = data if isinstance(data, Mapping) else {}
        rule = _row(RULES, given.get("rule", cls.rule), "rule", problems, where)
        schedule = _row(SCHEDULES, given.get("schedule", cls.schedule), "schedule", problems, where)
        hyper = _values(rule.hyperparameters, given.get("values"), problems, f"{where}.values")
        shape = _values(
            schedule.parameters, given.get("schedule_values"), problems, f"{where}.schedule_values"
        )
        changes = _changes(given.get("changes"), problems, f"{where}.changes")
        return cls(rule.key, {**fitted(rule, site), **hyper}, schedule.key, shape, changes)


PLAIN = Method()


def to_link(methods: tuple[Method, ...]) -> dict[str, str]:
    """The keys of a link that hold all walkers' methods; what is plain is left out."""
    texts = {
        "rule": [_short(m.rule, m.values) for m in methods],
        "schedule": [_short(m.schedule, m.schedule_values) for m in methods],
        "hand": [",".join(f"{step}:{rate!r}" for step, rate in m.changes) for m in methods],
    }
    plain = {"rule": PLAIN.rule, "schedule": _short(PLAIN.schedule, PLAIN.schedule_values)}
    return {
        key: ";".join(parts if len(set(parts)) > 1 else parts[:1])
        for key, parts in texts.items()
        if set(parts) - {plain.get(key, "")}
    }


def from_link(query: Mapping[str, str]) -> list[dict[str, Any]]:
    """`to_link`'s keys as a list of what `Method.from_dict` takes; one for all, or one each."""
    readers: dict[str, Callable[[str], dict[str, Any]]] = {
        "rule": lambda text: _named(text, "rule", "values"),
        "schedule": lambda text: _named(text, "schedule", "schedule_values"),
        "hand": lambda text: {"changes": [pair.split(":") for pair in text.split(",") if pair]},
    }
    parts = {key: query[key].split(";") for key in readers if key in query}
    count = max(map(len, parts.values()), default=0)
    methods: list[dict[str, Any]] = [{} for _ in range(count)]
    for key, texts in parts.items():
        for i, method in enumerate(methods):
            method.update(readers[key](texts[i] if len(texts) > 1 and i < len(texts) else texts[0]))
    return methods


def _short(key: str, values: Mapping[str, float]) -> str:
    inside = ",".join(f"{name}:{_text(value)}" for name, value in values.items())
    return f"{key}({inside})" if inside else key


def _text(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _named(text: str, name: str, values: str) -> dict[str, Any]:
    found = SHORT.fullmatch(text)
    key, inside = found.groups() if found else (text, None)
    pairs = [pair.partition(":") for pair in (inside or "").split(",") if pair]
    return {name: key, values: {left: right for left, _, right in pairs}}


def _row(table: Mapping[str, Any], key: Any, kind: str, problems: Problems, where: str) -> Any:
    if isinstance(key, str) and key in table:
        return table[key]
    near = get_close_matches(quoted(key), table, n=1, cutoff=0.5) or [getattr(PLAIN, kind)]
    said = _(UNKNOWN[kind], given=quoted(key), near=near[0])
    problems[f"{where}.{kind}"] = said
    return table[getattr(PLAIN, kind)]


def _values(
    known: tuple[Parameter, ...], given: Any, problems: Problems, where: str
) -> dict[str, float]:
    """The values that are right; those that are not are reported and keep their default."""
    rows = {parameter.key: parameter for parameter in known}
    values = {}
    for key, value in given.items() if isinstance(given, Mapping) else ():
        try:
            if key not in rows:
                has = (
                    _("There are: {names}.", names=", ".join(rows))
                    if rows
                    else _("There are none.")
                )
                said = _("Nothing here is called '{given}'.", given=quoted(key))
                raise ValueError(f"{said} {has}")
            values[key] = value_of(rows[key], value)
        except ValueError as error:
            problems[f"{where}.{quoted(key)}"] = str(error)
    return values


def _changes(given: Any, problems: Problems, where: str) -> tuple[tuple[int, float], ...]:
    """Pairs of step and rate, in the order of the steps; of one step the last counts."""
    pairs = list(given) if isinstance(given, (list, tuple)) else []
    found: dict[int, float] = {}
    try:
        if len(pairs) > MOST_CHANGES:
            raise ValueError(
                _(
                    "A rate may be changed {most} times by hand, not {n} times. "
                    "Take them back, or remove some.",
                    most=MOST_CHANGES,
                    n=len(pairs),
                )
            )
        for pair in pairs:
            step, rate = pair if isinstance(pair, (list, tuple)) and len(pair) == 2 else ("", "")
            name, rule = _("The step of a change by hand"), _("a whole number")
            at = int(number(step, name, rule, _whole, "10"))
            name, rule = _("A rate changed by hand"), _("a number above 0")
            found[at] = number(rate, name, rule, lambda r: r > 0, "0.01")
    except ValueError as error:
        problems[where] = str(error)
    return tuple(sorted(found.items()))


def _whole(value: float) -> bool:
    return value >= 0 and value == int(value)
