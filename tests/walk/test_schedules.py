"""Every schedule: a complete row, shares of the typed rate, PyTorch's numbers or a closed form."""

import csv
import itertools
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from app.walk.schedules import SCHEDULES, Schedule, scheduled
from app.walk.schedules.schedule import WARMUP
from surfaces.surface import Array

GOLDEN = Path(__file__).parent / "golden" / "schedules.csv"  # by make_schedules.py beside it

every_schedule = pytest.mark.parametrize("schedule", SCHEDULES.values(), ids=SCHEDULES.keys())


def golden() -> dict[str, Array]:
    """PyTorch's rates, (steps,), by the schedule and its values in words."""
    with GOLDEN.open() as lines:
        next(lines)
        titles, *rows = csv.reader(lines)
    return dict(zip(titles, np.array(rows, dtype=float).T, strict=True))


TORCH = golden()
RATE = 0.3  # of the golden walks
NOT_IN_TORCH = {"inverse_square_root"}


def read(title: str) -> tuple[Schedule, Mapping[str, float]]:
    key, *values = title.split()
    pairs = (value.split("=") for value in values)
    return SCHEDULES[key], {name: float(value) for name, value in pairs}


def extremes(schedule: Schedule) -> list[dict[str, float]]:
    """Lowest, default, and highest values of the parameters, in every combination."""
    choices = [sorted({p.low, p.default, p.high}) for p in schedule.parameters]
    keys = [p.key for p in schedule.parameters]
    return [dict(zip(keys, chosen, strict=True)) for chosen in itertools.product(*choices)]


@every_schedule
def test_row_is_complete(schedule: Schedule) -> None:
    assert SCHEDULES[schedule.key] is schedule
    assert schedule.name
    assert schedule.help.endswith(".")
    assert schedule.source
    assert schedule.parameters[-1] is WARMUP
    for parameter in schedule.parameters:
        assert parameter.check(parameter.default) == parameter.default
        assert parameter.help.endswith(".")


@pytest.mark.parametrize("title", TORCH)
def test_rates_are_those_of_torch(title: str) -> None:
    schedule, values = read(title)
    rates = scheduled(RATE, len(TORCH[title]), schedule, values)
    np.testing.assert_allclose(rates, TORCH[title], rtol=0, atol=1e-12 * RATE)


def test_torch_has_seen_every_schedule_that_it_has() -> None:
    assert {title.split()[0] for title in TORCH} == set(SCHEDULES) - NOT_IN_TORCH


@every_schedule
@pytest.mark.parametrize("steps", [0, 1, 2, 3, 7, 90, 10_000])
def test_all_values_in_range_give_shares_of_the_rate(schedule: Schedule, steps: int) -> None:
    for values in extremes(schedule):
        rates = scheduled(RATE, steps, schedule, values)
        assert rates.shape == (steps,)
        assert ((rates >= 0) & (rates <= RATE * (1 + 1e-15))).all(), values


@every_schedule
@pytest.mark.parametrize("steps", [60, 250, 1000])
def test_by_default_the_typed_rate_is_the_highest_and_most_steps_count(
    schedule: Schedule, steps: int
) -> None:
    rates = scheduled(RATE, steps, schedule, {})
    assert rates.max() == pytest.approx(RATE, rel=2e-3)  # one-cycle's peak may lie between steps
    assert rates.max() <= RATE
    assert rates.mean() > 0.15 * RATE


@every_schedule
def test_a_factor_knows_no_order_and_changes_nothing(schedule: Schedule) -> None:
    k = np.arange(90.0)
    k.setflags(write=False)
    own = {key: value for key, value in schedule.defaults.items() if key != WARMUP.key}
    whole = schedule.factor(k, 90, **own)
    backwards = schedule.factor(k[::-1], 90, **own)[::-1]
    np.testing.assert_allclose(backwards, whole, rtol=1e-15)  # numpy rounds by place in the array
    np.testing.assert_array_equal(scheduled(1.0, 90, schedule, {}), whole)


@every_schedule
@pytest.mark.parametrize("warmup", [1, 20, 89])
def test_a_warm_up_rises_evenly_to_where_the_schedule_then_begins(
    schedule: Schedule, warmup: int
) -> None:
    rates = scheduled(RATE, 90, schedule, {"warmup": warmup})
    after = scheduled(RATE, 90 - warmup, schedule, {})
    np.testing.assert_array_equal(rates[warmup:], after)
    np.testing.assert_allclose(np.diff(rates[: warmup + 1], prepend=0), after[0] / (warmup + 1))


@every_schedule
def test_a_warm_up_as_long_as_the_walk_is_all_there_is(schedule: Schedule) -> None:
    for warmup in (5, 6, 500):
        rates = scheduled(RATE, 5, schedule, {"warmup": warmup})
        np.testing.assert_allclose(np.diff(rates), rates[0])
        assert 0 < rates[-1] < RATE


def test_inverse_square_root_with_a_warm_up_is_that_of_vaswani() -> None:
    """Their steps count from 1: min(n**-0.5, n * w**-1.5), here as a share of its peak w**-0.5."""
    w, n = 40, np.arange(1, 501)
    theirs = np.minimum(n**-0.5, n * w**-1.5) * w**0.5
    ours = scheduled(1.0, 500, SCHEDULES["inverse_square_root"], {"scale": w, "warmup": w - 1})
    np.testing.assert_allclose(ours, theirs, rtol=1e-14)


@pytest.mark.parametrize(
    ("key", "values", "meant"),
    [
        ("step", {"every": 0}, {"every": 25}),
        ("multi_step", {}, {"first": 50, "second": 75}),
        ("linear", {}, {"over": 100}),
        ("polynomial", {}, {"over": 100}),
        ("cosine", {}, {"over": 100}),
        ("warm_restarts", {}, {"period": 15}),
        ("triangular", {}, {"half": 13}),
    ],
)
def test_zero_means_a_part_of_the_walk_in_whole_steps(
    key: str, values: dict[str, float], meant: dict[str, float]
) -> None:
    by_zero = scheduled(RATE, 100, SCHEDULES[key], values)
    np.testing.assert_array_equal(by_zero, scheduled(RATE, 100, SCHEDULES[key], meant))


@pytest.mark.parametrize("key", ["linear", "cosine"])
def test_after_its_fall_the_rate_stays_level(key: str) -> None:
    rates = scheduled(RATE, 90, SCHEDULES[key], {"over": 30, "end": 0.2})
    assert rates[29] > 0.2 * RATE
    np.testing.assert_allclose(rates[30:], 0.2 * RATE, rtol=1e-15)


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_one_cycle_begins_low_in_the_shortest_walks(steps: int) -> None:
    rates = scheduled(1.0, steps, SCHEDULES["one_cycle"], {"begin": 0.1})
    assert rates[0] == pytest.approx(0.1)


@every_schedule
def test_by_hand_a_rate_holds_from_its_step_on_and_the_past_stays(schedule: Schedule) -> None:
    alone = scheduled(RATE, 90, schedule, {})
    rates = scheduled(RATE, 90, schedule, {}, [(60, 0.7), (30, 0.01), (500, 9.0)])
    np.testing.assert_array_equal(rates[:30], alone[:30])
    np.testing.assert_array_equal(rates[30:60], np.full(30, 0.01))
    np.testing.assert_array_equal(rates[60:], np.full(30, 0.7))


def test_of_two_changes_at_one_step_the_later_counts() -> None:
    rates = scheduled(RATE, 4, SCHEDULES["constant"], {}, [(2, 0.9), (2, 0.1)])
    np.testing.assert_array_equal(rates, [RATE, RATE, 0.1, 0.1])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((-1, 0.1), "a whole number from 0, not -1"),
        ((2.5, 0.1), "a whole number from 0, not 2.5"),
        ((float("nan"), 0.1), "a whole number from 0, not nan"),
        ((3, 0.0), "From step 3 on, the learning rate must be a number above 0, not 0.0."),
        ((3, float("nan")), "not nan"),
        ((3, float("inf")), "not inf"),
    ],
)
def test_a_bad_change_says_what_is_wrong(change: tuple[int, float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        scheduled(RATE, 9, SCHEDULES["constant"], {}, [change])


@every_schedule
def test_a_bad_value_is_a_sentence_that_names_the_parameter(schedule: Schedule) -> None:
    for p in schedule.parameters:
        with pytest.raises(ValueError, match=f"{p.name} must be a .* number|number between"):
            scheduled(RATE, 9, schedule, {p.key: p.high + 1})
    with pytest.raises(ValueError, match=r"has no parameter 'gama'\. It has: .*warmup"):
        scheduled(RATE, 9, schedule, {"gama": 1.0})
