"""What does a surface cost beside the same expression in bare numpy?

`python tests/benchmarks/ground.py [times]`.

Heights on a mesh of 200 x 200 and gradients at 10,000 points; the best of several runs each, as a
ratio in one run. The bare expressions stand below as one would type them in a notebook. The last
table times every row of the catalogue against its own median, to find one that is slow.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np
from numpy import cos, exp, pi, sin, sqrt
from tables import at_most, table

from surfaces import SURFACES, Surface, formula_surface

Bare = tuple[Callable[..., Any], Callable[..., Any]]
BARE: dict[str, Bare] = {
    "booth": (
        lambda x, y: (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
        lambda x, y: (
            2 * (x + 2 * y - 7) + 4 * (2 * x + y - 5),
            4 * (x + 2 * y - 7) + 2 * (2 * x + y - 5),
        ),
    ),
    "rosenbrock": (
        lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
        lambda x, y: (-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)),
    ),
    "himmelblau": (
        lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
        lambda x, y: (
            4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7),
            2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7),
        ),
    ),
    "rastrigin": (
        lambda x, y: 20 + x**2 + y**2 - 10 * cos(2 * pi * x) - 10 * cos(2 * pi * y),
        lambda x, y: (2 * x + 20 * pi * sin(2 * pi * x), 2 * y + 20 * pi * sin(2 * pi * y)),
    ),
    "ackley": (
        lambda x, y: (
            -20 * exp(-0.2 * sqrt((x**2 + y**2) / 2))
            - exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2)
            + np.e
            + 20
        ),
        lambda x, y: (
            2 * sqrt(2) * x / sqrt(x**2 + y**2) * exp(-0.2 * sqrt((x**2 + y**2) / 2))
            + pi * sin(2 * pi * x) * exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2),
            2 * sqrt(2) * y / sqrt(x**2 + y**2) * exp(-0.2 * sqrt((x**2 + y**2) / 2))
            + pi * sin(2 * pi * y) * exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2),
        ),
    ),
    "egg-crate": (
        lambda x, y: x**2 + y**2 + 25 * (sin(x) ** 2 + sin(y) ** 2),
        lambda x, y: (2 * x + 50 * sin(x) * cos(x), 2 * y + 50 * sin(y) * cos(y)),
    ),
}
TYPED = "(1-x)^2 + 100*(y-x^2)^2"


def best(run: Callable[[], object], times: int) -> float:
    """Seconds of the quickest of `times` runs."""
    seen = []
    for _ in range(times):
        begin = perf_counter()
        run()
        seen.append(perf_counter() - begin)
    return min(seen)


def ratios(surface: Surface, bare: Bare, times: int) -> tuple[float, float]:
    """How long heights and gradients take, in units of the bare expression."""
    x, y = np.linspace(*surface.x, 200), np.linspace(*surface.y, 200)
    p = np.random.default_rng(1).uniform(*np.transpose([surface.x, surface.y]), size=(10_000, 2))
    px, py = np.ascontiguousarray(p.T)
    loss, gradient = bare
    np.testing.assert_allclose(surface.loss(p), loss(px, py), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(surface.gradient(p).T, gradient(px, py), rtol=1e-7, atol=1e-7)
    mesh = best(lambda: surface.mesh(200), times) / best(lambda: loss(*np.meshgrid(x, y)), times)
    slope = best(lambda: surface.gradient(p), times) / best(
        lambda: np.stack(gradient(px, py), axis=-1), times
    )
    return mesh, slope


def main(times: int) -> None:
    rows = {key: ratios(SURFACES[key], bare, times) for key, bare in BARE.items()}
    typed = formula_surface(TYPED, x=(-2, 2), y=(-1, 3))
    rows["rosenbrock, typed as a formula"] = ratios(typed, BARE["rosenbrock"], times)
    print("In units of the same expression in bare numpy\n")
    table(["surface", "mesh 200 x 200", "gradient of 10,000"], [[k, *r] for k, r in rows.items()])
    catalogue = [r for key, r in rows.items() if key in SURFACES]
    worst = [max(column) for column in zip(*catalogue, strict=True)]
    table(["what", "measured", "target"], [
        ["mesh, the slowest of the catalogue", worst[0], at_most(worst[0], 1.3, "times")],
        ["gradient, the slowest of the catalogue", worst[1], at_most(worst[1], 1.3, "times")],
    ])  # fmt: skip
    p = np.random.default_rng(1).random((10_000, 2))
    spent = {}
    for key, surface in SURFACES.items():
        low, high = np.transpose([surface.x, surface.y])
        place = low + p * (high - low)
        spent[key] = 1e3 * best(lambda s=surface, q=place: s.gradient(q), times)  # type: ignore
    print("Milliseconds for 10,000 gradients, the ten slowest rows\n")
    slowest = sorted(spent.items(), key=lambda item: -item[1])[:10]
    table(["surface", "ms"], [[key, ms] for key, ms in slowest])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
