"""Walks in numbers, held against what a hand works out."""

from __future__ import annotations

import numpy as np
import pytest

from app.climb import climb
from app.scenario import Scenario
from app.walk.outcome import Ending, Outcome
from app.walk.simulate import Walk
from app.walk.travel import travels


def walk(points: list[list[float]], losses: list[float]) -> Walk:
    places = np.array([points], dtype=np.float64)
    return Walk(places, np.array([losses], dtype=np.float64), np.zeros_like(places))


SQUARE = walk([[0, 0], [3, 0], [3, 4], [0, 4]], [9, 5, 2, 1])


@pytest.mark.parametrize(
    ("ending", "step", "loss", "walked", "away"),
    [
        (Ending.CRAWLING, None, 1, 10, 1),  # (0, 4) from (0, 5)
        (Ending.REACHED, 1, 1, 10, 1),  # at its bottom it walks on
        (Ending.STUCK, 2, 1, 10, 1),
        (Ending.LEFT, 2, 2, 7, np.sqrt(10)),  # (3, 4) from (0, 5)
        (Ending.BLEW_UP, 1, 5, 3, np.hypot(3, 1)),  # (3, 0) from (6, 1)
        (Ending.LEFT, 0, 9, 0, 5),  # it began beyond the edge
    ],
)
def test_by_hand(ending: Ending, step: int | None, loss: float, walked: float, away: float) -> None:
    (found,) = travels(SQUARE, [Outcome(ending, step, "", "")], [(0, 5), (6, 1)])
    assert (found.loss, found.walked, found.away) == pytest.approx((loss, walked, away))


def test_nothing_known_and_nothing_finite() -> None:
    crawling = Outcome(Ending.CRAWLING, None, "", "")
    assert np.isnan(travels(SQUARE, [crawling])[0].away)
    (blown,) = travels(
        walk([[0, 0], [1e200, 0], [np.inf, 0]], [1, 2, np.inf]),
        [Outcome(Ending.BLEW_UP, 2, "", "")],
        [(0, 0)],
    )
    assert not np.isfinite([blown.loss, blown.walked, blown.away]).any()


def test_any_number_of_dimensions() -> None:
    line = walk([[0, 0, 0], [1, 2, 2], [3, 3, 4]], [3, 2, 1])
    (found,) = travels(line, [Outcome(Ending.CRAWLING, None, "", "")], [(3, 3, 0)])
    assert (found.walked, found.away) == (6, 4)


def test_straight_down_a_round_bowl() -> None:
    """Half of the way is left after each step: 5 (1 - 2**-20) of 5 are walked."""
    walked = climb(Scenario("round-bowl", (3.0, 4.0), (0.5,), "down", 20))
    (found,) = travels(walked.walk, walked.outcomes, walked.surface.minima)
    left = 5 * 2.0**-20
    assert (found.walked, found.away) == pytest.approx((5 - left, left), rel=1e-12)
    assert found.loss == pytest.approx(left**2 / 2, rel=1e-12)
