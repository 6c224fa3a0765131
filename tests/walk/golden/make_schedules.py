"""Learning rates of PyTorch's schedulers -> schedules.csv, which the tests compare with.

Run it by hand with a Python that has torch: python tests/walk/golden/make_schedules.py
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import torch
from torch.optim import Optimizer
from torch.optim import lr_scheduler as of_torch

RATE, STEPS = 0.3, 90

Scheduler = of_torch.LRScheduler
Make = Callable[..., Scheduler]


def cosine(o: Optimizer, n: int, over: int, end: float = 0.0) -> Scheduler:
    return of_torch.CosineAnnealingLR(o, over or n, end * RATE)


def linear(o: Optimizer, n: int, over: int, end: float = 0.0) -> Scheduler:
    return of_torch.LinearLR(o, 1.0, end, over or n)


def restarts(o: Optimizer, n: int, period: int, growth: int, end: float = 0.0) -> Scheduler:
    return of_torch.CosineAnnealingWarmRestarts(o, period, growth, end * RATE)


def one_cycle(o: Optimizer, n: int, rise: float, begin: float, end: float) -> Scheduler:
    return of_torch.OneCycleLR(
        o, RATE, n, pct_start=rise, div_factor=1 / begin, final_div_factor=begin / end,
        cycle_momentum=False,
    )  # fmt: skip


def triangular(o: Optimizer, n: int, half: int, base: float) -> Scheduler:
    return of_torch.CyclicLR(o, base * RATE, RATE, half, cycle_momentum=False)


TORCH: dict[str, Make] = {
    "constant": lambda o, n: of_torch.ConstantLR(o, 1.0),
    "step": lambda o, n, every, gamma: of_torch.StepLR(o, every, gamma),
    "multi_step": lambda o, n, first, second, gamma: of_torch.MultiStepLR(
        o, [first, second], gamma
    ),
    "exponential": lambda o, n, gamma: of_torch.ExponentialLR(o, gamma),
    "linear": linear,
    "polynomial": lambda o, n, over, power: of_torch.PolynomialLR(o, over or n, power),
    "cosine": cosine,
    "warm_restarts": restarts,
    "one_cycle": one_cycle,
    "triangular": triangular,
}

# (key of the schedule, its parameters as the app names them)
CASES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("constant", {}),
    ("step", {"every": 20, "gamma": 0.5}),
    ("step", {"every": 1, "gamma": 0.9}),
    ("multi_step", {"first": 30, "second": 71, "gamma": 0.1}),
    ("multi_step", {"first": 60, "second": 25, "gamma": 0.3}),
    ("multi_step", {"first": 40, "second": 40, "gamma": 0.5}),
    ("exponential", {"gamma": 0.995}),
    ("exponential", {"gamma": 0.8}),
    ("linear", {"over": 0}),
    ("linear", {"over": 50, "end": 0.2}),
    ("polynomial", {"over": 0, "power": 2.0}),
    ("polynomial", {"over": 60, "power": 0.9}),
    ("cosine", {"over": 0}),
    ("cosine", {"over": 0, "end": 0.1}),
    ("warm_restarts", {"period": 13, "growth": 2}),
    ("warm_restarts", {"period": 20, "growth": 1, "end": 0.1}),
    ("warm_restarts", {"period": 3, "growth": 3}),
    ("one_cycle", {"rise": 0.3, "begin": 0.04, "end": 4e-6}),
    ("one_cycle", {"rise": 0.555, "begin": 0.1, "end": 0.01}),
    ("one_cycle", {"rise": 0.05, "begin": 0.1, "end": 0.01}),
    ("triangular", {"half": 11, "base": 0.25}),
    ("triangular", {"half": 1, "base": 0.0}),
    ("constant", {"warmup": 8}),
    ("step", {"every": 20, "gamma": 0.5, "warmup": 15}),
    ("multi_step", {"first": 30, "second": 60, "gamma": 0.1, "warmup": 10}),
    ("exponential", {"gamma": 0.97, "warmup": 5}),
    ("linear", {"over": 0, "warmup": 10}),
    ("polynomial", {"over": 0, "power": 2.0, "warmup": 1}),
    ("cosine", {"over": 0, "end": 0.05, "warmup": 20}),
    ("warm_restarts", {"period": 10, "growth": 2, "warmup": 10}),
)


def rates(key: str, values: dict[str, Any]) -> list[float]:
    """The learning rate of each of STEPS steps."""
    own = {name: value for name, value in values.items() if name != "warmup"}
    warmup = values.get("warmup", 0)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=RATE)
    scheduler = TORCH[key](optimizer, STEPS - warmup, **own)
    if warmup:
        rise = of_torch.LinearLR(optimizer, 1 / (warmup + 1), 1.0, warmup)
        scheduler = of_torch.SequentialLR(optimizer, [rise, scheduler], [warmup])
    return list(walked(optimizer, scheduler))


def walked(optimizer: Optimizer, scheduler: Scheduler) -> Iterable[float]:
    """The rate of each step, the first before the scheduler moves."""
    for _ in range(STEPS):
        yield float(optimizer.param_groups[0]["lr"])
        optimizer.step()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # SequentialLR calls what torch has deprecated
            scheduler.step()


def title(key: str, values: dict[str, Any]) -> str:
    """A column's name, from which the test knows the schedule: 'step every=20 gamma=0.5'."""
    return " ".join([key, *(f"{name}={value!r}" for name, value in values.items())])


def main() -> None:
    """Write schedules.csv beside this file."""
    out = io.StringIO()
    out.write(f"# torch {torch.__version__}, rate {RATE!r}, by make_schedules.py\n")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(title(*case) for case in CASES)
    table.writerows(zip(*(rates(*case) for case in CASES), strict=True))
    Path(__file__).with_name("schedules.csv").write_text(out.getvalue())


if __name__ == "__main__":
    main()
