"""Course: everything that many walks have in common, where only the start and the rate differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike

from app.walk.endings import Endings, endings
from app.walk.rules import RULES, Rule
from app.walk.simulate import Felt, Walk, simulate
from surfaces.surface import Array, Surface, as_points


@dataclass(frozen=True, kw_only=True, eq=False)
class Course:
    """A walk without its start and its rate."""

    surface: Surface
    steps: int
    uphill: bool = False
    rule: Rule = RULES["gradient_descent"]
    values: Mapping[str, float | Array] = field(default_factory=dict)  # as `simulate` takes them
    shares: Array | None = None  # (steps,): of the rate, at each step; None is all of it
    felt: Felt | None = None  # what walkers feel in place of the gradient

    def at_most(self, steps: int) -> Course:
        """The same, but not longer than so many steps."""
        return replace(self, steps=min(self.steps, steps))

    def walk(self, start: ArrayLike, rates: ArrayLike) -> Walk:
        """Walk from `start`, (2,) or (walkers, 2), with `rates`, (walkers,).

        On a course without shares each step may have a rate of its own, (walkers, steps).
        """
        each = np.asarray(rates, dtype=np.float64)
        if self.shares is not None:
            each = each[:, None] * self.shares[: self.steps]
        return simulate(
            self.surface.loss,
            self.surface.gradient,
            start,
            each,
            self.steps,
            rule=self.rule,
            values=self.values,
            uphill=self.uphill,
            felt=self.felt,
            hessian=self.surface.hessian,
        )

    def endings(self, walk: Walk) -> Endings:
        """How each of the walks ended."""
        low, high = np.transpose([self.surface.x, self.surface.y])
        return endings(
            walk, self.surface.gradient, low, high, uphill=self.uphill, minima=self.goals
        )

    @property
    def radius(self) -> float:
        """Half the map's diagonal."""
        (left, right), (bottom, top) = self.surface.x, self.surface.y
        return float(np.hypot(right - left, top - bottom)) / 2

    @property
    def goals(self) -> Array:
        """The known minima (uphill: maxima) of the ground, (n, 2)."""
        known = self.surface.maxima if self.uphill else self.surface.minima
        return as_points(known)
