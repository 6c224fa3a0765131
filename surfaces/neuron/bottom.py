"""bottom(): where the loss of a neuron is lowest, if it is anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

import numpy as np

from surfaces.neuron.closed_forms import least_absolute, least_squares, overlap
from surfaces.neuron.extent import Point, region, seen
from surfaces.neuron.ground import Ground
from surfaces.neuron.newton import descend
from surfaces.neuron.record import Neuron
from surfaces.surface import Array

MESH = 61  # points per axis of the search where the loss is not convex
MOST_SEARCHED = 500  # pairs that this search looks at; the minimum itself is found with all
TRIED = 8  # hollows of the mesh from which it is refined


class Kind(StrEnum):
    """Whether there is one lowest point, and if not, why."""

    ONE = "one"
    INFINITY = "infinity"  # the classes are apart: heavier weights always are better
    MANY = "many"  # a level of best neurons
    UNKNOWN = "unknown"  # not convex, and no lowest point was found near the map


@dataclass(frozen=True)
class Bottom:
    """What is known of the lowest point."""

    kind: Kind
    point: Point | None = None  # (w, b)


def bottom(neuron: Neuron) -> Bottom:
    """The lowest point: in closed form, by Newton's method where convex, else by a search."""
    mean, deviation = neuron.moments
    x = (neuron.data.x - mean) / deviation
    # decay / 2 * w**2 at the scale of x, on which every search is well conditioned
    scale = 1.0 if neuron.standardise else deviation
    decay = neuron.decay / scale**2
    kind, line = _lowest(neuron, replace(neuron.ground, x=x), decay)
    return Bottom(kind, seen(neuron, *line) if line else None)


def _lowest(neuron: Neuron, ground: Ground, decay: float) -> tuple[Kind, Point | None]:
    """The lowest (v, c) of the neuron on a standardised feature."""
    x, t = ground.x, ground.t
    if ground.loss.on_logits:
        if decay == 0 and not overlap(x, t):
            return Kind.INFINITY, None
        even = (0.0, float(np.log(t.mean() / (1 - t.mean()))))
        return _convex(neuron, ground, decay, even)
    if neuron.activation != "identity":
        found = _search(neuron, ground, decay)
        return (Kind.ONE, found) if found else (Kind.UNKNOWN, None)
    if neuron.loss == "squared":
        return Kind.ONE, least_squares(x, t, decay)
    line, single = least_absolute(x, t, decay)
    if neuron.loss == "absolute":
        return (Kind.ONE, line) if single else (Kind.MANY, None)
    return _convex(neuron, ground, decay, line)


def _convex(
    neuron: Neuron, ground: Ground, decay: float, start: Point
) -> tuple[Kind, Point | None]:
    found = _refined(neuron, ground, decay, np.array(start))
    return (Kind.MANY, None) if found is None else (Kind.ONE, (float(found[0]), float(found[1])))


def _refined(neuron: Neuron, ground: Ground, decay: float, start: Array) -> Array | None:
    values = _values(neuron, decay)
    return descend(
        partial(ground.height, **values),
        partial(ground.gradient, **values),
        partial(ground.hessian, **values),
        start,
    )


def _values(neuron: Neuron, decay: float) -> dict[str, Any]:
    """The keywords of a Ground's functions, with the decay at another scale of the feature."""
    return {**neuron.values, "decay": decay}


def _search(neuron: Neuron, ground: Ground, decay: float) -> Point | None:
    """The lowest of the minima below the hollows of a mesh, if it lies on the mesh.

    None when the mesh is lower somewhere: then the ground falls towards its edge, or to a crease.
    """
    values, mesh, few = _values(neuron, decay), _mesh(neuron), _thinned(ground)
    hollows = _hollows(partial(few.height, **values), mesh)
    low, high = mesh[0, 0], mesh[-1, -1]
    found = [
        p
        for start in hollows
        if (p := _refined(neuron, few, decay, start)) is not None
        and ((low < p) & (p < high)).all()  # farther out, level ground is not told from a bottom
    ]
    if not found:
        return None
    best = found[int(np.argmin(ground.height(np.array(found), **values)))]
    lowest = best if few is ground else _refined(neuron, ground, decay, best)
    if lowest is None or (ground.height(hollows, **values) < ground.height(lowest, **values)).any():
        return None
    return float(lowest[0]), float(lowest[1])


def _mesh(neuron: Neuron) -> Array:
    """Even places (v, c) over twice the width and height of the map's region: (MESH, MESH, 2)."""
    reach, (low, high) = region(neuron)
    middle, half = (low + high) / 2, high - low
    v = np.linspace(-2 * reach, 2 * reach, MESH)
    c = np.linspace(middle - half, middle + half, MESH)
    return np.stack(np.meshgrid(v, c), axis=-1)


def _hollows(height: partial[Array], places: Array) -> Array:
    """Places of the mesh that are no higher than their neighbours, the lowest first: (n, 2)."""
    z = height(places)
    wide = np.pad(z, 1, constant_values=np.inf)
    around = [np.roll(wide, (i, j), (0, 1))[1:-1, 1:-1] for i in (-1, 0, 1) for j in (-1, 0, 1)]
    hollow = z <= np.minimum.reduce(around)
    order = np.argsort(z[hollow])[:TRIED]
    return np.asarray(places[hollow][order])


def _thinned(ground: Ground) -> Ground:
    """The ground over evenly spread pairs, where there are more than a search needs."""
    if len(ground.x) <= MOST_SEARCHED:
        return ground
    order = np.argsort(ground.x, kind="stable")
    kept = order[np.linspace(0, len(order) - 1, MOST_SEARCHED).astype(int)]
    return replace(ground, x=ground.x[kept], t=ground.t[kept])
