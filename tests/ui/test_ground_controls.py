"""What the page says of a ground."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from app.made import make
from app.ui.ground_controls import formula
from surfaces import SURFACES, Surface, formula_surface


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_each_ground_says_how_exact_its_hessian_is(surface: Surface) -> None:
    notes = formula(surface)["notes"]
    exact = surface.exact_hessian is not None
    assert [surface.kink] * bool(surface.kink) == notes[:-1]
    assert notes[-1].endswith("exact." if exact else "central differences of the exact gradient.")


def test_a_formula_has_an_exact_hessian() -> None:
    assert formula_surface("x*y").hessian_words == "Hessian (the second derivatives): exact."


def shown(surface: Surface) -> str:
    """All that stands on the leaves of a ground's formula; it is well-formed XML."""
    return "".join(ElementTree.fromstring(f"<p>{formula(surface)['math']}</p>").itertext())


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_a_formula_is_typeset_whole(surface: Surface) -> None:
    leaves = shown(surface)
    assert not set(leaves) & set("\\{}&")
    digits = [sorted(re.findall(r"\d", text)) for text in (leaves, surface.formula)]
    assert digits[0] == digits[1]


def test_a_typed_formula_is_typeset_with_its_slopes() -> None:
    leaves = shown(make("formula", {"formula": "x*y + max(x, y)"}))
    assert leaves.count("∂") == 4 and leaves.count("largest") == 4
