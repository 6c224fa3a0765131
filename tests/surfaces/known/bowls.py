"""What is known of bowls: heights from the literature, and where stories end."""

from __future__ import annotations

from tests.surfaces.known.kinds import LEAVES, Claims, Heights

LITERATURE: Heights = {
    "round-bowl": ((3.0, 4.0), 12.5),
    "stretched-bowl": ((2.0, 1.0), 7.0),
    "booth": ((1.0, 3.0), 0.0),
    "matyas": ((1.0, 1.0), 0.04),
}

CLAIMS: Claims = [
    ("round-bowl", 1.0, 2, (0, 0)),
    ("round-bowl", 2.1, 100, LEAVES),
    ("stretched-bowl", 0.18, 100, (0, 0)),
    ("stretched-bowl", 0.21, 100, LEAVES),
    ("booth", 0.05, 200, (1, 3)),
    ("matyas", 1.5, 300, (0, 0)),
]
