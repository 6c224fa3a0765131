"""Walks of PyTorch's optimizers -> rules/*.csv, which the tests compare with.

The losses are written here once more, and torch differentiates them: nothing comes from the app.
Run it by hand with a Python that has torch: python tests/walk/golden/make_rules.py
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import pi
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, optim

STEPS = 200
KEPT = (*range(11), *range(15, STEPS + 1, 5))


def himmelblau(x: Tensor, y: Tensor) -> Tensor:
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def rosenbrock(x: Tensor, y: Tensor) -> Tensor:
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def beale(x: Tensor, y: Tensor) -> Tensor:
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def rastrigin(x: Tensor, y: Tensor) -> Tensor:
    return 20 + x**2 - 10 * torch.cos(2 * pi * x) + y**2 - 10 * torch.cos(2 * pi * y)


Loss = Callable[[Tensor, Tensor], Tensor]
LOSSES: dict[str, tuple[Loss, tuple[float, float]]] = {  # and where walks start
    "himmelblau": (himmelblau, (0.2, 4.4)),
    "rosenbrock": (rosenbrock, (-1.2, 1.0)),
    "beale": (beale, (1.0, 1.4)),
    "rastrigin": (rastrigin, (3.3, -2.4)),
}

# Rates for each loss, in the order of LOSSES: small enough that a walk does not multiply the
# last digit of its numbers, which torch rounds in another order.
PLAIN = (0.005, 0.001, 0.01, 0.002)
ROLLING = (0.002, 0.0003, 0.003, 0.0005)
OWN_PACE = (0.1, 0.03, 0.05, 0.02)
SLOW = (0.02, 0.01, 0.02, 0.01)
SLOWER = (0.01, 0.003, 0.01, 0.003)


@dataclass(frozen=True)
class Case:
    """One optimizer in torch's words and in the app's."""

    rule: str
    optimizer: Callable[..., optim.Optimizer]
    rates: tuple[float, ...] = OWN_PACE
    torch: dict[str, Any] = field(default_factory=dict)
    app: dict[str, float] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """From which the test knows the rule: 'rmsprop alpha=0.9 centred=1.0'."""
        return " ".join([self.rule, *(f"{key}={value!r}" for key, value in self.app.items())])


BETAS = ({"betas": (0.8, 0.95), "eps": 1e-3}, {"beta1": 0.8, "beta2": 0.95, "eps": 1e-3})
LONG = ({"rho": 0.95, "eps": 1e-4},) * 2
CENTRED = (
    {"alpha": 0.98, "eps": 1e-2, "centered": True, "momentum": 0.5},
    {"alpha": 0.98, "eps": 1e-2, "centred": 1.0, "momentum": 0.5},
)
CASES = (
    Case("gradient_descent", optim.SGD, PLAIN),
    Case("momentum", optim.SGD, ROLLING, {"momentum": 0.9}),  # torch's own default is 0
    Case("momentum", optim.SGD, ROLLING, {"momentum": 0.7}, {"beta": 0.7}),
    Case("nesterov", optim.SGD, ROLLING, {"momentum": 0.9, "nesterov": True}),
    Case("nesterov", optim.SGD, ROLLING, {"momentum": 0.7, "nesterov": True}, {"beta": 0.7}),
    Case("adagrad", optim.Adagrad, (1.0, 0.3, 0.3, 0.2)),
    Case("rmsprop", optim.RMSprop),
    Case("rmsprop", optim.RMSprop, OWN_PACE, {"centered": True}, {"centred": 1.0}),
    Case("rmsprop", optim.RMSprop, SLOW, {"momentum": 0.9}, {"momentum": 0.9}),
    Case("rmsprop", optim.RMSprop, SLOW, *CENTRED),
    Case("adadelta", optim.Adadelta, (1.0, 1.0, 3.0, 1.0)),
    Case("adadelta", optim.Adadelta, (1.0, 0.1, 1.0, 1.0), *LONG),
    Case("adam", optim.Adam),
    Case("adam", optim.Adam, SLOW, *BETAS),
    Case("adamw", optim.AdamW),
    Case("adamw", optim.AdamW, OWN_PACE, {"weight_decay": 0.3}, {"weight_decay": 0.3}),
    Case("amsgrad", optim.Adam, OWN_PACE, {"amsgrad": True}),
    Case("amsgrad", optim.Adam, OWN_PACE, BETAS[0] | {"amsgrad": True}, BETAS[1]),
    Case("nadam", optim.NAdam),
    Case("nadam", optim.NAdam, OWN_PACE, {"momentum_decay": 0.1}, {"momentum_decay": 0.1}),
    Case("radam", optim.RAdam, (0.005, 0.001, 0.005, 0.001)),
    Case("radam", optim.RAdam, (0.01, 0.001, 0.005, 0.001), *BETAS),
    Case("adamax", optim.Adamax),
    Case("adamax", optim.Adamax, SLOWER, *BETAS),
    Case("rprop", optim.Rprop),
    Case("rprop", optim.Rprop, OWN_PACE, {"etas": (0.3, 1.4), "step_sizes": (1e-3, 0.5)},
         {"shrink": 0.3, "grow": 1.4, "smallest": 1e-3, "largest": 0.5}),
)  # fmt: skip


def walk(case: Case, loss: Loss, start: tuple[float, float], rate: float) -> Iterator[list[float]]:
    """Where torch stands before each step and after the last."""
    weights = torch.tensor(start, requires_grad=True)
    optimizer = case.optimizer([weights], lr=rate, **case.torch)
    for _ in range(STEPS):
        yield weights.tolist()
        optimizer.zero_grad()
        loss(weights[0], weights[1]).backward()
        optimizer.step()
    yield weights.tolist()


def main() -> None:
    """Write a file for each case, named by its title, in the folder rules beside this one."""
    torch.set_default_dtype(torch.float64)  # of the weights, and of what optimizers keep
    for case in CASES:
        words = ", ".join(f"{key}={value!r}" for key, value in case.torch.items())
        out = io.StringIO()
        out.write(f"# torch {torch.__version__}, {case.optimizer.__name__}({words}), float64\n")
        table = csv.writer(out, lineterminator="\n")
        pairs = list(zip(LOSSES.items(), case.rates, strict=True))
        heads = [f"{key} {axis} rate={rate!r}" for (key, _), rate in pairs for axis in "xy"]
        table.writerow(["step", *heads])
        walks = [list(walk(case, *ground, rate)) for (_, ground), rate in pairs]
        table.writerows([k, *chain.from_iterable(walk[k] for walk in walks)] for k in KEPT)
        folder = Path(__file__).with_name("rules")
        folder.mkdir(exist_ok=True)
        (folder / f"{case.title}.csv").write_text(out.getvalue())


if __name__ == "__main__":
    main()
