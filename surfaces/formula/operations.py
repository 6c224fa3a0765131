"""What each operation does to numbers: numpy functions of arrays that broadcast."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from surfaces.surface import Array

Operation = Callable[..., Any]


def _chain(ufunc: Operation) -> Operation:
    return lambda *values: reduce(ufunc, values)


def _mean_where(best: Operation) -> Operation:
    """Values and their slopes -> the slope of the best value; the mean of those that tie."""

    def slope(*args: Array) -> Array:
        values, slopes = args[: len(args) // 2], args[len(args) // 2 :]
        extreme = reduce(best, values)
        ties = [value == extreme for value in values]
        total = reduce(np.add, [np.where(t, s, 0.0) for t, s in zip(ties, slopes, strict=True)])
        count: Array = reduce(np.add, [np.where(t, 1.0, 0.0) for t in ties])
        return np.divide(total, count)

    return slope


OPERATIONS: dict[str, Operation] = {
    "add": _chain(np.add),
    "mul": _chain(np.multiply),
    "sub": np.subtract,
    "div": np.divide,
    "neg": np.negative,
    "inv": lambda value: np.divide(1.0, value),
    "square": np.square,
    "power": np.power,  # of floats: nan for a negative base with a fraction above it
    "abs": np.abs,
    "sign": np.sign,
    "sqrt": np.sqrt,
    "exp": np.exp,
    "log": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "atan2": np.arctan2,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "min": _chain(np.minimum),
    "max": _chain(np.maximum),
    "min_slope": _mean_where(np.minimum),
    "max_slope": _mean_where(np.maximum),
}
# May have no value where the derivative, simplified, has one: sqrt(x)^2, x/x.
PARTIAL = frozenset({"div", "inv", "power", "sqrt", "log", "asin", "acos"})
