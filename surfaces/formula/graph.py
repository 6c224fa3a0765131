"""Operations in the order they are done, each only once however often it is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from surfaces.formula.names import CONSTANTS
from surfaces.formula.operations import OPERATIONS
from surfaces.formula.tree import Node

_MOST_PRODUCTS = 16  # powers up to here are products: np.power takes ten times as long


@dataclass(frozen=True)
class Step:
    """`args` are numbers of earlier steps; "number" and "name" have none."""

    op: str
    args: tuple[int, ...] = ()
    value: float = 0.0
    name: str = ""


class Graph:
    """Steps without a twin: asking for the same operation again gives the same number."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._known: dict[Any, int] = {}

    def _step(self, step: Step) -> int:
        key = (step.op, step.args, repr(step.value), step.name)  # nan is not nan, -0.0 is 0.0
        if key not in self._known:
            self._known[key] = len(self.steps)
            self.steps.append(step)
        return self._known[key]

    def number(self, value: float) -> int:
        return self._step(Step("number", value=value))

    def name(self, name: str) -> int:
        return self._step(Step("name", name=name))

    def value(self, at: int) -> float | None:
        """The value of a step that is a number, else None."""
        step = self.steps[at]
        return step.value if step.op == "number" else None

    def call(self, op: str, *args: int) -> int:
        """An operation; one of numbers alone is done at once."""
        values = [self.value(a) for a in args]
        known = [np.float64(v) for v in values if v is not None]
        if len(known) == len(args):
            with np.errstate(all="ignore"):
                return self.number(float(OPERATIONS[op](*known)))
        if op == "power" and (exponent := values[1]) is not None:
            return self._power(args[0], exponent)
        return self._step(Step(op, args))

    def _power(self, base: int, exponent: float) -> int:
        """A constant power by cheaper means, where there are."""
        size = abs(exponent)
        if size == 0.5:
            root = self.call("sqrt", base)
        elif size.is_integer() and 1 <= size <= _MOST_PRODUCTS:
            root = self._product(base, int(size))
        else:
            return self._step(Step("power", (base, self.number(exponent))))
        return root if exponent > 0 else self.call("div", self.number(1.0), root)

    def _product(self, base: int, times: int) -> int:
        if times == 1:
            return base
        half = self.call("square", self._product(base, times // 2))
        return self.call("mul", base, half) if times % 2 else half

    def add(self, terms: Iterable[tuple[bool, int]]) -> int:
        """A sum from left to right of (is it taken away, step)."""
        total: int | None = None
        for minus, term in terms:
            if total is None:
                total = self.call("neg", term) if minus else term
            else:
                total = self.call("sub" if minus else "add", total, term)
        return self.number(0.0) if total is None else total

    def multiply(self, factors: Iterable[tuple[bool, int]]) -> int:
        """A product from left to right of (does it divide, step)."""
        total: int | None = None
        for below, factor in factors:
            if total is None:
                total = self.call("div", self.number(1.0), factor) if below else factor
            else:
                total = self.call("div" if below else "mul", total, factor)
        return self.number(1.0) if total is None else total

    def tree(self, node: Node) -> int:
        """The steps of a typed tree, in the order in which it was typed."""
        if node.op == "number":
            return self.number(node.value)
        if node.op == "name":
            constant = CONSTANTS.get(node.name)
            return self.name(node.name) if constant is None else self.number(constant)
        if node.op in ("add", "mul"):
            turned = "neg" if node.op == "add" else "inv"
            parts = [
                (n.op == turned, self.tree(n.args[0] if n.op == turned else n)) for n in node.args
            ]
            return self.add(parts) if node.op == "add" else self.multiply(parts)
        return self.call(node.op, *(self.tree(a) for a in node.args))

    def needed(self, outputs: Iterable[int]) -> list[int]:
        """All steps that outputs rest on, in the order they are done."""
        found: set[int] = set()
        waiting = list(outputs)
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting.extend(self.steps[at].args)
        return sorted(found)
