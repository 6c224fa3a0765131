"""A graph of operations, run on arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from surfaces.formula.graph import Graph
from surfaces.formula.operations import OPERATIONS
from surfaces.surface import Array

_PAIRS = {"add": np.add, "mul": np.multiply}  # in a graph, sums and products are of two


class Program:
    """The steps that some outputs rest on, ready to run."""

    def __init__(self, graph: Graph, outputs: tuple[int, ...]) -> None:
        needed = graph.needed(outputs)
        place = {at: i for i, at in enumerate(needed)}
        steps = [graph.steps[at] for at in needed]
        self.outputs = [place[at] for at in outputs]
        self.ops = frozenset(s.op for s in steps)
        self._numbers = [s.value if s.op == "number" else None for s in steps]
        self._names = [(i, s.name) for i, s in enumerate(steps) if s.op == "name"]
        last = {place[a]: i for i, s in enumerate(steps) for a in s.args}
        self._calls = []
        for i, step in enumerate(steps):
            if step.args:
                args = tuple(place[a] for a in step.args)
                operation = _PAIRS.get(step.op) or OPERATIONS[step.op]
                done = [a for a in {*args} if last[a] == i and a not in self.outputs]
                own = [a for a in done if steps[a].args and isinstance(operation, np.ufunc)]
                self._calls.append((i, operation, args, done, own[:1]))

    def run(self, x: Array, y: Array, values: Mapping[str, float]) -> list[Any]:
        """Each output: an array like x and y, or a float where it depends on neither."""
        kept: list[Any] = self._numbers.copy()
        for at, name in self._names:
            kept[at] = x if name == "x" else y if name == "y" else values[name]
        for at, operation, args, done, own in self._calls:
            # Memory that is used again at once stays in the processor's cache.
            into = [kept[a] for a in own if isinstance(kept[a], np.ndarray)]
            kept[at] = operation(*[kept[a] for a in args], *into)
            for a in done:
                kept[a] = None
        return [kept[at] for at in self.outputs]
