"""What SymPy differentiates otherwise than people who walk expect: corners, jumps, powers.

Its own Abs, Min and Max turn into Piecewise, DiracDelta and Heaviside, and ask about the signs of
their arguments, which may take minutes. These ask nothing, and at a tie the slope is the mean.
"""

from __future__ import annotations

from typing import Any

import sympy
from sympy import Expr, Function

from surfaces.formula.marks import bracketed, raised, times
from surfaces.formula.smooth import Log
from surfaces.words import N_

WHERE = N_("where")


class Sign(Function):  # type: ignore[misc]
    """-1, 0 or 1. Flat on both sides, so its slope is 0, also at the jump."""

    nargs = 1

    def _eval_derivative(self, _: Any) -> Expr:
        return sympy.Integer(0)

    def _latex(self, printer: Any, exp: str = "") -> str:
        return raised(rf"\operatorname{{sign}}{bracketed(printer, self.args)}", exp)


class Absolute(Function):  # type: ignore[misc]
    """|u|, with slope sign(u): 0 at the corner, the mean of -1 and 1."""

    nargs = 1

    def _eval_derivative(self, symbol: Any) -> Expr:
        (u,) = self.args
        return times(u.diff(symbol), Sign(u))

    def _latex(self, printer: Any, exp: str = "") -> str:
        return raised(rf"\left|{{{printer.doprint(self.args[0])}}}\right|", exp)


class Angle(Function):  # type: ignore[misc]
    """atan2(y, x): the angle of a point, from -pi to pi."""

    nargs = 2

    def _eval_derivative(self, symbol: Any) -> Expr:
        y, x = self.args
        return (x * y.diff(symbol) - y * x.diff(symbol)) / (x**2 + y**2)

    def _latex(self, printer: Any, exp: str = "") -> str:
        return raised(rf"\operatorname{{atan2}}{bracketed(printer, self.args)}", exp)


class Raise(Function):  # type: ignore[misc]
    """u**v with v not a number. SymPy's slope, u**v * v / u, has no value at u = 0."""

    nargs = 2

    def _eval_derivative(self, symbol: Any) -> Expr:
        u, v = self.args
        below = sympy.Pow(u, v - 1) if (v - 1).is_Rational else Raise(u, v - 1)
        return times(u.diff(symbol), v * below) + times(v.diff(symbol), Log(u) * self)

    def _latex(self, printer: Any, exp: str = "") -> str:
        power = printer.doprint(sympy.Pow(*self.args, evaluate=False))
        return rf"\left({power}\right)^{{{exp}}}" if exp else power


class _SlopeOfBest(Function):  # type: ignore[misc]
    """Values, then their slopes: the slope of the best value, the mean of those that tie."""

    word: str

    def _eval_derivative(self, symbol: Any) -> Expr:
        values, slopes = _halves(self.args)
        return _slope_of_best(type(self), values, [s.diff(symbol) for s in slopes])

    def _latex(self, printer: Any, exp: str = "") -> str:
        rows = [
            rf"{printer.doprint(s)} & \text{{{WHERE} }} {printer.doprint(v)} \text{{ {self.word}}}"
            for v, s in zip(*_halves(self.args), strict=True)
        ]
        cases = r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"
        return raised(rf"\left({cases}\right)", exp)  # the brace of cases has no end


class MinSlope(_SlopeOfBest):
    word = N_("is smallest")


class MaxSlope(_SlopeOfBest):
    word = N_("is largest")


class _Best(Function):  # type: ignore[misc]
    slope: type[_SlopeOfBest]
    word: str

    def _eval_derivative(self, symbol: Any) -> Expr:
        return _slope_of_best(self.slope, self.args, [a.diff(symbol) for a in self.args])

    def _latex(self, printer: Any, exp: str = "") -> str:
        return raised(rf"\{self.word}{bracketed(printer, self.args)}", exp)


class Minimum(_Best):
    slope = MinSlope
    word = "min"


class Maximum(_Best):
    slope = MaxSlope
    word = "max"


def _slope_of_best(kind: type[_SlopeOfBest], values: tuple[Expr, ...], slopes: list[Expr]) -> Expr:
    return slopes[0] if len({*slopes}) == 1 else kind(*values, *slopes)


def _halves(args: tuple[Expr, ...]) -> tuple[tuple[Expr, ...], tuple[Expr, ...]]:
    return args[: len(args) // 2], args[len(args) // 2 :]
