"""rate_limits() and Why: from which rate on a step overshoots, and how a rate compares with it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.walk.rules import Rule
from app.walk.sharpness import sharpness
from surfaces.surface import Array
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

EDGE = 5e-3  # a share so near to 1 reads as 1.00: bounces neither grow nor shrink to be seen
OVERSHOOTS = N_("rate {rate} is {share} times the limit {limit}: it overshoots")
SETTLES = N_("rate {rate} is {share} times the limit {limit}: it settles")
BOUNCES = N_("rate {rate} is {share} times the limit {limit}: it bounces on")


def rate_limits(
    rule: Rule,
    values: Mapping[str, float],
    hessians: Array,
    gradients: Array,
    *,
    uphill: bool = False,
) -> Array:
    """The rate from which on bounces grow, at each place of a walk: (..., steps + 1).

    `hessians` (..., steps + 1, d, d) and `gradients` (..., steps + 1, d) are those of the loss at
    each place, `values` all hyperparameters of the rule. inf where the ground curves upwards
    nowhere (uphill: downwards); nan where it has no curvature, or the rule no known limit.

    A rule that divides slopes by sizes P walks as gradient descent does on the Hessian H divided by
    them: the limit goes by the largest eigenvalue of P^-1/2 H P^-1/2, which P^-1 H shares.
    """
    if rule.limit is None:
        return np.full(gradients.shape[:-1], np.nan)
    with np.errstate(all="ignore"):
        bend = -hessians if uphill else hessians
        if rule.sizes is not None:
            root = np.sqrt(rule.sizes(gradients, **values))
            bend = bend / (root[..., :, None] * root[..., None, :])
        sharp = sharpness(bend)
        return np.where(sharp <= 0, np.inf, rule.limit(sharp, **values))


@dataclass(frozen=True)
class Why:
    """How the rate of a step compares with the limit at the place where it begins."""

    rate: float
    limit: float  # as `rate_limits` gives it
    uphill: bool = False

    @property
    def share(self) -> float:
        """The rate as a share of the limit: above 1 the step overshoots, and ever farther."""
        return self.rate / self.limit

    @property
    def sentence(self) -> str:
        """The same in words: those that the page and the films write (assets/lib/captions.mjs)."""
        if np.isnan(self.limit):
            return _("no limit is known here")
        if np.isinf(self.limit):
            if self.uphill:
                return _("the ground does not curve downwards here: no limit")
            return _("the ground does not curve upwards here: no limit")
        ends = OVERSHOOTS if self.share > 1 else SETTLES
        if abs(self.share - 1) < EDGE:
            ends = BOUNCES
        rate, share, limit = (_figure(value) for value in (self.rate, self.share, self.limit))
        return _(ends, rate=rate, share=share, limit=limit)


def _figure(value: float) -> str:
    """A number above 0 in three digits, as the page's `figure` writes it."""
    rounded = float(f"{value:.2e}")
    if not 1e-3 <= rounded < 1e4:
        digits, power = f"{value:.1e}".split("e")
        return numeral(f"{digits}e{int(power)}".replace("-", "−"))
    places = min(max(2 - math.floor(math.log10(rounded)), 0), 4)
    return numeral(f"{value:.{places}f}")
