"""What does a surface cost beside the same expression in bare numpy?

`python tests/benchmarks/ground.py [times]`.

Heights on a mesh of 200 x 200, its axes included, and gradients at 10,000 points; the best of
several runs each, as a ratio in one run. For six rows and a typed formula the bare expressions
stand below, as one would type them in a notebook. For every other row, the bare expression of the
mesh is the row's own loss, called once on all points of np.meshgrid: what `Surface.mesh` adds or
saves. Its gradient has no other expression than the row's own: the table at the end gives its time.

At first a large array comes and goes: from then on the C library keeps memory for the next array
instead of returning it, on both sides alike. Without that the bare side is up to three times as
slow, and the mesh wins; how slow depends on what ran before.
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


def axes(surface: Surface) -> tuple[Any, Any]:
    return np.linspace(*surface.x, 200), np.linspace(*surface.y, 200)


def mesh_ratio(surface: Surface, bare: Callable[..., Any], times: int) -> float:
    """How long a mesh of heights takes, in units of the bare expression of x and y."""
    whole = best(lambda: bare(*np.meshgrid(*axes(surface))), times)
    return best(lambda: surface.mesh(200), times) / whole


def places(surface: Surface) -> Any:
    low, high = np.transpose([surface.x, surface.y])
    return np.random.default_rng(1).uniform(low, high, size=(10_000, 2))


def ratios(surface: Surface, bare: Bare, times: int) -> tuple[float, float]:
    """How long heights and gradients take, in units of the bare expressions."""
    p = places(surface)
    px, py = np.ascontiguousarray(p.T)
    loss, gradient = bare
    np.testing.assert_allclose(surface.loss(p), loss(px, py), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(surface.gradient(p).T, gradient(px, py), rtol=1e-7, atol=1e-7)
    slope = best(lambda: surface.gradient(p), times) / best(
        lambda: np.stack(gradient(px, py), axis=-1), times
    )
    return mesh_ratio(surface, loss, times), slope


def own(surface: Surface, times: int) -> tuple[float, float]:
    """The mesh in units of the row's own loss on all points at once; milliseconds of gradients."""
    p = places(surface)
    with np.errstate(all="ignore"):
        mesh = mesh_ratio(surface, lambda x, y: surface.loss(np.stack([x, y], axis=-1)), times)
        return mesh, 1e3 * best(lambda: surface.gradient(p), times)


def main(times: int) -> None:
    np.empty(2**21)  # 16 MB, given back at once
    rows = {key: ratios(SURFACES[key], bare, times) for key, bare in BARE.items()}
    typed = formula_surface(TYPED, x=(-2, 2), y=(-1, 3))
    rows["rosenbrock, typed as a formula"] = ratios(typed, BARE["rosenbrock"], times)
    print("In units of the same expression in bare numpy\n")
    table(["surface", "mesh 200 x 200", "gradient of 10,000"], [[k, *r] for k, r in rows.items()])
    every = {key: own(surface, times) for key, surface in SURFACES.items()}
    print("Every row: the mesh in units of its own loss on np.meshgrid, and milliseconds\n")
    by_mesh = sorted(every.items(), key=lambda item: -item[1][0])
    table(["surface", "mesh 200 x 200", "ms for 10,000 gradients"], [[k, *r] for k, r in by_mesh])
    meshes, slopes = (max(column) for column in zip(*rows.values(), strict=True))
    table(["what", "measured", "target"], [
        ["mesh, the slowest beside bare numpy", meshes, at_most(meshes, 1.3, "times")],
        ["gradient, the slowest beside bare numpy", slopes, at_most(slopes, 1.3, "times")],
        ["mesh, the slowest of all rows beside its own loss", by_mesh[0][1][0],
         at_most(by_mesh[0][1][0], 1.3, "times")],
    ])  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
