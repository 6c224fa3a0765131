"""Limits of rates by experiment: just below one a walk settles, just above one it does not."""

from typing import Any

import numpy as np
import pytest

from app.walk.rules import RULES, Rule
from app.walk.rules.limits import running_mean
from app.walk.simulate import simulate
from app.walk.why import rate_limits
from surfaces.surface import Array

LIMITED = {key: rule for key, rule in RULES.items() if rule.limit}
SIZED = {key: rule for key, rule in LIMITED.items() if rule.sizes}
NEAR = 1e-100
NO_MOMENTUM = {"beta": 0.0, "beta1": 0.0, "momentum": 0.0, "weight_decay": 0.0}
VARIANTS: tuple[dict[str, float], ...] = (
    {},
    {"beta": 0.0, "beta1": 0.0},
    {"beta": 0.99, "beta1": 0.5, "momentum": 0.7, "weight_decay": 0.3, "centred": 1.0},
)


def values_of(rule: Rule, **other: float) -> dict[str, float]:
    """The rule's hyperparameters with those of `other` that it has."""
    return {key: other.get(key, default) for key, default in rule.defaults.items()}


def limit_of(rule: Rule, values: dict[str, float], curvature: float) -> float:
    """On a parabola so near its bottom that the memory of slopes is nothing beside epsilon."""
    bend = np.full((1, 1, 1), curvature)
    return float(rate_limits(rule, values, bend, np.full((1, 1), NEAR * curvature))[0])


@pytest.mark.parametrize("curvature", [0.02, 1.0, 30.0])
@pytest.mark.parametrize("variant", VARIANTS, ids=["defaults", "no momentum", "others"])
@pytest.mark.parametrize("rule", LIMITED.values(), ids=LIMITED.keys())
def test_below_the_limit_a_walk_settles_and_above_it_it_does_not(
    rule: Rule, variant: dict[str, float], curvature: float
) -> None:
    values = values_of(rule, eps=1.0, scale=0.0, **variant)
    rates = np.array([0.99, 1.01]) * limit_of(rule, values, curvature)
    walk = simulate(
        lambda p: curvature * p[..., 0] ** 2 / 2,
        lambda p: curvature * p,
        (NEAR,),
        rates,
        400,
        rule=rule,
        values=values,
    )
    early = np.abs(walk.points[:, 100:130]).max(axis=(1, 2))  # the first zeros are forgotten
    late = np.abs(walk.points[:, -30:]).max(axis=(1, 2))
    assert late[0] < early[0] / 2
    assert late[1] > early[1] * 2
    assert late.max() < 1e-3  # as is epsilon beside it


@pytest.mark.parametrize("variant", VARIANTS[::2], ids=["defaults", "others"])
@pytest.mark.parametrize("rule", SIZED.values(), ids=SIZED.keys())
def test_sizes_are_what_the_rule_divides_slopes_by(rule: Rule, variant: dict[str, Any]) -> None:
    values = values_of(rule, **{**variant, **NO_MOMENTUM})
    walk = simulate(
        lambda p: (p**4).sum(axis=-1), lambda p: 4 * p**3, (1.0, -0.3, 2.0), [0.01, 0.03], 60,
        rule=rule, values=values,
    )  # fmt: skip
    assert rule.sizes
    sizes = rule.sizes(walk.gradients, **values)
    rates = np.array([0.01, 0.03])[:, None, None]
    np.testing.assert_allclose(
        np.diff(walk.points, axis=1), (-rates * walk.gradients / sizes)[:, :-1], atol=1e-15
    )


@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_running_mean_of_all_steps_at_once(share: float) -> None:
    values = np.random.default_rng(0).normal(size=(3, 77, 2))
    mean: Array = np.zeros((3, 2))
    for k, found in enumerate(running_mean(values, share).swapaxes(0, 1)):
        mean = share * mean + (1 - share) * values[:, k]
        np.testing.assert_allclose(found, mean, rtol=1e-12, atol=1e-14)
