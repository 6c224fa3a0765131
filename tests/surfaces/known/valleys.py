"""What is known of valleys: heights from the literature, and where stories end."""

from __future__ import annotations

from tests.surfaces.known.kinds import STAYS, Claims, Heights

LITERATURE: Heights = {
    "rosenbrock": ((-1.2, 1.0), 24.2),
    "beale": ((1.0, 1.0), 14.203125),
}

CLAIMS: Claims = [
    ("rosenbrock", 0.002, 10_000, (1, 1)),
    ("beale", 0.03, 1000, (3, 0.5)),
    ("beale", 0.05, 1000, STAYS),
]
