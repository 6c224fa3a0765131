"""What is known of saddles: heights from the literature, and where stories end."""

from __future__ import annotations

from tests.surfaces.known.kinds import LEAVES, Claims, Heights

LITERATURE: Heights = {
    "saddle": ((3.0, 1.0), 4.0),
    "monkey-saddle": ((1.0, 1.0), -2.0),
}

CLAIMS: Claims = [
    ("saddle", 0.1, 100, LEAVES),
    ("monkey-saddle", 0.05, 100, LEAVES),
]
