"""Colours tell walkers apart, for colour-blind eyes too, and text can be read."""

from __future__ import annotations

from dataclasses import asdict
from itertools import combinations

import numpy as np
import pytest

from app.figures.look import INKS, LOOKS, STENCIL, WALKERS, Look
from app.scenario import MOST_WALKERS
from app.view import LOOK_KEYS, THEMES
from tests.figures.colour import EYES, apart, contrast, lab, linear

EVEN = 2.0  # of CIE lightness, which runs from 0 to 100

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


def test_a_number_can_be_read_on_its_walker() -> None:
    for colour, ink in zip(WALKERS, INKS, strict=True):
        assert contrast(colour, ink) > 4.5, colour


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
    for text in (look.ink, look.quiet, look.alarm):
        for background in (look.paper, look.card):
            assert contrast(text, background) >= 4.5, (text, background)


@EVERY_LOOK
def test_height_reads_without_colour_vision(look: Look) -> None:
    places, colours = zip(*look.ground, strict=True)
    assert (places[0], places[-1]) == (0, 1)
    assert list(places) == sorted(places)
    assert len(places) == len(STENCIL.ground)
    shares = np.linspace(0, 1, 65)
    rgb = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in colours])
    between = [np.interp(shares, places, channel) for channel in rgb.T]  # as plotly mixes them
    mixed = [
        "#{:02x}{:02x}{:02x}".format(*map(round, colour)) for colour in zip(*between, strict=True)
    ]
    for eye in EYES.values():
        lightness = np.array([lab(eye @ linear(colour))[0] for colour in mixed])
        assert (np.diff(lightness) > 0).all()
        even = np.linspace(lightness[0], lightness[-1], len(shares))
        assert np.abs(lightness - even).max() < EVEN, look.key
    assert np.ptp(lightness) > 35


@EVERY_LOOK
@pytest.mark.parametrize("eye", EYES)
def test_a_trail_is_lifted_off_the_ground_by_its_border(look: Look, eye: str) -> None:
    """Nine colours and a scale of greys do not fit into a colour-blind eye: the border does it."""
    red, green, blue, alpha = map(float, look.halo.removeprefix("rgba(")[:-1].split(","))
    assert alpha > 0.8
    halo = f"#{int(red):02x}{int(green):02x}{int(blue):02x}"
    assert min(apart(halo, colour, eye) for colour in WALKERS) > 35


@EVERY_LOOK
def test_a_dark_look_is_dark(look: Look) -> None:
    paper, ink = (lab(linear(colour))[0] for colour in (look.paper, look.ink))
    assert (paper < ink) == look.dark


def test_looks_are_those_that_a_link_knows() -> None:
    assert tuple(LOOKS) == LOOK_KEYS
    assert set(THEMES.values()) <= set(LOOKS)
    for key, look in LOOKS.items():
        assert look.key == key
        assert all(value or value is False for value in asdict(look).values())
