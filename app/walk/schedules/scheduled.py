"""scheduled(): the learning rate of every step of a walk."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from app.walk.schedules.schedule import WARMUP, Schedule
from surfaces.surface import Array
from surfaces.words import gettext as _


def scheduled(
    rate: float,
    steps: int,
    schedule: Schedule,
    values: Mapping[str, float],
    changes: Sequence[tuple[int, float]] = (),
) -> Array:
    """The learning rate of each step, (steps,), for a typed `rate`, the highest of the schedule.

    `values` are parameters of the schedule that differ from its defaults. `changes` are made by
    hand: pairs of a step, counted from 0, and a rate that replaces the schedule's from that step
    on; earlier steps stay as they were. A change after the last step changes nothing. ValueError,
    as a sentence, for a bad value or change.
    """
    chosen = schedule.check(values)
    rates = rate * _factors(steps, chosen.pop(WARMUP.key), schedule, chosen)
    for step, by_hand in sorted(changes, key=lambda change: change[0]):
        _check(step, by_hand)
        rates[int(step) :] = by_hand
    return rates


def _factors(steps: int, warmup: float, schedule: Schedule, chosen: Mapping[str, float]) -> Array:
    """The warm-up, in a straight line to the first share of the schedule; then the schedule."""
    rise = min(int(warmup), steps)
    rest = max(steps - rise, 1)  # where all of the walk is warm-up, what it rises towards
    factors = schedule.factor(np.arange(float(rest)), rest, **chosen)
    up = factors[0] * np.arange(1.0, rise + 1) / (warmup + 1)
    return np.concatenate([up, factors])[:steps]


def _check(step: int, rate: float) -> None:
    """ValueError, as a sentence, for a change that cannot be made."""
    if not (step >= 0 and step % 1 == 0):
        raise ValueError(
            _(
                "A change of the learning rate needs a step, a whole number from 0, not {step}.",
                step=step,
            )
        )
    if not (rate > 0 and math.isfinite(rate)):
        raise ValueError(
            _(
                "From step {step} on, the learning rate must be a number above 0, not {rate}. "
                "Try 0.01.",
                step=step,
                rate=rate,
            )
        )
