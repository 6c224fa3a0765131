"""Smooth functions as SymPy meets them here: it knows their slopes, and nothing else.

Its own ones ask about the signs and kinds of their arguments whenever they stand in a product, and
for tanh of a long fraction the answer takes minutes. These have nothing to ask, and simplify to
nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

import sympy
from sympy import Expr, Function

from surfaces.formula.marks import bracketed, raised, times


class Smooth(Function):  # type: ignore[misc]
    """A function of one value."""

    nargs = 1
    word: str  # what SymPy calls it
    latex: str

    def _eval_derivative(self, symbol: Any) -> Expr:
        (u,) = self.args
        slope, place = _slope(self.word)
        return times(u.diff(symbol), slope.xreplace({place: u}))

    def _latex(self, printer: Any, exp: str = "") -> str:
        return raised(self.latex, exp) + bracketed(printer, self.args)


class Exp(Smooth):
    """The exponential function, set as a power of e."""

    word = "exp"

    def _latex(self, printer: Any, exp: str = "") -> str:
        power = rf"e^{{{printer.doprint(self.args[0])}}}"
        return rf"\left({power}\right)^{{{exp}}}" if exp else power


class Log(Smooth):
    """The natural logarithm."""

    word, latex = "log", r"\log"


def _smooth(word: str, latex: str) -> type[Smooth]:
    body = {"word": word, "latex": latex}
    return cast(type[Smooth], sympy.FunctionClass(word.title(), (Smooth,), body))


SMOOTH: dict[str, type[Smooth]] = {"exp": Exp, "log": Log} | {
    word: _smooth(word, rf"\{word.replace('a', 'arc', 1) if word[0] == 'a' else word}")
    for word in ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh")
}


@lru_cache(maxsize=len(SMOOTH))
def _slope(word: str) -> tuple[Expr, Expr]:
    """The slope that SymPy knows, of a place holder, in our functions; and the place holder."""
    place = sympy.Dummy()
    slope = getattr(sympy, word)(place).diff(place)
    for name, kind in SMOOTH.items():
        slope = slope.replace(getattr(sympy, name), kind)
    return slope, place
