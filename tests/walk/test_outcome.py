"""Each ending on a case made up so that its step is known beforehand."""

import numpy as np
import pytest

from app.walk.endings import CLOSE, FAR, HOLE, Ending, Endings
from app.walk.outcome import Outcome, _outcome, outcomes
from app.walk.sentences import STUCK
from app.walk.simulate import Field, simulate
from surfaces.surface import Array

LOW, HIGH = (-3.0, -4.0), (3.0, 4.0)  # half the diagonal is 5
RADIUS = 5.0


def ends(
    loss: Field, gradient: Field, start: tuple[float, ...], rate: float, steps: int, **way: bool
) -> Outcome:
    walk = simulate(loss, gradient, start, [rate], steps, **way)
    return outcomes(walk, gradient, LOW, HIGH, **way)[0]


def power(*powers: float) -> tuple[Field, Field]:
    """The sum of |x|**n over the axes, and its gradient."""
    n = np.array(powers)

    def loss(p: Array) -> Array:
        result: Array = (np.abs(p) ** n).sum(axis=-1)
        return result

    return loss, lambda p: n * np.sign(p) * np.abs(p) ** (n - 1)


def quadratic(*curvatures: float) -> tuple[Field, Field]:
    c = np.array(curvatures)
    return lambda p: (c * p**2).sum(axis=-1) / 2, lambda p: c * p


BOWL = quadratic(1, 1)
FLAT = quadratic(0, 0)
TILTED = (lambda p: 1e-9 * p.sum(axis=-1), lambda p: np.full_like(p, 1e-9))
TAIL = (
    lambda p: np.exp(-20 * p[..., 0]),
    lambda p: np.exp(-20 * p[..., :1]) * [-20.0, 0.0],
)
SHELF = (lambda p: (p**3).sum(axis=-1), lambda p: 3 * p**2)


def test_reached() -> None:
    # 2 * 0.5**k is within 0.005 of the last point, 2 * 0.5**60, from k = 9 on
    end = ends(*BOWL, (2, 0), 0.5, 60)
    assert end.ending is Ending.REACHED
    assert end.step == 9
    assert end.sentence == "reached the bottom at step 9"
    assert end.detail == "within 0.001 half-diagonals of the map of a minimum, near (0.00, 0.00)"


def test_reached_a_summit() -> None:
    end = ends(*quadratic(-1, -1), (2, 0), 0.5, 60, uphill=True)
    assert end.sentence == "reached the summit at step 9"
    assert end.detail.endswith("of a maximum, near (0.00, 0.00)")


def test_crawling() -> None:
    end = ends(*BOWL, (2, 0), 1e-3, 60)
    assert (end.ending, end.step) == (Ending.CRAWLING, None)
    assert end.sentence == "still crawling"


@pytest.mark.parametrize("rate", [1.99, 2.0])
def test_oscillating(rate: float) -> None:
    end = ends(*BOWL, (2, 0), rate, 60)
    assert (end.ending, end.step) == (Ending.OSCILLATING, None)
    assert (end.sentence, end.period) == ("oscillating, period 2", 2)


def test_left_by_overshooting() -> None:
    # 1 * (-1.1)**k is beyond 3 from k = 12 on (1.1**11 = 2.85)
    end = ends(*BOWL, (1, 0), 2.1, 30)
    assert (end.ending, end.step) == (Ending.LEFT, 12)
    assert end.sentence == "left the map at step 12"
    assert end.detail == "it crossed the edge of the map"


def test_left_down_an_endless_slope() -> None:
    # y = 2**k / 8 is beyond 4 from k = 6 on, and past every limit with a loss that falls
    for steps in (10, 100, 2000):
        end = ends(*quadratic(1, -1), (1, 0.125), 1.0, steps)
        assert (end.ending, end.step) == (Ending.LEFT, 6)


def test_came_back_to_the_map() -> None:
    # over the edge at step 1 (x = 3.6), back at step 2 and home
    assert ends(*BOWL, (-3, 0), 2.2, 1).ending is Ending.LEFT
    loss, gradient = BOWL
    walk = simulate(loss, gradient, (2, 0), [0.5], 60)
    walk.points[0, 3] = (9, 9)
    end = outcomes(walk, gradient, LOW, HIGH)[0]
    assert (end.ending, end.step) == (Ending.REACHED, 9)


def test_left_counts_from_the_last_time_it_was_there() -> None:
    walk = simulate(*FLAT, (0, 0), [1.0], 5)
    walk.points[0, :, 0] = [0, 9, 0, 9, 9, 9]
    assert outcomes(walk, FLAT[1], LOW, HIGH)[0].step == 3


def test_blew_up_past_the_limit() -> None:
    # 10**k is past 1e6 half-diagonals, 5e6, at k = 7; every step is worse than the last
    end = ends(*BOWL, (1, 0), 11.0, 30)
    assert (end.ending, end.step) == (Ending.BLEW_UP, 7)
    assert end.sentence == "blew up at step 7"
    assert end.detail == "farther than 1,000,000 half-diagonals of the map from its centre"
    assert FAR == 1e6


def test_blew_up_on_a_pole() -> None:
    # one step of 1 from 1 down -1 / |x| lands on the pole, where the loss is -inf
    with np.errstate(divide="ignore"):
        end = ends(lambda p: -1 / abs(p[..., 0]), lambda p: [1, 0] / p**2, (1, 1), 1, 1)
    assert (end.ending, end.step) == (Ending.BLEW_UP, 1)
    assert end.detail == "the loss is no longer a finite number"


def test_blew_up_on_a_peak_without_end() -> None:
    # one step of 1 from (1, 1) up 1 / |p|**2 lands on the pole itself, higher than at the start
    def slope(p: Array) -> Array:
        return -2 * p / (p**2).sum(axis=-1, keepdims=True) ** 2

    end = ends(lambda p: 1 / (p**2).sum(axis=-1), slope, (1, 1), 2, 1, uphill=True)
    assert (end.ending, end.step) == (Ending.BLEW_UP, 1)


def test_what_comes_after_the_limit_does_not_count() -> None:
    walk = simulate(*FLAT, (0, 0), [1.0], 4)
    walk.points[0, :, 0] = [0, 9, 1e9, 0, 0]
    walk.losses[0] = [0, -1, -2, 0, 0]
    assert outcomes(walk, FLAT[1], LOW, HIGH)[0].sentence == "left the map at step 1"


def test_blew_up_out_of_numbers() -> None:
    end = ends(lambda p: np.zeros(p.shape[:-1]), lambda p: np.full_like(p, np.inf), (1, 1), 1, 3)
    assert (end.ending, end.step) == (Ending.BLEW_UP, 1)
    assert end.detail == "the position is no longer a finite number"


def test_going_up_a_bowl_leaves_the_map_instead_of_blowing_up() -> None:
    # 1.5**k is beyond 3 from k = 3 on; higher is better, so nothing went wrong
    end = ends(*BOWL, (1, 0), 0.5, 100, uphill=True)
    assert (end.ending, end.step) == (Ending.LEFT, 3)


@pytest.mark.parametrize(
    ("ground", "start", "rate", "sentence"),
    [
        (quadratic(1, -1), (0.0, 0.0), 0.5, "stuck on a saddle at step 0"),
        (quadratic(1, -1), (2.0, 0.0), 0.5, "stuck on a saddle at step 9"),  # slides onto it
        (quadratic(1, -1), (2.0, 0.0), 1e-3, "still crawling"),
        (quadratic(-1, -1), (0.0, 0.0), 0.5, "stuck on a summit at step 0"),
        (FLAT, (1.0, 1.0), 0.5, "stuck on a plateau at step 0"),
        (TILTED, (1.0, 1.0), 0.5, "still crawling"),
        (TAIL, (2.0, 0.0), 0.5, "stuck on a plateau at step 0"),
        (TAIL, (0.0, 0.0), 1e-9, "still crawling"),  # small is the rate, not the slope
        (SHELF, (0.0, 0.0), 0.5, "stuck on a shelf at step 0"),
    ],
    ids="saddle ridge slow summit flat tilted tail slow-tail shelf".split(),
)
def test_a_small_slope_is_not_a_bottom(
    ground: tuple[Field, Field], start: tuple[float, float], rate: float, sentence: str
) -> None:
    assert ends(*ground, start, rate, 100).sentence == sentence


def test_stuck_uphill() -> None:
    end = ends(*quadratic(1, 1), (0, 0), 0.5, 100, uphill=True)
    assert end.sentence == "stuck in a hollow at step 0"
    assert end.detail == "the slope is nothing here, but the ground rises to all sides"


def test_who_has_only_just_come_to_a_saddle_is_not_stuck() -> None:
    # 2 * 0.5**9 = 0.0039 is within 0.005 of it: settled since step 8 of 9, too short to be stuck
    assert ends(*quadratic(1, -1), (2, 0), 0.5, 9).ending is Ending.CRAWLING
    assert ends(*quadratic(1, -1), (2, 0), 0.5, 12).sentence == "stuck on a saddle at step 9"


def test_which_minimum() -> None:
    def loss(p: Array) -> Array:  # minima at x = -1, the lower one, and 1
        x, y = p[..., 0], p[..., 1]
        result: Array = (x**2 - 1) ** 2 + 0.1 * x + y**2
        return result

    def gradient(p: Array) -> Array:
        x, y = p[..., 0], p[..., 1]
        return np.stack([4 * x * (x**2 - 1) + 0.1, 2 * y], axis=-1)

    low = np.roots([4, 0, -4, 0.1]).min()
    walk = simulate(loss, gradient, [(-2, 1), (2, 1)], [0.05, 0.05], 200)
    left, right = outcomes(walk, gradient, LOW, HIGH, minima=[(9, 9), (low, 0)])
    assert (left.minimum, right.minimum) == (1, None)
    assert left.detail.endswith("of the lowest minimum (2 of 2), at (-1.01, 0.00)")
    assert right.detail.endswith("of a minimum, not one of the lowest, near (0.99, 0.00)")


def test_a_tilted_trough_is_no_bottom_and_a_level_one_is() -> None:
    tilted = (lambda p: p[..., 0] ** 2 + 1e-4 * p[..., 1], lambda p: p * [2, 0] + [0, 1e-4])
    level = quadratic(2, 0)
    assert ends(*tilted, (1, 1), 0.3, 100).ending is Ending.CRAWLING
    assert ends(*level, (1, 1), 0.3, 100).ending is Ending.REACHED


def test_a_ring_of_minima_is_a_bottom() -> None:
    def loss(p: Array) -> Array:
        result: Array = ((p**2).sum(axis=-1) - 4) ** 2
        return result

    def gradient(p: Array) -> Array:
        result: Array = 4 * p * ((p**2).sum(axis=-1, keepdims=True) - 4)
        return result

    for start in ((1.996, 0.0), (2.004, 0.0), (0.0, -1.996), (0.7, 0.7)):
        # at once, and settled: inside the ring the loss curves downwards along it
        for steps in (0, 100) if start[0] != start[1] else (100,):
            assert ends(loss, gradient, start, 0.01, steps).ending is Ending.REACHED


def test_a_degenerate_minimum_counts_where_the_walker_really_is_there() -> None:
    # x**4 shrinks like 1 / sqrt(8 * rate * k): 0.2 after 100 steps of 0.04, far from 0.005 * 5
    assert ends(*power(4, 4), (0.5, 0.5), 0.04, 100).ending is Ending.CRAWLING
    assert ends(*power(4, 4), (0.004, 0.004), 0.04, 100).ending is Ending.REACHED


def test_a_bounce_over_a_kink_is_no_bottom() -> None:
    # |x| has a slope of 1 everywhere: the walker jumps between 0.1 and -0.1 for ever
    assert ends(*power(1, 1), (0.1, 0.1), 0.2, 100).ending is Ending.OSCILLATING


def test_more_dimensions() -> None:
    c = np.linspace(1, 2, 7)
    walk = simulate(*quadratic(*c), np.ones(7), [0.5, 1e-4, 1e4], 200)
    found = outcomes(walk, lambda p: c * p, np.full(7, -2), np.full(7, 2))
    assert [o.ending for o in found] == [Ending.REACHED, Ending.CRAWLING, Ending.BLEW_UP]


@pytest.mark.parametrize(("steps", "ending"), [(0, Ending.REACHED), (1, Ending.REACHED)])
def test_start_on_a_minimum(steps: int, ending: Ending) -> None:
    end = ends(*BOWL, (0, 0), 0.5, steps)
    assert (end.ending, end.step) == (ending, 0)


def test_one_step() -> None:
    assert ends(*BOWL, (2, 0), 0.1, 1).ending is Ending.CRAWLING
    assert ends(*BOWL, (2, 0), 1.0, 1).step == 1
    assert ends(*BOWL, (2, 0), 2.9, 1).sentence == "left the map at step 1"
    assert ends(*BOWL, (2, 0), 1e9, 1).sentence == "blew up at step 1"


def test_the_edge_belongs_to_the_map() -> None:
    assert ends(*FLAT, HIGH, 1.0, 3).ending is Ending.STUCK
    beyond = (np.nextafter(3, 4), 0)
    assert ends(*FLAT, beyond, 1.0, 3).sentence == "left the map at step 0"


def test_all_walkers_at_once_are_each_alone() -> None:
    rates = [1e-3, 0.5, 1.99, 2.1, 50]
    together = outcomes(simulate(*BOWL, (2, 1), rates, 80), BOWL[1], LOW, HIGH)
    assert together == tuple(ends(*BOWL, (2, 1), rate, 80) for rate in rates)
    assert {o.ending for o in together} == set(Ending) - {Ending.STUCK}
    assert CLOSE == 1e-3


def test_a_walker_that_steps_into_a_hole_has_left_the_map() -> None:
    def loss(p: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.sqrt(p[..., 0])  # no height to the west of 0

    def gradient(p: Array) -> Array:
        with np.errstate(all="ignore"):
            return 0.5 / np.sqrt(p)

    walk = simulate(loss, gradient, [1.0], [0.9], 9)
    (end,) = outcomes(walk, gradient, [-2.0], [2.0])
    assert (end.ending, end.step) == (Ending.LEFT, 2)  # 1, 0.55, -0.06
    assert end.sentence == "stepped into a hole at step 2"
    assert np.isnan(walk.losses[0, 2])


@pytest.mark.parametrize("uphill", [False, True], ids=["down", "up"])
def test_sentences_fit_beside_a_rate(uphill: bool) -> None:
    walk = simulate(*FLAT, (0, 0), [1.0], 9999)
    stuck = [(Ending.STUCK, spot) for spot in STUCK]
    for kind, spot in [*((kind, HOLE) for kind in Ending if kind != Ending.STUCK), *stuck]:
        found = Endings(*(np.array([v]) for v in (kind, 9999, spot, -1, 8)))
        assert len(_outcome(walk, found, 0, np.empty((0, 2)), uphill).sentence) <= 32
