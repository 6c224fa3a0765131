"""How fast are the rules? All numbers from one run: `python tests/benchmarks/rules.py`.

1,000 rates x 1,000 steps on Rosenbrock's valley, against the same array expressions written by
hand, with the same record of points, gradients and losses, and against a loop of `torch.optim`
over the rates, where torch can be imported: over a few of them, scaled up, since all would take
half an hour. A last table has every rule's time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from tables import at_least, at_most, table
from walk import STEPS, WALKERS, best

sys.path.insert(0, str(Path(__file__).parents[2]))  # runs from a plain checkout too

from app.walk import RULES, Walk, simulate
from surfaces import SURFACES
from surfaces.surface import Array

RATES = {
    "gradient_descent": np.geomspace(1e-5, 1e-3, WALKERS),
    "adam": np.geomspace(1e-3, 1.0, WALKERS),
}
GROUND = SURFACES["rosenbrock"]
OF_TORCH = 4  # walks of torch that are timed
Record = tuple[Array, Array, Array]


def ours(key: str) -> Walk:
    rates = RATES.get(key, RATES["gradient_descent"])
    return simulate(
        GROUND.loss, GROUND.gradient, GROUND.start, rates, STEPS,
        rule=RULES[key], hessian=GROUND.hessian,
    )  # fmt: skip


def gradient_at(p: Array, out: Array) -> None:
    x, y = p[:, 0], p[:, 1]
    slope = 200 * (y - x * x)
    out[:, 0] = 2 * (x - 1) - 2 * (x * slope)
    out[:, 1] = slope


def losses_at(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    off, across = 1 - x, y - x * x
    return np.asarray(off * off + 100 * (across * across))


def by_hand_gradient_descent() -> Record:
    rate = np.repeat(RATES["gradient_descent"][:, None], 2, axis=1)
    points = np.empty((STEPS + 1, WALKERS, 2))
    gradients = np.empty_like(points)
    points[0] = GROUND.start
    for k in range(STEPS):
        gradient_at(points[k], gradients[k])
        points[k + 1] = points[k] - rate * gradients[k]
    gradient_at(points[-1], gradients[-1])
    return points, gradients, losses_at(points)


def by_hand_adam() -> Record:
    rate = np.repeat(RATES["adam"][:, None], 2, axis=1)
    points = np.empty((STEPS + 1, WALKERS, 2))
    gradients = np.empty_like(points)
    points[0] = GROUND.start
    mean, square = np.zeros_like(points[0]), np.zeros_like(points[0])
    for k in range(STEPS):
        g = gradients[k]
        gradient_at(points[k], g)
        mean = 0.9 * mean + 0.1 * g
        square = 0.999 * square + 0.001 * (g * g)
        size = np.sqrt(square / (1 - 0.999 ** (k + 1))) + 1e-8
        points[k + 1] = points[k] - rate * (mean / (1 - 0.9 ** (k + 1))) / size
    gradient_at(points[-1], gradients[-1])
    return points, gradients, losses_at(points)


BY_HAND: dict[str, Callable[[], Record]] = {
    "gradient_descent": by_hand_gradient_descent,
    "adam": by_hand_adam,
}


def in_turn(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the fastest of several runs of each, in turn: both see the same disturbances."""
    pairs = [(best(one, 1), best(other, 1)) for _ in range(25)]
    first, second = np.min(pairs, axis=0)
    return float(first), float(second)


def against_hand(key: str) -> list[object]:
    """One row; the first steps must agree, before rates that are too large part ways."""
    walk, (points, gradients, losses) = ours(key), BY_HAND[key]()
    np.testing.assert_allclose(walk.points.swapaxes(0, 1)[:50], points[:50], rtol=1e-6, atol=1e-9)
    del walk, points, gradients, losses
    hand, framework = in_turn(BY_HAND[key], lambda: ours(key))
    ratio = framework / hand
    return [key, hand * 1e3, framework * 1e3, ratio, at_most(ratio, 1.5, "times")]


def torch_walks(key: str) -> Callable[[], None]:
    """OF_TORCH walks, of one rate after another."""
    import torch

    torch.set_num_threads(1)
    kinds: dict[str, Any] = {"gradient_descent": torch.optim.SGD, "adam": torch.optim.Adam}

    def walks() -> None:
        for rate in RATES[key][:: WALKERS // OF_TORCH]:
            weights = torch.tensor(GROUND.start, dtype=torch.float64, requires_grad=True)
            optimizer = kinds[key]([weights], lr=rate)
            for _ in range(STEPS):
                optimizer.zero_grad()
                x, y = weights
                loss = (1 - x) ** 2 + 100 * (y - x**2) ** 2
                loss.backward()
                optimizer.step()

    return walks


def against_torch(key: str) -> list[object]:
    slow = best(torch_walks(key), 3) * WALKERS / OF_TORCH
    fast = best(lambda: ours(key), 15)
    ratio = slow / fast
    return [key, slow, fast, ratio, at_least(ratio, 100)]


def main() -> None:
    """Print the tables."""
    print(f"{WALKERS:,} rates x {STEPS:,} steps on Rosenbrock, ms\n")
    heads = ["rule", "by hand", "simulate", "ratio", "target"]
    table(heads, [against_hand(key) for key in BY_HAND])
    if find_spec("torch"):
        print(f"The same with torch.optim, s, estimated from {OF_TORCH} of the rates\n")
        heads = ["rule", "torch", "simulate", "ratio", "target"]
        table(heads, [against_torch(key) for key in BY_HAND])
    print("Every rule, ms\n")
    table(["rule", "simulate"], [[key, best(partial(ours, key), 3) * 1e3] for key in RULES])


if __name__ == "__main__":
    main()
