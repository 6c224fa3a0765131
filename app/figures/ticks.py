"""Ticks: where an axis is marked, in the units that are drawn, and the true values it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from surfaces.surface import Array

MOST_DECADES = 5  # that are marked on one axis


@dataclass(frozen=True)
class Ticks:
    values: tuple[float, ...]  # places on the drawn axis
    labels: tuple[str, ...]

    def scaled(self, true: tuple[float, float], length: float) -> Ticks:
        """The same labels on an axis that draws the interval `true` from 0 to `length`."""
        low, high = true
        return Ticks(tuple((v - low) / (high - low) * length for v in self.values), self.labels)


def even_ticks(low: float, high: float, about: int = 5) -> Ticks:
    """Round values (1, 2 or 5 times a power of ten apart) from low to high."""
    if not high > low:
        return Ticks((low,), (f"{low:g}",))
    rough = (high - low) / about
    decade = 10.0 ** np.floor(np.log10(rough))
    step = min((1, 2, 5, 10), key=lambda m: abs(m * decade - rough)) * decade
    first, last = np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9)
    values = np.arange(first, last + 1) * step + 0.0  # + 0.0: no "-0"
    return Ticks(tuple(values.tolist()), tuple(f"{v:.6g}" for v in values))


def decade_ticks(low: float, high: float, unit: float, share: Callable[[Array], Array]) -> Ticks:
    """The lowest height, and powers of ten above it, where `share` draws them."""
    decades = np.arange(np.ceil(np.log10(unit)), np.floor(np.log10(high - low)) + 1)[1:]
    every = -(-len(decades) // MOST_DECADES)  # counted from the top, which is always marked
    above = np.concatenate([[0.0], 10.0 ** decades[::-1][::every][::-1]])
    # No digit below the unit: a lowest mesh height of 7e-5 beside 1,000 is 0 to any eye.
    labels = tuple(f"{round((low + a) / unit) * unit + 0.0:,.6g}" for a in above)
    return Ticks(tuple(np.asarray(share(low + above)).tolist()), labels)
