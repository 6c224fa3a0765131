"""Rules that remember nothing: each step comes from this place's gradient alone."""

from __future__ import annotations

import numpy as np

from app.walk.compass import unit
from app.walk.rules import limits
from app.walk.rules.rule import Rule, State, no_memory
from surfaces.surface import Array
from surfaces.words import N_


def gradient_descent(state: State, gradient: Array, rate: Array) -> tuple[State, Array]:
    """Step straight down the steepest slope, as far as the rate says (Cauchy 1847)."""
    return state, -rate * gradient


def sign_descent(state: State, gradient: Array, rate: Array) -> tuple[State, Array]:
    """Step by the rate along every axis: only the sign of each slope counts."""
    return state, -rate * np.sign(gradient)


def normalised_gradient(state: State, gradient: Array, rate: Array) -> tuple[State, Array]:
    """Step by exactly the rate, straight downhill; where all is level, stay."""
    return state, -rate * unit(gradient)


DESCENT = (
    Rule(
        key="gradient_descent",
        name=N_("Gradient descent"),
        help=N_("The step is exactly the learning rate times the gradient, straight downhill."),
        direction=N_("the gradient"),
        init=no_memory,
        update=gradient_descent,
        limit=limits.plain,
        source="Cauchy (1847), Méthode générale pour la résolution des systèmes d'équations "
        "simultanées, Comptes Rendus 25, 536-538",
    ),
    Rule(
        key="sign_descent",
        name=N_("Sign descent"),
        help=N_(
            "Along each axis the step has the length of the learning rate, however steep it is; "
            "only the signs of the gradient are used."
        ),
        direction=N_("the signs of the gradient, 1 or −1 along each axis"),
        init=no_memory,
        update=sign_descent,
        source="Bernstein, Wang, Azizzadenesheli, Anandkumar (2018), signSGD: compressed "
        "optimisation for non-convex problems, ICML, arXiv:1802.04434",
    ),
    Rule(
        key="normalised_gradient",
        name=N_("Normalised gradient"),
        help=N_(
            "Straight downhill, but every step is as long as the learning rate, on steep and on "
            "almost level ground."
        ),
        direction=N_("the gradient, made 1 long"),
        init=no_memory,
        update=normalised_gradient,
        source="Nesterov (1984), Minimization methods for nonsmooth convex and quasiconvex "
        "functions, Matekon 29, 519-531; Hazan, Levy, Shalev-Shwartz (2015), Beyond convexity: "
        "stochastic quasi-convex optimization, NIPS, arXiv:1507.02030",
    ),
)
