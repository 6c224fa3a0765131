"""What is known of bowls: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {
    "round-bowl": ((3.0, 4.0), 12.5),
    "stretched-bowl": ((2.0, 1.0), 7.0),
    "rotated-ellipse": ((1.0, 1.0), (7 - 6 * np.sqrt(3) + 13) / 8),
    "booth": ((1.0, 3.0), 0.0),
    "matyas": ((1.0, 1.0), 0.04),
    "different-powers": ((0.5, -0.5), 0.375),
    "zakharov": ((1.0, 1.0), 9.3125),
    "powell-quartic": ((3.0, -1.0), 2609.0),
    "quartic-bowl": ((1.0, -1.0), 3.0),
}

CLAIMS: Claims = [
    ("round-bowl", 1.0, 2, (0, 0)),
    ("round-bowl", 2.1, 100, LEAVES),
    ("stretched-bowl", 0.18, 100, (0, 0)),
    ("stretched-bowl", 0.21, 100, LEAVES),
    ("rotated-ellipse", 0.45, 100, (0, 0)),
    ("rotated-ellipse", 0.55, 100, LEAVES),
    ("booth", 0.05, 200, (1, 3)),
    ("matyas", 1.5, 300, (0, 0)),
    ("different-powers", 0.1, 50, 0.0589**3 + 1e-6),  # y is 0.0589, x below a thousandth
    ("different-powers", 0.1, 1000, STAYS),
    ("different-powers", 0.1, 3000, (0, 0)),
    ("zakharov", 0.01, 1, LEAVES),
    ("zakharov", 0.005, 1000, STAYS),
    ("zakharov", 0.005, 1200, (0, 0)),
    ("powell-quartic", 0.001, 10_000, STAYS),
    ("powell-quartic", 0.002, 2, LEAVES),
    ("quartic-bowl", 0.2, 1000, 1e-6),
    ("quartic-bowl", 0.2, 1000, STAYS),
    ("quartic-bowl", 0.25, 1000, STAYS),
    ("quartic-bowl", 0.26, 100, LEAVES),
]
