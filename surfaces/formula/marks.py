"""Brackets and powers of functions as LaTeX; terms of the chain rule."""

from __future__ import annotations

from typing import Any

import sympy
from sympy import Expr


def times(slope: Expr, factor: Expr) -> Expr:
    """A term of the chain rule; none at all where nothing changes, even if the factor is inf."""
    return sympy.Integer(0) if slope == 0 else slope * factor


def bracketed(printer: Any, args: tuple[Expr, ...]) -> str:
    """Arguments in round brackets that grow with them."""
    return rf"\left({', '.join(printer.doprint(a) for a in args)}\right)"


def raised(latex: str, exp: str) -> str:
    """To a power, where there is one."""
    return f"{latex}^{{{exp}}}" if exp else latex
