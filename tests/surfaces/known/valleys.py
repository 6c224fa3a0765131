"""What is known of valleys: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {
    "rosenbrock": ((-1.2, 1.0), 24.2),
    "beale": ((1.0, 1.0), 14.203125),
    "dixon-price": ((3.0, 1.0), 6.0),
    "mccormick": ((np.pi / 2, 0.0), 2 + np.pi**2 / 4 - 0.75 * np.pi),
    "goldstein-price": ((1.2, 0.8), 840.0),
    "ravine": ((-1.0, np.sqrt(3)), 10 * (np.sqrt(5) - 1)),  # 2 units to the side of the floor
    "canyon": ((0.0, 2.0), 6.0),
    # Half a wave off the floor, where 5 ln(1 + r**2) is pi.
    "spiral": ((np.sqrt(np.exp(np.pi / 5) - 1), 0.0), 0.45 * (np.exp(np.pi / 5) - 1)),
}

CLAIMS: Claims = [
    ("rosenbrock", 0.002, 10_000, (1, 1)),
    ("beale", 0.03, 1000, (3, 0.5)),
    ("beale", 0.05, 1000, STAYS),
    ("dixon-price", 0.02, 60, 2 / 3 + 1e-4),  # the height of the pass
    ("dixon-price", 0.02, 160, STAYS),
    ("dixon-price", 0.02, 600, (1, np.sqrt(0.5))),
    ("dixon-price", 0.05, 200, (1, -np.sqrt(0.5))),
    ("mccormick", 0.1, 100, (2.594, 1.594)),
    ("mccormick", 0.45, 100, (2.594, 1.594)),
    ("mccormick", 0.5, 3000, STAYS),
    ("goldstein-price", 0.00001, 2000, (-0.6, -0.4)),
    ("goldstein-price", 0.00003, 1000, (0, -1)),
    ("goldstein-price", 0.0001, 10, LEAVES),
    ("ravine", 0.18, 1000, (0, 0)),
    ("ravine", 0.3, 3000, STAYS),
    ("ravine", 0.3, 3000, 5.0 + 1e-6),  # across the floor only: along it, nothing is left
    ("canyon", 0.03, 1000, (4, 0)),
    ("canyon", 0.1, 5000, STAYS),
    ("spiral", 0.1, 3500, STAYS),
    ("spiral", 0.1, 4000, (0, 0)),
    ("spiral", 0.2, 1, LEAVES),
]
