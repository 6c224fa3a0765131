"""The limit at each place of a walk, and what is said about a rate beside it."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.walk.rules import RULES
from app.walk.why import Why, rate_limits
from surfaces import SURFACES
from surfaces.surface import Array

SENTENCES = Path(__file__).parents[1] / "why.json"
DESCENT = RULES["gradient_descent"]


def limits(key: str, hessians: Array, gradients: Array, **how: bool) -> Array:
    rule = RULES[key]
    return rate_limits(rule, rule.defaults, hessians, gradients, **how)


def test_gradient_descent_goes_by_the_largest_curvature() -> None:
    bends = np.array([np.diag([1.0, 4]), np.diag([-1.0, 0]), np.diag([1.0, np.nan])])
    found = limits("gradient_descent", bends, np.ones((3, 2)))
    np.testing.assert_array_equal(found, [0.5, np.inf, np.nan])


def test_uphill_the_ground_is_upside_down() -> None:
    bend = np.diag([-8.0, 4])[None]
    assert limits("gradient_descent", bend, np.ones((1, 2)), uphill=True) == [0.25]


def test_rules_without_a_limit_have_none() -> None:
    for key in ("newton", "sign_descent", "lion"):
        assert np.isnan(limits(key, np.eye(2)[None], np.ones((1, 2)))).all()


def test_adam_goes_by_the_ground_divided_by_its_sizes() -> None:
    """Against the eigenvalues of P^-1 H itself, which is not symmetric: 38 of them for a rate."""
    a = np.random.default_rng(2).normal(size=(4, 5, 3, 3))
    bends, slopes = a @ a.swapaxes(-1, -2), a[..., 0]
    rule = RULES["adam"]
    assert rule.sizes
    divided = bends / rule.sizes(slopes, **rule.defaults)[..., None]
    largest = np.linalg.eigvals(divided).real.max(axis=-1)
    np.testing.assert_allclose(limits("adam", bends, slopes), 38 / largest, rtol=1e-9)


def test_many_places_of_a_known_ground() -> None:
    surface = SURFACES["rosenbrock"]
    x, y, _ = surface.mesh(9)
    places = np.stack(np.meshgrid(x, y), axis=-1)
    bends = surface.hessian(places)
    sharp = np.linalg.eigvalsh(bends)[..., -1]
    found = limits("gradient_descent", bends, surface.gradient(places))
    np.testing.assert_allclose(found, np.where(sharp > 0, 2 / sharp, np.inf), rtol=1e-9)


@pytest.mark.parametrize("case", json.loads(SENTENCES.read_text("utf-8")))
def test_sentences(case: dict[str, Any]) -> None:
    """The same table as tests/js/captions.test.mjs has for the page's own words."""
    assert Why(case["rate"], float(case["limit"]), case["uphill"]).sentence == case["sentence"]
