"""Rules that learn the curvature from how the gradient changes along the way."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules.rule import LossAfter, Rule
from app.walk.rules.search import HOW, Number, armijo, dot
from surfaces.surface import Array
from surfaces.words import N_


class Bfgs(NamedTuple):
    """What BFGS remembers."""

    inverse: Array  # what it takes for the inverse Hessian, (walkers, d, d); the identity at first
    gradient: Array  # of the step before, (walkers, d)
    step: Array  # the step before, (walkers, d); 0 at first


def bfgs(
    state: Bfgs,
    gradient: Array,
    rate: Array,
    *,
    loss_after: LossAfter,
    **search: Number,
) -> tuple[Bfgs, Array]:
    """Newton's step with an inverse Hessian that is learned from how the gradient changes."""
    inverse = _learned(state.inverse, state.step, gradient - state.gradient)
    direction = -_times(inverse, gradient)
    step = armijo(direction, gradient, rate, loss_after, **search)
    return Bfgs(inverse, gradient, step), step


def _learned(inverse: Array, step: Array, change: Array) -> Array:
    """The inverse Hessian (walkers, d, d) after a step that changed the gradient by `change`.

    Nocedal & Wright (2006), equation 6.17, multiplied out. Where step . change is not positive,
    which no positive Hessian can explain, nothing is learned.
    """
    curvature, pushed = dot(step, change), _times(inverse, change)
    learns = curvature > 0
    curvature = np.where(learns, curvature, 1.0)
    unit = (step / curvature)[:, :, None]  # (walkers, d, 1), a column; below are rows
    cross = unit * pushed[:, None]
    along = unit * (step * (1 + dot(change, pushed) / curvature))[:, None]
    result = inverse + along - cross - cross.swapaxes(1, 2)
    return np.where(learns[..., None], result, inverse)


def _times(matrices: Array, vectors: Array) -> Array:
    """Each walker's matrix (walkers, d, d) times its vector (walkers, d): (walkers, d)."""
    products: Array = np.einsum("wij,wj->wi", matrices, vectors)
    return products


def _no_curvature_known(position: Array) -> Bfgs:
    walkers, d = position.shape
    zero = np.zeros_like(position)
    return Bfgs(np.tile(np.eye(d), (walkers, 1, 1)), zero, zero)


QUASI_NEWTON = (
    Rule(
        key="bfgs",
        name=N_("BFGS (quasi-Newton)"),
        help=N_(
            "Learns how the ground is curved from how the gradient changes, and steps towards "
            "where a bowl with this curvature has its bottom; a rate of 1 tries the whole step "
            "first."
        ),
        direction=N_(
            "the gradient, divided by the curvature it has learned, shortened until the loss falls"
        ),
        init=_no_curvature_known,
        update=bfgs,
        hyperparameters=HOW,
        sees=("loss_after",),
        source="Broyden, Fletcher, Goldfarb and Shanno (1970), independently; Nocedal & Wright "
        "(2006), Numerical Optimization, algorithm 6.1, with a backtracking line search",
    ),
)
