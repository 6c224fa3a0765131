"""A formula as ground to walk on: map, parameters, and where to start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import numpy as np

from surfaces.formula.errors import FormulaError
from surfaces.formula.formula import Formula, read_formula
from surfaces.formula.lowest import minima
from surfaces.formula.program import Program
from surfaces.formula.start import NoGround, checked_start, default_start
from surfaces.formula.values import with_ground
from surfaces.surface import Array, Interval, Parameter, Points, Surface
from surfaces.words import N_, later, verbatim
from surfaces.words import gettext as _

_KEPT = 32  # values of parameters whose minima are remembered
_MENU = 40  # characters of a name
_NARROWEST = 1e-9  # map: well above the spacing of float64 near 1, and its inverse the widest


def formula_surface(
    text: str,
    /,
    *,
    x: Interval = (-5.0, 5.0),
    y: Interval = (-5.0, 5.0),
    start: tuple[float, float] | None = None,
    **values: float,
) -> Surface:
    """The ground of a typed formula; FormulaError, a sentence, where it has none.

    Names other than x and y are parameters, set by `values`; 1 if not, or what makes ground where
    1 makes none. Without a `start`, it is found on an even mesh: among the places inside the map
    that have a slope, the one above three quarters of the others; on flat ground, the place nearest
    the middle.
    """
    formula = read_formula(text)
    for axis, interval in (("x", x), ("y", y)):
        _check_map(axis, interval)
    try:
        surface = _surface(formula, x, y).at(**values)
    except ValueError as error:
        raise FormulaError(str(error).removesuffix(".")) from error
    if start is not None:
        place = checked_start(surface, start)
    else:
        surface, place = _begin(surface, [key for key in formula.names if key not in values])
    return replace(surface, start=place, minima_at=lru_cache(_KEPT)(partial(_minima, surface)))


def _begin(surface: Surface, free: list[str]) -> tuple[Surface, tuple[float, float]]:
    """The surface with a start; parameters that are `free` change where there is no ground else."""
    try:
        return surface, default_start(surface)
    except NoGround:
        if not free:
            raise
    surface = with_ground(surface, free)
    return surface, default_start(surface)


def _minima(surface: Surface, **values: float) -> Points:
    return minima(surface.at(**values))


def _check_map(axis: str, interval: Interval) -> None:
    low, high = interval
    if not (np.isfinite([low, high]).all() and _NARROWEST <= high - low <= 1 / _NARROWEST):
        text = N_("the map cannot go from {low} to {high} along {axis}")
        what = _(text, low=f"{low:g}", high=f"{high:g}", axis=axis)
        hint = _("Give a low and a higher number, such as -5 and 5.")
        raise FormulaError(what, hint=hint)


def _surface(formula: Formula, x: Interval, y: Interval) -> Surface:
    name = " ".join(formula.text.split())
    name = name if len(name) <= _MENU else name[: _MENU - 1] + "…"
    return Surface(
        key="formula",
        name=verbatim(name),
        loss=_loss(formula.loss),
        gradient=_gradient(formula.gradient),
        exact_hessian=_hessian(formula.hessian),
        x=(float(x[0]), float(x[1])),
        y=(float(y[0]), float(y[1])),
        formula=formula.latex,
        kink=formula.kink,
        start=((x[0] + x[1]) / 2, (y[0] + y[1]) / 2),
        story=later(lambda: _("Your formula: {formula}.", formula=name)),
        source="typed",
        parameters=tuple(_parameter(key) for key in formula.names),
    )


def _parameter(key: str) -> Parameter:
    help_ = later(lambda: _("The value of {name} in your formula.", name=key))
    return Parameter(key=key, name=verbatim(key), default=1.0, low=-10.0, high=10.0, help=help_)


def _loss(program: Program) -> Callable[..., Array]:
    def loss(p: Array, /, **values: float) -> Array:
        return _filled(p, _run(program, p, values), ())

    return loss


def _gradient(program: Program) -> Callable[..., Array]:
    def gradient(p: Array, /, **values: float) -> Array:
        x, y, *height = _run(program, p, values)
        return _with_holes(_filled(p, (x, y), (2,)), *height)

    return gradient


def _hessian(program: Program) -> Callable[..., Array]:
    def hessian(p: Array, /, **values: float) -> Array:
        xx, xy, yy, *height = _run(program, p, values)
        return _with_holes(_filled(p, (xx, xy, xy, yy), (2, 2)), *height)

    return hessian


def _run(program: Program, p: Array, values: dict[str, float]) -> list[Any]:
    points = np.asarray(p, dtype=np.float64)
    # Each coordinate in one piece: a copy costs less than steps over every second number.
    x, y = (np.asarray(points[..., i], order="C") for i in (0, 1))
    with np.errstate(all="ignore"):
        return program.run(x, y, values)


def _filled(p: Array, parts: Any, tail: tuple[int, ...]) -> Array:
    """Parts, arrays (...) or single floats, as one array (..., *tail) of its own."""
    values = np.empty((*np.shape(p)[:-1], len(parts)))
    for i, part in enumerate(parts):
        values[..., i] = part
    shaped: Array = values.reshape((*np.shape(p)[:-1], *tail))[()]
    return shaped


def _with_holes(slopes: Array, *heights: Any) -> Array:
    """A simplified derivative may have values where the formula has none: there it is nan."""
    for height in heights:
        slopes[np.isnan(height)] = np.nan
    return slopes
