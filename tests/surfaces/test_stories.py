"""What the stories claim, walked: each rate from the start of its surface to where it ends."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import SURFACES, Array, get_surface
from tests.surfaces.known import CLAIMS
from tests.surfaces.known.kinds import LEAVES, STAYS


def _walk(key: str, rate: float, steps: int) -> tuple[str, Array]:
    """What happens, and the last point (2,)."""
    surface = get_surface(key)
    sign = 1 if surface.direction == "up" else -1
    p = np.array(surface.start)
    for _ in range(steps):
        step = sign * rate * surface.gradient(p)
        p = p + step
        if not surface.contains(p):
            return LEAVES, p
        if np.linalg.norm(step) < 1e-6:
            return "settles", p
    return STAYS, p


def test_every_story_claims_something() -> None:
    assert {key for key, *_ in CLAIMS} == set(SURFACES)


@pytest.mark.parametrize(("key", "rate", "steps", "end"), CLAIMS)
def test_the_story_is_true(
    key: str, rate: float, steps: int, end: str | float | tuple[float, float]
) -> None:
    what, where = _walk(key, rate, steps)
    if isinstance(end, str):
        assert what == end
    elif isinstance(end, float):
        surface = get_surface(key)
        passed = surface.loss(where) - end
        assert what != LEAVES
        assert passed > 0 if surface.direction == "up" else passed < 0, passed
    else:
        assert what == "settles", where
        np.testing.assert_allclose(where, end, atol=2e-3)
