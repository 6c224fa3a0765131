"""What the page asks about one walker of a scenario, read from the body of a request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from flask import request

from app.climb import course_of
from app.figures.wire import Json
from app.scenario import Scenario, ScenarioError
from app.typed import number, quoted
from app.walk.course import Course
from app.walk.sweep import RATES, six_decades
from surfaces.surface import Array
from surfaces.words import gettext as _

MOST_BYTES = 100_000  # of a scenario as JSON; nine rates and a start take a few hundred

Place = tuple[float, float]


def body() -> Any:
    """The JSON of the request, None where it is none or too long."""
    request.max_content_length = MOST_BYTES
    return request.get_json(force=True, silent=True)


@dataclass(frozen=True)
class Asked:
    """A scenario, and which of its walkers is meant."""

    scenario: Scenario
    walker: int

    @classmethod
    def read(cls, data: Any) -> Asked:
        """`Scenario.from_dict`'s values, and `walker`, counted from 0; ScenarioError."""
        scenario = Scenario.from_dict(data)
        last = len(scenario.rates) - 1
        try:
            name, rule = _("The walker"), _("a whole number from 0 to {last}", last=last)
            fits = range(last + 1).__contains__
            return cls(scenario, int(number(data.get("walker", 0), name, rule, fits, "0")))
        except ValueError as error:
            raise ScenarioError({"walker": str(error)}) from error

    @cached_property
    def course(self) -> Course:
        return course_of(self.scenario, self.walker)

    @property
    def rate(self) -> float:
        return self.scenario.rates[self.walker]

    def rates(self, start: Place, count: int = RATES) -> Array:
        """Rates over six decades for a start, with the walkers' among them; ScenarioError."""
        found = six_decades(self.course, start, present=self.scenario.rates, count=count)
        if found is None:
            level = _("Nothing moves on this ground: it is level everywhere. Choose another.")
            raise ScenarioError({"start": level})
        return found

    def line(self, given: Any) -> tuple[Place, Place]:
        """The ends of a line of starts; where none are given, along x through the start."""
        (left, right), (_, y) = self.course.surface.x, self.scenario.start
        return ((left, y), (right, y)) if given is None else _line(given)


def _line(given: Any) -> tuple[Place, Place]:
    """Two ends, two finite numbers each; ScenarioError."""
    try:
        ends = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        ends = np.empty(0)
    if ends.shape != (2, 2) or not np.isfinite(ends).all():
        said = _(
            "A line has two ends, each with its x and y, not {given}. Try [[-1, 0], [1, 0]].",
            given=quoted(given),
        )
        raise ScenarioError({"line": said})
    (a, b), (c, d) = ends.tolist()
    return (a, b), (c, d)


def problems(error: ScenarioError) -> Json:
    """The sentences of an error, as the page shows them."""
    return {"problems": error.problems}
