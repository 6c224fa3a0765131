"""climb(Scenario) -> Climb: the one place where a scenario is walked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.scenario import Scenario, find_surface
from app.walk.outcome import Outcome, outcomes
from app.walk.presets import presets
from app.walk.simulate import Walk, simulate
from surfaces import Surface


@dataclass(frozen=True)
class Climb:
    """A scenario and what came of it. Figures and films only draw this."""

    scenario: Scenario
    surface: Surface
    walk: Walk
    outcomes: tuple[Outcome, ...]  # one per walker


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
    return Climb(scenario, surface, walk, ends)


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
