"""Scenario: everything needed to repeat a climb. It validates; <-> JSON, <-> link."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import numpy as np

from app import method
from app.made import KINDS, MadeError, full_words, make
from app.method import PLAIN, Method
from app.typed import number, quoted, value_of, wrong
from app.walk.site import Site
from surfaces import Surface, UnknownSurface, get_surface
from surfaces.words import gettext as _
from surfaces.words import numeral

MOST_WALKERS = 9
MOST_STEPS = 10_000
# Characters: nine walkers, each with every hyperparameter and as many changes by hand as there may
# be, all digits of them, take 24,200; a common link takes a hundred. Browsers hold more.
LONGEST_LINK = 32_000
DIRECTIONS = ("down", "up")
PARAMETER = "parameter."  # what a surface's own parameters begin with, in links and in errors
WORD = "word."  # what errors about the words of a ground that is made begin with


class ScenarioError(ValueError):
    """What is wrong with a scenario: `problems` maps a field, such as 'rates.1', to a sentence."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


@dataclass(frozen=True)
class Scenario:
    """A climb that can be walked again: where, from, how fast, which way, how long."""

    surface: str  # a key of SURFACES, or of KINDS
    start: tuple[float, float]
    rates: tuple[float, ...]  # one per walker, 1 to MOST_WALKERS
    direction: str = "down"
    steps: int = 100  # 1 to MOST_STEPS
    parameters: Mapping[str, float] = field(default_factory=dict)  # of the surface
    words: Mapping[str, str] = field(default_factory=dict)  # of a ground that is made
    methods: tuple[Method, ...] = ()  # one for all walkers, or one each; none: plain descent

    @property
    def uphill(self) -> bool:
        return self.direction == "up"

    @property
    def ground(self) -> Surface:
        """The surface with this scenario's words and parameters."""
        return find_surface(self.surface, self.parameters, self.words)

    @property
    def each_method(self) -> tuple[Method, ...]:
        """The method of each walker."""
        methods = self.methods or (PLAIN,)
        return methods if len(methods) > 1 else methods * len(self.rates)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Scenario:
        """Read values as people type them, numbers or text; ScenarioError names all problems."""
        problems: dict[str, str] = {}
        surface = _surface(data, problems)
        start = _start(data.get("start"), surface, problems)
        scenario = cls(
            surface=surface.key,
            start=start,
            rates=_rates(data.get("rates"), problems),
            direction=_direction(data.get("direction", "down"), problems),
            steps=_steps(data.get("steps", 100), problems),
            parameters=surface.values,
            words=surface.words,
            methods=_methods(data, Site(surface, start), problems),
        )
        if not problems and math.isnan(surface.loss(np.asarray(scenario.start))):
            problems["start.x"] = _(
                "Start: there is no ground at this place: the loss has no value there. Move it."
            )
        if problems:
            raise ScenarioError(problems)
        return scenario

    def to_link(self) -> str:
        """The query of an address that opens this scenario, without the question mark."""
        values = {
            "surface": self.surface,
            **self.words,
            **{PARAMETER + key: repr(value) for key, value in self.parameters.items()},
            "start": _joined(self.start),
            "rates": _joined(self.rates),
            "direction": self.direction,
            "steps": str(self.steps),
            **method.to_link(self.each_method),
        }
        return urlencode(values, safe=",()*/^:;")

    @classmethod
    def from_link(cls, query: str) -> Scenario:
        """Read `to_link`'s query and leave other keys alone. ScenarioError for a damaged one."""
        return cls.from_dict(link_data(query))


def link_data(query: str) -> dict[str, Any]:
    """The values of an address's query as `Scenario.from_dict` takes them; ScenarioError."""
    data: dict[str, Any] = dict(read_query(query))
    for key in ("start", "rates"):
        if key in data:
            data[key] = data[key].split(",")
    parameters = [key for key in data if key.startswith(PARAMETER)]
    data["parameters"] = {key.removeprefix(PARAMETER): data[key] for key in parameters}
    data["methods"] = method.from_link(data)
    kind = KINDS.get(data.get("surface", ""))
    data["words"] = (
        {word.key: data[word.key] for word in kind.words if word.key in data} if kind else {}
    )
    return data


def find_surface(
    key: str, parameters: Mapping[str, float], words: Mapping[str, str] | None = None
) -> Surface:
    """A surface of the catalogue, or one that is made of words, with its parameters set.

    UnknownSurface when there is none of that key; MadeError for a bad word, ValueError for a bad
    parameter: all are sentences.
    """
    if key not in KINDS:
        return get_surface(key, **parameters)
    made = make(key, words or {})
    return replace(made.at(**parameters), words=made.words, axes=made.axes)


def read_query(query: str) -> dict[str, str]:
    """The keys and values of an address's query; ScenarioError when it is too long for ours."""
    if not isinstance(query, str):
        raise ScenarioError({"link": _("The link is not text. Copy it again.")})
    if len(query) > LONGEST_LINK:
        count = {"n": numeral(f"{len(query):,}"), "most": numeral(f"{LONGEST_LINK:,}")}
        long = _("The link has {n} characters; ours have at most {most}. Copy it again.", **count)
        raise ScenarioError({"link": long})
    return dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))


def read_surface(data: Mapping[str, Any]) -> Surface:
    """The surface and the parameters of a scenario, whatever else it holds; or ScenarioError."""
    problems: dict[str, str] = {}
    surface = _surface(data, problems)
    if problems:
        raise ScenarioError(problems)
    return surface


def read_methods(data: Mapping[str, Any], site: Site, walkers: int) -> tuple[Method, ...]:
    """How so many walkers walk from a site, whose rates are not known yet; or ScenarioError."""
    problems: dict[str, str] = {}
    methods = _methods({**data, "rates": [None] * walkers}, site, problems)
    if problems:
        raise ScenarioError(problems)
    return methods


def _joined(values: tuple[float, ...]) -> str:
    # repr is the shortest text that reads back as the very same float
    return ",".join(repr(float(value)) for value in values)


def _surface(data: Mapping[str, Any], problems: dict[str, str]) -> Surface:
    """The surface with its parameters; ScenarioError at once for one that nobody knows."""
    if not isinstance(data, Mapping):
        said = _("A scenario has named values; {given} has none.", given=quoted(data))
        raise ScenarioError({"scenario": said})
    key = quoted(data.get("surface"))
    words = _words(key, data.get("words"))
    try:
        surface = find_surface(key, {}, words)
    except UnknownSurface as error:
        raise ScenarioError({"surface": str(error)}) from error
    except MadeError as error:
        field = error.word if error.word in words else next(iter(words))
        raise ScenarioError({WORD + field: str(error)}) from error
    return find_surface(key, _parameters(data.get("parameters"), surface, problems), words)


def _words(key: str, given: Any) -> dict[str, str]:
    """The words of a ground that is made, as text; {} for a surface of the catalogue."""
    if key not in KINDS:
        return {}
    words = given if isinstance(given, Mapping) else {}
    return full_words(key, {k: v for k, v in words.items() if isinstance(v, str)})


def _parameters(given: Any, surface: Surface, problems: dict[str, str]) -> dict[str, float]:
    """The parameters that are right; those that are not are reported and keep their default."""
    known = {parameter.key: parameter for parameter in surface.parameters}
    values: dict[str, float] = {}
    if not isinstance(given or {}, Mapping):
        said = _("Parameters are names with values, not {given}.", given=quoted(given))
        problems["parameters"] = said
        return values
    for key, value in ((quoted(key), value) for key, value in (given or {}).items()):
        if surface.key in KINDS and key not in known:
            continue  # another formula had it
        try:
            if key not in known:
                surface.at(**{key: 0.0})  # raises the sentence that names those there are
            values[key] = value_of(known[key], value)
        except ValueError as error:
            problems[PARAMETER + key] = str(error)
    return values


def _start(given: Any, surface: Surface, problems: dict[str, str]) -> tuple[float, float]:
    pair = list(given) if isinstance(given, (list, tuple)) else []
    if len(pair) > 2:
        many = _("The start must be two numbers, x and y, not {n}. Remove some.", n=len(pair))
        problems["start"] = many
    pair = [*pair, None, None][:2]
    found = []
    for axis, value, (low, high), story in zip(
        "xy", pair, (surface.x, surface.y), surface.start, strict=True
    ):
        try:
            name = _("Start: {axis}", axis=axis)
            rule = _("on the map, between {low:g} and {high:g}", low=low, high=high)
            found.append(number(value, name, rule, _between(low, high), f"{story:g}"))
        except ValueError as error:
            problems[f"start.{axis}"] = str(error)
            found.append(story)
    return found[0], found[1]


def _rates(given: Any, problems: dict[str, str]) -> tuple[float, ...]:
    rates = list(given) if isinstance(given, (list, tuple)) else []
    if not 1 <= len(rates) <= MOST_WALKERS:
        count = {"most": MOST_WALKERS, "n": len(rates)}
        many = _("There must be one to {most} learning rates, not {n}. Remove some.", **count)
        none = _("There must be one to {most} learning rates, not {n}. Add one.", **count)
        problems["rates"] = many if rates else none
        return ()
    found = []
    for i, value in enumerate(rates):
        try:
            name, rule = _("Walker {n}: the learning rate", n=i + 1), _("a number above 0")
            found.append(number(value, name, rule, lambda rate: rate > 0, "0.01"))
        except ValueError as error:
            problems[f"rates.{i}"] = str(error)
    return tuple(found)


def _methods(data: Mapping[str, Any], site: Site, problems: dict[str, str]) -> tuple[Method, ...]:
    """One method for all, or one each; the same for all is one, and plain descent is none."""
    given, rates = data.get("methods"), data.get("rates")
    listed = list(given) if isinstance(given, (list, tuple)) else []
    walkers = len(rates) if isinstance(rates, (list, tuple)) else 0
    if len(listed) > 1 and len(listed) != walkers:
        problems["methods"] = _(
            "There are {given} rules or schedules and {rates} learning rates. "
            "Give one for all, or one for each rate.",
            given=len(listed),
            rates=walkers,
        )
        return ()
    found = tuple(
        Method.from_dict(one, problems, f"methods.{i}", site) for i, one in enumerate(listed)
    )
    same = found[:1] if all(one == found[0] for one in found) else found
    return () if same == (PLAIN,) else same


def _direction(given: Any, problems: dict[str, str]) -> str:
    if given in DIRECTIONS:
        return str(given)
    problems["direction"] = wrong(given, _("The direction"), _("down or up"), "down")
    return "down"


def _steps(given: Any, problems: dict[str, str]) -> int:
    rule = _("a whole number from 1 to {most}", most=numeral(f"{MOST_STEPS:,}"))
    try:
        fits = _between(1, MOST_STEPS)
        return int(number(given, _("Steps"), rule, lambda n: fits(n) and n == int(n), "100"))
    except ValueError as error:
        problems["steps"] = str(error)
        return 100


def _between(low: float, high: float) -> Callable[[float], bool]:
    return lambda value: low <= value <= high
