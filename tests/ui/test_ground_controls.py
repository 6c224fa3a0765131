"""What the page says of a ground."""

from __future__ import annotations

import pytest

from app.ui.ground_controls import formula
from surfaces import SURFACES, Surface, formula_surface


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_each_ground_says_how_exact_its_hessian_is(surface: Surface) -> None:
    said = formula(surface)
    exact = surface.exact_hessian is not None
    assert surface.formula in said and surface.kink in said
    assert said.endswith("exact." if exact else "central differences of the exact gradient.")


def test_a_formula_has_an_exact_hessian() -> None:
    assert formula_surface("x*y").hessian_words == "Hessian (the second derivatives): exact."
