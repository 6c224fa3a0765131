"""Bowls whose curvature changes on the way down: the rate that suits the wall starves the floor."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_


def _different_powers(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return x * x + y * y * np.abs(y)


def _different_powers_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(2 * x, 3 * y * np.abs(y))


def _different_powers_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(np.full_like(x, 2), np.zeros_like(x), 6 * np.abs(y))


DIFFERENT_POWERS = Surface(
    key="different-powers",
    name=N_("Sum of different powers"),
    loss=_different_powers,
    gradient=_different_powers_gradient,
    exact_hessian=_different_powers_hessian,
    formula=r"\left|x\right|^2 + \left|y\right|^3",
    x=(-1.0, 1.0),
    y=(-1.0, 1.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-0.8, 0.9),
    story=N_(
        "Rate 0.1 brings x home in fifty steps; y, where the bowl gets flatter the lower it is, "
        "still creeps after a thousand."
    ),
    source="Molga and Smutnicki (2005), Test functions for optimization needs",
)


def _zakharov(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    s = 0.5 * x + y
    ss = s * s
    return x * x + y * y + ss * (1 + ss)


def _zakharov_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    s = 0.5 * x + y
    t = s * (1 + 2 * (s * s))  # half the slope along s
    return stack(2 * x + t, 2 * (y + t))


def _zakharov_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    s = 0.5 * x + y
    q = 1 + 6 * (s * s)  # half the curvature along s
    return symmetric(2 + 0.5 * q, q, 2 + 2 * q)


ZAKHAROV = Surface(
    key="zakharov",
    name=N_("Zakharov's fourth power"),
    loss=_zakharov,
    gradient=_zakharov_gradient,
    exact_hessian=_zakharov_hessian,
    formula=r"x^2 + y^2 + \left(\tfrac{1}{2} x + y\right)^2 + \left(\tfrac{1}{2} x + y\right)^4",
    x=(-5.0, 10.0),
    y=(-5.0, 10.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(8.0, 2.0),
    story=N_(
        "The fourth power rules up here: the first step of rate 0.01 ends off the map, while "
        "0.005 gets down and then has a thousand steps to go across an ordinary bowl."
    ),
    source="Jamil and Yang (2013), A literature survey of benchmark functions for global "
    "optimisation problems",
    height="log",
)


def _powell(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = x + 10 * y, (x - y) * (x - y)
    return a * a + 10 * (b * b)


def _powell_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    d = x - y
    a, b = 2 * (x + 10 * y), 40 * (d * d * d)
    return stack(a + b, 10 * a - b)


def _powell_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    b = 120 * ((x - y) * (x - y))
    return symmetric(2 + b, 20 - b, 200 + b)


POWELL = Surface(
    key="powell-quartic",
    name=N_("Powell's singular bowl"),
    loss=_powell,
    gradient=_powell_gradient,
    exact_hessian=_powell_hessian,
    formula=r"\left(x + 10y\right)^2 + 10 \left(x - y\right)^4",
    x=(-4.0, 5.0),
    y=(-4.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(3.0, -1.0),
    story=N_(
        "Along the floor the curvature fades to nothing: rate 0.001 is still on its way after "
        "ten thousand steps, and 0.002 is thrown off the map by its second."
    ),
    source="Powell (1962), An iterative method for finding stationary values of a function of "
    "several variables (its first and last term, on two coordinates)",
    height="log",
)


def _quartic(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx, yy = x * x, y * y
    return xx * xx + 2 * (yy * yy)


def _quartic_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(4 * (x * x * x), 8 * (y * y * y))


def _quartic_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return symmetric(12 * (x * x), np.zeros_like(x), 24 * (y * y))


QUARTIC = Surface(
    key="quartic-bowl",
    name=N_("Quartic bowl"),
    loss=_quartic,
    gradient=_quartic_gradient,
    exact_hessian=_quartic_hessian,
    formula=r"x^4 + 2 y^4",
    x=(-1.28, 1.28),
    y=(-1.28, 1.28),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(1.2, -1.0),
    story=N_(
        "The higher, the steeper: rate 0.2 gets down, ever more slowly, 0.25 jumps across the "
        "bowl and back for ever, and 0.26 climbs out."
    ),
    source="De Jong (1975), An analysis of the behavior of a class of genetic adaptive systems "
    "(its F4, without the noise)",
)

UNEVEN = (DIFFERENT_POWERS, ZAKHAROV, POWELL, QUARTIC)
