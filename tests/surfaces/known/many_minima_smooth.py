"""What is known of many minima smooth: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {
    "himmelblau": ((0.0, 0.0), 170.0),
    "six-hump-camel": ((-0.0898420131003, 0.7126564030207), -1.031628453489877),
    "three-hump-camel": ((1.0, 1.0), 2 - 1.05 + 1 / 6 + 2),
    "styblinski-tang": ((-2.903534027771177, -2.903534027771177), -78.33233140754282),
    "rastrigin": ((0.5, 0.5), 40.5),
    "ackley": ((1.0, 1.0), 20 - 20 * np.exp(-0.2)),
}

CLAIMS: Claims = [
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
]
