"""Derivatives of a graph, step by step by the chain rule: the way to the Hessian.

Differentiated as a whole, a product of n factors has n**2 terms of n factors for a second
derivative. Step by step, what is shared stays shared, and the cost grows with the steps alone.
SymPy differentiates each kind of step.
"""

from __future__ import annotations

import math
from functools import lru_cache

import sympy
from sympy import Expr

from surfaces.formula.algebra import OPERATIONS, number, to_graph
from surfaces.formula.graph import Graph, Step
from surfaces.formula.limits import Clock

_BEST = {"min": "min_slope", "max": "max_slope"}


def differentiate(graph: Graph, outputs: tuple[int, ...], name: str, clock: Clock) -> list[int]:
    """The steps of the derivative of each output by the name."""
    zero, one = graph.number(0.0), graph.number(1.0)
    slope: dict[int, int] = {}
    for at in graph.needed(outputs):
        clock.check()
        step = graph.steps[at]
        parts = [slope[a] for a in step.args]
        if lost := [a for a in (at, *step.args) if math.isnan(graph.value(a) or 0.0)]:
            slope[at] = lost[0]  # what has no value has no slope either
        elif all(p == zero for p in parts):
            slope[at] = one if step.name == name else zero
        elif step.op in _BEST or step.op in _BEST.values():
            slope[at] = _of_best(graph, step, parts)
        else:
            terms = [
                _times(graph, _inner(graph, step, i), part)
                for i, part in enumerate(parts)
                if part != zero
            ]
            slope[at] = graph.add((False, t) for t in terms if t != zero)
    return [slope[at] for at in outputs]


def _of_best(graph: Graph, step: Step, parts: list[int]) -> int:
    """The slope of whichever value is best; a slope of slopes goes by the same values."""
    if step.op in _BEST:
        return graph.call(_BEST[step.op], *step.args, *parts)
    half = len(parts) // 2
    return graph.call(step.op, *step.args[:half], *parts[half:])


def _times(graph: Graph, outer: int, inner: int) -> int:
    """A product of the chain rule. A 0 of either is a rule, not a value, and stays 0."""
    for factor, other in ((outer, inner), (inner, outer)):
        if graph.value(factor) == 0:
            return factor
        if graph.value(factor) == 1:
            return other
    return graph.call("mul", outer, inner)


def _inner(graph: Graph, step: Step, i: int) -> int:
    """The derivative of one step by its i-th part."""
    numbers = tuple(graph.value(a) for a in step.args)
    expression, symbols = _table(step.op, numbers, i)
    return to_graph(expression, graph, dict(zip(symbols, step.args, strict=True)))


@lru_cache(maxsize=512)
def _table(op: str, numbers: tuple[float | None, ...], i: int) -> tuple[Expr, tuple[Expr, ...]]:
    symbols = tuple(sympy.Dummy() for _ in numbers)
    parts = [s if n is None else number(n) for s, n in zip(symbols, numbers, strict=True)]
    return OPERATIONS[op](*parts).diff(symbols[i]), symbols
