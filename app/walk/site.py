"""Site: a ground and a start, by whose sizes rules have their numbers where nobody names them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from app.walk.rules import Rule
from app.walk.sharpness import sharpness
from surfaces.surface import Surface


@dataclass(frozen=True)
class Site:
    """Where a walk begins. Its sizes may be nan, where the ground has a hole or a kink."""

    surface: Surface
    start: ArrayLike  # (2,)

    @property
    def diagonal(self) -> float:
        """Of the map, in its units."""
        (left, right), (low, high) = self.surface.x, self.surface.y
        return float(np.hypot(right - left, high - low))

    @property
    def slope(self) -> float:
        """The length of the gradient at the start."""
        with np.errstate(all="ignore"):
            return float(np.linalg.norm(self.surface.gradient(np.asarray(self.start))))

    @property
    def curvature(self) -> float:
        """The largest curvature at the start, upwards or downwards, without its sign."""
        with np.errstate(all="ignore"):
            bend = self.surface.hessian(np.asarray(self.start))
            return float(max(sharpness(bend), sharpness(-bend)))


def fitted(rule: Rule, site: Site) -> dict[str, float]:
    """The rule's numbers that go by the site, in two digits and within their ranges.

    A number that the site says nothing about (a slope of 0, a hole) is not among them.
    """
    rows = {parameter.key: parameter for parameter in rule.hyperparameters}
    found = {key: share * getattr(site, size) for key, (share, size) in rule.fits.items()}
    return {
        key: float(np.clip(float(f"{value:.1e}"), rows[key].low, rows[key].high))
        for key, value in found.items()
        if np.isfinite(value) and value > 0
    }
