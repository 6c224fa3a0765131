"""A graph of operations, run on arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surfaces.formula.graph import Graph
from surfaces.formula.operations import OPERATIONS
from surfaces.surface import Array


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
                # Memory that is used again at once stays in the processor's cache.
                done = [a for a in {*args} if last[a] == i and a not in self.outputs]
                self._calls.append((i, OPERATIONS[step.op], args, done))

    def run(self, x: Array, y: Array, values: Mapping[str, float]) -> list[Any]:
        """Each output: an array like x and y, or a float where it depends on neither."""
        kept: list[Any] = self._numbers.copy()
        for at, name in self._names:
            kept[at] = x if name == "x" else y if name == "y" else values[name]
        for at, operation, args, done in self._calls:
            kept[at] = operation(*[kept[a] for a in args])
            for a in done:
                kept[a] = None
        return [kept[at] for at in self.outputs]
