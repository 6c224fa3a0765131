"""simulate_each(): walkers that may each have a rule of their own, in one call per rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.walk.rules import Rule
from app.walk.simulate import Field, Walk, simulate
from surfaces.surface import Array


@dataclass(frozen=True)
class Plan:
    """How one walker walks."""

    rule: Rule
    values: Mapping[str, float]  # every hyperparameter of the rule
    rates: Array  # (steps,), the learning rate of each step


def simulate_each(
    loss: Field, gradient: Field, start: ArrayLike, plans: Sequence[Plan], **how: Any
) -> Walk:
    """The walks of all plans from one `start`, (d,); `how` goes to `simulate`."""
    groups: dict[str, list[int]] = {}
    for walker, plan in enumerate(plans):
        groups.setdefault(plan.rule.key, []).append(walker)
    walks = [
        _together(loss, gradient, start, [plans[w] for w in walkers], how)
        for walkers in groups.values()
    ]
    order = np.argsort(np.concatenate([np.array(walkers) for walkers in groups.values()]))
    return walks[0] if len(walks) == 1 else _merged(walks, order)


def _together(
    loss: Field, gradient: Field, start: ArrayLike, plans: Sequence[Plan], how: Mapping[str, Any]
) -> Walk:
    """Plans with one rule, in one vectorised call."""
    rates = np.stack([plan.rates for plan in plans])
    values = {key: np.array([plan.values[key] for plan in plans]) for key in plans[0].values}
    steps, rule = rates.shape[1], plans[0].rule
    return simulate(loss, gradient, start, rates, steps, rule=rule, values=values, **how)


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
