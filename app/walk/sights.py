"""sights(): what a rule sees beside the gradient, by the contract of `app.walk.rules.rule`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.walk.rules.rule import EVERYBODY
from surfaces.surface import Array, differences

Ground = Callable[[Array], Array]  # a loss, a gradient or a Hessian
Sights = Callable[[Array], dict[str, Any]]  # a position (walkers, d) -> what is seen from there


def sights(
    sees: Iterable[str], loss: Ground, gradient: Ground, hessian: Ground | None, *, uphill: bool
) -> Sights:
    """How a rule that `sees` these of SIGHTS sees them; uphill the signs flip, nothing else.

    `hessian`, (walkers, d) -> (walkers, d, d), is central differences of the gradient where it is
    None. All are of the loss itself, also where a walker feels the gradient of a mini-batch.
    """
    sign = -1.0 if uphill else 1.0
    bend = hessian or (lambda p: differences(gradient, p))
    known: dict[str, Callable[[Array], Any]] = {
        "position": lambda p: p,
        "loss_after": lambda p: lambda step, who=EVERYBODY: sign * loss(p[who] + step),
        "hessian": lambda p: sign * bend(p),
    }
    looks = {name: known[name] for name in sees}
    return lambda p: {name: look(p) for name, look in looks.items()}
