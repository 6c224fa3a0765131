"""Turning on a map and in many dimensions, against angles worked out by hand."""

import numpy as np
import pytest

from app.walk.compass import around, compass, shortest, turn, turned, turning, unit
from surfaces.surface import Array


def bearing(degrees: float) -> Array:
    """The unit vector (1, 2) of compass degrees."""
    return np.array([[np.sin(np.radians(degrees)), np.cos(np.radians(degrees))]])


def frame(d: int) -> Array:
    """d unit vectors at right angles to each other, along no axis."""
    q: Array = np.linalg.qr(np.random.default_rng(d).normal(size=(d, d)))[0]
    return q


def test_the_numbers_of_the_answer() -> None:
    said = "was 124°, the slope says 10°, turning 0.3 of −114°: now 89.8°"
    assert turning(124, 10, 0.3) == said
    assert turned(124, 10, 0.3) == pytest.approx(89.8, abs=1e-12)
    assert compass(turn(bearing(124), bearing(10), 0.3))[0] == pytest.approx(89.8, abs=1e-12)


@pytest.mark.parametrize(
    ("x", "y", "degrees"),
    [(0, 1, 0), (1, 1, 45), (1, 0, 90), (0, -2, 180), (-1, 0, 270), (-1e-20, 1, 0)],
)
def test_compass(x: float, y: float, degrees: float) -> None:
    assert compass(np.array([x, y], dtype=float)) == pytest.approx(degrees, abs=1e-9)


# The same table as for the page's own words, in tests/js/captions.test.mjs.
TURNS = [
    (124, 10, -114), (10, 124, 114), (350, 10, 20), (10, 350, -20), (0, 180, 180), (180, 0, 180),
    (270, 90, 180), (45, 45, 0), (359.5, 0.5, 1),
]  # fmt: skip


@pytest.mark.parametrize(("old", "seen", "way"), TURNS)
@pytest.mark.parametrize("trust", [0.0, 0.25, 0.5, 1.0])
def test_vectors_turn_as_degrees_do(old: float, seen: float, way: float, trust: float) -> None:
    assert shortest(old, seen) == way
    new = turn(bearing(old), bearing(seen), trust)
    assert np.hypot(*new[0]) == pytest.approx(1, abs=1e-15)
    np.testing.assert_allclose(new, bearing(old + trust * way), atol=1e-12)
    np.testing.assert_allclose(new, bearing(turned(old, seen, trust)), atol=1e-12)


@pytest.mark.parametrize(
    ("old", "seen", "trust", "sentence"),
    [
        (350, 10, 0.5, "was 350°, the slope says 10°, turning 0.5 of 20°: now 0°"),
        (0, 359.97, 1, "was 0°, the slope says 0°, turning 1 of 0°: now 0°"),
        (90, 270, 0.1, "was 90°, the slope says 270°, turning 0.1 of 180°: now 108°"),
    ],
)
def test_turning_in_words(old: float, seen: float, trust: float, sentence: str) -> None:
    assert turning(old, seen, trust) == sentence


@pytest.mark.parametrize("d", [2, 3, 5, 100])
@pytest.mark.parametrize("angle", [0.0, 1e-9, 0.5, 2.0, 3.1])
def test_in_many_dimensions_the_turn_is_along_the_great_circle(d: int, angle: float) -> None:
    ahead, side = frame(d)[:2]
    heading, seen = ahead[None], (np.cos(angle) * ahead + np.sin(angle) * side)[None]
    for trust in (0.0, 0.3, 1.0):
        expected = np.cos(trust * angle) * ahead + np.sin(trust * angle) * side
        np.testing.assert_allclose(turn(heading, seen, trust), expected[None], atol=1e-14)


@pytest.mark.parametrize("d", [2, 3, 5])
def test_straight_behind_it_turns_clockwise_in_the_plane_of_the_first_two_axes(d: int) -> None:
    for heading in (*np.eye(d), *frame(d)):
        half = turn(heading[None], -heading[None], 0.5)[0]
        assert half @ heading == pytest.approx(0, abs=1e-15)
        assert np.hypot(half[0], half[1]) == pytest.approx(1)  # no other axis
        assert heading[0] * half[1] - heading[1] * half[0] <= 0  # to the right
        np.testing.assert_allclose(
            turn(heading[None], -heading[None], 1.0)[0], -heading, atol=1e-15
        )


def test_in_one_dimension_more_than_half_of_the_way_is_behind() -> None:
    heading = np.array([[1.0], [-1.0]])
    np.testing.assert_array_equal(turn(heading, -heading, 0.4), heading)
    np.testing.assert_array_equal(turn(heading, -heading, 0.6), -heading)


def test_who_has_no_heading_takes_the_bearing_and_who_has_no_bearing_keeps_the_heading() -> None:
    none, east = np.zeros((1, 2)), bearing(90)
    for trust in (0.0, 0.3, 1.0):
        np.testing.assert_array_equal(turn(none, east, trust), east)
        np.testing.assert_allclose(turn(east, none, trust), east, atol=1e-15)
        np.testing.assert_array_equal(turn(none, none, trust), none)


def test_each_walker_may_have_a_share_of_its_own() -> None:
    headings = np.concatenate([bearing(0)] * 2)
    new = turn(headings, np.concatenate([bearing(90)] * 2), np.array([[0.5], [1.0]]))
    np.testing.assert_allclose(compass(new), [45, 90])


def test_a_vector_of_no_length_has_no_direction() -> None:
    small = np.array([[0.0, 0.0], [3e-200, 4e-200], [np.nan, 1.0]])
    np.testing.assert_allclose(unit(small), [[0, 0], [0.6, 0.8], [np.nan, np.nan]])


def test_directions_around_on_a_map_stand_like_hours() -> None:
    np.testing.assert_allclose(compass(around(12, 2)) % 359.999999, 30 * np.arange(12), atol=1e-5)


@pytest.mark.parametrize("d", [1, 3, 5, 40])
@pytest.mark.parametrize("n", [3, 4, 10, 16, 37])
def test_directions_around_are_even_in_any_dimension(n: int, d: int) -> None:
    directions = around(n, d)
    assert directions.shape == (n, d)
    np.testing.assert_allclose(np.linalg.norm(directions, axis=-1), 1)
    half = n - n // 2
    np.testing.assert_array_equal(directions[half:], -directions[: n // 2])  # opposites
    some = directions[: min(half, d)]
    np.testing.assert_allclose(some @ some.T, np.eye(len(some)), atol=1e-14)
    assert not directions.flags.writeable
