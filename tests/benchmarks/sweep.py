"""How fast are sweeps and basins? All numbers from one run: `python tests/benchmarks/sweep.py`.

Three questions: how long do 400 rates take, how long 256 x 256 starts; and how often would the
same gradients fit into that time, evaluated by bare numpy in blocks of the best size, with nothing
else around them: no step, no loss, no ending. Seconds of the processor are given beside those of
the clock, since other programs stretch the latter.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from tables import at_most, table

sys.path.insert(0, str(Path(__file__).parents[2]))  # runs from a plain checkout too

from app.walk.basins import CELLS, basins, parts
from app.walk.course import Course
from app.walk.rules import RULES
from app.walk.sweep import RATES, six_decades, sweep
from surfaces import SURFACES, Surface
from surfaces.surface import BLOCK

SWEEP_STEPS, BASIN_STEPS = 400, 300
SWEEP_TARGET, BASIN_TARGET = 0.15, 4.0  # seconds
BASINS = (("rosenbrock", "gradient_descent", 1e-3), ("himmelblau", "gradient_descent", 1e-2),
          ("himmelblau", "adam", 0.1), ("rastrigin", "gradient_descent", 1e-3))  # fmt: skip
HEADS = ["surface", "rule", "clock, s", "processor, s", "bare gradients, s", "ratio", "target"]


def best(action: Callable[[], object], repeats: int) -> tuple[float, float]:
    """Seconds of the clock and of the processor, of the fastest of several runs."""
    times = []
    for _ in range(repeats):
        clock, processor = perf_counter(), process_time()
        action()
        times.append((perf_counter() - clock, process_time() - processor))
    return min(times)


def bare(surface: Surface, walkers: int, steps: int) -> Callable[[], None]:
    """As many gradients as so many walkers need, BLOCK at a time, always at the same places."""
    blocks = np.array_split(np.zeros((walkers, 2)) + surface.start, -(-walkers // BLOCK))

    def evaluate() -> None:
        for block in blocks:
            for _ in range(steps + 1):
                surface.gradient(block)

    return evaluate


def row(course: Course, action: Callable[[], object], walkers: int, target: float) -> list[object]:
    clock, processor = best(action, 3)
    gradients, _ = best(bare(course.surface, walkers, course.steps), 3)
    key, rule = course.surface.key, course.rule.key
    verdict = at_most(clock, target, "s")
    return [key, rule, clock, processor, gradients, clock / gradients, verdict]


def swept(surface: Surface, rule: str) -> list[object]:
    course = Course(surface=surface, steps=SWEEP_STEPS, rule=RULES[rule])

    def action() -> object:
        return sweep(course, surface.start, six_decades(course, surface.start))

    return row(course, action, RATES, SWEEP_TARGET)


def painted(key: str, rule: str, rate: float) -> list[object]:
    course = Course(surface=SURFACES[key], steps=BASIN_STEPS, rule=RULES[rule])
    return row(course, lambda: list(parts(course, basins(course, rate))), CELLS**2, BASIN_TARGET)


def main() -> None:
    """Print both tables."""
    print(f"Sweeps: {RATES} rates x {SWEEP_STEPS} steps\n")
    rules = [swept(SURFACES["himmelblau"], key) for key in RULES]
    table(HEADS, [swept(SURFACES["rosenbrock"], "gradient_descent"), *rules])
    print(f"Basins: {CELLS} x {CELLS} starts x {BASIN_STEPS} steps\n")
    table(HEADS, [painted(*one) for one in BASINS])


if __name__ == "__main__":
    main()
