"""Rule: one row of the table of update rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from surfaces.surface import Array, Parameter
from surfaces.words import N_

State = Any  # what a rule remembers: nothing, an array (walkers, d), or a named tuple of arrays
Hyperparameter = float | Array  # one number for all walkers, or one for each, (walkers, 1)
Init = Callable[[Array], State]
Update = Callable[..., tuple[State, Array]]
Limit = Callable[..., Array]  # (sharpness (...), **hyperparameters) -> rate (...)
Sizes = Callable[..., Array]  # (gradients (..., steps, d), **hyperparameters) -> the same shape
Who = NDArray[np.intp] | slice  # indices of walkers
EVERYBODY = slice(None)
# a step (..., walkers, d), and who takes it if not everybody -> the loss after it (..., walkers)
LossAfter = Callable[..., Array]

SIGHTS = ("position", "loss_after", "hessian")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One row of the table of update rules.

    `init(position)` takes the start (walkers, d) and returns the first state.
    `update(state, gradient, rate, **hyperparameters, **sights)` returns the next state and the
    step, (walkers, d), that is added to the position. `gradient` is (walkers, d), `rate` is the
    same shape, each walker's rate repeated; a hyperparameter is one float for all walkers, or
    (walkers, 1). Both functions are pure: they change none of their inputs. A gradient of nan
    gives a step of nan; to a rule that looks at the loss alone, a loss of nan does so. Arrays of a
    state have walkers as their first axis.

    A rule sees no surface. What it needs beside the gradient it names in `sees`, and gets as a
    keyword, uphill with the sign of the loss flipped as the gradient's is:

    * position: where the walkers stand, (walkers, d);
    * loss_after: the loss after a step from there, (..., walkers, d) -> (..., walkers); of some
      walkers alone where their indices come with it, as `loss_after(step, who)`;
    * hessian: second derivatives of the loss there, (walkers, d, d).

    `limit` says from which rate on the rule's bounces grow, on ground of a sharpness, where that is
    known. For a rule that divides slopes, `sizes` says by what at each step of a walk that felt
    these gradients, and the sharpness is that of the ground so divided.
    """

    key: str  # short and stable: links hold it
    name: str
    help: str  # what it does, in one sentence for people who meet it for the first time
    # what the rate is multiplied by, in words: new = old - rate * direction; uphill, + rate
    direction: str = N_("what it makes of the gradients so far")
    one_rate: bool = False  # only the rate of the first step counts: no schedule has an effect
    init: Init
    update: Update
    hyperparameters: tuple[Parameter, ...] = ()  # keywords of `update`, which has no defaults
    sees: tuple[str, ...] = ()  # of SIGHTS
    records: tuple[str, ...] = ()  # fields (walkers, n) of the state that the walk keeps per step
    # hyperparameters that have units: which share of which size of a `app.walk.site.Site` they are
    # where nobody names them; their defaults are for those who know nothing of a ground
    fits: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    limit: Limit | None = None  # of app.walk.rules.limits, as is:
    sizes: Sizes | None = None
    source: str

    @property
    def defaults(self) -> dict[str, float]:
        """The hyperparameters' keywords, each with its default."""
        return {p.key: p.default for p in self.hyperparameters}


def no_memory(position: Array) -> State:
    """The first state of a rule that remembers nothing."""
    return None
