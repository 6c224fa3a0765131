"""A formula, read once: its programs, its names, and how it is typeset."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from surfaces.formula.errors import FormulaError
from surfaces.formula.graph import Graph
from surfaces.formula.limits import READING, Clock, parameters
from surfaces.formula.operations import PARTIAL
from surfaces.formula.parse import parse
from surfaces.formula.program import Program
from surfaces.formula.tree import Node
from surfaces.words import N_, later
from surfaces.words import gettext as _

_KINKS = {  # operation: where it bends, and what the gradient is there
    "abs": N_("At a corner of abs"),
    "sign": N_("At a jump of sign"),
    "min": N_("Where values of min are equal"),
    "max": N_("Where values of max are equal"),
}


@dataclass(frozen=True, eq=False)
class Formula:
    """What a text means. The programs take x, y and the values of `names`."""

    text: str
    names: tuple[str, ...]  # parameters, in the order in which they were typed
    latex: str
    partials: tuple[str, str]  # LaTeX of the derivatives by x and by y
    kink: str  # as Surface has it
    loss: Program  # -> height
    gradient: Program  # -> slopes along x and y; then the height, where it may have holes
    hessian: Program  # -> the second derivatives xx, xy, yy; then the height, the same


def read_formula(text: str) -> Formula:
    """The formula of a text; FormulaError, a sentence, for a text that is none."""
    if not isinstance(text, str):  # links hold anything
        raise FormulaError(_("it must be text"), hint=_("Try x^2 + y^2."))
    return _read(text)


@lru_cache(maxsize=64)
def _read(text: str) -> Formula:
    tree = parse(text)
    # SymPy takes a moment to load: only who types a formula waits, and not on the clock.
    from surfaces.formula.algebra import to_graph, to_sympy
    from surfaces.formula.slopes import differentiate
    from surfaces.formula.typeset import typeset, typeset_slope

    clock, graph = Clock(READING), Graph()
    expression = to_sympy(tree, clock)
    partials = []
    for name in ("x", "y"):
        partials.append(expression.diff(name))
        clock.check()
    height = graph.tree(tree)  # as typed: where that has no value, there is a hole
    gx, gy = (to_graph(p, graph, {}) for p in partials)
    clock.check()
    xx, xy = differentiate(graph, (gx, gy), "x", clock)
    (yy,) = differentiate(graph, (gy,), "y", clock)
    return Formula(
        text=text,
        names=tuple(parameters(tree)),
        latex=typeset(tree),
        partials=(typeset_slope(partials[0]), typeset_slope(partials[1])),
        kink=_kink(tree),
        loss=Program(graph, (height,)),
        gradient=_slopes(graph, (gx, gy), height),
        hessian=_slopes(graph, (xx, xy, yy), height),
    )


def _slopes(graph: Graph, slopes: tuple[int, ...], height: int) -> Program:
    """A program of derivatives, and of the height where one of the two may have no value."""
    whole = Program(graph, (*slopes, height))
    return Program(graph, slopes) if PARTIAL.isdisjoint(whole.ops) else whole


def _kink(tree: Node) -> str:
    """What the gradient is where there is none; "" when there are no such places."""
    moving = {n.op for n in tree.nodes() if any(m.name in ("x", "y") for m in n.nodes())}
    where = [words for op, words in _KINKS.items() if op in moving]
    return later(lambda: _told(where)) if where else ""


def _told(kinks: list[str]) -> str:
    first, *others = (_(kink) for kink in kinks)
    places = _(" and ").join([first, *(other[0].lower() + other[1:] for other in others)])
    return _("{places}, the gradient is the mean of the slopes on all sides.", places=places)
