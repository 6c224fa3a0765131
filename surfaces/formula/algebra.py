"""Typed tree -> SymPy, node by node, and SymPy -> graph: no text is ever handed over."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import islice
from typing import Any

import numpy as np
import sympy
from sympy import Expr

from surfaces.formula.errors import FormulaError
from surfaces.formula.graph import Graph
from surfaces.formula.kinks import (
    Absolute,
    Angle,
    Maximum,
    MaxSlope,
    Minimum,
    MinSlope,
    Raise,
    Sign,
)
from surfaces.formula.limits import LARGEST_EXPONENT, Clock
from surfaces.formula.smooth import SMOOTH, Exp
from surfaces.formula.tree import Node
from surfaces.words import gettext as _

_LONG = 8  # parts of a constant, or powers of one: a longer one becomes its value
_LARGEST_LOG = math.log(np.finfo(float).max)

FUNCTIONS: dict[str, Any] = {
    **SMOOTH,
    "abs": Absolute,
    "sign": Sign,
    "atan2": Angle,
    "min": Minimum,
    "max": Maximum,
    "min_slope": MinSlope,
    "max_slope": MaxSlope,
}
_OPS = {function: op for op, function in FUNCTIONS.items()}
_OPS |= {Raise: "power", sympy.log: "log"}  # SymPy's own: the slope of 2**x is 2**x * log(2)
CONSTANTS = {"pi": sympy.pi, "e": sympy.E}


def number(value: float) -> Expr:
    """Whole numbers exactly, so that SymPy may use their rules; others as the float they are."""
    whole = value.is_integer() and abs(value) < 2**53
    return sympy.Integer(int(value)) if whole else sympy.Float(value)


def power(base: Expr, exponent: Expr) -> Expr:
    """base ** exponent. SymPy's own power has the right slope only for plain numbers."""
    if base == sympy.E:
        return Exp(exponent)
    plain = base.is_number or exponent.is_Rational or exponent.is_Float
    return sympy.Pow(base, exponent) if plain else Raise(base, exponent)


def _checked_power(base: Expr, exponent: Expr, column: int) -> Expr:
    """A power that is safe to form: SymPy would write out 2**(10**10) digit by digit.

    The typed exponents were checked, but SymPy also sees that 10^10 + x - x is a number.
    """
    if exponent.is_number:
        high = abs(_value(exponent))
        factor = abs(_value(base.as_coeff_Mul()[0])) or 1.0
        if base.is_number and not (base.is_Rational and exponent.is_Rational and high <= _LONG):
            with np.errstate(all="ignore"):
                return sympy.Float(np.power(_value(base), _value(exponent)))
        if not (high <= LARGEST_EXPONENT and high * abs(math.log(factor)) < _LARGEST_LOG):
            raise FormulaError(_("this power is too large"), column, _("Use a smaller exponent."))
    return power(base, exponent)


def to_sympy(node: Node, clock: Clock) -> Expr:
    """The expression of a tree, simplified as SymPy does by itself, and no further."""
    clock.check()
    if node.op == "number":
        return number(node.value)
    if node.op == "name":
        # Symbols of unknown kind: of real ones SymPy would ask, at length, for the sign.
        return CONSTANTS.get(node.name) or sympy.Symbol(node.name)
    args = [to_sympy(a, clock) for a in node.args]
    if node.op == "power":
        return _settled(_checked_power(args[0], args[1], node.column), node)
    return _settled(OPERATIONS[node.op](*args), node)


_OPERATORS: dict[str, Callable[..., Expr]] = {
    "add": sympy.Add,
    "mul": sympy.Mul,
    "neg": lambda u: -u,
    "inv": lambda u: power(u, sympy.Integer(-1)),
    "power": power,
    "sub": lambda u, v: u - v,
    "div": lambda u, v: u / v,
    "square": lambda u: u**2,
    "sqrt": sympy.sqrt,
}
OPERATIONS = FUNCTIONS | _OPERATORS


def _settled(expression: Expr, node: Node) -> Expr:
    """A long constant as its value: SymPy would compute it to any precision, however large."""
    if expression.free_symbols:
        return expression
    value = _value(expression)
    if not math.isfinite(value):
        raise FormulaError(_("this part has no finite value"), node.column, _("Leave it out."))
    parts = sum(1 for _ in islice(sympy.preorder_traversal(expression), _LONG + 1))
    return expression if parts <= _LONG and not expression.is_Function else number(value)


def _value(constant: Expr) -> float:
    graph = Graph()
    value = graph.value(to_graph(constant, graph, {}))
    return math.nan if value is None else value


def to_graph(expression: Expr, graph: Graph, known: dict[Expr, int]) -> int:
    """The steps that compute an expression; `known` are steps of some of its parts."""
    if expression not in known:
        known[expression] = _step(expression, graph, known)
    return known[expression]


def _step(expression: Expr, graph: Graph, known: dict[Expr, int]) -> int:
    def step(part: Expr) -> int:
        return to_graph(part, graph, known)

    if expression.is_Symbol:
        return graph.name(expression.name)
    if expression.is_Number or expression.is_NumberSymbol:
        return graph.number(_float(expression))
    if expression.is_Add:
        terms = sorted((_sign_apart(a) for a in expression.args), key=lambda term: term[0])
        return graph.add((minus, step(a)) for minus, a in terms)
    if expression.is_Mul:
        return _product(expression, graph, step)
    return _function(expression, graph, [step(a) for a in expression.args])


def _function(expression: Expr, graph: Graph, args: list[int]) -> int:
    op = "power" if expression.is_Pow else _OPS.get(expression.func)
    # What is left is imaginary or infinite: not a height, not a slope.
    return graph.call(op, *args) if op else graph.number(math.nan)


def _product(expression: Expr, graph: Graph, step: Callable[[Expr], int]) -> int:
    minus, size = _sign_apart(expression)
    parts = size.args if size.is_Mul else (size,)
    factors = sorted((_below(f) for f in parts), key=lambda factor: factor[0])
    product = graph.multiply((below, step(f)) for below, f in factors)
    return graph.call("neg", product) if minus else product


def _sign_apart(term: Expr) -> tuple[bool, Expr]:
    """(is it taken away, the term without its minus)."""
    minus = bool(term.as_coeff_Mul()[0].is_negative)
    return minus, -term if minus else term


def _below(factor: Expr) -> tuple[bool, Expr]:
    """(does it divide, the factor without its minus in the exponent)."""
    real = factor.is_Pow and (factor.exp.is_Rational or factor.exp.is_Float)
    below = bool(real and factor.exp < 0)
    return below, 1 / factor if below else factor


def _float(expression: Expr) -> float:
    try:
        return expression.p / expression.q if expression.is_Rational else float(expression)
    except OverflowError:
        return math.copysign(math.inf, expression.p)
    except TypeError:  # complex infinity
        return math.nan
