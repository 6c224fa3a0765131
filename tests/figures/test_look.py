"""Colours tell walkers apart, for colour-blind eyes too, and text can be read."""

from __future__ import annotations

from dataclasses import asdict
from itertools import combinations

import numpy as np
import pytest

from app.figures.look import LOOKS, WALKERS, Look
from app.scenario import MOST_WALKERS
from app.view import THEMES
from tests.figures.colour import EYES, apart, contrast, lab, linear

EVERY_LOOK = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())


def test_the_measures_themselves() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    np.testing.assert_allclose(lab(linear("#ff0000")), [53.24, 80.09, 67.20], atol=0.05)
    for matrix in EYES.values():  # every eye sees greys as greys
        np.testing.assert_allclose(matrix.sum(axis=1), 1, atol=1e-5)
    assert apart("#ff0000", "#00ff00", "deuteranopia") < apart("#ff0000", "#00ff00", "usual") / 2


def test_there_is_a_colour_for_every_walker() -> None:
    assert len({colour.lower() for colour in WALKERS}) == len(WALKERS) == MOST_WALKERS


@pytest.mark.parametrize("eye", EYES)
def test_walkers_are_told_apart(eye: str) -> None:
    """In CIE Lab a difference of 2 is just seen when both colours touch; thin lines need more."""
    for (i, one), (j, other) in combinations(enumerate(WALKERS), 2):
        assert apart(one, other, eye) > (35 if max(i, j) < 3 else 17), (i + 1, j + 1)


@EVERY_LOOK
def test_walkers_stand_out_from_ground_and_card(look: Look) -> None:
    for colour in WALKERS:
        assert contrast(colour, look.card) > 2, colour
        for _, ground in look.ground:
            assert apart(colour, ground, "usual") > 17, (colour, ground)


@EVERY_LOOK
def test_a_recorded_walk_is_no_walker_and_can_be_seen(look: Look) -> None:
    assert contrast(look.recorded, look.card) > 4.5
    assert contrast(look.recorded, look.edge) > 4.5  # which lifts it off any ground
    for colour in WALKERS:
        assert min(apart(look.recorded, colour, eye) for eye in EYES) > 30, colour


@EVERY_LOOK
def test_text_can_be_read(look: Look) -> None:
    """4.5 is what WCAG 2 asks for text of any size (AA)."""
    for text in (look.ink, look.quiet):
        for background in (look.paper, look.card):
            assert contrast(text, background) >= 4.5, (text, background)


@EVERY_LOOK
def test_height_reads_without_colour_vision(look: Look) -> None:
    places, colours = zip(*look.ground, strict=True)
    assert (places[0], places[-1]) == (0, 1)
    assert list(places) == sorted(places)
    lightness = [lab(linear(colour))[0] for colour in colours]
    assert min(np.diff(lightness)) > 8


def test_looks_are_those_that_a_link_knows() -> None:
    assert tuple(LOOKS) == THEMES
    for key, look in LOOKS.items():
        assert look.key == key
        assert all(asdict(look).values())
