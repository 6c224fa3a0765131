"""Surface: the contract every landscape meets.

The texts of a row (names, help, stories, kinks) stand in English; whoever shows one says it with
`surfaces.words.gettext`, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from surfaces.words import N_
from surfaces.words import gettext as _

BLOCK = 10_000  # points of a mesh at a time: arrays that fit a processor's cache are twice as quick
Array = NDArray[np.float64]
Interval = tuple[float, float]
Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A number that shapes a surface and that people may choose, within `low` and `high`."""

    key: str  # the keyword of the surface's functions, and the name in links
    name: str  # as the page shows it
    default: float
    low: float
    high: float
    logarithmic: bool = False  # the slider moves in equal ratios instead of equal steps
    whole: bool = False  # only whole numbers have a meaning
    options: tuple[str, ...] = ()  # what the numbers 0, 1, ... stand for, where it is a choice
    help: str

    def check(self, value: float) -> float:
        """Return `value` as a float; ValueError, as a sentence, when it is out of range."""
        number = isinstance(value, (int, float, np.number))  # a link may hold words or nothing
        fits = number and self.low <= value <= self.high
        if not fits or (self.whole and value != int(value)):
            raise ValueError(self._refused(value))
        return float(value)

    def _refused(self, value: Any) -> str:
        """What is wrong with a value; its numbers are written as people type them."""
        text = N_("{name} must be a number between {low} and {high}, not {value}. Try {default}.")
        if self.whole:
            text = N_(
                "{name} must be a whole number between {low} and {high}, not {value}. "
                "Try {default}."
            )
        numbers = {k: f"{getattr(self, k):g}" for k in ("low", "high", "default")}
        return _(text, name=_(self.name), value=value, **numbers)


@dataclass(frozen=True, kw_only=True, eq=False)  # told apart by identity, so caches can hold it
class Surface:
    """One landscape over the plane: a height, its exact gradient, and where things are.

    `loss` takes points of shape (..., 2) and returns heights (...); `gradient` takes the same
    and returns (..., 2), `hessian` (..., 2, 2). All are defined off the map too, may return inf or
    nan there, and take each of `parameters` as a keyword, bound here to its value. Where `loss` is
    nan, the ground has a hole: nobody can stand there.
    """

    key: str  # short and stable: links hold it
    name: str
    loss: Callable[..., Array]
    gradient: Callable[..., Array]
    x: Interval  # the map: what is drawn, and what a walker can leave
    y: Interval
    minima: Points = ()  # every global minimum on the map
    maxima: Points = ()  # every global maximum, where the summit is the point of the surface
    minima_at: Callable[..., Points] | None = None  # where parameters move them, or they are sought
    optimum: float | None = None  # height of the minima (maxima, uphill), as the source states it
    stationary: Points = ()  # other places known to be flat: saddles, local minima and maxima
    exact_hessian: Callable[..., Array] | None = None
    felt: Callable[[Array, int], Array] | None = None  # what a walker feels at step k: a batch's
    formula: str = ""  # LaTeX, of loss(x, y)
    kink: str = ""  # what `gradient` returns where there is none, in a sentence; "" if smooth
    start: tuple[float, float]
    story: str  # one sentence: what a walk from `start` shows
    source: str
    direction: Literal["down", "up"] = "down"  # what it is made for
    height: Literal["linear", "log", "clipped"] = "linear"  # as drawn; the walk never sees it
    equal_axes: bool = True  # x and y are drawn to one scale
    parameters: tuple[Parameter, ...] = ()
    values: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)  # what it was made from on request
    axes: tuple[str, str] = ("x", "y")  # what the two weights are called

    def __post_init__(self) -> None:
        values = {p.key: p.check(self.values.get(p.key, p.default)) for p in self.parameters}
        object.__setattr__(self, "values", values)
        for name in ("loss", "gradient", "exact_hessian"):
            if values and (function := getattr(self, name)):
                object.__setattr__(self, name, partial(function, **values))
        if self.minima_at:
            object.__setattr__(self, "minima", self.minima_at(**values))

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for surfaces that are the same ground: what caches and links go by."""
        return self.key, tuple(self.words.items()), tuple(self.values.items())

    def at(self, /, **values: float) -> Surface:
        """The same surface with other parameters; ValueError, as a sentence, for a bad one."""
        known = [p.key for p in self.parameters]
        for key in values:
            if key not in known:
                has = _("It has: {names}.", names=", ".join(known)) if known else _("It has none.")
                lacks = _("{name} has no parameter '{key}'.", name=_(self.name), key=key)
                raise ValueError(f"{lacks} {has}")
        return replace(self, values={**self.values, **values}) if values else self

    @property
    def hessian_words(self) -> str:
        """How `hessian` is worked out, in a sentence for the page."""
        if self.exact_hessian is not None:
            return _("Hessian (the second derivatives): exact.")
        return _("Hessian (the second derivatives): central differences of the exact gradient.")

    def hessian(self, p: Array) -> Array:
        """Second derivatives at the points (..., 2), as symmetric matrices (..., 2, 2).

        Exact where the row has `exact_hessian`; else central differences of the exact gradient.
        """
        return self.exact_hessian(p) if self.exact_hessian else differences(self.gradient, p)

    def contains(self, p: Array) -> NDArray[np.bool_]:
        """Whether each of the points (..., 2) is within the map's edges: (...); nan is not."""
        (left, right), (bottom, top) = self.x, self.y
        x, y = p[..., 0], p[..., 1]
        inside: NDArray[np.bool_] = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
        return inside

    def mesh(self, cells: int) -> tuple[Array, Array, Array]:
        """An even mesh of the map: x (cells,), y (cells,), heights (cells, cells) as z[iy, ix]."""
        x, y = np.linspace(*self.x, cells), np.linspace(*self.y, cells)
        heights = np.empty((cells, cells))
        rows = max(BLOCK // cells, 1)
        planes = np.empty((2, rows, cells))  # each coordinate in one piece
        planes[0] = x
        with np.errstate(all="ignore"):
            for first in range(0, cells, rows):
                some = y[first : first + rows, None]
                planes[1, : len(some)] = some
                block = planes[:, : len(some)].transpose(1, 2, 0)
                heights[first : first + rows] = self.loss(block)
        return x, y, heights


def stack(x: Array, y: Array) -> Array:
    """Two coordinates (...) as points (..., 2); a quarter of np.stack's time for a few walkers."""
    points = np.empty((*x.shape, 2))
    points[..., 0] = x
    points[..., 1] = y
    return points


def symmetric(xx: Array, xy: Array, yy: Array) -> Array:
    """Three second derivatives (...) as Hessians (..., 2, 2)."""
    matrices = np.empty((*np.broadcast_shapes(xx.shape, xy.shape, yy.shape), 2, 2))
    matrices[..., 0, 0] = xx
    matrices[..., 0, 1] = matrices[..., 1, 0] = xy
    matrices[..., 1, 1] = yy
    return matrices


def differences(gradient: Callable[[Array], Array], p: Array) -> Array:
    """Hessians at the points (..., d): the gradient's central differences, made symmetric."""
    step = np.cbrt(np.finfo(float).eps) * np.maximum(1, np.abs(p))  # the best for central ones
    columns = []
    for axis in range(p.shape[-1]):
        e = np.zeros_like(p)
        e[..., axis] = step[..., axis]
        columns.append((gradient(p + e) - gradient(p - e)) / (2 * step[..., axis, None]))
    jacobian = np.stack(columns, axis=-1)
    return np.asarray((jacobian + np.swapaxes(jacobian, -1, -2)) / 2)


def as_points(values: Any) -> Array:
    """Points as a float64 array of shape (n, 2), also when there is none."""
    return np.asarray(values, dtype=np.float64).reshape(-1, 2)
