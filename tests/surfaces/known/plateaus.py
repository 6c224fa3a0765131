"""What is known of plateaus: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {
    "cliff": ((2.0, 2.0), 2.04),  # half-way up the wall
    "easom": ((2 * np.pi / 3, np.pi), -0.5 * np.exp(-((np.pi / 3) ** 2))),
    "michalewicz": ((np.pi / 2, np.pi / 2), -1 - 1 / 1024),
    "terraces": ((0.25, 1.0), 0.5 * ((0.25 + 0.95 / (2 * np.pi)) ** 2 + 1)),
}

CLAIMS: Claims = [
    ("cliff", 0.1, 300, STAYS),
    ("cliff", 1.0, 200, (0, 0)),
    ("cliff", 2.0, 100, LEAVES),
    ("easom", 0.1, 200, (np.pi, np.pi)),
    ("easom", 1.0, 1000, STAYS),
    ("easom", 5.0, 100, (6.718, 5.506)),
    ("michalewicz", 0.001, 500, (2.203, 2.000)),
    ("michalewicz", 0.01, 2000, STAYS),
    ("michalewicz", 0.01, 2500, (2.203, np.pi / 2)),
    ("terraces", 0.01, 1000, STAYS),
    ("terraces", 0.01, 1200, (0, 0)),
    ("terraces", 0.2, 50, (0, 0)),
    ("terraces", 1.0, 1000, STAYS),
]
