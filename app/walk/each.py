"""walk_each(): walkers that may each have a rule of their own, in one call per rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.walk.course import Course
from app.walk.rules import Rule
from app.walk.simulate import Walk
from surfaces.surface import Array


@dataclass(frozen=True)
class Plan:
    """How one walker walks."""

    rule: Rule
    values: Mapping[str, float]  # every hyperparameter of the rule
    rates: Array  # (steps,), the learning rate of each step


def walk_each(course: Course, start: ArrayLike, plans: Sequence[Plan]) -> Walk:
    """The walks of all plans from one `start`, (2,), on a course whose own rule does not count."""
    groups: dict[str, list[int]] = {}
    for walker, plan in enumerate(plans):
        groups.setdefault(plan.rule.key, []).append(walker)
    walks = [_together(course, start, [plans[w] for w in walkers]) for walkers in groups.values()]
    order = np.argsort(np.concatenate([np.array(walkers) for walkers in groups.values()]))
    return walks[0] if len(walks) == 1 else _merged(walks, order)


def _together(course: Course, start: ArrayLike, plans: Sequence[Plan]) -> Walk:
    """Plans with one rule, in one vectorised call."""
    values = {key: np.array([plan.values[key] for plan in plans]) for key in plans[0].values}
    same = replace(course, rule=plans[0].rule, values=values, shares=None)
    return same.walk(start, np.stack([plan.rates for plan in plans]))


def _merged(walks: Sequence[Walk], order: NDArray[np.intp]) -> Walk:
    """The walks of several rules as one, their walkers in this order; nan for no record."""
    names = {name: record for walk in walks for name, record in walk.records.items()}
    records = {
        name: np.concatenate([_record(walk, name, like) for walk in walks])[order]
        for name, like in names.items()
    }
    return Walk(
        points=np.concatenate([walk.points for walk in walks])[order],
        losses=np.concatenate([walk.losses for walk in walks])[order],
        gradients=np.concatenate([walk.gradients for walk in walks])[order],
        records=records,
    )


def _record(walk: Walk, name: str, like: Array) -> Array:
    """What a walk recorded under a name, or nan where its rule records no such thing."""
    walkers, steps = walk.losses.shape[0], walk.losses.shape[1] - 1
    return walk.records.get(name, np.full((walkers, steps, like.shape[-1]), np.nan))
