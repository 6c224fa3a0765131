"""Formulas and their partial derivatives as LaTeX."""

from __future__ import annotations

import re
from itertools import islice

import sympy
from sympy import Expr

from surfaces.formula.algebra import CONSTANTS, FUNCTIONS, number
from surfaces.formula.tree import Node
from surfaces.words import N_

_LARGEST = 400  # parts that a reader, and a browser, can still make out
_MAKERS = FUNCTIONS | {"sqrt": sympy.sqrt, "add": sympy.Add, "power": sympy.Pow, "inv": sympy.Pow}
TOO_LONG = r"\text{" + N_("(too long to show)") + "}"
NO_VALUE = r"\text{" + N_("no value") + "}"
_GREEK = frozenset(
    (
        *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"),
        *("mu", "nu", "xi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
        *("Gamma", "Delta", "Theta", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"),
    )
)


def typeset(tree: Node) -> str:
    """The formula in the order in which it was typed."""
    return _latex(_as_typed(tree), "none")


def typeset_slope(expression: Expr) -> str:
    """A derivative, in SymPy's order."""
    if expression.has(sympy.I, sympy.nan, sympy.zoo, sympy.oo, -sympy.oo):
        return NO_VALUE
    parts = sum(1 for _ in islice(sympy.preorder_traversal(expression), _LARGEST + 1))
    return TOO_LONG if parts > _LARGEST else _latex(expression, None)


def _latex(expression: Expr, order: str | None) -> str:
    names = {s: _name(s.name) for s in expression.free_symbols}
    latex: str = sympy.latex(expression, order=order, symbol_names=names)
    return latex


def _name(name: str) -> str:
    """A name: upright if it has several letters; digits or a last single letter go below."""
    found = re.fullmatch(r"(.*?[A-Za-z])_?([0-9]+|(?<=_)[A-Za-z])?", name)
    stem, below = found.groups() if found else (name, None)
    if stem in _GREEK:
        stem = f"\\{stem}"
    elif len(stem) > 1:
        stem = rf"\mathrm{{{stem}}}".replace("_", r"\_")
    return f"{stem}_{{{below}}}" if below else stem


def _as_typed(node: Node) -> Expr:
    if node.op == "number":
        return number(node.value)
    if node.op == "name":
        return CONSTANTS.get(node.name) or sympy.Symbol(node.name)
    args = [_as_typed(a) for a in node.args]
    if node.op == "mul":
        return _product(node, args)
    if node.op == "neg":
        return _negative(node, args[0])
    if node.op == "inv":
        args.append(sympy.Integer(-1))
    return _MAKERS[node.op](*args, evaluate=False)


def _product(node: Node, args: list[Expr]) -> Expr:
    """Numbers come first, where they read as factors; 1 over something is a plain fraction."""
    if any(n.op == "inv" for n in node.args):
        args = [a for a in args if a != 1] or args[:1]
    factors = sorted(args, key=lambda a: not a.is_Number)
    return factors[0] if len(factors) == 1 else sympy.Mul(*factors, evaluate=False)


def _negative(node: Node, arg: Expr) -> Expr:
    (inside,) = node.args
    if inside.op == "neg":  # two signs in a row read like a mistake
        return _as_typed(inside.args[0])
    return -arg if arg.is_Number else sympy.Mul(-1, arg, evaluate=False)
