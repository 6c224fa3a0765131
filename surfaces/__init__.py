"""The ground people walk on: known surfaces by their key, and grounds made of a formula, a neuron
on data, or measured heights."""

from __future__ import annotations

from difflib import get_close_matches

from surfaces.catalogue import TERRAINS
from surfaces.formula import FormulaError, formula_surface
from surfaces.grid import Grid, grid_surface
from surfaces.neuron import Neuron, neuron_surface
from surfaces.surface import Array, Interval, Parameter, Points, Surface, as_points
from surfaces.words import gettext as _

__all__ = [
    "SURFACES",
    "TERRAINS",
    "Array",
    "FormulaError",
    "Grid",
    "Interval",
    "Neuron",
    "Parameter",
    "Points",
    "Surface",
    "UnknownSurface",
    "as_points",
    "formula_surface",
    "get_surface",
    "grid_surface",
    "neuron_surface",
]

SURFACES: dict[str, Surface] = {s.key: s for terrain in TERRAINS.values() for s in terrain}


class UnknownSurface(LookupError):
    """A sentence: which key nobody knows, and which one may have been meant."""


def get_surface(key: str, /, **parameters: float) -> Surface:
    """The surface of that key, with its `parameters` set.

    UnknownSurface when there is none of that key; ValueError for a bad parameter.
    """
    if key not in SURFACES:
        near = get_close_matches(key.lower(), SURFACES, n=1, cutoff=0.5)
        hint = _("`fall-line list` shows all.")
        if near:
            hint = _("Did you mean '{near}'?", near=near[0])
        unknown = _("No surface called '{key}'.", key=key)
        raise UnknownSurface(f"{unknown} {hint}")
    return SURFACES[key].at(**parameters)
