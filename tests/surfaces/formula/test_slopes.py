"""Gradients and Hessians against differences, against SymPy's own, and at kinks by hand."""

from __future__ import annotations

import numpy as np
import pytest
import sympy

from surfaces import Array
from surfaces.formula import formula_surface
from tests.surfaces.formula.test_values import PLAIN

_STEP = np.cbrt(np.finfo(float).eps)  # the best for central differences


def _points(count: int = 60) -> Array:
    return np.random.default_rng(5).uniform(-3, 3, size=(count, 2))


def _agree(exact: Array, slope: Array, values: Array, curve: Array) -> None:
    """Equal but for rounding, and for what the third derivative, as curved as `curve`, adds."""
    allowed = 1e-5 * (1 + np.abs(slope) + np.abs(curve)) + 1e-10 * np.abs(values)
    ok = np.abs(exact - slope) <= allowed
    assert ok.mean() > 0.97, f"{exact[~ok][:3]} is not {slope[~ok][:3]}"  # a few lie by a kink


@pytest.mark.parametrize("text", [*PLAIN, "min(x,y)*max(x^2,y)", "abs(sin(3*x))*y", "y^abs(x)"])
def test_slopes_match_differences(text: str) -> None:
    surface, p = formula_surface(text), _points()
    p = p[np.isfinite(surface.loss(p))]
    gradient, hessian = surface.gradient(p), surface.hessian(p)
    np.testing.assert_array_equal(hessian, np.swapaxes(hessian, -1, -2))
    for axis in (0, 1):
        e = np.zeros(2)
        e[axis] = _STEP
        slope = (surface.loss(p + e) - surface.loss(p - e)) / (2 * _STEP)
        _agree(gradient[:, axis], slope, surface.loss(p), hessian[:, axis, axis])
        column = (surface.gradient(p + e) - surface.gradient(p - e)) / (2 * _STEP)
        _agree(hessian[:, :, axis], column, gradient, hessian[:, axis, axis, None] ** 2)


X, Y = sympy.symbols("x y")
SYMBOLIC = {
    "sin(x)*cos(y) + 0.1*(x^2 + y^2)": sympy.sin(X) * sympy.cos(Y) + (X**2 + Y**2) / 10,
    "exp(-x^2*y)/(2 + sin(x*y))": sympy.exp(-(X**2) * Y) / (2 + sympy.sin(X * Y)),
    "atan(x/y)*tanh(x - y)^3": sympy.atan(X / Y) * sympy.tanh(X - Y) ** 3,
    "log(1 + x^2)*cosh(y)/sqrt(3 + x^2)": sympy.log(1 + X**2)
    * sympy.cosh(Y)
    / sympy.sqrt(3 + X**2),
    "(x^2 + y)^3*(x - y^3)^2": (X**2 + Y) ** 3 * (X - Y**3) ** 2,
    "2^(x*y)*acos(x/9)*sinh(y)": 2 ** (X * Y) * sympy.acos(X / 9) * sympy.sinh(Y),
    "tan(x/4)*asin(y/9)": sympy.tan(X / 4) * sympy.asin(Y / 9),
    "atan2(x, 9 + y)*e^y": sympy.atan(X / (9 + Y)) * sympy.exp(Y),
}


@pytest.mark.parametrize("text", SYMBOLIC)
def test_slopes_are_those_of_sympy(text: str) -> None:
    """SymPy with its own functions, differentiating the whole formula twice."""
    surface, p = formula_surface(text), _points(20)
    first = sympy.lambdify((X, Y), sympy.derive_by_array(SYMBOLIC[text], (X, Y)).tolist(), "math")
    second = sympy.lambdify((X, Y), sympy.hessian(SYMBOLIC[text], (X, Y)).tolist(), "math")
    for found, theirs in ((surface.gradient(p), first), (surface.hessian(p), second)):
        expected = [theirs(*point) for point in p.tolist()]
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-10)


@pytest.mark.parametrize(
    ("text", "point", "gradient"),
    [
        ("abs(x)", (0, 0), (0, 0)),
        ("abs(x)", (-2, 0), (-1, 0)),
        ("3*abs(x - y)", (1, 1), (0, 0)),
        ("sign(x)*y", (0, 2), (0, 0)),
        ("sign(x)*y", (3, 2), (0, 1)),
        ("max(x, 0)", (0, 0), (0.5, 0)),
        ("max(x, 0)", (2, 0), (1, 0)),
        ("min(x, y)", (1, 1), (0.5, 0.5)),
        ("min(x, y, x + y)", (0, 0), (2 / 3, 2 / 3)),
        ("max(x, y, 1)", (2, 3), (0, 1)),
        ("min(y, 1/x)", (0, 1), (0, 1)),  # the slope that is not taken may be infinite
        ("x^a", (0, 0), (1, 0)),  # SymPy's a * x**a / x has no value here
        ("x^(a + 1)", (0, 0), (0, 0)),
        ("sqrt(x)", (0, 0), (np.inf, 0)),
    ],
)
def test_gradients_worked_by_hand(
    text: str, point: tuple[float, float], gradient: tuple[float, float]
) -> None:
    found = formula_surface(text).gradient(np.array(point, dtype=float))
    np.testing.assert_allclose(found, gradient, rtol=1e-14)


def test_curvature_beside_a_kink_is_that_of_the_side() -> None:
    surface = formula_surface("max(x^2, 3*y^3)*abs(x)")
    p = np.array([[2.0, 0.5], [-1.0, 1.0]])  # x^2*abs(x) wins, then -3*x*y^3
    expected = [[[12, 0], [0, 0]], [[0, -9], [-9, 18]]]
    np.testing.assert_allclose(surface.hessian(p), expected)


def test_what_has_complex_slopes_has_none() -> None:
    surface = formula_surface("(-2)^x")
    p = np.array([2.0, 1.0])
    assert surface.loss(p) == 4
    assert np.isnan(surface.gradient(p)[0]) and np.isnan(surface.hessian(p)[0, 0])
