"""Every row of the catalogue says what menus, links and captions need."""

from __future__ import annotations

import re

import numpy as np
import pytest

from surfaces import SURFACES, TERRAINS, Surface

ROWS = [surface for terrain in TERRAINS.values() for surface in terrain]


def test_keys_and_names_are_unique() -> None:
    assert len({s.key for s in ROWS}) == len({s.name for s in ROWS}) == len(ROWS)


def test_the_table_keeps_the_order_of_the_menu() -> None:
    assert list(SURFACES) == [s.key for s in ROWS]
    assert all(TERRAINS.values()), "a terrain without surfaces is an empty menu"


def test_keys_are_safe_in_links() -> None:
    for key in [s.key for s in ROWS] + [p.key for s in ROWS for p in s.parameters]:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", key), key


def test_each_row_has_a_story_and_a_source() -> None:
    for s in ROWS:
        assert s.name and s.story.endswith(".") and s.story[0].isupper(), s.key
        assert re.search(r"[\w.]+ \(\d{4}\), \w+|MathWorks", s.source), f"{s.key}: who, when, what?"


@pytest.mark.parametrize("row", ROWS, ids=[s.key for s in ROWS])
def test_each_row_has_a_formula_in_latex(row: Surface) -> None:
    assert re.search(r"(?<![a-zA-Z\\])[xy](?![a-zA-Z])", row.formula), "of x and y?"
    assert "$" not in row.formula and row.formula.isprintable(), "a raw string, without signs"
    braces = re.findall(r"(?<!\\)[{}]", row.formula)
    depths = np.cumsum([1 if brace == "{" else -1 for brace in braces])
    assert not braces or ((depths >= 0).all() and depths[-1] == 0), "unbalanced braces"
    left, right = (len(re.findall(rf"\\{side}\b", row.formula)) for side in ("left", "right"))
    assert left == right


def test_a_kink_is_told_in_a_sentence() -> None:
    for s in ROWS:
        assert not s.kink or (s.kink.endswith(".") and s.kink[0].isupper()), s.key


def test_the_start_is_on_the_map_and_on_a_slope(surface: Surface) -> None:
    start = np.array(surface.start)
    assert surface.contains(start)
    assert np.linalg.norm(surface.gradient(start)) > 1e-3


def test_heights_and_slopes_are_finite_all_over_the_map(surface: Surface) -> None:
    x, y, z = surface.mesh(41)
    assert np.isfinite(z).all()
    assert np.isfinite(surface.gradient(np.stack(np.meshgrid(x, y), axis=-1))).all()


def test_parameters_are_in_order() -> None:
    for p in [p for s in ROWS for p in s.parameters]:
        assert p.low <= p.default <= p.high and p.name and p.help.endswith("."), p.key
        assert p.low > 0 or not p.logarithmic, p.key
