"""What is known of mountains: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import STAYS, Claims, Heights

# The range's hills as they were drawn, so that a change of the random numbers is noticed.
_HILLS = (  # x, y, height, width
    (1.6, -0.3, 4.6, 1.131),
    (3.2, -3.1, 4.24, 0.663),
    (2.5, 2.6, 2.48, 0.888),
    (3.6, 2.4, 4.84, 1.077),
    (-0.4, -1.4, 4.72, 1.455),
    (-4.5, 1.2, 2.08, 1.275),
    (4.4, -4.9, 3.28, 0.672),
    (1.6, -3.3, 3.6, 1.167),
    (-0.8, -4.0, 2.32, 0.681),
    (0.7, 2.4, 4.24, 0.735),
    (-4.9, 4.9, 4.04, 0.951),
    (-1.8, 0.5, 4.44, 0.942),
)

LITERATURE: Heights = {
    "peaks": ((0.0, 0.0), 3 / np.e - 1 / (3 * np.e)),
    "franke": (
        (2 / 9, 2 / 9),
        0.75 * (1 + np.exp(-9 / 49 - 0.3)) + 0.5 * np.exp(-6.5) - 0.2 * np.exp(-29.0),
    ),
    "keane": ((np.pi / 2, 0.0), 2 / np.pi),
    "volcano": ((0.0, -2.0), 3 * np.exp(-0.76)),
    "mountain-range": (
        (0.0, 1.0),
        sum(h * np.exp(-(x**2 + (y - 1) ** 2) / (2 * w**2)) for x, y, h, w in _HILLS),
    ),
}

CLAIMS: Claims = [
    ("peaks", 0.05, 100, (-0.460, -0.629)),
    ("franke", 0.01, 100, (0.7547, 0.3263)),
    ("franke", 0.06, 100, (0.7547, 0.3263)),
    ("franke", 0.1, 1000, STAYS),
    ("keane", 0.1, 200, (4.675, 3.117)),
    ("keane", 2.0, 200, (4.675, 3.117)),
    ("keane", 3.0, 1000, STAYS),
    ("volcano", 0.1, 12, 1.43),  # the gap in the rim is at 1.428
    ("volcano", 0.1, 600, STAYS),
    ("volcano", 0.1, 700, (0, 2)),
    ("volcano", 0.2, 1000, STAYS),
    ("mountain-range", 0.01, 500, (0.891, 2.322)),
    ("mountain-range", 0.2, 100, (0.891, 2.322)),
    ("mountain-range", 0.5, 100, (1.007, -0.757)),
    ("mountain-range", 0.8, 1000, STAYS),
]
