"""Values of parameters at which a formula has ground, where it has none as they begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from surfaces.formula.start import NoGround, slope_share
from surfaces.surface import Surface
from surfaces.words import N_
from surfaces.words import gettext as _

_STEPS = 41  # values of each parameter alone, even over its slider
_TOGETHER = 200  # values of all at once, seeded, where one alone makes no ground

Values = dict[str, float]


def with_ground(surface: Surface, free: list[str]) -> Surface:
    """The surface with new defaults of its `free` parameters: the first that make most ground.

    Ground counts where it has a slope. NoGround, a sentence, where none of those tried makes any.
    """
    for tries in (_alone(surface, free), _together(surface, free)):
        shares = [(slope_share(surface.at(**values)), values) for values in tries]
        share, values = max(shares, key=lambda one: one[0])  # the first of those that tie
        if share > 0:
            return _begun(surface, values)
    text = N_(
        "No values of {names} that were tried, from -10 to 10, change that. Try a larger map."
    )
    hint = _(text, names=_(" and ").join(free))
    raise NoGround(_("it has no value anywhere on the map"), hint=hint)


def _alone(surface: Surface, free: list[str]) -> Iterator[Values]:
    """One parameter changed, the nearest values first."""
    for parameter in surface.parameters:
        if parameter.key in free:
            values = np.linspace(parameter.low, parameter.high, _STEPS)
            near = np.argsort(np.abs(values - parameter.default), kind="stable")
            yield from ({parameter.key: float(value)} for value in values[near])


def _together(surface: Surface, free: list[str]) -> Iterator[Values]:
    """All changed at once."""
    dice = np.random.default_rng(0)
    low, high = np.transpose([(p.low, p.high) for p in surface.parameters if p.key in free])
    for values in dice.uniform(low, high, (_TOGETHER, len(free))).round(1):
        yield dict(zip(free, values.tolist(), strict=True))


def _begun(surface: Surface, values: Values) -> Surface:
    """The surface whose parameters begin at these values."""
    parameters = tuple(replace(p, default=values.get(p.key, p.default)) for p in surface.parameters)
    return replace(surface, parameters=parameters, values={**surface.values, **values})
