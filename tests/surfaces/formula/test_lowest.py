"""The lowest places of a typed formula: closed forms, what is doubtful, and a dense mesh."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq

from surfaces import SURFACES, formula_surface
from surfaces.surface import Points

# Of sin(x)*cos(y) + 0.1*(x^2 + y^2) at y = 0, where its slope along x is 0.
WAVE = brentq(lambda x: np.cos(x) + 0.2 * x, -2, 0)
KNOWN: dict[str, Points] = {
    "(x - 0.123)^2 + 3*(y + 1.7)^2 + 5": ((0.123, -1.7),),
    "x^4 - 2*x^2 + y^2": ((-1, 0), (1, 0)),
    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2": SURFACES["himmelblau"].minima,
    "(1 - x)^2 + 100*(y - x^2)^2": ((1, 1),),
    "sin(x)*cos(y) + 0.1*(x^2 + y^2)": ((WAVE, 0),),
    "20 + x^2 + y^2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)": ((0, 0),),
    "-cos(x)*cos(y)*exp(-(x - pi)^2 - (y - pi)^2)": ((np.pi, np.pi),),
    "x^4 + y^4": ((0, 0),),  # its Hessian there is 0
    "1e-9*(x^2 + y^2)": ((0, 0),),
    "x^2 + y^2 + 1e6": ((0, 0),),
    "1e9*(x - 1)^2 + exp(y^2)": ((1, 0),),
}
DOUBTFUL = {
    "a slope": "x + y",
    "a saddle": "x*y",
    "level": "a",
    "a trough": "x^2",
    "a bent trough": "(x^2 + y^2 - 4)^2",
    "nearly a trough": "x^2 + 1e-14*y^2",
    "two troughs that cross": "x^2*y^2",
    "without end": "log((x - 0.01)^2 + y^2)",
    "a pole": "1/(x - 0.013)",
    "the rim of a hole": "sqrt(x) + y^2",
    "on the rim": "(x - 5)^2 + y^2",
    "inside and on the rim": "sin(pi*x/2)^2 + y^2*(y - 5)^2",
    "a pattern": "sin(9*x)*sin(9*y)",
    "a needle that one mesh meets": (
        "0.01*((x + 1)^2 + y^2) - exp(-9000*((x - 0.782)^2 + (y - 0.462)^2))"
    ),
    "a needle that the other meets": (
        "0.01*((x + 1)^2 + y^2) - exp(-9000*((x - 0.875)^2 + (y - 0.4375)^2))"
    ),
    "finer than the meshes": "sin(150*x + 1) + cos(143*y)",
}


@pytest.mark.parametrize(("text", "minima"), KNOWN.items())
def test_all_lowest_places_are_found(text: str, minima: Points) -> None:
    np.testing.assert_allclose(formula_surface(text).minima, sorted(minima), atol=1e-7)


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_in_doubt_nothing_is_claimed(text: str) -> None:
    assert formula_surface(text).minima == ()


def test_minima_move_with_parameters() -> None:
    surface = formula_surface("(x - a)^2 + b*(y + 1)^2")
    for a in (-3.0, 0.25, 4.5):
        np.testing.assert_allclose(surface.at(a=a).minima, [(a, -1)], atol=1e-9)
    assert surface.at(a=9).minima == ()  # off the map
    assert surface.at(b=0).minima == ()


@pytest.mark.parametrize("seed", range(12))
def test_nothing_on_a_dense_mesh_is_lower(seed: int) -> None:
    dice = np.random.default_rng(seed)
    waves = (
        f"{size:.3f}*sin({a:.3f}*x + ({b:.3f})*y + {c:.3f})"
        for size, a, b, c in dice.normal(scale=1.5, size=(5, 4))
    )
    surface = formula_surface(" + ".join([*waves, "0.1*(x^2 + y^2)"]))
    lowest = surface.loss(np.array(surface.minima))
    _, _, heights = surface.mesh(1200)
    assert 0 <= (heights.min() - lowest).min() < 1e-3
