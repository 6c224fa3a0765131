"""Rules that see the curvature: the step ends where a bowl with this Hessian has its bottom."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.walk.rules.rule import Rule
from app.walk.rules.search import Number, dot
from surfaces.surface import Array, Parameter, stack
from surfaces.words import N_


class Bend(NamedTuple):
    """What the walk records of a step, (walkers, 1) each; nan before the first."""

    positive: Array  # 1 where every curvature of the Hessian that was used is positive, else 0
    astray: Array  # 1 where the step leads against what is wanted: up a loss that is walked down
    singular: Array  # 1 where no step leads to level ground: the Hessian has a curvature of 0


def newton(state: Bend, gradient: Array, rate: Array, *, hessian: Array) -> tuple[Bend, Array]:
    """The share `rate` of Newton's step, -H^-1 g; 1 is the whole of it.

    Nocedal & Wright (2006), Numerical Optimization, chapter 3.3. Where H is not positive definite
    the step leads to a saddle or uphill, and it is taken; the state says so. Where H is singular
    the step has no finite length, unless the gradient is 0, and is inf or nan, which ends a walk.
    """
    step = rate * _to_the_flat(hessian, gradient)
    known = np.isfinite(hessian).all(axis=(1, 2)) & np.isfinite(gradient).all(axis=1)
    endless = ~np.isfinite(step).all(axis=1)
    astray = (dot(step, gradient) > 0).astype(np.float64)
    singular = np.reshape(known & endless, (-1, 1)).astype(np.float64)
    return Bend(_positive(hessian), astray, singular), step


def damped_newton(
    state: Bend, gradient: Array, rate: Array, *, hessian: Array, damping: Number
) -> tuple[Bend, Array]:
    """Newton's step with H + `damping` * I for H: `newton` where damping is small, and gradient
    descent with rate / damping where it is large. It leads downhill once damping exceeds every
    negative curvature (Goldfeld, Quandt & Trotter 1966).
    """
    damped = hessian + np.asarray(damping)[..., None] * np.eye(gradient.shape[-1])
    return newton(state, gradient, rate, hessian=damped)


def _to_the_flat(hessian: Array, gradient: Array) -> Array:
    """The step (walkers, d) after which a bowl with this Hessian is level: H step = -gradient."""
    solve = _solved_in_the_plane if gradient.shape[-1] == 2 else _solved
    with np.errstate(all="ignore"):
        step = -solve(hessian, gradient)
    level = (gradient == 0).all(axis=-1, keepdims=True)
    return np.where(level, 0.0, step)


def _solved(a: Array, b: Array) -> Array:
    """The solutions x (walkers, d) of a x = b; nan where a is singular."""
    # slogdet meets the same pivots as solve, which would raise for all walkers if one is 0
    singular = (np.linalg.slogdet(a).sign == 0)[:, None]
    regular = np.where(singular[..., None], np.eye(b.shape[-1]), a)
    return np.where(singular, np.nan, np.linalg.solve(regular, b[..., None])[..., 0])


def _solved_in_the_plane(a: Array, b: Array) -> Array:
    """The same for d = 2, by elimination with the larger pivot; 12 times as fast as LAPACK."""
    swap = np.abs(a[:, 1, 0]) > np.abs(a[:, 0, 0])
    a = np.where(swap[:, None, None], a[:, ::-1], a)
    b = np.where(swap[:, None], b[:, ::-1], b)
    ratio = a[:, 1, 0] / a[:, 0, 0]
    y = (b[:, 1] - ratio * b[:, 0]) / (a[:, 1, 1] - ratio * a[:, 0, 1])
    return stack((b[:, 0] - a[:, 0, 1] * y) / a[:, 0, 0], y)


def _positive(a: Array) -> Array:
    """1 where a symmetric matrix (walkers, d, d) is positive definite, else 0: (walkers, 1)."""
    finite = np.isfinite(a).all(axis=(1, 2), keepdims=True)
    a = np.where(finite, a, 0.0)
    if a.shape[-1] == 2:
        with np.errstate(all="ignore"):
            second = a[:, 1, 1] - a[:, 1, 0] / a[:, 0, 0] * a[:, 0, 1]
        lowest = np.minimum(a[:, 0, 0], second)  # pivots have the signs of the curvatures
    else:
        lowest = np.linalg.eigvalsh(a)[:, 0]
    return (lowest > 0).astype(np.float64)[:, None]


def _nothing_known(position: Array) -> Bend:
    unknown = np.full((len(position), 1), np.nan)
    return Bend(unknown, unknown, unknown)


_DAMPING = Parameter(
    key="damping",
    name=N_("Damping"),
    default=1.0,
    low=1e-9,
    high=1e9,
    logarithmic=True,
    help=N_(
        "Added to every curvature before the step, a tenth of the largest at the start where "
        "nobody says; much of it makes short steps straight down the slope, next to none is "
        "Newton's method."
    ),
)

SECOND_ORDER = (
    Rule(
        key="newton",
        name=N_("Newton"),
        help=N_(
            "Jumps to where a bowl with this slope and curvature has its bottom, the whole way "
            "with a learning rate of 1; where the ground is not curved like a bowl it may go "
            "uphill."
        ),
        direction=N_("the gradient, divided by the curvature (the Hessian)"),
        init=_nothing_known,
        update=newton,
        sees=("hessian",),
        records=Bend._fields,
        source="Nocedal & Wright (2006), Numerical Optimization, chapter 3.3",
    ),
    Rule(
        key="damped_newton",
        name=N_("Damped Newton"),
        help=N_(
            "Newton's step with a number added to every curvature, which turns it towards the "
            "slope and shortens it; with enough of it every step heads downhill."
        ),
        direction=N_("the gradient, divided by the curvature (the Hessian) and the damping"),
        init=_nothing_known,
        update=damped_newton,
        hyperparameters=(_DAMPING,),
        fits={"damping": (0.1, "curvature")},
        sees=("hessian",),
        records=Bend._fields,
        source="Goldfeld, Quandt & Trotter (1966), Maximization by quadratic hill-climbing, "
        "Econometrica 34(3), 541-551; after Levenberg (1944) and Marquardt (1963)",
    ),
)
