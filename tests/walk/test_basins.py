"""Every cell of a picture says what one walk from there says, and is walked once."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from numpy.typing import NDArray

from app.walk import basins as module
from app.walk.basins import (
    CELLS,
    ENDINGS,
    FIRST,
    RATES,
    STARTS,
    Part,
    Picture,
    basins,
    parts,
    rate_by_start,
    upper,
)
from app.walk.course import Course
from app.walk.endings import Ending
from app.walk.outcome import outcomes
from app.walk.rules import RULES
from app.walk.sweep import sweep
from surfaces import SURFACES
from surfaces.surface import Array, as_points

HIMMELBLAU = SURFACES["himmelblau"]
ROUND = SURFACES["round-bowl"]
KEYS = ("himmelblau", "rosenbrock", "monkey-saddle", "eggholder", "cliff")


def course(key: str, steps: int = 60, **more: object) -> Course:
    surface = SURFACES[key]
    return Course(surface=surface, steps=steps, uphill=surface.direction == "up", **more)


def small(picture: Picture, every: int) -> Picture:
    return Picture(picture.starts[::every, ::every], picture.rates[::every, ::every])


def painted(found: Iterable[Part], picture: Picture, name: str = "classes") -> NDArray[np.int_]:
    """The whole picture; every cell is painted once."""
    image = np.full(picture.rates.shape, -1)
    for part in found:
        values = getattr(part, name)
        cells = image[part.row :: part.down, part.column :: part.right]
        cells = cells[: values.shape[0], : values.shape[1]]
        assert (cells == -1).all()
        assert cells.shape == values.shape
        cells[...] = values
    assert (image >= 0).all()
    return image


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (7, 5), (8, 8), (9, 17)])
def test_every_cell_is_walked_once(shape: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PART", 40)
    picture = Picture(np.ones((*shape, 2)), np.full(shape, 0.1))
    image = painted(parts(course("round-bowl", 5), picture), picture)
    assert len(np.unique(image)) == 1


@pytest.mark.parametrize("rule", ["gradient_descent", "adam"])
@pytest.mark.parametrize("key", KEYS)
def test_each_cell_as_if_it_walked_alone(key: str, rule: str) -> None:
    walked = course(key, rule=RULES[rule])
    surface, picture = walked.surface, small(basins(walked, 0.02), 16)
    found = list(parts(walked, picture))
    classes, steps = painted(found, picture), painted(found, picture, "steps")
    low, high = np.transpose([surface.x, surface.y])
    for at in np.ndindex(picture.rates.shape):
        walk = walked.walk(picture.starts[at], picture.rates[at])
        (end,) = outcomes(
            walk, surface.gradient, low, high, uphill=walked.uphill, minima=walked.goals
        )
        if end.ending is not Ending.REACHED:
            assert ENDINGS[classes[at]] is end.ending
        elif end.minimum is not None:
            assert classes[at] == FIRST + end.minimum
        else:
            assert classes[at] >= FIRST + len(walked.goals)
        assert steps[at] == (walked.steps if end.step is None else end.step)


def test_the_steps_of_a_round_bowl() -> None:
    walked = course("round-bowl", 60)
    picture = small(basins(walked, 0.5), 8)
    found = list(parts(walked, picture))
    assert (painted(found, picture) == FIRST).all()
    away = np.hypot.reduce(picture.starts, axis=-1)  # halved by each step
    expected = np.ceil(np.log2(away / (1e-3 * walked.radius)))
    np.testing.assert_array_equal(painted(found, picture, "steps"), np.maximum(expected, 0))


@pytest.mark.parametrize("key", ["himmelblau", "styblinski-tang"])
def test_minima_that_nobody_stated_are_found(key: str) -> None:
    surface = SURFACES[key]
    walked = replace(course(key, 400), surface=replace(surface, minima=()))
    picture = small(basins(walked, 0.01), 8)
    found = list(parts(walked, picture))
    places = np.concatenate([part.found for part in found])
    flat = as_points([*surface.minima, *surface.stationary])
    known = flat[(np.linalg.eigvalsh(surface.hessian(flat)) > 0).all(axis=-1)]
    away = np.linalg.norm(places[:, None] - known, axis=-1)
    assert len(places) == len(known)
    assert away.min(axis=1).max() < 2e-3 * walked.radius
    image = painted(found, picture)
    assert set(np.unique(image)) == set(range(FIRST, FIRST + len(known)))
    near = np.linalg.norm(picture.starts[..., None, :] - places, axis=-1)
    beside = near.min(axis=-1) < 0.5  # who starts beside a minimum reaches that one
    np.testing.assert_array_equal(image[beside], FIRST + near.argmin(axis=-1)[beside])


def test_found_minima_come_after_the_known() -> None:
    walked = course("styblinski-tang", 400)
    picture = small(basins(walked, 0.01), 16)
    found = list(parts(walked, picture))
    image = painted(found, picture)
    away = np.linalg.norm(picture.starts - walked.goals[0], axis=-1)
    assert image.flat[away.argmin()] == FIRST
    assert sum(len(part.found) for part in found) == 3


def test_more_minima_than_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    walked = course("himmelblau", 200)
    picture = small(basins(walked, 0.01), 16)
    image = painted(parts(walked, picture), picture)
    assert set(np.unique(image)) == {ENDINGS.index(Ending.REACHED), FIRST, FIRST + 1, FIRST + 2}


def test_rate_by_start_is_a_sweep_from_each_start() -> None:
    walked = course("himmelblau")
    rates = np.geomspace(1e-4, 0.1, RATES)
    whole = rate_by_start(walked, (-4.0, 1.0), (4.0, 2.0), rates)
    assert whole.rates.shape == (RATES, STARTS)
    picture = small(whole, 20)
    image = painted(parts(walked, picture), picture)
    for column, start in enumerate(picture.starts[0]):
        alone = sweep(walked, start, picture.rates[:, column])
        kinds = [Ending.REACHED if c >= FIRST else ENDINGS[c] for c in image[:, column]]
        assert kinds == list(alone.endings)


@pytest.mark.parametrize(("steps", "cells"), [(1000, 256), (1001, 128), (10_000, 64)])
def test_long_walks_make_coarser_pictures(steps: int, cells: int) -> None:
    assert CELLS == 256
    picture = basins(course("himmelblau", steps), 0.01)
    assert picture.rates.shape == (cells, cells)
    left, right = HIMMELBLAU.x
    assert picture.starts[0, 0, 0] == pytest.approx(left + (right - left) / cells / 2)
    assert picture.starts[0, -1, 0] == pytest.approx(right - (right - left) / cells / 2)


@pytest.mark.parametrize(
    ("present", "lowest", "rows"),
    [((0.5,), 1e-3, 41), ((0.5, 3e-5), 10**-4.6, 57), ((1e-5,), 1e-5, 61), ((1e-9,), 1e-5, 61)],
)
def test_four_decades_and_all_present_rates(
    present: tuple[float, ...], lowest: float, rows: int
) -> None:
    rates = upper(np.logspace(-5, 1, 61), present)
    assert rates[0] == pytest.approx(lowest)
    assert (rates[-1], len(rates)) == (10, rows)


def test_nothing_is_walked_ahead() -> None:
    asked = []

    def gradient(p: Array) -> Array:
        asked.append(p.size)
        return ROUND.gradient(p)

    walked = replace(course("round-bowl", 300), surface=replace(ROUND, gradient=gradient))
    found = parts(walked, basins(walked, 0.1))
    assert not asked
    list(islice(found, 2))
    before = len(asked)
    found.close()
    assert len(asked) == before
    assert sum(asked) < 0.2 * CELLS**2 * 300 * 2
