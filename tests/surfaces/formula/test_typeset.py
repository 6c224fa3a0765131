"""Formulas and partial derivatives as LaTeX."""

from __future__ import annotations

import re

import pytest

from surfaces.formula import read_formula
from surfaces.formula.typeset import NO_VALUE, TOO_LONG
from tests.surfaces.formula.test_values import PLAIN

TYPESET = {  # text: LaTeX of the formula, in its own order
    "x/(y + 2)*3": r"\frac{3 x}{y + 2}",
    "1/(1 + exp(-x))": r"\frac{1}{1 + e^{- x}}",
    "x - -y": "x + y",
    "-x^2": "- x^{2}",
    "(-x)^2": r"\left(- x\right)^{2}",
    "1/3*x": r"\frac{x}{3}",
    "2*3*x": r"2 \cdot 3 x",
    "x^y^2": "x^{y^{2}}",
    "sin(x)^2": r"\sin^{2}\left(x\right)",
    "sqrt(x + y)": r"\sqrt{x + y}",
    "asin(x) + atan2(y, x)": r"\arcsin\left(x\right) + \operatorname{atan2}\left(y, x\right)",
    "abs(x)*max(x, y, 1)": r"\left|{x}\right| \max\left(x, y, 1\right)",
    "alpha*x + beta_1*y": r"\alpha x + \beta_{1} y",
    "w12*x + w_i": "w_{12} x + w_{i}",
    "rate*x + learning_rate": r"\mathrm{rate} x + \mathrm{learning\_rate}",
    "pi*x": r"\pi x",
}
PARTIALS = {
    "a*x^2 + b*y^2": ("2 a x", "2 b y"),
    "x^a": ("a x^{a - 1}", "0"),
    "2^x": (r"2^{x} \log{\left(2 \right)}", "0"),
    "abs(x)": (r"\operatorname{sign}\left(x\right)", "0"),
    "sqrt(x^2 + 1)": (r"\frac{x}{\sqrt{x^{2} + 1}}", "0"),
    "(-2)^x": (NO_VALUE, "0"),
}


@pytest.mark.parametrize("text", TYPESET)
def test_the_formula_as_typed(text: str) -> None:
    assert read_formula(text).latex == TYPESET[text]


@pytest.mark.parametrize("text", PARTIALS)
def test_the_partial_derivatives(text: str) -> None:
    assert read_formula(text).partials == PARTIALS[text]


def test_the_slope_of_the_smallest_is_set_in_cases() -> None:
    slope = read_formula("min(x, y^2)").partials[1]
    assert r"0 & \text{where } x \text{ is smallest} \\ 2 y & \text{where } y^{2}" in slope


def test_what_nobody_can_read_is_not_shown() -> None:
    text = "*".join(f"sin(x*y+{i})" for i in range(24))
    assert read_formula(text).partials == (TOO_LONG, TOO_LONG)


@pytest.mark.parametrize("text", PLAIN)
def test_brackets_are_balanced(text: str) -> None:
    formula = read_formula(text)
    for latex in (formula.latex, *formula.partials):
        assert latex.isprintable() and "$" not in latex
        assert latex.count("{") == latex.count("}")
        assert len(re.findall(r"\\left\b", latex)) == len(re.findall(r"\\right\b", latex))
