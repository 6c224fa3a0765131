"""A formula as it was typed: a tree of operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """One operation, name or number.

    `op` is "number", "name", "add", "mul", "neg", "inv" (one over), "power" or a function's. A
    difference is a sum with "neg", a quotient a product with "inv".
    """

    op: str
    args: tuple[Node, ...] = ()
    value: float = 0.0  # of a number
    name: str = ""  # of a name, which may be a coordinate, a constant or a parameter
    column: int = 1

    def nodes(self) -> Iterator[Node]:
        """This node and all below it, from left to right."""
        yield self
        for arg in self.args:
            yield from arg.nodes()
