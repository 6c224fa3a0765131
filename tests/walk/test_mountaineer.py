"""The mountaineer against planes and bowls, whose steepest way is known; and what it cannot see."""

from typing import Any

import numpy as np
import pytest

from app.walk.compass import compass, shortest, turned
from app.walk.rules import RULES
from app.walk.rules.mountaineer import LOOKS, Mountaineer, mountaineer, setting_out
from app.walk.simulate import simulate
from surfaces import SURFACES
from surfaces.surface import Array

RULE = RULES["mountaineer"]
PLANE, BEST = range(2)

every_look = pytest.mark.parametrize("look", range(len(LOOKS)))
every_d = pytest.mark.parametrize("d", [1, 2, 3, 5])


def step_on(
    loss: Any, position: Array, rate: float = 1.0, state: Mountaineer | None = None, **values: Any
) -> tuple[Mountaineer, Array]:
    """One step of the mountaineer on a loss (..., d) -> (...)."""
    return mountaineer(
        state or setting_out(position),
        np.full_like(position, np.nan),  # whatever it is, it is not looked at
        np.full_like(position, rate),
        loss_after=lambda step: loss(position + step),
        **{**RULE.defaults, **values},
    )


def draw(seed: int, d: int, walkers: int = 4) -> Array:
    return np.random.default_rng(seed).normal(size=(walkers, d))


def test_the_choices_are_the_ways_of_looking() -> None:
    (look,) = (p for p in RULE.hyperparameters if p.key == "look")
    assert len(look.options) == len(LOOKS) == look.high + 1


@every_d
@pytest.mark.parametrize("sight", [0.01, 0.3, 50.0])
def test_on_a_plane_the_bearing_is_the_steepest(d: int, sight: float) -> None:
    position, g = draw(0, d), draw(1, d)[0]
    state, step = step_on(lambda p: p @ g + 7, position, rate=1e-3, sight=sight)
    length = np.linalg.norm(g)
    np.testing.assert_allclose(state.seen, np.broadcast_to(-g / length, position.shape), rtol=1e-9)
    np.testing.assert_allclose(state.slope, length, rtol=1e-9)
    np.testing.assert_allclose(step, np.broadcast_to(-1e-3 * g, position.shape), rtol=1e-9)


def test_the_best_of_n_bearings_is_the_nearest_to_the_steepest() -> None:
    for degrees in (0, 10, 124, 237, 359):
        g = -np.array([np.sin(np.radians(degrees)), np.cos(np.radians(degrees))])
        state, _ = step_on(lambda p, g=g: p @ g, np.zeros((1, 2)), look=BEST, bearings=36)
        nearest = round(degrees, -1) % 360
        assert compass(state.seen)[0] == pytest.approx(nearest, abs=1e-9)
        np.testing.assert_allclose(state.slope, np.cos(np.radians(degrees - nearest)))


@every_d
def test_on_quadratic_ground_a_plane_is_exact_however_far_it_sees(d: int) -> None:
    position, curvatures = draw(2, d), np.arange(1.0, d + 1)
    state, _ = step_on(lambda p: (curvatures * p**2).sum(axis=-1) / 2, position, sight=3.0)
    gradient = curvatures * position
    np.testing.assert_allclose(state.slope * state.seen, -gradient, rtol=1e-10)


def test_the_less_it_sees_the_nearer_it_is_to_the_gradient() -> None:
    surface = SURFACES["himmelblau"]
    position = draw(3, 2, walkers=20)
    gradient = surface.gradient(position)
    errors = []
    for sight in (1.0, 0.1, 0.01):
        state, _ = step_on(surface.loss, position, sight=sight)
        errors.append(np.abs(state.slope * state.seen + gradient).max())
    assert errors[0] > 50 * errors[1] > 2500 * errors[2] > 0  # as the square of the sight


def test_a_large_sight_sees_the_large_shape() -> None:
    """Rastrigin's bowl is r² under waves of height 10: near and far say different things."""
    surface = SURFACES["rastrigin"]
    position = np.array([[3.3, 2.2], [-2.7, 1.8], [1.7, -3.8]])
    home = -position / np.linalg.norm(position, axis=-1, keepdims=True)
    near, _ = step_on(surface.loss, position, sight=0.05)
    far, _ = step_on(surface.loss, position, sight=4.0)
    assert ((near.seen * home).sum(axis=-1) < 0.9).any()
    assert ((far.seen * home).sum(axis=-1) > 0.98).all()
    np.testing.assert_allclose(
        far.slope, 2 * np.linalg.norm(position, axis=-1, keepdims=True), rtol=0.3
    )


@every_look
def test_it_walks_rastrigins_bowl_where_gradient_descent_is_caught(look: int) -> None:
    surface = SURFACES["rastrigin"]
    start = (3.3, 2.2)
    walk = simulate(
        surface.loss, surface.gradient, start, [0.1], 60, rule=RULE,
        values={"sight": 2.0, "trust": 0.8, "look": look},
    )  # fmt: skip
    caught = simulate(surface.loss, surface.gradient, start, [1e-3], 60)
    assert np.linalg.norm(caught.points[0, -1]) > 3
    assert np.linalg.norm(walk.points[0, -1]) < 1.5


@every_look
@every_d
def test_the_stride_is_pace_times_slope_and_never_longer_than_the_sight(look: int, d: int) -> None:
    position = draw(4, d, walkers=50)
    for rate in (1e-3, 0.1, 1e6):
        values = {"sight": 0.7, "look": look}
        state, step = step_on(lambda p: (p**4).sum(axis=-1), position, rate=rate, **values)
        stride = np.linalg.norm(step, axis=-1, keepdims=True)
        np.testing.assert_allclose(stride, np.minimum(rate * state.slope, 0.7), rtol=1e-12)


def test_was_124_and_the_slope_says_10_is_now_89_point_8() -> None:
    ways = np.radians([124, 10])
    was, down = np.stack([np.sin(ways), np.cos(ways)], axis=-1)[:, None]
    state = setting_out(np.zeros((1, 2)))._replace(heading=was)
    state, step = step_on(lambda p: -(p * down).sum(axis=-1), np.zeros((1, 2)), 0.2, state)
    assert compass(state.seen)[0] == pytest.approx(10, abs=1e-9)
    assert compass(state.heading)[0] == pytest.approx(89.8, abs=1e-9)
    assert compass(step)[0] == pytest.approx(89.8, abs=1e-9)
    assert np.hypot(*step[0]) == pytest.approx(0.2)


def test_trust_of_1_turns_at_once_and_of_0_never() -> None:
    surface = SURFACES["himmelblau"]
    values = {"trust": [1.0, 0.0]}
    start, rates = surface.start, [1e-3] * 2
    walk = simulate(surface.loss, surface.gradient, start, rates, 50, rule=RULE, values=values)
    seen, heading = walk.records["seen"], walk.records["heading"]
    np.testing.assert_array_equal(heading[:, 0], seen[:, 0])  # the first step takes what it sees
    np.testing.assert_allclose(heading[0], seen[0], atol=1e-12)
    np.testing.assert_allclose(heading[1], np.broadcast_to(heading[1, :1], (50, 2)), atol=1e-14)


@every_look
@pytest.mark.parametrize("trust", [0.1, 0.3, 0.9])
def test_each_step_turns_by_trust_of_the_shortest_way(look: int, trust: float) -> None:
    surface = SURFACES["rastrigin"]
    values = {"trust": trust, "look": look, "bearings": 15, "sight": 1.0}
    walk = simulate(
        surface.loss, surface.gradient, (3.3, 2.2), [0.1], 100, rule=RULE, values=values
    )
    seen, heading = walk.records["seen"][0], walk.records["heading"][0]
    turns = 0
    for old, bearing, new in zip(heading[:-1], seen[1:], heading[1:], strict=True):
        if bearing.any():
            apart = turned(compass(old), compass(bearing), trust) - compass(new)
            assert (apart + 180) % 360 - 180 == pytest.approx(0, abs=1e-9)
            turns += abs(shortest(compass(old), compass(bearing))) > 1
        else:  # no slope in sight
            np.testing.assert_allclose(new, old, atol=1e-15)
    assert turns >= 3


@every_look
def test_uphill_is_the_other_way(look: int) -> None:
    surface = SURFACES["peaks"]
    start = np.array([0.3, 0.4])
    steps = [
        np.diff(
            simulate(
                lambda p, s=sign: s * surface.loss(p), surface.gradient, start, [0.01], 30,
                rule=RULE, uphill=sign < 0, values={"look": look},
            ).points[0],
            axis=0,
        )
        for sign in (1, -1)
    ]  # fmt: skip
    np.testing.assert_array_equal(*steps)


@every_look
def test_flat_ground_and_the_bottom_of_a_pit_keep_the_heading_and_the_place(look: int) -> None:
    east = setting_out(np.zeros((1, 2)))._replace(heading=np.array([[1.0, 0.0]]))
    for loss in (lambda p: 0 * p[..., 0] + 0.1, lambda p: (p**2).sum(axis=-1)):
        state, step = step_on(loss, np.zeros((1, 2)), state=east, look=look)
        np.testing.assert_allclose(step, 0, atol=1e-15)
        assert state.slope[0, 0] == pytest.approx(0, abs=1e-15)
    state, step = step_on(lambda p: 0 * p[..., 0] + 0.1, np.zeros((1, 2)), state=east, look=look)
    np.testing.assert_array_equal(state.seen, 0)
    np.testing.assert_array_equal(state.heading, east.heading)


def with_hole(hole: Any) -> Any:
    """A slope down to the south-west, with nan where `hole(x, y)`."""
    return lambda p: np.where(hole(p[..., 0], p[..., 1]), np.nan, p[..., 0] + p[..., 1])


@every_look
def test_what_is_not_there_is_not_seen(look: int) -> None:
    start = np.zeros((1, 2))
    around_hole, _ = step_on(with_hole(lambda x, y: x < -0.1), start, look=look)
    if look == PLANE:  # the rest of the ground tells the same plane
        np.testing.assert_allclose(around_hole.seen, [[-(0.5**0.5)] * 2])
    else:  # the steepest bearing left
        assert compass(around_hole.seen)[0] == pytest.approx(180)
    np.testing.assert_allclose(around_hole.slope, 2**0.5 if look == PLANE else 1)


def test_too_few_places_for_one_plane_are_the_flattest_of_those_that_fit() -> None:
    line, _ = step_on(with_hole(lambda x, y: abs(x) > 1e-9), np.zeros((1, 2)))
    assert compass(line.seen)[0] == pytest.approx(180)  # only along the line is anything seen
    np.testing.assert_allclose(line.slope, 1)


@every_look
def test_nothing_seen_around_is_a_rest_and_a_hole_underfoot_is_nan(look: int) -> None:
    island = with_hole(lambda x, y: np.hypot(x, y) > 1e-9)
    _, step = step_on(island, np.zeros((1, 2)), look=look)
    np.testing.assert_array_equal(step, 0)
    _, step = step_on(with_hole(lambda x, y: np.hypot(x, y) < 1e-9), np.zeros((1, 2)), look=look)
    assert np.isnan(step).all()


@every_look
@every_d
def test_it_looks_no_farther_than_its_sight(look: int, d: int) -> None:
    asked = []
    step_on(lambda p: (asked.append(p), p.sum(axis=-1))[1], np.zeros((1, d)), sight=0.7, look=look)
    away = np.linalg.norm(np.concatenate(asked), axis=-1)
    assert 0.6 < away.max() < 0.7 + 1e-12
    assert away.min() == 0  # and underfoot


@pytest.mark.parametrize("bearings", [5, 16])
@every_d
def test_the_plane_is_that_of_least_squares_with_a_height_of_its_own(d: int, bearings: int) -> None:
    """Against numpy's lstsq, with a column of ones, on the ground that is left beside a hole."""
    seen = []

    def loss(p: Array) -> Array:
        heights = np.where(p[..., 0] > 0.2, np.nan, np.cos(3 * p).sum(axis=-1) - p[..., -1] ** 3)
        seen.extend(zip(p.reshape(-1, d), heights.ravel(), strict=True))
        return heights

    state, _ = step_on(loss, np.full((1, d), 0.1), sight=0.9, bearings=bearings)
    places, heights = (np.array(each) for each in zip(*seen, strict=True))
    there = np.isfinite(heights)
    assert d < there.sum() < len(there)
    columns = np.column_stack([np.ones(there.sum()), places[there]])
    (_, *slope), *_ = np.linalg.lstsq(columns, heights[there])
    if np.linalg.matrix_rank(columns) == d + 1:  # else many planes fit
        np.testing.assert_allclose((state.slope * state.seen)[0], -np.array(slope), rtol=1e-9)


@every_look
def test_infinite_walls_are_not_seen(look: int) -> None:
    with np.errstate(all="ignore"):
        state, step = step_on(
            lambda p: np.where(p[..., 0] > 0.1, np.inf, p[..., 1]), np.zeros((1, 2)), look=look
        )
    assert np.isfinite(step).all()
    np.testing.assert_allclose(state.seen, [[0, -1]], atol=1e-9)


@pytest.mark.parametrize("d", [1, 2, 5, 12])
def test_walkers_together_walk_as_each_alone_to_the_last_bit(d: int) -> None:
    """Each with its own hyperparameters; some of them see holes."""
    rng = np.random.default_rng(5)
    walkers = 30
    values = {
        "sight": rng.uniform(0.1, 2, walkers), "trust": rng.random(walkers),
        "look": rng.integers(2, size=walkers), "bearings": rng.integers(3, 20, walkers),
    }  # fmt: skip
    start, rates = rng.normal(size=(walkers, d)), 10 ** rng.uniform(-3, 0, walkers)

    def loss(p: Array) -> Array:
        waves = np.cos(7 * p).sum(axis=-1) + (p**2).sum(axis=-1)
        return np.where(np.sin(3 * p[..., 0]) > 0.9, np.nan, waves)

    together = simulate(loss, np.copy, start, rates, 40, rule=RULE, values=values)
    assert np.isfinite(together.points[:, -1]).any()
    for w in range(walkers):
        own = {key: each[w] for key, each in values.items()}
        alone = simulate(loss, np.copy, start[w], rates[[w]], 40, rule=RULE, values=own)
        np.testing.assert_array_equal(alone.points[0], together.points[w])
        np.testing.assert_array_equal(alone.records["heading"][0], together.records["heading"][w])


def test_in_more_dimensions_than_it_looks_it_still_goes_down() -> None:
    start = draw(6, 300, walkers=1)
    walk = simulate(lambda p: (p**2).sum(axis=-1), np.copy, start, [0.2], 20, rule=RULE)
    assert (np.diff(walk.losses[0]) < 0).all()
