"""What is known of saddles: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {
    "saddle": ((3.0, 1.0), 4.0),
    "monkey-saddle": ((1.0, 1.0), -2.0),
    "handkerchief": ((-4.0, 0.0), 32 / 3),  # its hilltop
    "peano": ((1.0, 1.5), -0.25),  # half-way between the parabolas
    "two-ways": ((1.0, 2.0), 2.5),
    "muller-brown": (
        (1.0, 0.0),
        -200 - 100 * np.exp(-3.5) - 170 * np.exp(-54.0) + 15 * np.exp(2.3),
    ),
}

CLAIMS: Claims = [
    ("saddle", 0.1, 100, LEAVES),
    ("monkey-saddle", 0.05, 100, LEAVES),
    ("handkerchief", 0.1, 12, STAYS),  # at the pass
    ("handkerchief", 0.1, 25, LEAVES),
    ("handkerchief", 0.3, 3, LEAVES),
    ("peano", 0.1, 1500, STAYS),
    ("peano", 0.1, 2000, LEAVES),
    ("two-ways", 0.1, 200, (0, 0)),
    ("two-ways", 1.0, 200, (0, 0)),
    ("muller-brown", 0.0004, 100, (-0.558, 1.442)),
    ("muller-brown", 0.0005, 2000, STAYS),
]
