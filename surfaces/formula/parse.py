"""Text -> tree: Python's parser reads it, a whitelist takes it over node by node."""

from __future__ import annotations

import ast
from bisect import bisect_right

from surfaces.formula.errors import FormulaError
from surfaces.formula.grammar import DEEPEST, check_order
from surfaces.formula.limits import check_tree
from surfaces.formula.names import FUNCTIONS, check_arguments
from surfaces.formula.tokens import Token, tokens
from surfaces.formula.tree import Node
from surfaces.words import gettext as _

_CHAIN = {ast.Add: ("add", ""), ast.Sub: ("add", "neg"), ast.Mult: ("mul", "")}
_CHAIN |= {ast.Div: ("mul", "inv")}


def parse(text: str) -> Node:
    """The tree of a formula; FormulaError, and nothing else, for a text that is none."""
    found = tokens(text)
    check_order(found)
    tree = _Reader(found).tree()
    check_tree(tree)
    return tree


class _Reader:
    """Python's tree -> ours. What is not named here is refused, whatever it is."""

    def __init__(self, found: list[Token]) -> None:
        self.columns = [t.column for t in found]
        self.starts: list[int] = []  # where each token stands in what Python reads
        self.source = ""
        for token in found:
            self.starts.append(len(self.source))
            # Floats throughout: Python then never folds or prints a huge integer.
            word = repr(float(token.text)) if token.kind == "number" else token.text
            self.source += word + " "

    def tree(self) -> Node:
        try:
            body = ast.parse(self.source, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise FormulaError(_("I cannot read it"), hint=_("Try x^2 + y^2.")) from error
        return self.node(body, DEEPEST)

    def column(self, part: ast.expr) -> int:
        """The column in the typed text where a part begins."""
        return self.columns[max(0, bisect_right(self.starts, part.col_offset) - 1)]

    def node(self, part: ast.expr, deeper: int) -> Node:
        """The node of a part that may have `deeper` levels below it."""
        column = self.column(part)
        if deeper < 0:
            hint = _("Use at most {most} levels.", most=DEEPEST)
            raise FormulaError(_("it is nested too deep"), column, hint)
        node = self.leaf(part, column) or self.branch(part, column, deeper)
        if node is None:
            raise FormulaError(_("this has no place in a formula"), column)
        return node

    def leaf(self, part: ast.expr, column: int) -> Node | None:
        match part:
            case ast.Constant(value=float(value)):
                return Node("number", value=value, column=column)
            case ast.Name(id=name):
                return Node("name", name=name, column=column)
        return None

    def branch(self, part: ast.expr, column: int, deeper: int) -> Node | None:
        match part:
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.node(operand, deeper - 1)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Node("neg", (self.node(operand, deeper - 1),), column=column)
            case ast.BinOp(op=ast.Pow(), left=left, right=right):
                powers = (self.node(left, deeper - 1), self.node(right, deeper - 1))
                return Node("power", powers, column=column)
            case ast.BinOp(op=op) if type(op) in _CHAIN:
                return self.chain(part, deeper)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
                return self.call(name, args, column, deeper)
        return None

    def chain(self, part: ast.BinOp, deeper: int) -> Node:
        """A sum or a product of any length as one node, however deep Python nests it."""
        op, column = _CHAIN[type(part.op)][0], self.column(part)
        terms: list[Node] = []
        left: ast.expr = part
        while isinstance(left, ast.BinOp) and _CHAIN.get(type(left.op), ("", ""))[0] == op:
            term, turned = self.node(left.right, deeper - 1), _CHAIN[type(left.op)][1]
            terms.append(Node(turned, (term,), column=term.column) if turned else term)
            left = left.left
        terms.append(self.node(left, deeper - 1))
        return Node(op, tuple(reversed(terms)), column=column)

    def call(self, name: str, args: list[ast.expr], column: int, deeper: int) -> Node:
        check_arguments(name, len(args), column)
        values = tuple(self.node(a, deeper - 1) for a in args)
        return Node(FUNCTIONS[name].op, values, column=column)
