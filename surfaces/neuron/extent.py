"""The map of a neuron's mountain, and where a walk on it starts.

Seen from the middle of the data a neuron has two numbers: c, its pre-activation at the mean of the
feature, and v, by how much that grows over one standard deviation of the feature. The map holds
every neuron with |v| <= V and c between two bounds, and a minimum that was found, with room:

* where the activation saturates beyond |z| = s: V = 2 s, and c from -2 s to 2 s;
* else, with d the standard deviation of the targets: V = 2 d, and c within 2 d of their mean.
  The least-squares line has |v| <= d, so it is on the map with as much room again. For an
  activation that rectifies, c also goes down to -2 d, where the neuron is silent.
"""

from __future__ import annotations

import math

from surfaces.neuron.activations import ACTIVATIONS
from surfaces.neuron.record import Neuron
from surfaces.surface import Interval

Point = tuple[float, float]

ROOM = 0.25  # of the map's width, on each side of the minimum
FAR = 2.0  # map widths: a minimum farther off than that does not stretch the map


def region(neuron: Neuron) -> tuple[float, Interval]:
    """V, and the bounds of c, by the rule above."""
    activation = ACTIVATIONS[neuron.activation]
    if activation.saturates:
        reach = 2 * activation.saturates
        return reach, (-reach, reach)
    t = neuron.data.t
    mean = float(t.mean())
    reach = 2 * (float(t.std()) or abs(mean) or 1.0)
    low = min(mean - reach, -reach) if activation.rectifies else mean - reach
    return reach, (low, mean + reach)


def seen(neuron: Neuron, v: float, c: float) -> Point:
    """(w, b) of the neuron with that v and c, at the scale at which the neuron sees the feature."""
    if neuron.standardise:
        return v, c
    mean, deviation = neuron.moments
    return v / deviation, c - v * mean / deviation


def map_of(neuron: Neuron, bottom: Point | None) -> tuple[Interval, Interval]:
    """The intervals of w and of b, ending on round numbers."""
    reach, bounds = region(neuron)
    corners = [seen(neuron, v, c) for v in (-reach, reach) for c in bounds]
    w, b = (_with_room((min(side), max(side)), None) for side in zip(*corners, strict=True))
    if bottom:
        w, b = _with_room(w, bottom[0]), _with_room(b, bottom[1])
    return w, b


def start_of(neuron: Neuron, w: Interval, b: Interval) -> Point:
    """A weight of the wrong sign and a bias that is too high, on the map, on round numbers."""
    reach, (low, high) = region(neuron)
    x, t = neuron.data.x, neuron.data.t
    rising = float(((x - x.mean()) * (t - t.mean())).sum()) >= 0
    v = -reach / 2 if rising else reach / 2
    at = seen(neuron, v, low + 0.75 * (high - low))
    return _within(at[0], w), _within(at[1], b)


def _with_room(side: Interval, value: float | None) -> Interval:
    """The side, made to hold the value with room unless that is far off, on round numbers."""
    low, high = side
    width = high - low
    if value is not None and low - FAR * width < value < high + FAR * width:
        low, high = min(low, value - ROOM * width), max(high, value + ROOM * width)
    digits = _digits(high - low)
    unit = 10.0**-digits
    return round(math.floor(low / unit + 1e-9) * unit, digits), round(
        math.ceil(high / unit - 1e-9) * unit, digits
    )


def _within(value: float, side: Interval) -> float:
    """The value on a round number, pulled inside when the side was chosen without it."""
    low, high = side
    margin = 0.05 * (high - low)
    inside = min(max(value, low + margin), high - margin)
    return round(inside, _digits(high - low) + 1)


def _digits(width: float) -> int:
    """Decimals that tell about ten to a hundred places apart on such a width."""
    return 1 - math.floor(math.log10(width))
