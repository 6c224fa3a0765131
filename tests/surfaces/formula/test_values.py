"""Heights against the same formula written by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from surfaces.formula import formula_surface

PLAIN: dict[str, Callable[[float, float], float]] = {
    "x": lambda x, y: x,
    "-x^2": lambda x, y: -(x**2),
    "(-x)^2": lambda x, y: x * x,
    "2^-x": lambda x, y: 2**-x,
    "2^3^2*x": lambda x, y: 512 * x,
    "-2^2*x": lambda x, y: -4 * x,
    "x - y - 1": lambda x, y: (x - y) - 1,
    "x - (y - 1)": lambda x, y: x - y + 1,
    "8/x/2": lambda x, y: 4 / x,
    "8/(x/2)*y": lambda x, y: 16 / x * y,
    "x*y^2 + x**3": lambda x, y: x * y * y + x * x * x,
    "+x - -y": lambda x, y: x + y,
    "x*-y": lambda x, y: -x * y,
    "1/3*x": lambda x, y: x / 3,
    ".5*x + 2.*y + 1e-2 + 007": lambda x, y: x / 2 + 2 * y + 7.01,
    "pi*x + e*y": lambda x, y: math.pi * x + math.e * y,
    "e^x": lambda x, y: math.exp(x),
    "exp(-x^2 - y^2)": lambda x, y: math.exp(-x * x - y * y),
    "sin(x)*cos(y) + 0.1*(x^2 + y^2)": lambda x, y: (
        math.sin(x) * math.cos(y) + 0.1 * (x * x + y * y)
    ),
    "tan(x)": lambda x, y: math.tan(x),
    "asin(x/9) + acos(y/9)": lambda x, y: math.asin(x / 9) + math.acos(y / 9),
    "atan(x*y)": lambda x, y: math.atan(x * y),
    "atan2(y, x)": lambda x, y: math.atan2(y, x),
    "sinh(x) - cosh(y)": lambda x, y: math.sinh(x) - math.cosh(y),
    "tanh(x - y)": lambda x, y: math.tanh(x - y),
    "abs(x - y)": lambda x, y: abs(x - y),
    "sign(x*y)": lambda x, y: math.copysign(1, x * y),
    "min(x, y)": min,
    "max(x, y^2, 1, -x)": lambda x, y: max(x, y * y, 1, -x),
    "max(0, 1 - x)": lambda x, y: max(0, 1 - x),
    "sqrt(x^2 + y^2)": math.hypot,
    "log(x^2 + 1) + ln(y^2)": lambda x, y: math.log1p(x * x) + 2 * math.log(abs(y)),
    "(x^2)^(1/3)": lambda x, y: abs(x) ** (2 / 3),
    "abs(x)^0.5 + abs(y)^-0.5": lambda x, y: math.sqrt(abs(x)) + 1 / math.sqrt(abs(y)),
    "abs(x)^1.7": lambda x, y: abs(x) ** 1.7,
    "abs(x)^y": lambda x, y: abs(x) ** y,
    "x^7 - x^-3": lambda x, y: x**7 - 1 / x**3,
    "x^20": lambda x, y: x**20,
    "100*(y - x^2)^2 + (1 - x)^2": lambda x, y: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
    "(x^2+y-11)^2 + (x+y^2-7)^2": lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    "1/(1 + exp(-x))": lambda x, y: 1 / (1 + math.exp(-x)),
    "sin(1) + sqrt(2)*cos(pi)": lambda x, y: math.sin(1) - math.sqrt(2),
    "2 + 3*sin(3)^2": lambda x, y: 2 + 3 * math.sin(3) ** 2,
}


@pytest.mark.parametrize("text", PLAIN)
def test_heights_are_those_of_plain_python(text: str) -> None:
    p = np.random.default_rng(3).uniform(-5, 5, size=(200, 2))
    expected = [PLAIN[text](float(x), float(y)) for x, y in p]
    np.testing.assert_allclose(formula_surface(text).loss(p), expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("a*x^2 + b*y^2", {"a": 2, "b": 3}, lambda x, y: 2 * x * x + 3 * y * y),
        ("a*x^2 + b*y^2", {}, lambda x, y: x * x + y * y),
        ("beta_1*x + p*self", {"beta_1": -1, "p": 2}, lambda x, y: 2 - x),
        ("x^n", {"n": 3}, lambda x, y: x**3),
        ("loss + E", {"E": 0.5}, lambda x, y: 1.5),
    ],
)
def test_names_are_parameters(
    text: str, values: dict[str, float], expected: Callable[[Any, Any], Any]
) -> None:
    p = np.random.default_rng(4).uniform(-5, 5, size=(50, 2))
    wanted = np.broadcast_to(expected(p[:, 0], p[:, 1]), 50)
    for surface in (formula_surface(text, **values), formula_surface(text).at(**values)):
        np.testing.assert_allclose(surface.loss(p), wanted, rtol=1e-13)


@pytest.mark.parametrize(
    ("text", "point", "hole"),
    [
        ("log(x)", (-1, 0), True),
        ("log(x)", (0, 0), False),  # minus infinity is a depth, not a hole
        ("sqrt(x)", (-1, 0), True),
        ("sqrt(x)^2", (-1, 0), True),  # though x, which it equals elsewhere, has a value
        ("x/x", (0, 0), True),
        ("x^0.5", (-1, 0), True),
        ("x^(1/3)", (-8, 0), True),  # no complex root, and no real one in its place
        ("x^y", (-2, 0.5), True),
        ("x^y", (-2, 2), False),
        ("asin(x)", (1.5, 0), True),
        ("acos(x)*0", (1.5, 0), True),
        ("max(0, log(x))", (-1, 0), True),
        ("1/x", (0, 0), False),
        ("x^2", (0, 0), False),
    ],
)
def test_holes_have_no_height_no_slope_and_no_curvature(
    text: str, point: tuple[float, float], hole: bool
) -> None:
    surface, p = formula_surface(text), np.array(point, dtype=float)
    assert np.isnan(surface.loss(p)) == hole
    if hole:
        assert np.isnan(surface.gradient(p)).all() and np.isnan(surface.hessian(p)).all()
