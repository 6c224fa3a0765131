"""Basins' colours are told apart, and from walkers'; each ending has words and its own grey."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from app.figures.endings import BASINS, ENDING_LOOKS
from app.figures.look import WALKERS
from app.walk.endings import Ending
from tests.figures.colour import EYES, apart, lab, linear

PAINTER = Path(__file__).parents[2] / "assets" / "lib" / "raster_paint.mjs"


@pytest.mark.parametrize("eye", EYES)
def test_basins_are_told_apart(eye: str) -> None:
    """In CIE Lab a difference of 2 is just seen when both colours touch, as areas do."""
    for (i, one), (j, other) in combinations(enumerate(BASINS), 2):
        assert apart(one, other, eye) > 12, (i, j)


def test_walkers_stand_out_from_basins() -> None:
    for walker in WALKERS:
        assert min(apart(walker, basin, "usual") for basin in BASINS) > 17, walker


def test_every_ending_has_its_look() -> None:
    assert list(ENDING_LOOKS) == list(Ending)
    looks = ENDING_LOOKS.values()
    assert len({(look.color, look.ink, look.pattern) for look in looks}) == len(Ending)
    for look in looks:
        assert len(re.findall(r"\{steps?\}", look.told)) == 1
        for grey in (look.color, look.ink):  # no hue: those are for minima
            assert abs(lab(linear(grey))[1:]).max() < 8


def test_the_page_knows_every_hatch() -> None:
    """A row names a hatch of assets/lib/raster_paint.mjs."""
    table = PAINTER.read_text().split("const PATTERNS = {")[1].split("};")[0]
    known = set(re.findall(r"^  (\w+):", table, re.MULTILINE))
    assert {look.pattern for look in ENDING_LOOKS.values()} <= known
