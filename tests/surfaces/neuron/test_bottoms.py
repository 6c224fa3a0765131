"""The lowest points: closed forms against numpy's and scipy's own, and none where there is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog, minimize

from surfaces import Array, Surface
from surfaces.neuron import DATA_SETS, DataSet, Neuron, neuron_surface
from surfaces.neuron.closed_forms import least_absolute
from tests.surfaces.neuron.pairings import neurons

CLASSES, APART = DATA_SETS["overlapping"], DATA_SETS["separable"]


def pairs(x: list[float], t: list[float]) -> DataSet:
    return replace(DATA_SETS["line"], x=np.array(x), t=np.array(t))


def _searched(surface: Surface, start: tuple[float, float]) -> Array:
    """Scipy's own minimum, which sees neither our start nor our Hessian."""
    found = minimize(surface.loss, start, jac=surface.gradient, method="BFGS", tol=1e-12)
    return np.asarray(found.x)


@pytest.mark.parametrize("key", DATA_SETS)
@pytest.mark.parametrize("standardise", [True, False])
@pytest.mark.parametrize("decay", [0.0, 0.7])
def test_least_squares_is_numpys(key: str, standardise: bool, decay: float) -> None:
    neuron = Neuron(data=DATA_SETS[key], standardise=standardise, decay=decay)
    x, t = neuron.ground.x, neuron.ground.t
    n = len(x)
    # the decay is one more pair: sqrt(n decay / 2) * w = 0
    rows = np.vstack([np.column_stack([x, np.ones(n)]), [np.sqrt(n * decay / 2), 0.0]])
    expected, *_ = np.linalg.lstsq(rows, np.append(t, 0.0))
    surface = neuron_surface(neuron)
    np.testing.assert_allclose(surface.minima[0], expected, rtol=1e-12)
    assert surface.optimum == surface.loss(np.array(surface.minima[0]))


def test_least_squares_keeps_its_digits_far_from_zero() -> None:
    x = 1e7 + np.arange(9.0)
    neuron = Neuron(data=pairs(list(x), list(3 * (x - 1e7) + 2)), standardise=False)
    w, b = neuron_surface(neuron).minima[0]
    assert (w, b) == (pytest.approx(3, rel=1e-12), pytest.approx(2 - 3e7, rel=1e-12))


def _programme(x: Array, t: Array) -> tuple[float, Array]:
    """The lowest mean absolute error and a line (2,) that has it, by linear programming."""
    n = len(x)
    above = np.column_stack([x, np.ones(n), -np.eye(n)])  # w x + b - e <= t
    below = np.column_stack([-x, -np.ones(n), -np.eye(n)])
    best = linprog(
        np.append([0.0, 0.0], np.full(n, 1 / n)),
        A_ub=np.vstack([above, below]),
        b_ub=np.concatenate([t, -t]),
        bounds=[(None, None)] * 2 + [(0, None)] * n,
    )
    return best.fun, best.x[:2]


@pytest.mark.parametrize("key", DATA_SETS)
def test_least_absolute_is_that_of_a_linear_programme(key: str) -> None:
    neuron = Neuron(data=DATA_SETS[key], loss="absolute")
    surface = neuron_surface(neuron)
    assert surface.minima, "these data have one least-absolute line"
    height, line = _programme(neuron.ground.x, neuron.ground.t)
    assert surface.optimum == pytest.approx(height, rel=1e-12)
    np.testing.assert_allclose(surface.minima[0], line, rtol=1e-9)


def test_least_absolute_of_pairs_that_come_many_times() -> None:
    source, single = np.random.default_rng(8), 0
    for n in (5, 6, 7, 8, 9, 10, 11, 12) * 4:
        x = np.append([0, 1, 0, 1], source.integers(0, 3, n)).astype(float)
        t = np.append([0, 1, 2, 0], source.integers(0, 3, n)).astype(float)
        surface = neuron_surface(Neuron(data=pairs(list(x), list(t)), loss="absolute"))
        (w, b), alone = least_absolute(surface.neuron.ground.x, t, 0.0)
        height, line = _programme(surface.neuron.ground.x, t)
        assert surface.loss(np.array([w, b])) == pytest.approx(height, rel=1e-9)
        assert bool(surface.minima) == alone
        if alone:
            single += 1
            np.testing.assert_allclose((w, b), line, atol=1e-9)
    assert 3 < single < 30


@pytest.mark.parametrize(
    ("x", "t", "line"),
    [
        ([0, 1], [0, 5], (5, 0)),  # two pairs, one line
        ([0, 0, 1, 1, 1], [0, 0, 2, 2, 9], (2, 0)),  # pairs that come twice
        ([0, 1, 2, 3, 4], [1, 1, 1, 1, 1], (0, 1)),  # a level line
    ],
)
def test_least_absolute_through_most_of_the_pairs(
    x: list[float], t: list[float], line: tuple[float, float]
) -> None:
    surface = neuron_surface(Neuron(data=pairs(x, t), loss="absolute", standardise=False))
    np.testing.assert_allclose(surface.minima[0], line, atol=1e-15)


def test_many_lines_that_are_equally_good_are_not_listed() -> None:
    square = pairs([0, 0, 1, 1], [0, 1, 0, 1])  # every line between the pairs has the same loss
    surface = neuron_surface(Neuron(data=square, loss="absolute"))
    assert surface.minima == () and surface.optimum is None
    assert "many neurons are equally good" in surface.story
    assert surface.at(decay=0.5).minima == ()  # the weight is 0 now; the bias is as free as before
    assert neuron_surface(Neuron(data=square)).minima == ((0, 0.5),)


@pytest.mark.parametrize("decay", [0.0, 0.1])
@pytest.mark.parametrize("standardise", [True, False])
def test_logistic_regression_is_scipys(decay: float, standardise: bool) -> None:
    surface = neuron_surface(
        Neuron(
            data=CLASSES,
            activation="sigmoid",
            loss="cross-entropy",
            decay=decay,
            standardise=standardise,
        )
    )
    np.testing.assert_allclose(surface.minima[0], _searched(surface, (0.0, 0.0)), rtol=1e-6)
    assert np.linalg.norm(surface.gradient(np.array(surface.minima[0]))) < 1e-14


def test_classes_that_are_apart_have_no_minimum_but_a_ray_down_to_zero() -> None:
    neuron = Neuron(data=APART, activation="sigmoid", loss="cross-entropy")
    surface = neuron_surface(neuron)
    assert surface.minima == () and surface.optimum is None
    assert "no lowest point" in surface.story
    x, t = neuron.ground.x, neuron.ground.t
    middle = (x[t == 0].max() + x[t == 1].min()) / 2
    ray = np.array([1.0, -middle]) * 2.0 ** np.arange(12)[:, None]  # the threshold in the gap
    losses = surface.loss(ray)
    assert (np.diff(losses) < 0).all() and losses[-1] == 0
    held = neuron_surface(replace(neuron, decay=0.01))
    np.testing.assert_allclose(held.minima[0], _searched(held, (0.0, 0.0)), rtol=1e-6)


def test_classes_that_only_touch_are_not_overlapping() -> None:
    for x, finite in (([0, 1, 1, 2], False), ([0, 1.1, 1, 2], True), ([2, 1, 1, 0], False)):
        neuron = Neuron(data=pairs(x, [0, 0, 1, 1]), activation="sigmoid", loss="cross-entropy")
        surface = neuron_surface(neuron)
        assert bool(surface.minima) == finite == ("without end" not in surface.story), x


@pytest.mark.parametrize("decay", [0.0, 0.2])
def test_nothing_is_lower_than_a_listed_minimum(decay: float) -> None:
    listed = 0
    for neuron in neurons(decay=decay):
        surface = neuron_surface(neuron)
        if not surface.minima:
            assert surface.optimum is None
            continue
        listed += 1
        (lowest,) = surface.minima
        assert surface.contains(np.array(lowest))
        wide = replace(surface, x=_twice(surface.x), y=_twice(surface.y))
        heights = wide.mesh(41)[2]
        assert heights.min() >= surface.optimum
        if neuron.loss != "absolute":
            slopes = np.linalg.norm(surface.gradient(np.array([lowest, surface.start])), axis=-1)
            assert slopes[0] < 1e-11 * slopes[1], neuron
    assert listed > 70


def _twice(side: tuple[float, float]) -> tuple[float, float]:
    low, high = side
    return low - (high - low) / 2, high + (high - low) / 2


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "softplus"])
def test_where_the_loss_is_not_convex_scipy_finds_the_same_place(activation: str) -> None:
    surface = neuron_surface(Neuron(data=CLASSES, activation=activation))
    starts = np.random.default_rng(5).uniform(-1, 2, size=(12, 2))
    found = [_searched(surface, tuple(start)) for start in starts]
    best = min(found, key=surface.loss)
    np.testing.assert_allclose(surface.minima[0], best, rtol=1e-6)


def test_targets_out_of_reach_leave_no_minimum() -> None:
    for activation in ("sigmoid", "tanh"):  # the targets of the line are far above 1
        for key in ("line", "hubble"):
            surface = neuron_surface(Neuron(data=DATA_SETS[key], activation=activation))
            assert surface.minima == () and "No single lowest point" in surface.story


def test_raw_features_make_a_ravine_and_standardised_ones_a_bowl() -> None:
    for data in DATA_SETS.values():
        raw = neuron_surface(Neuron(data=data, standardise=False))
        bowl = neuron_surface(Neuron(data=data))
        x = data.x
        exact = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
        anywhere = np.array([0.3, -2.0])
        np.testing.assert_allclose(raw.hessian(anywhere), exact, rtol=1e-13)
        np.testing.assert_allclose(bowl.hessian(anywhere), 2 * np.eye(2), atol=1e-13)
        # closed form of the ratio of eigenvalues, from trace and determinant
        half, product = np.trace(exact) / 2, 4 * x.var()
        root = np.sqrt(half**2 - product)
        ratio = (half + root) ** 2 / product
        assert np.linalg.cond(raw.hessian(anywhere)) == pytest.approx(ratio, rel=1e-9)
        assert ratio > 9 and np.linalg.cond(bowl.hessian(anywhere)) < 1 + 1e-12
    ravine = neuron_surface(Neuron(data=DATA_SETS["line"], standardise=False))
    assert "ravine, 300 times" in ravine.story
