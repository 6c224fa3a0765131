"""Numbers of rules that have units go by the ground and the start."""

from __future__ import annotations

import numpy as np
import pytest

from app.scenario import Scenario
from app.walk.rules import RULES
from app.walk.site import Site, fitted
from surfaces import SURFACES
from surfaces.formula import formula_surface

FITTED = [(rule.key, key) for rule in RULES.values() for key in rule.fits]
BOWL = formula_surface("3*x^2 - y^2")


def test_the_sizes_of_a_site() -> None:
    site = Site(BOWL, (1.0, 4.0))
    (left, right), (low, high) = BOWL.x, BOWL.y
    assert site.diagonal == pytest.approx(((right - left) ** 2 + (high - low) ** 2) ** 0.5)
    assert site.slope == pytest.approx(10)  # of (6, -8)
    assert site.curvature == pytest.approx(6)
    assert Site(formula_surface("x^2 - 5*y^2"), (0.0, 0.0)).curvature == pytest.approx(10)


@pytest.mark.parametrize(("rule", "key"), FITTED)
@pytest.mark.parametrize("surface", SURFACES)
def test_each_fits_every_ground_in_two_digits(rule: str, key: str, surface: str) -> None:
    row = next(p for p in RULES[rule].hyperparameters if p.key == key)
    ground = SURFACES[surface]
    found = fitted(RULES[rule], Site(ground, ground.start))
    if key not in found:  # no slope at the start: the default stays
        assert rule != "mountaineer"
        return
    share, size = RULES[rule].fits[key]
    assert found[key] == float(f"{found[key]:.1e}") and row.check(found[key]) == found[key]
    assert found[key] == pytest.approx(share * getattr(Site(ground, ground.start), size), rel=0.05)


def test_only_what_nobody_names_is_chosen() -> None:
    base = "surface=himmelblau&start=0,0&rates=0.01&rule="
    chosen, named = (
        Scenario.from_link(base + rule).each_method[0].values
        for rule in ("mountaineer(trust:0.5)", "mountaineer(sight:0.3)")
    )
    assert chosen["sight"] == 0.71 and chosen["trust"] == 0.5  # a twentieth of 10 * sqrt(2)
    assert named["sight"] == 0.3
    noisy = Scenario.from_link(base + "noisy_descent").each_method[0]
    assert noisy.values["scale"] == 2.6  # the slope at (0, 0) is that of (-14, -22)
    held = Scenario.from_dict(
        {**Scenario.from_link(base + "noisy_descent").to_dict(), "start": (3.0, 3.0)}
    )
    assert held.each_method[0] == noisy


def test_where_there_is_no_slope_the_default_stays() -> None:
    assert fitted(RULES["noisy_descent"], Site(BOWL, (0.0, 0.0))) == {}
    assert fitted(RULES["adam"], Site(BOWL, (1.0, 1.0))) == {}
    hole = formula_surface("log(x) + y^2")
    assert fitted(RULES["noisy_descent"], Site(hole, (-1.0, 1.0))) == {}
    assert np.isnan(Site(hole, (-1.0, 1.0)).slope)
