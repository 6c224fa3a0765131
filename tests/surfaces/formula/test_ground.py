"""A formula as a Surface: shapes, start, parameters, words, and what is loaded and kept."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from surfaces.formula import FormulaError, formula_surface, read_formula
from surfaces.formula.formula import _read


@pytest.mark.parametrize("text", ["x", "a", "sin(1)", "x*y", "x + sqrt(y)", "min(x, 2)", "y^a"])
def test_a_point_a_row_and_a_mesh_agree(text: str) -> None:
    surface = formula_surface(text)
    mesh = np.random.default_rng(2).uniform(1, 4, size=(3, 4, 2))
    kept = mesh.copy()
    for function, tail in ((surface.loss, ()), (surface.gradient, (2,)), (surface.hessian, (2, 2))):
        whole = function(mesh)
        assert whole.shape == (3, 4, *tail) and whole.dtype == np.float64
        assert np.shape(function(mesh[0, 0])) == tail
        np.testing.assert_allclose(function(mesh[0, 0]), whole[0, 0], rtol=1e-14)
        np.testing.assert_allclose(function(mesh[1]), whole[1], rtol=1e-14)
        assert function(np.empty((0, 2))).shape == (0, *tail)
        whole += 1  # the caller may do with its answer what it likes
    np.testing.assert_array_equal(mesh, kept)
    assert surface.loss(np.array([[1, 2]])).dtype == np.float64


def test_no_warning_leaves_a_formula() -> None:
    surface = formula_surface("log(x)/y + exp(1000*x) + asin(x) + x^y")  # warnings are errors
    p = np.array([[0.0, 0.0], [-1, 0], [5, 5], [1e300, 1e300]])
    for function in (surface.loss, surface.gradient, surface.hessian):
        function(p)


@pytest.mark.parametrize(
    "text",
    [
        *("x^2 + y^2", "sin(x)*cos(y)", "log(x)", "sqrt(x - 4.2)", "1/x", "abs(x)", "max(x, 4.8)"),
        *("log(x - 4.95)", "exp(x^3)", "a*x", "1e-30*x", "log(y + 4.999) + sqrt(x - 4)"),
    ],
)
def test_the_start_is_on_a_slope(text: str) -> None:
    surface = formula_surface(text)
    start = np.array(surface.start)
    assert surface.contains(start) and np.isfinite(surface.loss(start))
    slope = surface.gradient(start)
    assert np.isfinite(slope).all() and slope.any()


def test_the_start_is_high_but_not_the_highest() -> None:
    surface = formula_surface("x^2 + y^2")
    _, _, heights = surface.mesh(51)
    share = (heights < surface.loss(np.array(surface.start))).mean()
    assert 0.6 < share < 0.9


@pytest.mark.parametrize("text", ["a", "sin(1)", "sign(4)", "0*x", "x - x"])
def test_flat_ground_is_allowed_and_starts_in_the_middle(text: str) -> None:
    surface = formula_surface(text, x=(0, 4), y=(0, 2))
    assert surface.start == (2, 1)
    assert not surface.gradient(np.array(surface.start)).any()


@pytest.mark.parametrize("text", ["log(-1 - x^2)", "sqrt(x - 9)", "asin(9 + y^2)"])
def test_ground_that_is_all_hole_is_refused(text: str) -> None:
    with pytest.raises(FormulaError, match="it has no value anywhere on the map"):
        formula_surface(text)


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("sqrt(a - 2) + x", {"a": 2}),
        ("log(a - 2)*x", {"a": 2.5}),  # at 2 there is no ground, at 3 no slope
        ("a*x + sqrt(-3 - b)", {"a": 1, "b": -3}),
        ("sqrt(a - 4)*sqrt(b - 5)*x", {"a": 6.3, "b": 8.3}),
    ],
)
def test_parameters_begin_where_there_is_ground(text: str, begun: dict[str, float]) -> None:
    surface = formula_surface(text)
    assert surface.values == begun == {p.key: p.default for p in surface.parameters}
    assert np.isfinite(surface.loss(np.array(surface.start)))
    with pytest.raises(FormulaError, match="Try other parameters or a larger map"):
        formula_surface(text, a=-10.0, b=1.0) if "b" in begun else formula_surface(text, a=1.0)


@pytest.mark.parametrize("text", ["sqrt(a - 11) + x", "log(-1 - a^2)", "sqrt(a - b - 30)"])
def test_where_no_parameter_makes_ground_the_sentence_says_so(text: str) -> None:
    with pytest.raises(FormulaError, match=r"No values of a.* that were tried, from -10 to 10,"):
        formula_surface(text)


def test_map_and_start_can_be_chosen_and_are_checked() -> None:
    surface = formula_surface("log(x) + y", x=(-1, 3), y=(0, 1), start=(2, 0.5))
    assert (surface.x, surface.y, surface.start) == ((-1, 3), (0, 1), (2, 0.5))
    with pytest.raises(FormulaError, match=r"the start \(4, 0.5\) is not on the map"):
        formula_surface("x", x=(-1, 3), start=(4, 0.5))
    with pytest.raises(FormulaError, match=r"no value at the start \(-1, 0\)"):
        formula_surface("log(x)", start=(-1, 0))
    for low, high in ((5, -5), (0, 0), (0, np.inf), (np.nan, 1), (-1e308, 1e308), (0, 1e-300)):
        with pytest.raises(FormulaError, match="the map cannot go from"):
            formula_surface("x", y=(low, high))


def test_the_row_says_what_menus_and_captions_need() -> None:
    surface = formula_surface("a*x^2  + b*y^2")
    assert (surface.key, surface.name, surface.source) == ("formula", "a*x^2 + b*y^2", "typed")
    assert surface.story == "Your formula: a*x^2 + b*y^2."
    assert surface.formula == "a x^{2} + b y^{2}"
    assert [(p.key, p.default, p.low, p.high) for p in surface.parameters] == [
        ("a", 1, -10, 10),
        ("b", 1, -10, 10),
    ]
    assert all(p.help.endswith(".") for p in surface.parameters)
    long = formula_surface("x" + " + x" * 30).name
    assert len(long) == 40 and long.endswith("…")


def test_bad_values_are_told_in_sentences() -> None:
    with pytest.raises(FormulaError) as error:
        formula_surface("a*x", b=3)
    assert str(error.value) == "Formula: a*x has no parameter 'b'. It has: a."
    with pytest.raises(FormulaError, match="a must be a number between -10 and 10, not 11"):
        formula_surface("a*x", a=11)


@pytest.mark.parametrize(
    ("text", "kink"),
    [
        ("x^2", ""),
        ("abs(a)*x", ""),
        ("abs(x)", "At a corner of abs, the gradient is the mean of the slopes on all sides."),
        (
            "sign(x)*min(x, y)",
            "At a jump of sign and where values of min are equal, the gradient is the mean of the "
            "slopes on all sides.",
        ),
    ],
)
def test_kinks_are_told(text: str, kink: str) -> None:
    assert formula_surface(text).kink == kink


def test_a_formula_is_read_once_and_the_cache_is_bounded() -> None:
    assert read_formula("x + 1234*y") is read_formula("x + 1234*y")
    assert _read.cache_info().maxsize == 64


def test_importing_the_package_does_not_load_sympy() -> None:
    code = (
        "import sys, surfaces, surfaces.formula as f; f.parse('x'); print('sympy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
