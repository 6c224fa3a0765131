"""What the stories claim, walked: each rate from the start of its surface to where it ends."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import Array, get_surface

STAYS, LEAVES = "stays on the map without settling", "leaves the map"

# key, learning rate, most steps, where it ends
CLAIMS = [
    ("round-bowl", 1.0, 2, (0, 0)),
    ("round-bowl", 2.1, 100, LEAVES),
    ("stretched-bowl", 0.18, 100, (0, 0)),
    ("stretched-bowl", 0.21, 100, LEAVES),
    ("booth", 0.05, 200, (1, 3)),
    ("matyas", 1.5, 300, (0, 0)),
    ("rosenbrock", 0.002, 10_000, (1, 1)),
    ("beale", 0.03, 1000, (3, 0.5)),
    ("beale", 0.05, 1000, STAYS),
    ("saddle", 0.1, 100, LEAVES),
    ("monkey-saddle", 0.05, 100, LEAVES),
    ("himmelblau", 0.01, 60, (-2.805, 3.131)),
    ("himmelblau", 0.02, 60, (3, 2)),
    ("himmelblau", 0.03, 60, LEAVES),
    ("six-hump-camel", 0.01, 200, (1.607, 0.569)),
    ("six-hump-camel", 0.1, 200, (-0.090, 0.713)),
    ("six-hump-camel", 0.15, 1000, STAYS),
    ("three-hump-camel", 0.1, 100, (-1.748, 0.874)),
    ("three-hump-camel", 0.2, 100, (0, 0)),
    ("styblinski-tang", 0.01, 100, (2.747, -2.904)),
    ("styblinski-tang", 0.05, 100, (2.747, -2.904)),
    ("styblinski-tang", 0.06, 1000, STAYS),
    ("rastrigin", 0.001, 100, (2.985, -1.990)),
    ("rastrigin", 0.01, 500, STAYS),
    ("rastrigin", 0.02, 100, LEAVES),
    ("ackley", 0.01, 100, (2.979, -2.979)),
    ("ackley", 0.1, 500, STAYS),
    ("cliff", 0.1, 300, STAYS),
    ("cliff", 1.0, 200, (0, 0)),
    ("cliff", 2.0, 100, LEAVES),
    ("peaks", 0.05, 100, (-0.460, -0.629)),
]


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


@pytest.mark.parametrize(("key", "rate", "steps", "end"), CLAIMS)
def test_the_story_is_true(
    key: str, rate: float, steps: int, end: str | tuple[float, float]
) -> None:
    what, where = _walk(key, rate, steps)
    if isinstance(end, str):
        assert what == end
    else:
        assert what == "settles", where
        np.testing.assert_allclose(where, end, atol=2e-3)
