"""Schedules that rise as well: cosine with warm restarts, one-cycle, triangular."""

from __future__ import annotations

import numpy as np

from app.walk.schedules.decays import half_cosine
from app.walk.schedules.schedule import END, WARMUP, Schedule, or_part, share, step_count
from surfaces.surface import Array, Parameter
from surfaces.words import N_

RESTARTS = 20  # each period at least twice the last: more than the longest walk holds


def warm_restarts(k: Array, steps: int, *, period: float, growth: float, end: float) -> Array:
    """A half cosine from 1 to `end` in `period` steps, again and again, each `growth` as long."""
    length = or_part(period, steps, 1 / 7)
    if growth == 1:
        return half_cosine(k % length / length, end)
    begins = length * (growth ** np.arange(RESTARTS) - 1) / (growth - 1)
    n = np.searchsorted(begins, k, side="right") - 1
    return half_cosine((k - begins[n]) / (length * growth**n), end)


def one_cycle(k: Array, steps: int, *, rise: float, begin: float, end: float) -> Array:
    """Half a cosine up from `begin` to 1, then one down to `end` at the last step.

    The peak is where PyTorch puts it, at `rise * steps - 1`, which may lie between two steps. In
    walks so short that this is before step 0, the rate begins low all the same and falls from
    step 1 on, where PyTorch begins in the middle of the fall.
    """
    peak, last = max(rise * steps - 1, 0.0), max(steps - 1.0, 1.0)
    up = half_cosine(1 - k / max(peak, 1.0), begin)
    return np.where(k <= peak, up, half_cosine((k - peak) / (last - peak), end))


def triangular(k: Array, steps: int, *, half: float, base: float) -> Array:
    """A straight line from `base` to 1 in `half` steps and back, again and again."""
    up = 1 - np.abs(k / or_part(half, steps, 1 / 8) % 2 - 1)
    return base + (1 - base) * up


CYCLES = (
    Schedule(
        key="warm_restarts",
        name=N_("Cosine with warm restarts"),
        help=N_("The rate falls along half a wave and then jumps back up, again and again."),
        factor=warm_restarts,
        parameters=(
            step_count(
                "period",
                N_("Steps of the first fall"),
                0.0,
                N_(
                    "After this many steps the rate jumps back up; 0 means a seventh of the walk, "
                    "which makes three falls when each is twice as long as the last."
                ),
            ),
            Parameter(
                key="growth",
                name=N_("Growth of the falls"),
                default=2.0,
                low=1.0,
                high=10.0,
                whole=True,
                help=N_("Each fall takes this many times as long as the one before."),
            ),
            END,
            WARMUP,
        ),
        source="Loshchilov & Hutter (2017), SGDR: stochastic gradient descent with warm restarts, "
        "ICLR; CosineAnnealingWarmRestarts in PyTorch",
    ),
    Schedule(
        key="one_cycle",
        name=N_("One-cycle"),
        help=N_(
            "The rate rises from a small share to what you typed, then falls to almost nothing "
            "at the last step."
        ),
        factor=one_cycle,
        parameters=(
            Parameter(
                key="rise",
                name=N_("Share of the rise"),
                default=0.3,
                low=0.05,
                high=0.9,
                help=N_("The share of the walk in which the rate rises."),
            ),
            share(
                "begin",
                N_("Share at the start"),
                0.04,
                N_("The share of the rate at the first step."),
            ),
            share(
                "end", N_("Share at the end"), 4e-6, N_("The share of the rate at the last step.")
            ),
            WARMUP,
        ),
        source="Smith & Topin (2018), Super-convergence: very fast training of neural networks "
        "using large learning rates; OneCycleLR in PyTorch, with its defaults",
    ),
    Schedule(
        key="triangular",
        name=N_("Triangular cycles"),
        help=N_("The rate goes up and down in straight lines between a share and what you typed."),
        factor=triangular,
        parameters=(
            step_count(
                "half",
                N_("Steps up"),
                0.0,
                N_(
                    "The rate rises for this many steps and falls for as many; 0 means an eighth "
                    "of the walk, which makes four cycles."
                ),
            ),
            share(
                "base",
                N_("Share at the bottom"),
                0.25,
                N_("The share of the rate between two peaks."),
            ),
            WARMUP,
        ),
        source="Smith (2017), Cyclical learning rates for training neural networks, WACV, "
        "sections 3.1 and 3.3; CyclicLR in PyTorch",
    ),
)
