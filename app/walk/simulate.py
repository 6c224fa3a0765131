"""simulate(): walk every walker down (or up) a loss in one vectorised call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.walk.rules import RULES, Rule
from app.walk.sights import Sights, sights
from surfaces.surface import Array

Field = Callable[[Array], Array]  # a loss (..., d) -> (...), or a gradient (..., d) -> (..., d)
Felt = Callable[[Array, int], Array]  # a gradient at a step: (..., d), k -> (..., d)
Mask = NDArray[np.bool_]

CHUNK = 2**16  # numbers per call of the loss: its temporary arrays then stay in the cache
PATROL = 32  # steps between two looks whether any walker is still somewhere: a look costs time


@dataclass(frozen=True, eq=False)
class Walk:
    """Where every walker was, step by step; entry 0 is the start.

    Once a position is not finite, nothing is there to walk: every later entry is nan.
    """

    points: Array  # (walkers, steps + 1, d)
    losses: Array  # (walkers, steps + 1)
    gradients: Array  # (walkers, steps + 1, d), the loss's own, also when the walk goes up
    records: Mapping[str, Array] = field(default_factory=dict)  # the rule's, (walkers, steps, n)

    @property
    def gradient_norms(self) -> Array:
        """Length of each gradient, (walkers, steps + 1); hypot overflows only with the result."""
        norms: Array = np.hypot.reduce(self.gradients, axis=-1)
        return norms


def simulate(
    loss: Field,
    gradient: Field,
    start: ArrayLike,
    rates: ArrayLike,
    steps: int,
    *,
    rule: Rule = RULES["gradient_descent"],
    values: Mapping[str, ArrayLike] | None = None,
    uphill: bool = False,
    felt: Felt | None = None,
    hessian: Field | None = None,
) -> Walk:
    """Walk `steps` steps from `start`, (d,) or (walkers, d), with `rates`, (walkers,).

    Rates that a schedule changes are (walkers, steps). `values` are hyperparameters of the rule
    that differ from its defaults, each one number for all or one per walker, (walkers,).
    `felt` says what walkers feel at step k in place of the gradient, as with mini-batches; it is
    what the walk then records. Going up flips the sign of the gradient that the rule sees, nothing
    else. Nothing is clipped or damped: a rate that is too large overflows, and the walk shows
    where. `hessian`, (..., d) -> (..., d, d), is for rules that see it; None measures it.
    """
    if steps < 0:
        raise ValueError(f"A walk takes 0 steps or more, not {steps}.")
    each = np.atleast_1d(np.asarray(rates, dtype=np.float64))
    position = _spread(start, len(each))
    rule = replace(rule, update=partial(rule.update, **_hyperparameters(rule, values or {})))
    points = np.empty((steps + 1, *position.shape))
    gradients = np.empty_like(points)
    points[0] = position
    with np.errstate(all="ignore"):
        at_step = felt or (lambda p, _: gradient(p))
        see = sights(rule.sees, loss, gradient, hessian, uphill=uphill)
        records = _records(rule, points)
        rate = _by_step(each, points)
        walked = _walk(
            at_step, rule, rate, see, points, gradients=gradients, records=records, uphill=uphill
        )
        losses = _losses(loss, points, walked)
    _bury((points, losses, gradients, *records.values()), walked)
    kept = {name: record[1:].swapaxes(0, 1) for name, record in records.items()}
    return Walk(points.swapaxes(0, 1), losses.swapaxes(0, 1), gradients.swapaxes(0, 1), kept)


def _spread(start: ArrayLike, walkers: int) -> Array:
    """The start of each walker, (walkers, d)."""
    position = np.asarray(start, dtype=np.float64)
    if position.ndim == 2 and len(position) != walkers:
        raise ValueError(
            f"There are {len(position)} starts and {walkers} learning rates. "
            "Give one start for all, or one for each rate."
        )
    return np.broadcast_to(position, (walkers, position.shape[-1]))


def _hyperparameters(rule: Rule, values: Mapping[str, ArrayLike]) -> dict[str, float | Array]:
    """Every keyword of the rule's update, a float or (walkers, 1)."""
    given = {key: np.asarray(value, dtype=np.float64) for key, value in values.items()}
    each = {key: value[:, None] if value.ndim else float(value) for key, value in given.items()}
    return {**rule.defaults, **each}


def _by_step(each: Array, points: Array) -> Array:
    """Rates (walkers,) or (walkers, steps) as (steps, walkers, d), the same for each of d.

    A step's rates lie there whole, not broadcast: numpy's inner loop would run over d, of 2,
    instead of all numbers.
    """
    steps, (walkers, d) = len(points) - 1, points.shape[1:]
    if each.ndim == 2 and each.shape[1] != steps:
        raise ValueError(f"There are rates for {each.shape[1]} steps of a walk of {steps}.")
    by_step = each.reshape(walkers, -1).T[..., None]
    return np.broadcast_to(np.repeat(by_step, d, axis=-1), (steps, walkers, d))


def _records(rule: Rule, points: Array) -> dict[str, Array]:
    """Room for the fields of the state that the rule records, (steps + 1, walkers, n)."""
    state = rule.init(points[0])
    return {name: np.empty((len(points), *getattr(state, name).shape)) for name in rule.records}


def _walk(
    gradient: Felt,
    rule: Rule,
    rate: Array,
    see: Sights,
    points: Array,
    *,
    gradients: Array,
    records: dict[str, Array],
    uphill: bool,
) -> int:
    """Fill `points` and `gradients`, (steps + 1, walkers, d), in place; return the last entry.

    `rate` is (steps, walkers, d), and the rule's update takes no more hyperparameters. Entry
    k + 1 of the `records` is of the state that led to point k + 1.
    """
    state = rule.init(points[0])
    last = len(points) - 1
    for k in range(last):
        position, slope = points[k], gradients[k]
        slope[...] = gradient(position, k)
        state, step = rule.update(state, -slope if uphill else slope, rate[k], **see(position))
        for name, record in records.items():
            record[k + 1] = getattr(state, name)
        np.add(position, step, out=points[k + 1])
        if k % PATROL == PATROL - 1 and not _finite(points[k + 1]).any():
            last = k + 1
            break
    gradients[last] = gradient(points[last], last)
    return last


def _finite(points: Array) -> Mask:
    """Which points (..., d) are somewhere, (...)."""
    finite: Mask = np.logical_and.reduce(np.isfinite(points), axis=-1)
    return finite


def _bury(arrays: tuple[Array, ...], walked: int) -> None:
    """Write nan after each walker's first non-finite position into (points, losses, ...).

    No finite step leads back from inf or nan, so who is finite at the end always was.
    """
    points = arrays[0]
    lost = np.flatnonzero(~_finite(points[walked]))
    nowhere = ~_finite(points[:walked, lost])  # entry k condemns entry k + 1
    step, walker = np.nonzero(nowhere)
    for array in arrays:
        array[walked + 1 :] = np.nan
        array[step + 1, lost[walker]] = np.nan


def _losses(loss: Field, points: Array, walked: int) -> Array:
    """The loss at every point that was walked, (steps + 1, walkers)."""
    losses = np.empty(points.shape[:-1])
    rows = max(1, CHUNK // max(1, points[0].size))
    for first in range(0, walked + 1, rows):
        chunk = slice(first, min(first + rows, walked + 1))
        losses[chunk] = loss(points[chunk])
    return losses
