"""Every rule on a few surfaces: many walkers are each one walker to the last bit; all get down."""

from typing import Any

import numpy as np
import pytest

from app.walk.rules import RULES, Rule
from app.walk.simulate import simulate
from surfaces import SURFACES, Surface

# Their gradients are sums and products of the coordinates, which round the same wherever a number
# lies in an array; numpy's sines, exponentials and long sums need not.
EXACT = tuple(SURFACES[key] for key in ("round-bowl", "himmelblau", "rosenbrock", "beale"))
RATES = np.geomspace(1e-4, 10, 11)

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
every_surface = pytest.mark.parametrize("surface", EXACT, ids=[s.key for s in EXACT])


def walk(rule: Rule, surface: Surface, start: Any, rates: Any, steps: int, **values: Any) -> Any:
    return simulate(
        surface.loss, surface.gradient, start, rates, steps,
        rule=rule, values=values, hessian=surface.hessian,
    )  # fmt: skip


@every_rule
@every_surface
def test_many_walkers_are_each_one_walker_to_the_last_bit(rule: Rule, surface: Surface) -> None:
    low, high = np.transpose([surface.x, surface.y])
    starts = np.random.default_rng(0).uniform(low, high, (len(RATES), 2))
    together = walk(rule, surface, starts, RATES, 120)
    for w in range(len(RATES)):
        alone = walk(rule, surface, starts[w], RATES[w : w + 1], 120)
        np.testing.assert_array_equal(alone.points[0], together.points[w])
        np.testing.assert_array_equal(alone.losses[0], together.losses[w])


@every_rule
@every_surface
def test_some_rate_takes_it_down(rule: Rule, surface: Surface) -> None:
    """The lowest of eleven walks ends at most a third as high above the bottom as it began.

    What steps by the Hessian starts where the ground curves upwards: elsewhere it seeks saddles.
    """
    bottom, start = np.array(surface.minima[0]), np.array(surface.start)
    if "hessian" in rule.sees:
        start = bottom + np.array([0.1, 0.05])
        assert (np.linalg.eigvalsh(surface.hessian(start)) > 0).all()
    heights = walk(rule, surface, start, RATES, 400).losses - surface.loss(bottom)
    assert np.nanmin(heights[:, -1]) < heights[0, 0] / 3


@every_rule
def test_up_a_hill_is_down_its_mirror_image(rule: Rule) -> None:
    """Weight decay knows no direction, and is left out."""
    s = SURFACES["himmelblau"]
    decay = {p.key: 0.0 for p in rule.hyperparameters if p.key == "weight_decay"}
    options: dict[str, Any] = {"rule": rule, "values": decay}
    up = simulate(s.loss, s.gradient, s.start, RATES, 30, uphill=True, **options)
    down = simulate(lambda p: -s.loss(p), lambda p: -s.gradient(p), s.start, RATES, 30, **options)
    np.testing.assert_array_equal(up.points, down.points)


@every_rule
def test_what_is_said_of_later_rates_is_so(rule: Rule) -> None:
    """From (1, 2) all rules walk the round bowl for three short steps, whatever they try first."""
    bowl = EXACT[0]
    steady, rising = (
        walk(rule, bowl, (1.0, 2.0), [[0.01, *later]], 3).points
        for later in ((0.01, 0.01), (0.02, 0.03))
    )
    assert np.array_equal(steady, rising) == rule.one_rate
    assert not np.array_equal(steady, walk(rule, bowl, (1.0, 2.0), [[0.02] * 3], 3).points)
    assert rule.direction and rule.direction[0].islower() and not rule.direction.endswith(".")
