"""Climbs whose numbers are taken away."""

from __future__ import annotations

from dataclasses import replace

from app.climb import Climb, climb, story
from app.method import Method
from app.scenario import Scenario


def walked(key: str = "himmelblau", *rules: str, **changes: object) -> Climb:
    """The story of a surface, with these rules, one for all or one each."""
    scenario = replace(story(key, steps=30), methods=tuple(Method(rule=rule) for rule in rules))
    return climb(replace(scenario, **changes))  # type: ignore[arg-type]


def lost() -> Climb:
    """One walker blows up, one does not, and uphill at that."""
    scenario = Scenario("himmelblau", (0.2, 4.4), (0.5, 0.001), "up", 20)
    return climb(scenario)
