"""Update rules: pure functions from a gradient and a learning rate to a step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from surfaces.surface import Array, Parameter

State = Any  # what a rule remembers: nothing, an array (walkers, d), or a tuple of arrays
Init = Callable[[Array], State]
Update = Callable[..., tuple[State, Array]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One row of the table of update rules.

    `init(position)` takes the start (walkers, d) and returns the first state.
    `update(state, gradient, rate, **hyperparameters)` returns the next state and the step,
    (walkers, d), that is added to the position. `gradient` is (walkers, d), `rate` is
    the same shape, each walker's rate repeated. Both are pure: they change none of their inputs
    and see no surface.
    """

    key: str  # short and stable: links hold it
    name: str
    init: Init
    update: Update
    hyperparameters: tuple[Parameter, ...] = ()  # keywords of `update`, which has no defaults
    source: str

    @property
    def defaults(self) -> dict[str, float]:
        """The keywords of `update`, each with its default."""
        return {p.key: p.default for p in self.hyperparameters}


def _no_memory(position: Array) -> State:
    """The first state of a rule that remembers nothing."""
    return None


def gradient_descent(state: State, gradient: Array, rate: Array) -> tuple[State, Array]:
    """Step straight down the steepest slope, as far as the rate says (Cauchy 1847)."""
    return state, -rate * gradient


_ROWS = (
    Rule(
        key="gradient_descent",
        name="Gradient descent",
        init=_no_memory,
        update=gradient_descent,
        source="Cauchy (1847), Méthode générale pour la résolution des systèmes d'équations "
        "simultanées, Comptes Rendus 25, 536-538",
    ),
)

RULES: dict[str, Rule] = {rule.key: rule for rule in _ROWS}
