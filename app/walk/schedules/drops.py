"""Schedules that hold the rate, and drop it at once: constant, step, multi-step."""

from __future__ import annotations

import numpy as np

from app.walk.schedules.schedule import WARMUP, Schedule, or_part, share, step_count
from surfaces.surface import Array
from surfaces.words import N_


def constant(k: Array, steps: int) -> Array:
    """The typed rate at every step."""
    return np.ones_like(k)


def step(k: Array, steps: int, *, every: float, gamma: float) -> Array:
    """Multiply by `gamma` after each `every` steps; 0 means a quarter of the walk."""
    return np.asarray(gamma ** (k // or_part(every, steps, 1 / 4)))


def multi_step(k: Array, steps: int, *, first: float, second: float, gamma: float) -> Array:
    """Multiply by `gamma` at two steps; 0 means half way, and three quarters of the way."""
    drops = [k >= or_part(first, steps, 1 / 2), k >= or_part(second, steps, 3 / 4)]
    return np.asarray(gamma ** np.sum(drops, axis=0))


DROPS = (
    Schedule(
        key="constant",
        name=N_("Constant"),
        help=N_("The rate stays as you typed it."),
        factor=constant,
        parameters=(WARMUP,),
        source="Polyak (1963), Gradient methods for the minimisation of functionals, USSR "
        "Computational Mathematics and Mathematical Physics 3(4), 864-878",
    ),
    Schedule(
        key="step",
        name=N_("Step"),
        help=N_(
            "The rate drops to a share of itself again and again, after equal numbers of steps."
        ),
        factor=step,
        parameters=(
            step_count(
                "every",
                N_("Steps between drops"),
                0.0,
                N_(
                    "The rate drops each time this many steps have passed; 0 means a quarter of "
                    "the walk."
                ),
            ),
            share(
                "gamma",
                N_("Share kept"),
                0.5,
                N_("The share of the rate that is left after a drop."),
            ),
            WARMUP,
        ),
        source="Ge, Kakade, Kidambi & Netrapalli (2019), The step decay schedule: a near optimal, "
        "geometrically decaying learning rate procedure for least squares, NeurIPS; StepLR in "
        "PyTorch",
    ),
    Schedule(
        key="multi_step",
        name=N_("Multi-step"),
        help=N_("The rate drops to a share of itself at two steps that you choose."),
        factor=multi_step,
        parameters=(
            step_count(
                "first", N_("First drop"), 0.0, N_("The step of one drop; 0 means half way.")
            ),
            step_count(
                "second",
                N_("Second drop"),
                0.0,
                N_(
                    "The step of the other drop; 0 means three quarters of the way, and a step "
                    "after the end means that there is none."
                ),
            ),
            share(
                "gamma",
                N_("Share kept"),
                0.1,
                N_("The share of the rate that is left after a drop."),
            ),
            WARMUP,
        ),
        source="He, Zhang, Ren & Sun (2016), Deep residual learning for image recognition, CVPR, "
        "section 4.2, which drops at half and three quarters of the way; MultiStepLR in PyTorch",
    ),
)
