"""Where a walk on a typed formula begins, when nobody says where."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from surfaces.formula.errors import FormulaError
from surfaces.surface import Array, Surface
from surfaces.words import gettext as _

Mask = NDArray[np.bool_]

_RANK = 0.75  # of the start among all heights: high enough for a walk, below the wildest places
_MESHES = ((0.05, 19), (0.01, 99), (0.0, 401))  # margin as a share of the map, cells along a side


class NoGround(FormulaError):
    """There is no place on the map where anybody could stand."""


def default_start(surface: Surface) -> tuple[float, float]:
    """A place with a slope, above three quarters of the others, each on an even mesh.

    Finer meshes follow where a coarse one meets only holes. Flat ground starts near the middle.
    NoGround where no mesh meets any.
    """
    flat = None
    for margin, cells in _MESHES:
        points = _mesh(surface, margin, cells)
        heights, ground, steep = _standing(surface, points)
        if steep.any():
            return _at_rank(points[steep], heights[steep])
        if flat is None and ground.any():
            flat = _nearest_middle(surface, points[ground])
    if flat is None:
        hint = _("Try another formula or a larger map.")
        if surface.parameters:
            hint = _("Try other parameters or a larger map.")
        raise NoGround(_("it has no value anywhere on the map"), hint=hint)
    return flat


def slope_share(surface: Surface) -> float:
    """The share of the map that is ground with a slope, roughly."""
    *_rest, steep = _standing(surface, _mesh(surface, *_MESHES[0]))
    return float(steep.mean())


def _standing(surface: Surface, points: Array) -> tuple[Array, Mask, Mask]:
    """Heights at the points (n, 2), where there is ground, and where it has a slope."""
    heights = surface.loss(points)
    slopes = np.abs(surface.gradient(points)).max(axis=-1)  # a norm might overflow
    ground = np.isfinite(heights)
    return heights, ground, ground & np.isfinite(slopes) & (slopes > 0)


def checked_start(surface: Surface, start: tuple[float, float]) -> tuple[float, float]:
    """The start that was asked for; FormulaError when nobody can stand there."""
    place = np.asarray(start, dtype=np.float64)
    shown = f"({start[0]:g}, {start[1]:g})"
    if not surface.contains(place):
        what = _("the start {place} is not on the map", place=shown)
        raise FormulaError(what, hint=_("Choose another place."))
    if not np.isfinite(surface.loss(place)):
        what = _("it has no value at the start {place}", place=shown)
        raise FormulaError(what, hint=_("Choose another place."))
    return float(place[0]), float(place[1])


def _mesh(surface: Surface, margin: float, cells: int) -> Array:
    """Places inside the map, (cells**2, 2), rounded as people would write them."""
    sides = []
    for low, high in (surface.x, surface.y):
        width = high - low
        digits = 3 - int(np.floor(np.log10(width)))
        side = np.linspace(low + margin * width, high - margin * width, cells)
        sides.append(np.clip(np.round(side, digits), low, high))
    return np.stack(np.meshgrid(*sides), axis=-1).reshape(-1, 2)


def _at_rank(points: Array, heights: Array) -> tuple[float, float]:
    order = np.argsort(heights, kind="stable")
    x, y = points[order[int(_RANK * (len(order) - 1))]]
    return float(x), float(y)


def _nearest_middle(surface: Surface, points: Array) -> tuple[float, float]:
    middle = np.mean([surface.x, surface.y], axis=1)
    x, y = points[np.argmin(np.linalg.norm(points - middle, axis=1))]
    return float(x), float(y)
