"""Rules with a velocity, which remembers the gradients of earlier steps."""

from __future__ import annotations

import numpy as np

from app.walk.rules.rule import Rule
from surfaces.surface import Array, Parameter


def momentum(velocity: Array, gradient: Array, rate: Array, *, beta: float) -> tuple[Array, Array]:
    """Heavy ball: the velocity keeps a share `beta` of the last one (Polyak 1964)."""
    velocity = beta * velocity + gradient
    return velocity, -rate * velocity


_BETA = Parameter(
    key="beta",
    name="Momentum",
    default=0.9,
    low=0.0,
    high=0.999,
    help="The share of the last velocity that is kept; 0 is gradient descent.",
)

MOMENTUM = (
    Rule(
        key="momentum",
        name="Momentum (heavy ball)",
        help="A heavy ball: it keeps a share of its velocity, so it rolls through small hollows "
        "and gathers speed along a valley.",
        init=np.zeros_like,
        update=momentum,
        hyperparameters=(_BETA,),
        source="Polyak (1964), Some methods of speeding up the convergence of iteration methods, "
        "USSR Computational Mathematics and Mathematical Physics 4(5), 1-17",
    ),
)
