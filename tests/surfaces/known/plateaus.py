"""What is known of plateaus: heights from the literature, and where stories end."""

from __future__ import annotations

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {
    "cliff": ((2.0, 2.0), 2.04),  # half-way up the wall
}

CLAIMS: Claims = [
    ("cliff", 0.1, 300, STAYS),
    ("cliff", 1.0, 200, (0, 0)),
    ("cliff", 2.0, 100, LEAVES),
]
