"""`surface`: every surface, also with each of its parameters at its lowest and its highest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from surfaces import SURFACES, Array, Surface


def _variants() -> Iterator[tuple[str, Surface]]:
    for key, surface in SURFACES.items():
        yield key, surface
        for p in surface.parameters:
            for value in (p.low, p.high):
                yield f"{key}-{p.key}={value:g}", surface.at(**{p.key: value})


_VARIANTS = dict(_variants())


@pytest.fixture(params=list(_VARIANTS.values()), ids=list(_VARIANTS))
def surface(request: pytest.FixtureRequest) -> Surface:
    found: Surface = request.param
    return found


@pytest.fixture
def points(surface: Surface) -> Array:
    """50 seeded points on the map, shape (50, 2)."""
    low, high = np.transpose([surface.x, surface.y])
    return np.random.default_rng(7).uniform(low, high, size=(50, 2))
