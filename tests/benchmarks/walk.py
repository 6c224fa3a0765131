"""How fast is the walk? All numbers from one run: `python tests/benchmarks/walk.py`.

Three questions: how much faster than a plain Python loop of floats is the vectorised walk of
1,000 walkers x 1,000 steps; what does `simulate` add to the gradient's own cost for three
walkers; how long do the outcomes and the presets take.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from tables import at_least, table

sys.path.insert(0, str(Path(__file__).parents[2]))  # runs from a plain checkout too

from app.walk import Walk, outcomes, presets, simulate
from app.walk.course import Course
from surfaces import SURFACES, Surface

WALKERS, STEPS = 1000, 1000
REPEATS = 7
TARGET = 30

Plain = Callable[[float, float], float]
PlainGradient = Callable[[float, float], tuple[float, float]]


def rosenbrock(x: float, y: float) -> float:
    b = y - x * x
    return (1 - x) ** 2 + 100 * b * b


def rosenbrock_gradient(x: float, y: float) -> tuple[float, float]:
    b = 200 * (y - x * x)
    return 2 * (x - 1) - 2 * x * b, b


def himmelblau(x: float, y: float) -> float:
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b


def himmelblau_gradient(x: float, y: float) -> tuple[float, float]:
    a, b = 2 * (x * x + y - 11), 2 * (x + y * y - 7)
    return 2 * x * a + b, a + 2 * y * b


def round_bowl(x: float, y: float) -> float:
    return (x * x + y * y) / 2


def round_bowl_gradient(x: float, y: float) -> tuple[float, float]:
    return x, y


PLAIN = {  # key: its functions in plain floats, largest rate that stays finite from its start
    "rosenbrock": (rosenbrock, rosenbrock_gradient, 1e-3),
    "himmelblau": (himmelblau, himmelblau_gradient, 2e-2),
    "round-bowl": (round_bowl, round_bowl_gradient, 1.0),
}


def plain_walk(
    loss: Plain, gradient: PlainGradient, start: tuple[float, float], rates: list[float]
) -> tuple[list[Any], list[Any], list[Any]]:
    """What `simulate` does, one float at a time, with the same record: points, losses, gradients.

    It is favoured: lists are left as lists, no rule is called, nobody looks out for infinity.
    """
    points, losses, gradients = [], [], []
    for rate in rates:
        x, y = start
        places, heights, slopes = [], [], []
        for _ in range(STEPS + 1):
            slope = gradient(x, y)
            places.append((x, y))
            heights.append(loss(x, y))
            slopes.append(slope)
            x -= rate * slope[0]
            y -= rate * slope[1]
        points.append(places)
        losses.append(heights)
        gradients.append(slopes)
    return points, losses, gradients


def best(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """Seconds of the fastest of several runs: the one that others disturbed least."""
    times = []
    for _ in range(repeats):
        begin = perf_counter()
        action()
        times.append(perf_counter() - begin)
    return min(times)


def against_plain(surface: Surface) -> list[object]:
    """One row: the vectorised walk against the plain loop, whose whole record must agree."""
    loss, gradient, largest = PLAIN[surface.key]
    rates = np.geomspace(largest / 100, largest, WALKERS)

    def ours() -> Walk:
        return simulate(surface.loss, surface.gradient, surface.start, rates, STEPS)

    def plain() -> tuple[list[Any], list[Any], list[Any]]:
        return plain_walk(loss, gradient, surface.start, rates.tolist())

    walk, records = ours(), plain()
    for array, record in zip((walk.points, walk.losses, walk.gradients), records, strict=True):
        np.testing.assert_allclose(array, np.array(record), rtol=1e-6, atol=1e-9)
    del walk, records, array, record
    slow, fast = best(plain, 3), best(ours, 15)
    ratio = slow / fast
    return [surface.key, slow * 1e3, fast * 1e3, ratio, at_least(ratio, TARGET)]


def page_sized(surface: Surface) -> list[object]:
    """One row: what the page asks for, in milliseconds."""
    uphill = surface.direction == "up"
    low, high = np.transpose([surface.x, surface.y])
    rates = np.array(presets(Course(surface=surface, steps=100, uphill=uphill), surface.start)[:3])
    at = np.tile(surface.start, (3, 1))

    def walk() -> object:
        return simulate(surface.loss, surface.gradient, surface.start, rates, 200, uphill=uphill)

    def gradients() -> None:
        with np.errstate(all="ignore"):
            for _ in range(201):
                surface.gradient(at)

    nine = simulate(
        surface.loss, surface.gradient, surface.start, np.repeat(rates, 3), 200, uphill=uphill
    )
    times = (
        best(walk),
        best(gradients),
        best(lambda: outcomes(nine, surface.gradient, low, high, uphill=uphill)),
        best(lambda: presets(Course(surface=surface, steps=100, uphill=uphill), surface.start), 3),
    )
    return [surface.key, *(time * 1e3 for time in times)]


def main() -> None:
    """Print both tables."""
    print(f"{WALKERS:,} walkers x {STEPS:,} steps, ms\n")
    rows = [against_plain(SURFACES[key]) for key in PLAIN]
    table(["surface", "plain loop", "vectorised", "ratio", "target"], rows)
    print("ms; walk and gradient: 3 x 200, outcomes: 9 x 200, presets: 100 steps\n")
    heads = ["surface", "walk", "gradient", "outcomes", "presets"]
    table(heads, [page_sized(surface) for surface in SURFACES.values()])


if __name__ == "__main__":
    main()
