"""Rules that remember nothing: each step comes from this place's gradient alone."""

from __future__ import annotations

from app.walk.rules.rule import Rule, State, no_memory
from surfaces.surface import Array


def gradient_descent(state: State, gradient: Array, rate: Array) -> tuple[State, Array]:
    """Step straight down the steepest slope, as far as the rate says (Cauchy 1847)."""
    return state, -rate * gradient


DESCENT = (
    Rule(
        key="gradient_descent",
        name="Gradient descent",
        help="The step is exactly the learning rate times the gradient, straight downhill.",
        init=no_memory,
        update=gradient_descent,
        source="Cauchy (1847), Méthode générale pour la résolution des systèmes d'équations "
        "simultanées, Comptes Rendus 25, 536-538",
    ),
)
