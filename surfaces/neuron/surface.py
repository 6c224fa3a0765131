"""neuron_surface(): a neuron -> the mountain of its loss, a Surface over (weight, bias)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from surfaces.neuron.activations import ACTIVATIONS
from surfaces.neuron.batches import batch_gradient, is_all
from surfaces.neuron.bottom import Kind, bottom
from surfaces.neuron.extent import Point, map_of, start_of
from surfaces.neuron.losses import LOSSES
from surfaces.neuron.record import Neuron
from surfaces.neuron.words import formula, kink, story
from surfaces.surface import Interval, Surface
from surfaces.words import gettext as _
from surfaces.words import later

DECADES = 1e3  # ratio of the highest corner to the bottom from which heights are drawn as logs
OBLONG = 3.0  # ratio of the sides of the map from which both no longer fit one scale


@dataclass(frozen=True, kw_only=True, eq=False)
class NeuronSurface(Surface):
    """A Surface whose x is the weight and whose y is the bias of a neuron."""

    neuron: Neuron

    def at(self, /, **values: float) -> NeuronSurface:
        """The same map with another decay or delta: the minimum and the batches move with them."""
        if not values:
            return self
        # ValueError, as a sentence, for a bad one
        checked: dict[str, Any] = dict(super().at(**values).values)
        return neuron_surface(replace(self.neuron, **checked), self.x, self.y)


def neuron_surface(
    neuron: Neuron, x: Interval | None = None, y: Interval | None = None
) -> NeuronSurface:
    """The mountain of a neuron; the map is chosen from the data unless `x` and `y` say it.

    The gradient and the Hessian are exact and of all pairs; `felt` is a batch's, or None.
    """
    found = bottom(neuron)
    weights, biases = map_of(neuron, found.point)
    weights, biases = x or weights, y or biases
    on_map = bool(found.point) and _holds(weights, biases, found.point)
    surface = NeuronSurface(
        neuron=neuron,
        key="neuron",
        name=later(lambda: _("One neuron: {data}", data=_(neuron.data.name))),
        loss=neuron.ground.height,
        gradient=neuron.ground.gradient,
        exact_hessian=neuron.ground.hessian,
        felt=None if is_all(neuron) else partial(batch_gradient, neuron),
        x=weights,
        y=biases,
        minima=(found.point,) if found.point and on_map else (),
        formula=formula(neuron),
        kink=kink(neuron),
        start=start_of(neuron, weights, biases),
        story="",
        source=_source(neuron),
        equal_axes=_similar(weights, biases),
        parameters=neuron.parameters,
        values=neuron.values,
    )
    return _told(surface, found.kind, on_map)


def _told(surface: NeuronSurface, kind: Kind, on_map: bool) -> NeuronSurface:
    """The surface with what only its own heights and curvatures tell."""
    condition = optimum = None
    if surface.minima:
        lowest = np.array(surface.minima[0])
        optimum = float(surface.loss(lowest))
        low, high = np.linalg.eigvalsh(surface.hessian(lowest))
        condition = float(high / low) if low > 0 and not LOSSES[surface.neuron.loss].kink else None
    corners = np.array([(x, y) for x in surface.x for y in surface.y])
    decades = optimum is not None and surface.loss(corners).max() > DECADES * optimum
    return replace(
        surface,
        optimum=optimum,
        height="log" if decades else "linear",
        story=story(surface.neuron, kind, on_map, condition),
    )


def _holds(x: Interval, y: Interval, point: Point | None) -> bool:
    return point is not None and x[0] <= point[0] <= x[1] and y[0] <= point[1] <= y[1]


def _similar(x: Interval, y: Interval) -> bool:
    ratio = (x[1] - x[0]) / (y[1] - y[0])
    return 1 / OBLONG <= ratio <= OBLONG


def _source(neuron: Neuron) -> str:
    """Who thought of the loss and of the activation, and where the data come from."""
    parts = (LOSSES[neuron.loss].source, ACTIVATIONS[neuron.activation].source)
    return "; ".join((*parts, f"data: {neuron.data.origin}"))
