"""Rules that try a step before they take it: the rate is the first length of a line search."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules.rule import LossAfter, Rule, State, no_memory
from surfaces.surface import Array, Parameter

Number = float | Array  # a hyperparameter: one for all walkers, or (walkers, 1)


def dot(a: Array, b: Array) -> Array:
    """Dot products of each walker's two vectors, (walkers, d): (walkers, 1)."""
    products: Array = np.einsum("wd,wd->w", a, b)[:, None]
    return products


def armijo(
    direction: Array,
    gradient: Array,
    rate: Array,
    loss_after: LossAfter,
    *,
    c1: Number,
    shrink: Number,
    trials: Number,
) -> Array:
    """The step along `direction`, shortened until the loss falls enough: (walkers, d).

    The rate is the first length tried, and each next one is `shrink` times as long, until
    loss after <= loss + c1 * length * (gradient . direction): Nocedal & Wright (2006), Numerical
    Optimization, algorithm 3.1. A loss of nan or inf is never low enough. Where none of `trials`
    lengths is good, the last one is taken, tiny as it is by then, and the loss may rise a little.
    """
    length, slope = rate[:, :1], dot(gradient, direction)
    now = loss_after(np.zeros_like(direction))[:, None]
    for trial in range(1, int(np.max(trials))):
        after = loss_after(length * direction)[:, None]
        good = np.isfinite(after) & (after <= now + c1 * length * slope)
        again = ~good & ~np.isnan(slope) & (trial < trials)  # who feels nan holds nobody up
        if not again.any():
            break
        length = np.where(again, shrink * length, length)
    return length * direction


def line_search(
    state: State,
    gradient: Array,
    rate: Array,
    *,
    loss_after: LossAfter,
    **search: Number,
) -> tuple[State, Array]:
    """Gradient descent by a length that is shortened until the loss falls enough (Armijo 1966)."""
    return state, armijo(-gradient, gradient, rate, loss_after, **search)


class Conjugate(NamedTuple):
    """What conjugate gradient remembers of the step before, (walkers, d) each; 0 at first."""

    gradient: Array
    direction: Array

    @classmethod
    def at_rest(cls, position: Array) -> Conjugate:
        """Nothing seen yet."""
        return cls(np.zeros_like(position), np.zeros_like(position))


def conjugate_gradient(
    state: Conjugate,
    gradient: Array,
    rate: Array,
    *,
    loss_after: LossAfter,
    **search: Number,
) -> tuple[Conjugate, Array]:
    """Keep a share beta of the last direction: Polak & Ribière's, or 0 where theirs is negative.

    PR+ of Gilbert & Nocedal (1992). It starts afresh, straight down the slope, where beta is 0 and
    where the direction would not lead downhill, which this line search does not rule out.
    """
    before = dot(state.gradient, state.gradient)
    share = dot(gradient, gradient - state.gradient) / np.where(before > 0, before, 1.0)
    beta = np.where(before > 0, np.maximum(share, 0.0), 0.0)
    direction = beta * state.direction - gradient
    direction = np.where(dot(direction, gradient) < 0, direction, -gradient)
    step = armijo(direction, gradient, rate, loss_after, **search)
    return Conjugate(gradient, direction), step


HOW = (  # hyperparameters of every rule that searches
    Parameter(
        key="c1",
        name="Fall asked for",
        default=1e-4,
        low=1e-6,
        high=0.5,
        logarithmic=True,
        help="The share of the fall that the slope promises which a step must bring to be taken; "
        "papers call it c1.",
    ),
    Parameter(
        key="shrink",
        name="Shortening",
        default=0.5,
        low=0.1,
        high=0.9,
        help="A step that brings too little is tried again this many times as long.",
    ),
    Parameter(
        key="trials",
        name="Lengths tried",
        default=30,
        low=1,
        high=60,
        whole=True,
        help="After so many lengths the last, tiny one is taken even if it is no good; with 1, "
        "the first is always taken.",
    ),
)

SEARCH = (
    Rule(
        key="line_search",
        name="Backtracking line search (Armijo)",
        help="Straight downhill; the learning rate is only the first length tried, and it is "
        "shortened until the loss really falls.",
        direction="the gradient, shortened until the loss falls enough",
        init=no_memory,
        update=line_search,
        hyperparameters=HOW,
        sees=("loss_after",),
        source="Armijo (1966), Minimization of functions having Lipschitz continuous first partial "
        "derivatives, Pacific Journal of Mathematics 16(1), 1-3; Nocedal & Wright (2006), "
        "Numerical Optimization, algorithm 3.1",
    ),
    Rule(
        key="conjugate_gradient",
        name="Conjugate gradient (Polak-Ribière+)",
        help="Keeps as much of its last direction as the change of the gradient asks for, so that "
        "it does not zigzag across a valley; the learning rate is the first length tried.",
        direction="the gradient and a share of the direction before, shortened until the "
        "loss falls enough",
        init=Conjugate.at_rest,
        update=conjugate_gradient,
        hyperparameters=HOW,
        sees=("loss_after",),
        source="Polak & Ribière (1969), Note sur la convergence de méthodes de directions "
        "conjuguées, RIRO 3(R1), 35-43; Gilbert & Nocedal (1992), Global convergence properties of "
        "conjugate gradient methods for optimization, SIAM Journal on Optimization 2(1), 21-42",
    ),
)
