"""Rules with a velocity, which remembers the gradients of earlier steps."""

from __future__ import annotations

import numpy as np

from app.walk.rules import limits
from app.walk.rules.hyperparameters import momentum_share
from app.walk.rules.rule import Hyperparameter, Rule
from surfaces.surface import Array
from surfaces.words import N_


def momentum(
    velocity: Array, gradient: Array, rate: Array, *, beta: Hyperparameter
) -> tuple[Array, Array]:
    """Heavy ball: the velocity keeps a share `beta` of the last one (Polyak 1964)."""
    velocity = beta * velocity + gradient
    return velocity, -rate * velocity


def nesterov(
    velocity: Array, gradient: Array, rate: Array, *, beta: Hyperparameter
) -> tuple[Array, Array]:
    """Heavy ball that steps as if it had rolled on by its new velocity already.

    In Sutskever's form, from where the look ahead ends: so the gradient is that of the place shown.
    """
    velocity = beta * velocity + gradient
    return velocity, -rate * (gradient + beta * velocity)


_BETA = momentum_share("beta", 0.9)

MOMENTUM = (
    Rule(
        key="momentum",
        name=N_("Momentum (heavy ball)"),
        help=N_(
            "A heavy ball: it keeps a share of its velocity, so it rolls through small hollows "
            "and gathers speed along a valley."
        ),
        direction=N_("the velocity: the gradient and a share of the velocity before"),
        init=np.zeros_like,
        update=momentum,
        hyperparameters=(_BETA,),
        limit=limits.heavy_ball,
        source="Polyak (1964), Some methods of speeding up the convergence of iteration methods, "
        "USSR Computational Mathematics and Mathematical Physics 4(5), 1-17",
    ),
    Rule(
        key="nesterov",
        name=N_("Nesterov's momentum"),
        help=N_(
            "A heavy ball that looks ahead to where its velocity carries it, so it brakes sooner "
            "when the ground begins to rise."
        ),
        direction=N_("the gradient and a share of the velocity that it leads to"),
        init=np.zeros_like,
        update=nesterov,
        hyperparameters=(_BETA,),
        limit=limits.nesterov,
        source="Nesterov (1983), A method for solving the convex programming problem with "
        "convergence rate O(1/k^2), Soviet Mathematics Doklady 27(2), 372-376; in the form of "
        "Sutskever, Martens, Dahl, Hinton (2013), On the importance of initialization and "
        "momentum in deep learning, ICML",
    ),
)
