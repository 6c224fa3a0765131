"""The contract: parameters, errors that are sentences, the map, and what is imported."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from surfaces import SURFACES, UnknownSurface, as_points, get_surface
from surfaces.surface import stack, symmetric

BOWL = SURFACES["stretched-bowl"]
(KAPPA,) = BOWL.parameters


@pytest.mark.parametrize("value", [0.5, 1001, float("nan"), float("inf"), "ten", None])
def test_a_parameter_out_of_range_is_told_in_a_sentence(value: Any) -> None:
    with pytest.raises(ValueError) as error:
        KAPPA.check(value)
    sentence = f"Condition number must be a number between 1 and 1000, not {value}. Try 10."
    assert str(error.value) == sentence


@pytest.mark.parametrize("value", [1, 10.5, 1000, np.float32(2), np.int64(3)])
def test_a_parameter_in_range_becomes_a_float(value: Any) -> None:
    checked = KAPPA.check(value)
    assert type(checked) is float and checked == value


def test_at_makes_another_surface_and_leaves_the_first() -> None:
    p = np.array([0.0, 2.0])
    steep = BOWL.at(kappa=100)
    assert (BOWL.values, steep.values) == ({"kappa": 10.0}, {"kappa": 100.0})
    assert [float(s.loss(p)) for s in (BOWL, steep, steep.at(kappa=1))] == [20, 200, 2]
    np.testing.assert_array_equal(steep.gradient(p), [0, 200])
    assert BOWL.at() is BOWL


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("stretched-bowl", "Stretched bowl has no parameter 'steep'. It has: kappa."),
        ("round-bowl", "Round bowl has no parameter 'steep'. It has none."),
    ],
)
def test_at_names_the_parameters_there_are(key: str, sentence: str) -> None:
    with pytest.raises(ValueError) as error:
        SURFACES[key].at(steep=3)
    assert str(error.value) == sentence


def test_get_surface_finds_by_key_and_sets_parameters() -> None:
    assert get_surface("himmelblau") is SURFACES["himmelblau"]
    assert get_surface("stretched-bowl", kappa=3).values == {"kappa": 3.0}
    with pytest.raises(ValueError, match="between 1 and 1000, not 0"):
        get_surface("stretched-bowl", kappa=0)


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("rosenbrok", "Did you mean 'rosenbrock'?"),
        ("Himmelblau", "Did you mean 'himmelblau'?"),
        ("ROSENBROCK", "Did you mean 'rosenbrock'?"),
        ("six_hump_camel", "Did you mean 'six-hump-camel'?"),
        ("qqq", "`fall-line list` shows all."),
        ("", "`fall-line list` shows all."),
    ],
)
def test_an_unknown_surface_is_told_in_a_sentence(key: str, hint: str) -> None:
    with pytest.raises(UnknownSurface) as error:
        get_surface(key)
    assert str(error.value) == f"No surface called '{key}'. {hint}"


def test_the_edge_is_on_the_map_and_nan_is_not() -> None:
    p = as_points([(5, 5), (-5, 0), (5.001, 0), (0, np.nan), (np.inf, 0)])
    assert BOWL.contains(p).tolist() == [True, True, False, False, False]


def test_a_mesh_has_its_rows_along_y() -> None:
    x, y, z = SURFACES["rosenbrock"].mesh(5)
    assert (x[0], x[-1], y[0], y[-1]) == (-2, 2, -1, 3)
    assert z.shape == (5, 5)
    assert z[1, 4] == 1601  # at (2, 0): (1 - 2)**2 + 100 * (0 - 4)**2


def test_points_from_lists_and_coordinates() -> None:
    assert as_points(()).shape == (0, 2)
    assert as_points(((1, 2), (3, 4))).dtype == np.float64
    a, b = np.arange(6.0).reshape(2, 3), np.ones((2, 3))
    np.testing.assert_array_equal(stack(a, b), np.stack([a, b], axis=-1))


def test_surfaces_can_be_kept_in_a_cache() -> None:
    assert len({*SURFACES.values(), BOWL.at(kappa=2)}) == len(SURFACES) + 1


def test_importing_surfaces_loads_neither_dash_nor_plotly() -> None:
    code = "import sys, surfaces; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    names = set(loaded.stdout.split())
    assert "surfaces" in names
    assert names.isdisjoint({"app", "dash", "plotly", "flask", "pandas"})


def test_a_hessian_by_differences_says_what_the_exact_one_says() -> None:
    p = np.random.default_rng(3).uniform(-2, 2, size=(7, 2))
    himmelblau = SURFACES["himmelblau"]
    x, y = p.T
    exact = symmetric(12 * x**2 + 4 * y - 42, 4 * (x + y), 12 * y**2 + 4 * x - 26)
    np.testing.assert_allclose(himmelblau.hessian(p), exact, rtol=1e-6, atol=1e-6)
    row = replace(himmelblau, exact_hessian=lambda p: np.zeros((*p.shape, 2)))
    assert not row.hessian(p).any()
    assert himmelblau.hessian(p[0]).shape == (2, 2)


def test_parameters_may_move_the_minima() -> None:
    row = replace(BOWL, minima_at=lambda *, kappa: ((kappa, 0.0),), values={})
    assert row.minima == ((10, 0),)
    assert row.at(kappa=20).minima == ((20, 0),)
    assert row.at(kappa=20).at(kappa=30).minima == ((30, 0),)


def test_an_exact_hessian_gets_the_parameters() -> None:
    row = replace(BOWL, exact_hessian=lambda p, *, kappa: np.full((*p.shape, 2), kappa), values={})
    assert row.at(kappa=7).hessian(np.zeros(2)).tolist() == [[7, 7], [7, 7]]
