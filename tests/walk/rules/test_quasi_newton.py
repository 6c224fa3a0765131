"""BFGS against scipy's inverse Hessians and against what theory says of quadratics."""

import numpy as np
import pytest
from scipy import optimize

from app.walk.rules import RULES
from app.walk.rules.rule import EVERYBODY, Who
from app.walk.simulate import simulate
from surfaces import SURFACES
from surfaces.surface import Array

BFGS = RULES["bfgs"]


@pytest.mark.parametrize("key", ["himmelblau", "rosenbrock", "beale"])
def test_the_inverse_hessian_is_scipys(key: str) -> None:
    s = SURFACES[key]
    scipys = optimize.BFGS(exception_strategy="skip_update", min_curvature=0, init_scale=1.0)
    scipys.initialize(2, "inv_hess")
    p, state = np.array([s.start]), BFGS.init(np.array([s.start]))
    for _ in range(15):
        before = state
        state, step = BFGS.update(
            state,
            s.gradient(p),
            np.ones_like(p),
            loss_after=lambda step, who=EVERYBODY, p=p: s.loss(p[who] + step),
            **BFGS.defaults,
        )
        change = state.gradient - before.gradient
        if (before.step * change).sum() > 0:
            scipys.update(before.step[0], change[0])
        np.testing.assert_allclose(state.inverse[0], scipys.get_matrix(), rtol=1e-6, atol=1e-9)
        p = p + step


def test_nothing_is_learned_where_the_curvature_is_not_positive() -> None:
    state = BFGS.init(np.zeros((2, 2)))._replace(step=np.array([[1.0, 0.0], [1.0, 0.0]]))
    gradient = np.array([[-1.0, 0.0], [0.0, 1.0]])  # changes by this, from 0: down, and across
    learned, _ = BFGS.update(
        state,
        gradient,
        np.ones((2, 2)),
        loss_after=lambda step, who=EVERYBODY: (step * gradient[who]).sum(axis=-1),
        **BFGS.defaults,
    )
    np.testing.assert_array_equal(learned.inverse, state.inverse)


def test_exact_lengths_on_a_quadratic_find_its_hessian_in_d_steps() -> None:
    """Nocedal & Wright (2006), theorem 6.4."""
    d = 5
    q = np.random.default_rng(6).normal(size=(d, d))
    a = q @ q.T + np.eye(d)
    p = np.arange(1.0, d + 1)[None]
    state, one = BFGS.init(p), np.ones_like(p)

    def loss_after(step: Array, who: Who = EVERYBODY) -> Array:
        there = p[who] + step
        result: Array = np.einsum("...i,ij,...j->...", there, a, there) / 2
        return result

    for _ in range(d + 1):
        g, values = p @ a, {**BFGS.defaults, "trials": 1}
        _, whole = BFGS.update(state, g, one, loss_after=loss_after, **values)
        length = -(g * whole).sum() / np.einsum("wi,ij,wj->", whole, a, whole)
        state, step = BFGS.update(state, g, length * one, loss_after=loss_after, **values)
        p = p + step
    np.testing.assert_allclose(p, 0, atol=1e-10)
    np.testing.assert_allclose(state.inverse[0], np.linalg.inv(a), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("key", ["rosenbrock", "beale", "booth", "himmelblau"])
def test_it_arrives_where_scipy_arrives(key: str) -> None:
    s = SURFACES[key]
    walk = simulate(s.loss, s.gradient, s.start, [1.0], 100, rule=BFGS)
    found = optimize.minimize(s.loss, s.start, jac=s.gradient, method="BFGS", tol=1e-9)
    near = s.minima if key == "himmelblau" else [found.x]  # the line searches differ: any of four
    assert min(np.linalg.norm(walk.points[0, -1] - m) for m in near) < 1e-6
