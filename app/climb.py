"""climb(Scenario) -> Climb: the one place where a scenario is walked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.method import Method
from app.scenario import Scenario, find_surface
from app.walk.course import Course
from app.walk.each import Plan, walk_each
from app.walk.outcome import Outcome, outcomes
from app.walk.presets import Presets, presets
from app.walk.rules import RULES
from app.walk.schedules import SCHEDULES, scheduled
from app.walk.simulate import Walk
from app.walk.why import Why, rate_limits
from surfaces import Array, Surface

TELLING = 3  # rates of a story: too small, good and too large


@dataclass(frozen=True)
class Climb:
    """A scenario and what came of it. Figures and films only draw this."""

    scenario: Scenario
    surface: Surface
    walk: Walk
    rates: Array  # (walkers, steps), the learning rate of each step
    limits: Array  # (walkers, steps + 1), the rate from which on bounces grow: `rate_limits`
    outcomes: tuple[Outcome, ...]  # one per walker

    def why(self, walker: int, step: int = -1) -> Why:
        """How the rate compares with the limit at a step, by default where the walk ends."""
        k = range(self.limits.shape[1])[step]  # the last place has no step: its last rate counts
        rate = float(self.rates[walker, min(k, self.rates.shape[1] - 1)])
        limit = float(self.limits[walker, k])
        return Why(rate, limit, self.scenario.uphill)


def climb(scenario: Scenario) -> Climb:
    """Walk all walkers of the scenario, in one call per rule."""
    course, plans = _ground_of(scenario), plans_of(scenario)
    surface = course.surface
    walk = walk_each(course, scenario.start, plans)
    low, high = np.transpose((surface.x, surface.y))
    ends = outcomes(walk, surface.gradient, low, high, uphill=course.uphill, minima=course.goals)
    rates = np.stack([plan.rates for plan in plans])
    return Climb(scenario, surface, walk, rates, _limits(scenario, surface, walk, plans), ends)


def _limits(scenario: Scenario, surface: Surface, walk: Walk, plans: Sequence[Plan]) -> Array:
    """Each walker's limit at every place of its walk, (walkers, steps + 1).

    None is known where walkers feel a mini-batch: its curvature is not the ground's.
    """
    if surface.felt:
        return np.full(walk.losses.shape, np.nan)
    with np.errstate(all="ignore"):
        bends = surface.hessian(walk.points)
    return np.stack(
        [
            rate_limits(plan.rule, plan.values, bend, gradients, uphill=scenario.uphill)
            for plan, bend, gradients in zip(plans, bends, walk.gradients, strict=True)
        ]
    )


def plans_of(scenario: Scenario) -> list[Plan]:
    """How each walker of the scenario walks."""
    return [
        Plan(RULES[method.rule], method.values, _rates(rate, method, scenario.steps))
        for rate, method in zip(scenario.rates, scenario.each_method, strict=True)
    ]


def _rates(rate: float, method: Method, steps: int) -> Array:
    """The learning rate of each step, (steps,)."""
    schedule = SCHEDULES[method.schedule]
    return scheduled(rate, steps, schedule, method.schedule_values, method.changes)


def course_of(scenario: Scenario, walker: int) -> Course:
    """One walker's walk without its rate: by-hand changes, which name rates, are not in it."""
    method = scenario.each_method[walker]
    schedule = SCHEDULES[method.schedule]
    return replace(
        _ground_of(scenario),
        rule=RULES[method.rule],
        values=method.values,
        shares=scheduled(1.0, scenario.steps, schedule, method.schedule_values),
    )


def _ground_of(scenario: Scenario) -> Course:
    """What all walks of the scenario have in common, whatever their rules."""
    surface = scenario.ground
    return Course(surface=surface, steps=scenario.steps, uphill=scenario.uphill, felt=surface.felt)


def suggested(scenario: Scenario) -> Presets:
    """Rates worth trying in place of the scenario's own, for the method of its first walker."""
    return presets(course_of(scenario, 0), scenario.start)


def story(
    key: str,
    parameters: Mapping[str, float] | None = None,
    steps: int = 60,
    words: Mapping[str, str] | None = None,
    methods: tuple[Method, ...] = (),
) -> Scenario:
    """The scenario that a surface is chosen for: its own start and direction, three telling rates.

    The rates are those that `presets` finds too small, good and too large from there; with other
    `methods` than plain descent, for the first of them.
    """
    surface = find_surface(key, parameters or {}, words)
    untold = Scenario(
        surface=key,
        start=surface.start,
        rates=(1.0,) * TELLING,
        direction=surface.direction,
        steps=steps,
        parameters=surface.values,
        words=surface.words,
        methods=methods,
    )
    found = suggested(untold)
    return replace(untold, rates=(found.too_small, found.good, found.too_large))
