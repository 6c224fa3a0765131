"""What is known of many minima rugged: heights from the literature, and where stories end."""

from __future__ import annotations

from math import cos, exp, pi, sqrt

from tests.surfaces.known.kinds import LEAVES, STAYS, Claims, Heights

LITERATURE: Heights = {  # at points where sines and roots are known, worked by hand
    "schwefel": (((pi / 2) ** 2, (3 * pi / 2) ** 2), 2 * pi**2),
    "bird": ((-pi / 2, 0.0), exp(4) - 1 + pi**2 / 4),
    "adjiman": ((pi / 3, pi / 6), 1 / 4 - (pi / 3) / (pi**2 / 36 + 1)),
    "egg-crate": ((pi / 2, -pi / 2), 50 + pi**2 / 2),
    "parsopoulos": ((pi / 3, pi / 4), 0.75),
    "schaffer-2": ((sqrt(pi / 2), 0.0), 0.5 + 0.5 / (1 + 0.0005 * pi) ** 2),
    "schaffer-4": ((0.0, sqrt(pi / 2)), 0.5 + (cos(1) ** 2 - 0.5) / (1 + 0.0005 * pi) ** 2),
    # squared distances 17, 10, 0, 10 and 89, so every cosine is 1 or -1
    "langermann": ((2.0, 1.0), exp(-17 / pi) - 4 * exp(-10 / pi) - 5 + 3 * exp(-89 / pi)),
    # 1 + sum(0.036 * 4**length * cos(2 pi phase)), summed with 40 digits and without numpy
    "noisy-funnel": ((0.0, 0.0), 0.8401918712584917),
    "cross-in-tray": ((pi / 2, pi / 2), -1e-4 * (exp(100 - sqrt(0.5)) + 1) ** 0.1),
    "holder-table": ((pi / 2, 0.0), -exp(0.5)),
    "alpine-1": ((pi / 2, -pi / 2), pi),
    "bukin-6": ((-15.0, -3.0), 100 * sqrt(5.25) + 0.05),
    "salomon": ((0.3, 0.4), 2.05),
    "eggholder": ((5 * pi**2 / 3, -47 - 7 * pi**2 / 12), 9 * pi**2 / 4),  # roots pi/2 and 3 pi/2
}

CLAIMS: Claims = [
    ("schwefel", 5.0, 100, (-302.525, -302.525)),
    ("schwefel", 10.0, 1000, STAYS),
    ("bird", 0.002, 400, (-1.582, -3.130)),
    ("bird", 0.003, 400, (4.655, -3.084)),
    ("bird", 0.01, 1000, STAYS),
    ("adjiman", 0.05, 100, LEAVES),
    ("adjiman", 1.0, 100, LEAVES),
    ("egg-crate", 0.03, 100, (3.020, 3.020)),
    ("egg-crate", 0.04, 1000, STAYS),
    ("parsopoulos", 0.5, 7, (pi / 2, 0)),
    ("parsopoulos", 1.1, 1000, STAYS),
    ("schaffer-2", 0.01, 2000, STAYS),
    ("schaffer-2", 0.05, 2000, STAYS),
    ("schaffer-4", 0.05, 5000, STAYS),
    ("schaffer-4", 0.3, 11_000, (1.2531, 0.001)),
    ("langermann", 0.005, 100, (3.992, 1.024)),
    ("langermann", 0.01, 1000, STAYS),
    ("langermann", 0.03, 100, (2.003, 1.006)),
    ("noisy-funnel", 0.1, 300, (2.902, -0.303)),
    ("noisy-funnel", 0.3, 300, (2.902, -0.303)),
    ("noisy-funnel", 0.5, 1000, STAYS),
    ("cross-in-tray", 0.5, 200, (-1.509, -7.551)),
    ("cross-in-tray", 1.0, 200, (-1.471, -4.419)),
    ("cross-in-tray", 2.0, 200, (-1.349, -1.349)),
    ("holder-table", 0.03, 30, (8.055, 9.665)),
    ("holder-table", 0.1, 1000, STAYS),
    ("alpine-1", 0.01, 1000, STAYS),
    ("alpine-1", 0.1, 2, LEAVES),
    ("bukin-6", 0.00003, 1500, STAYS),
    ("bukin-6", 0.03, 4, LEAVES),
    ("salomon", 0.04, 100, (2.350, 1.861)),
    ("salomon", 0.06, 1000, STAYS),
    ("eggholder", 0.5, 300, (439.481, 453.977)),
    ("eggholder", 1.0, 1000, STAYS),
    ("eggholder", 2.0, 7, LEAVES),
]
