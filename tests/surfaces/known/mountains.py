"""What is known of mountains: heights from the literature, and where stories end."""

from __future__ import annotations

import numpy as np

from tests.surfaces.known.kinds import Claims, Heights

LITERATURE: Heights = {
    "peaks": ((0.0, 0.0), 3 / np.e - 1 / (3 * np.e)),
}

CLAIMS: Claims = [
    ("peaks", 0.05, 100, (-0.460, -0.629)),
]
