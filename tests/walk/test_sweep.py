"""A sweep says of each rate what one walk with it says; six decades hold what can happen."""

from dataclasses import replace

import numpy as np
import pytest

from app.walk.course import Course
from app.walk.endings import Ending
from app.walk.presets import presets
from app.walk.rules import RULES, Rule
from app.walk.sweep import DECADES, MOST_STEPS, six_decades, sweep
from surfaces import SURFACES, Surface
from surfaces.surface import Array

HIMMELBLAU = SURFACES["himmelblau"]
ROUND = SURFACES["round-bowl"]  # its curvature is 1 everywhere
FAMILIES = ("himmelblau", "rosenbrock", "saddle")


def course(surface: Surface, steps: int = 60, **more: object) -> Course:
    return Course(surface=surface, steps=steps, uphill=surface.direction == "up", **more)


def rates_of(walked: Course, **more: object) -> Array:
    rates = six_decades(walked, walked.surface.start, **more)
    assert rates is not None
    return rates


@pytest.mark.parametrize("rule", ["gradient_descent", "momentum", "adam"])
def test_each_rate_as_if_it_walked_alone(rule: str) -> None:
    walked = course(HIMMELBLAU, rule=RULES[rule])
    rates = rates_of(walked, count=40)
    found = sweep(walked, HIMMELBLAU.start, rates)
    for i, rate in enumerate(rates):
        walk = walked.walk(HIMMELBLAU.start, [rate])
        ends = walked.endings(walk)
        assert found.endings[i] == ends.kinds[0]
        going = ends.kinds[0] in (Ending.CRAWLING, Ending.OSCILLATING)
        assert found.steps[i] == (walked.steps if going else ends.steps[0])
        at = ends.steps[0] if ends.kinds[0] in (Ending.LEFT, Ending.BLEW_UP) else -1
        assert found.losses[i] == walk.losses[0, at]


def test_the_closed_form_of_a_round_bowl() -> None:
    rates = np.linspace(0.05, 2.3, 40)
    found = sweep(course(ROUND, 30), (1.0, 0.0), rates)
    left = np.abs(1 - rates) ** 30  # of the distance from the bottom, after 30 steps
    on_map = left < ROUND.x[1]
    np.testing.assert_allclose(found.losses[on_map], left[on_map] ** 2 / 2, rtol=1e-9, atol=1e-30)
    assert (found.away == ~on_map).all()
    assert found.steady[rates < 2].all()
    assert not found.steady[rates > 2].any()


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_the_lowest_of_six_decades_crawls(surface: Surface) -> None:
    walked = course(surface)
    rates = rates_of(walked)
    assert rates[-1] / rates[0] == pytest.approx(10**DECADES)
    assert sweep(walked, surface.start, rates[:1]).is_(Ending.CRAWLING).all()


@pytest.mark.parametrize("factor", [1e-6, 1e6])
def test_six_decades_move_with_the_unit_of_the_loss(factor: float) -> None:
    bowl = SURFACES["booth"]
    other = replace(
        bowl,
        loss=lambda p: factor * bowl.loss(p),
        gradient=lambda p: factor * bowl.gradient(p),
    )
    np.testing.assert_allclose(rates_of(course(other)) * factor, rates_of(course(bowl)), rtol=1e-9)


@pytest.mark.parametrize("present", [[0.01, 0.02], [1e-9], [1e4], [3e-4, 5.0]])
def test_six_decades_hold_the_present_rates(present: list[float]) -> None:
    rates = rates_of(course(HIMMELBLAU), present=present)
    assert rates[0] <= min(present) * (1 + 1e-12)
    assert rates[-1] >= max(present) * (1 - 1e-12)


def test_of_rates_too_far_apart_the_highest_is_held() -> None:
    assert rates_of(course(HIMMELBLAU), present=[1e-9, 1e3])[-1] == pytest.approx(1e3)


def test_where_nothing_moves_there_are_no_rates() -> None:
    flat = replace(ROUND, loss=lambda p: p[..., 0] * 0, gradient=np.zeros_like)
    assert six_decades(course(flat), (1.0, 1.0)) is None


def test_a_start_on_a_summit_sees_the_slopes_of_the_map() -> None:
    walked = course(HIMMELBLAU)
    low, top = six_decades(walked, (-0.270845, -0.923039))[[0, -1]]  # a local maximum
    assert low < 2 / 74 < top  # the limit at the minimum (3, 2), whose sharpness is 82


def test_a_schedule_scales_every_rate() -> None:
    shares = np.linspace(1, 0.1, 30)
    rates = np.array([0.1, 0.5])
    found = sweep(course(ROUND, 30, shares=shares), (1.0, 0.0), rates)
    left = np.prod(1 - rates[:, None] * shares, axis=1)
    np.testing.assert_allclose(found.losses, left**2 / 2, rtol=1e-9)


@pytest.mark.parametrize(
    ("rule", "limit"), [("gradient_descent", 2.0), ("momentum", 3.8), ("lion", np.nan)]
)
def test_the_limit_at_the_bottom(rule: str, limit: float) -> None:
    walked = course(ROUND, 200, rule=RULES[rule])
    found = sweep(walked, (4.0, 3.0), rates_of(walked))
    assert found.limit == pytest.approx(limit, nan_ok=True)


def test_the_limit_is_that_of_the_minimum_the_best_rate_reaches() -> None:
    found = sweep(course(HIMMELBLAU, 200), HIMMELBLAU.start, np.geomspace(1e-3, 1e-2, 30))
    assert found.endings[found.best] == Ending.REACHED
    assert found.steps[found.best] == found.steps[found.is_(Ending.REACHED)].min()
    sharp = [np.linalg.eigvalsh(HIMMELBLAU.hessian(np.array(p)))[-1] for p in HIMMELBLAU.minima]
    assert np.abs(found.limit * np.array(sharp) - 2).min() < 0.01


def test_where_all_leave_the_limit_is_that_of_the_start() -> None:
    found = sweep(course(ROUND, 60), (4.0, 3.0), [5.0, 6.0])
    assert (found.best, found.limit) == (None, pytest.approx(2.0))


def test_a_long_walk_is_cut() -> None:
    assert sweep(course(ROUND, 9_999), (1.0, 0.0), [0.1]).walked == MOST_STEPS


@pytest.mark.parametrize("key", FAMILIES)
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_every_rule_has_four_rising_presets(rule: Rule, key: str) -> None:
    surface = SURFACES[key]
    found = presets(Course(surface=surface, steps=40, rule=rule), surface.start)
    assert np.isfinite(found[:-1]).all()
    assert found[0] > 0
    assert found == tuple(sorted(set(found)))


def test_presets_take_the_hyperparameters() -> None:
    slow, quick = (
        presets(Course(surface=ROUND, steps=60, rule=RULES["momentum"], values=values), (4.0, 3.0))
        for values in ({"beta": 0.0}, {"beta": 0.9})
    )
    # heavy ball diverges on a parabola from 2 (1 + beta) / curvature on (Polyak 1964)
    assert slow.diverges == pytest.approx(2.0, rel=0.15)
    assert quick.diverges == pytest.approx(3.8, rel=0.15)
