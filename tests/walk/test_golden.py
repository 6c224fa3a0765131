"""Every rule that PyTorch has: its numbers to 1e-10 over 200 steps on four surfaces."""

import csv
from pathlib import Path

import numpy as np
import pytest

from app.walk.rules import RULES
from app.walk.simulate import simulate
from surfaces import SURFACES

FILES = sorted((Path(__file__).parent / "golden" / "rules").glob("*.csv"))  # by make_rules.py
OF_TORCH = (
    "gradient_descent momentum nesterov adagrad rmsprop adadelta adam adamw amsgrad nadam radam "
    "adamax rprop"
).split()


@pytest.mark.parametrize("key", OF_TORCH)
def test_the_defaults_of_every_rule_of_torch_are_compared(key: str) -> None:
    assert key in {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_walks_are_those_of_torch(path: Path) -> None:
    key, *words = path.stem.split()
    values = {name: float(value) for name, value in (word.split("=") for word in words)}
    with path.open() as lines:
        next(lines)
        titles, *rows = csv.reader(lines)
    table = np.array(rows, dtype=float)
    steps = table[:, 0].astype(int)
    for column in range(1, len(titles), 2):
        ground, _, rate = titles[column].split()
        surface, places = SURFACES[ground], table[:, column : column + 2]
        rates = [float(rate.removeprefix("rate="))]
        walk = simulate(
            surface.loss, surface.gradient, places[0], rates, steps[-1],
            rule=RULES[key], values=values,
        )  # fmt: skip
        np.testing.assert_allclose(walk.points[0, steps], places, rtol=0, atol=1e-10)
        assert np.hypot(*(places[-1] - places[0])) > 0.05
