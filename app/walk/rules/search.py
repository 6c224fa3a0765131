"""Rules that try a step before they take it: the rate is the first length of a line search."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.walk.rules.rule import EVERYBODY, LossAfter, Rule, State, Who, no_memory
from surfaces.surface import Array, Parameter
from surfaces.words import N_

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

    The first length is tried by all; then all the others in one call, by those alone who need them:
    some more losses than one length after the other, and less than half of the time.
    """
    now, slope = loss_after(np.zeros_like(direction))[:, None], dot(gradient, direction)

    def good(lengths: Array, who: Who) -> NDArray[np.bool_]:
        """Whether the loss falls enough after lengths (..., some, d): (..., some, 1)."""
        after = loss_after(lengths * direction[who], who)[..., None]
        enough = now[who] + _of(c1, who) * lengths[..., :1] * slope[who]
        return np.isfinite(after) & (after <= enough)

    again = ~good(rate, EVERYBODY) & ~np.isnan(slope) & (np.asarray(trials) > 1)
    who = np.flatnonzero(again)  # who feels nan holds nobody up
    if not who.size:
        return rate * direction
    lengths = _shorter(rate[who], _of(shrink, who), int(np.max(trials)) - 1)
    tried = np.arange(2, len(lengths) + 2)[:, None, None]
    taken = good(lengths, who) | (tried >= _of(trials, who))
    length = rate.copy()
    length[who] = np.take_along_axis(lengths, taken.argmax(axis=0)[None], axis=0)[0]
    return length * direction


def _of(number: Number, who: Who) -> Number:
    """A hyperparameter of some walkers."""
    return number[who] if isinstance(number, np.ndarray) else number


def _shorter(length: Array, shrink: Number, count: int) -> Array:
    """The `count` lengths to try after a first one, (walkers, d): (count, walkers, d)."""
    factors = np.broadcast_to(shrink, (count, *length.shape)).copy()
    factors[0] *= length
    return np.multiply.accumulate(factors, axis=0)


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
        name=N_("Fall asked for"),
        default=1e-4,
        low=1e-6,
        high=0.5,
        logarithmic=True,
        help=N_(
            "The share of the fall that the slope promises which a step must bring to be taken; "
            "papers call it c1."
        ),
    ),
    Parameter(
        key="shrink",
        name=N_("Shortening"),
        default=0.5,
        low=0.1,
        high=0.9,
        help=N_("A step that brings too little is tried again this many times as long."),
    ),
    Parameter(
        key="trials",
        name=N_("Lengths tried"),
        default=30,
        low=1,
        high=60,
        whole=True,
        help=N_(
            "After so many lengths the last, tiny one is taken even if it is no good; with 1, "
            "the first is always taken."
        ),
    ),
)

SEARCH = (
    Rule(
        key="line_search",
        name=N_("Backtracking line search (Armijo)"),
        help=N_(
            "Straight downhill; the learning rate is only the first length tried, and it is "
            "shortened until the loss really falls."
        ),
        direction=N_("the gradient, shortened until the loss falls enough"),
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
        name=N_("Conjugate gradient (Polak-Ribière+)"),
        help=N_(
            "Keeps as much of its last direction as the change of the gradient asks for, so that "
            "it does not zigzag across a valley; the learning rate is the first length tried."
        ),
        direction=N_(
            "the gradient and a share of the direction before, shortened until the "
            "loss falls enough"
        ),
        init=Conjugate.at_rest,
        update=conjugate_gradient,
        hyperparameters=HOW,
        sees=("loss_after",),
        source="Polak & Ribière (1969), Note sur la convergence de méthodes de directions "
        "conjuguées, RIRO 3(R1), 35-43; Gilbert & Nocedal (1992), Global convergence properties of "
        "conjugate gradient methods for optimization, SIAM Journal on Optimization 2(1), 21-42",
    ),
)
