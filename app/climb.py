"""climb(Scenario) -> Climb: the one place where a scenario is walked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.scenario import Scenario, find_surface
from app.walk.outcome import Outcome, outcomes
from app.walk.presets import presets
from app.walk.rules import RULES
from app.walk.simulate import Walk, simulate
from app.walk.why import Why, rate_limits
from surfaces import Array, Surface


@dataclass(frozen=True)
class Climb:
    """A scenario and what came of it. Figures and films only draw this."""

    scenario: Scenario
    surface: Surface
    walk: Walk
    limits: Array  # (walkers, steps + 1), the rate from which on bounces grow: `rate_limits`
    outcomes: tuple[Outcome, ...]  # one per walker

    def why(self, walker: int, step: int = -1) -> Why:
        """How the rate compares with the limit at a step, by default where the walk ends."""
        rate, limit = self.scenario.rates[walker], float(self.limits[walker, step])
        return Why(rate, limit, self.scenario.uphill)


def climb(scenario: Scenario) -> Climb:
    """Walk all walkers of the scenario, in one call."""
    surface = scenario.ground
    walk = simulate(
        surface.loss,
        surface.gradient,
        np.asarray(scenario.start),
        np.asarray(scenario.rates),
        scenario.steps,
        uphill=scenario.uphill,
        felt=surface.felt,
        hessian=surface.hessian,
    )
    low, high = np.transpose((surface.x, surface.y))
    known = surface.maxima if scenario.uphill else surface.minima
    ends = outcomes(walk, surface.gradient, low, high, uphill=scenario.uphill, minima=known)
    return Climb(scenario, surface, walk, _limits(scenario, surface, walk), ends)


def _limits(scenario: Scenario, surface: Surface, walk: Walk) -> Array:
    """Each walker's limit at every place of its walk, (walkers, steps + 1)."""
    with np.errstate(all="ignore"):
        bends = surface.hessian(walk.points)
    rule = RULES["gradient_descent"]
    return rate_limits(rule, {}, bends, walk.gradients, uphill=scenario.uphill)


def story(
    key: str,
    parameters: Mapping[str, float] | None = None,
    steps: int = 60,
    words: Mapping[str, str] | None = None,
) -> Scenario:
    """The scenario that a surface is chosen for: its own start and direction, three telling rates.

    The rates are those that `presets` finds too small, good and too large from there.
    """
    surface = find_surface(key, parameters or {}, words)
    uphill = surface.direction == "up"
    found = presets(surface, np.asarray(surface.start), steps=steps, uphill=uphill)
    return Scenario(
        surface=key,
        start=surface.start,
        rates=(found.too_small, found.good, found.too_large),
        direction=surface.direction,
        steps=steps,
        parameters=surface.values,
        words=surface.words,
    )
