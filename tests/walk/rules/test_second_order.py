"""Newton's steps: one to the bottom of a bowl, and honest ones where the ground is no bowl."""

import numpy as np
import pytest

from app.walk.outcome import Ending, outcomes
from app.walk.rules import RULES
from app.walk.simulate import Walk, simulate
from surfaces import SURFACES, formula_surface
from surfaces.surface import Array

NEWTON, DAMPED = RULES["newton"], RULES["damped_newton"]


def quadratic(a: Array, start: Array, steps: int = 2, **how: object) -> Walk:
    """Newton's walk on p a p / 2, with its Hessian given."""
    return simulate(
        lambda p: np.einsum("...i,ij,...j->...", p, a, p) / 2,
        lambda p: p @ a,
        start,
        [1.0],
        steps,
        hessian=lambda p: np.broadcast_to(a, (*p.shape, p.shape[-1])),
        **({"rule": NEWTON} | how),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("d", [1, 2, 3, 20])
def test_one_step_to_the_bottom_of_a_bowl(d: int) -> None:
    q = np.random.default_rng(d).normal(size=(d, d))
    walk = quadratic(q @ q.T + np.eye(d), np.arange(1.0, d + 1))
    np.testing.assert_allclose(walk.points[0, 1:], 0, atol=1e-12)
    np.testing.assert_array_equal(walk.records["positive"][0, 0], [1])
    np.testing.assert_array_equal(walk.records["astray"][0, 0], [0])


@pytest.mark.parametrize("d", [2, 3])
def test_one_step_to_a_saddle_too(d: int) -> None:
    """From where the ground falls away the loss rises, and the walk says so; 0 stays 0."""
    a = np.diag([-3.0, 1.0, 2.0][:d])
    walk = quadratic(a, np.array([2.0, 1.0, 1.0][:d]))
    np.testing.assert_allclose(walk.points[0, 1:], 0, atol=1e-15)
    assert walk.losses[0, 1] > walk.losses[0, 0]
    np.testing.assert_array_equal(walk.records["positive"][0, 0], [0])
    np.testing.assert_array_equal(walk.records["astray"][0, 0], [1])
    across = quadratic(a, np.array([0.1, 1.0, 1.0][:d]))  # downhill to the same saddle
    assert across.losses[0, 1] < across.losses[0, 0]
    np.testing.assert_array_equal(across.records["positive"][0, 0], [0])
    np.testing.assert_array_equal(across.records["astray"][0, 0], [0])


def test_the_saddles_of_the_catalogue_are_no_bowls() -> None:
    s = SURFACES["himmelblau"]
    saddle = np.array([0.0866775, 2.8842547])
    walk = simulate(s.loss, s.gradient, saddle + 0.1, [1.0], 8, rule=NEWTON, hessian=s.hessian)
    np.testing.assert_allclose(walk.points[0, -1], saddle, atol=1e-6)
    np.testing.assert_array_equal(walk.records["positive"], 0)


def test_near_a_maximum_it_climbs_to_it_and_says_so() -> None:
    s = SURFACES["himmelblau"]
    for hessian in (s.hessian, None):
        walk = simulate(s.loss, s.gradient, (-0.5, -0.5), [1.0], 8, rule=NEWTON, hessian=hessian)
        np.testing.assert_allclose(walk.points[0, -1], [-0.2708446, -0.9230386], atol=1e-6)
        assert walk.losses[0, 1] > walk.losses[0, 0]
        np.testing.assert_array_equal(walk.records["astray"][0, 0], [1])
        np.testing.assert_array_equal(walk.records["positive"], 0)
    up = simulate(s.loss, s.gradient, (-0.5, -0.5), [1.0], 2, rule=NEWTON, uphill=True)
    np.testing.assert_array_equal(up.records["astray"][0, 0], [0])  # what is wanted there
    np.testing.assert_array_equal(up.records["positive"], 1)


def test_enough_damping_leads_downhill_from_there() -> None:
    s = SURFACES["himmelblau"]
    values = {"damping": [1.0, 100.0]}  # the curvatures there are near -33 and -46
    walk = simulate(s.loss, s.gradient, (-0.5, -0.5), [1.0, 1.0], 60, rule=DAMPED, values=values)
    np.testing.assert_array_equal(walk.records["astray"][:, 0, 0], [1, 0])
    np.testing.assert_array_equal(walk.records["positive"][:, 0, 0], [0, 1])
    assert walk.losses[1, -1] < 1e-3


@pytest.mark.parametrize("d", [2, 3])
@pytest.mark.parametrize("damping", [1e-6, 0.7, 1e6])
def test_damping_is_added_to_every_curvature(d: int, damping: float) -> None:
    q = np.random.default_rng(d).normal(size=(d, d))
    a, start = q @ q.T, np.arange(1.0, d + 1)
    walk = quadratic(a, start, rule=DAMPED, values={"damping": damping})
    inverse = np.linalg.inv(a + damping * np.eye(d))
    np.testing.assert_allclose(walk.points[0, 1], start - inverse @ a @ start, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("d", [1, 2, 3])
def test_a_singular_hessian_ends_the_walk_of_its_walker_only(d: int) -> None:
    a = np.stack([np.zeros((d, d)), np.ones((d, d)) if d > 1 else np.zeros((d, d)), np.eye(d)])
    gradient = np.full((3, d), 2.0)
    with np.errstate(all="ignore"):
        state, step = NEWTON.update(None, gradient, np.ones((3, d)), hessian=a)
    np.testing.assert_array_equal(np.isfinite(step).all(axis=-1), [False, False, True])
    np.testing.assert_array_equal(step[2], -gradient[2])
    np.testing.assert_array_equal(state.positive, [[0], [0], [1]])
    np.testing.assert_array_equal(state.singular, [[1], [1], [0]])


@pytest.mark.parametrize("d", [2, 3])
def test_a_hessian_of_nan_is_an_unknown_one(d: int) -> None:
    with np.errstate(all="ignore"):
        state, step = NEWTON.update(
            None, np.ones((1, d)), np.ones((1, d)), hessian=np.full((1, d, d), np.nan)
        )
    assert np.isnan(step).all()
    np.testing.assert_array_equal(state.positive, [[0]])
    np.testing.assert_array_equal(state.singular, [[0]])


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
def test_elimination_in_the_plane_is_lapacks(scale: float) -> None:
    rng = np.random.default_rng(7)
    a = rng.normal(size=(200, 2, 2)) * scale
    a, g = a + a.swapaxes(1, 2), rng.normal(size=(200, 2))
    state, step = NEWTON.update(None, g, np.ones_like(g), hessian=a)
    np.testing.assert_allclose(step, -np.linalg.solve(a, g[..., None])[..., 0], rtol=1e-9)
    lowest = np.linalg.eigvalsh(a)[:, :1]
    np.testing.assert_array_equal(state.positive, lowest > 0)


def test_elimination_in_the_plane_takes_the_larger_pivot() -> None:
    a, g = np.array([[[0.0, 2.0], [2.0, 0.0]], [[1e-20, 1.0], [1.0, 1.0]]]), np.ones((2, 2))
    _, step = NEWTON.update(None, g, np.ones_like(g), hessian=a)
    np.testing.assert_allclose(step, [[-0.5, -0.5], [0, -1]], atol=1e-15)


def test_a_singular_hessian_is_the_reason_of_the_ending() -> None:
    s = formula_surface("x^2 + y")  # which curves along x alone
    newton, damped = (
        outcomes(
            simulate(s.loss, s.gradient, (1, 1), [1.0], 4, rule=rule, hessian=s.hessian),
            s.gradient,
            (-3, -4),
            (3, 4),
        )[0]
        for rule in (NEWTON, DAMPED)
    )
    assert (newton.ending, newton.step) == (Ending.BLEW_UP, 1)
    assert newton.detail.startswith("the Hessian is singular there")
    assert damped.ending is not Ending.BLEW_UP
