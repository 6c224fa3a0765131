"""Schedule: one row of the table of schedules, and the parameters that rows share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from surfaces.surface import Array, Parameter
from surfaces.words import N_
from surfaces.words import gettext as _

Factor = Callable[..., Array]
MOST = 10_000.0  # steps of the longest walk


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """One row of the table of schedules.

    `factor(k, steps, **values)` gives the share of the typed rate, from 0 to 1, at each of the
    steps `k`, (n,), of a walk of `steps` steps, whose last is `steps - 1`. It is pure, remembers
    nothing, and takes each of `parameters` as a keyword, but for the warm-up, which all share.

    The typed rate means one thing in every row: the highest rate that the schedule rises to or
    falls from. It is the start of a rate that falls, and the peak of one that rises first. Where
    a parameter is a share, it is a share of that rate.
    """

    key: str  # short and stable: links hold it
    name: str
    help: str  # what it does, in one sentence for people who meet it for the first time
    factor: Factor
    parameters: tuple[Parameter, ...]  # the last is WARMUP
    source: str

    @property
    def defaults(self) -> dict[str, float]:
        """The parameters' keys, each with its default."""
        return {p.key: p.default for p in self.parameters}

    def check(self, values: Mapping[str, float]) -> dict[str, float]:
        """All parameters, given or by default; ValueError, as a sentence, for a bad one."""
        for key in values:
            if key not in self.defaults:
                lacks = _(
                    "The schedule '{name}' has no parameter '{key}'.", name=_(self.name), key=key
                )
                has = _("It has: {names}.", names=", ".join(self.defaults))
                raise ValueError(f"{lacks} {has}")
        return {p.key: p.check(values.get(p.key, p.default)) for p in self.parameters}


def step_count(key: str, name: str, default: float, help: str, low: float = 0.0) -> Parameter:
    """A whole number of steps, up to the longest walk's."""
    return Parameter(key=key, name=name, default=default, low=low, high=MOST, whole=True, help=help)


def share(key: str, name: str, default: float, help: str) -> Parameter:
    """A share of the typed rate, from 0 to 1."""
    return Parameter(key=key, name=name, default=default, low=0.0, high=1.0, help=help)


def or_part(count: float, steps: int, part: float) -> float:
    """A number of steps; where it is 0, that part of the walk, rounded up to whole steps."""
    return count or max(float(np.ceil(part * steps)), 1.0)


WARMUP = step_count(
    "warmup",
    N_("Warm-up steps"),
    0.0,
    N_(
        "For this many steps the rate first rises in a straight line to where the schedule begins, "
        "which then has the steps that remain."
    ),
)
OVER = step_count(
    "over",
    N_("Steps of the fall"),
    0.0,
    N_("The fall takes this many steps; 0 means the whole walk."),
)
END = share(
    "end", N_("Share at the end"), 0.0, N_("The share of the rate that is left after the fall.")
)
