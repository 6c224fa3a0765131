"""What a formula may cost: nodes, names, exponents, and two seconds of thinking in all."""

from __future__ import annotations

from time import thread_time

import numpy as np

from surfaces.formula.errors import FormulaError
from surfaces.formula.names import CONSTANTS, COORDINATES, FUNCTIONS
from surfaces.formula.operations import OPERATIONS
from surfaces.formula.tree import Node
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

MOST_NODES = 200
MOST_NAMES = 8
LARGEST_EXPONENT = 64.0
READING = 1.5  # seconds for its derivatives
LOOKING = 0.5  # seconds for its lowest places


class Clock:
    """Seconds of this thread's own work: a busy machine does not shorten them."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end = thread_time() + seconds

    def check(self) -> None:
        """FormulaError when the time is up."""
        if thread_time() > self.end:
            seconds = numeral(f"{self.seconds:g}")
            what = _("it takes more than {seconds} seconds to work out", seconds=seconds)
            raise FormulaError(what, hint=_("Try a shorter one."))


def check_tree(tree: Node) -> None:
    """FormulaError when a tree is too large, has too high powers, or is only a number."""
    count = len(list(tree.nodes()))
    if count > MOST_NODES:
        hint = _("Use at most {most}.", most=MOST_NODES)
        raise FormulaError(_("it has {n} parts", n=count), hint=hint)
    for name, column in list(parameters(tree).items())[MOST_NAMES:]:
        known = _("A formula has at most {most} besides x and y.", most=MOST_NAMES)
        raise FormulaError(_("'{name}' is one name too many", name=name), column, known)
    _measure(tree)
    words = {n.op for n in tree.nodes()} | {n.name for n in tree.nodes()} - {*CONSTANTS}
    known_ops = {f.op for f in FUNCTIONS.values()}
    if not parameters(tree) and words.isdisjoint({*COORDINATES, *known_ops}):
        raise FormulaError(_("it is only a number"), hint=_("Use x and y, as in x^2 + y^2."))


def parameters(tree: Node) -> dict[str, int]:
    """Names that are neither coordinates nor constants, and where each comes first."""
    found: dict[str, int] = {}
    for node in tree.nodes():
        if node.op == "name" and node.name not in (*COORDINATES, *CONSTANTS):
            found.setdefault(node.name, node.column)
    return found


def _measure(node: Node) -> tuple[float | None, float]:
    """The value of a constant, else None; and how high constant exponents below it multiply."""
    parts = [_measure(arg) for arg in node.args]
    degree = max((degree for value, degree in parts), default=1.0)
    if node.op == "power" and (exponent := parts[1][0]) is not None:
        degree = max(1.0, abs(exponent)) * parts[0][1]
        if degree > LARGEST_EXPONENT:
            text = N_("the exponent {exponent}, with the powers inside, is too large")
            if abs(exponent) > LARGEST_EXPONENT:
                text = N_("the exponent {exponent} is too large")
            hint = _("Use at most {most}.", most=f"{LARGEST_EXPONENT:g}")
            column = node.args[1].column
            raise FormulaError(_(text, exponent=f"{exponent:g}"), column, hint)
    return _constant(node, [value for value, degree in parts]), degree


def _constant(node: Node, parts: list[float | None]) -> float | None:
    if node.op == "number":
        return node.value
    if node.op == "name":
        return CONSTANTS.get(node.name)
    known = [v for v in parts if v is not None]
    if len(known) < len(parts):
        return None
    with np.errstate(all="ignore"):
        value = float(OPERATIONS[node.op](*map(np.float64, known)))
    if not np.isfinite(value):
        raise FormulaError(_("this part has no finite value"), node.column, _("Leave it out."))
    return value
