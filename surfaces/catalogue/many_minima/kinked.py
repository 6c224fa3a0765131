"""Many minima on ground with kinks: creases and tips where no slope is defined.

`gradient` stays finite there. It returns the mean of the slopes on both sides, and each row's
`kink` says so in its own words.
"""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack
from surfaces.words import N_

_TIP = 1e-150  # 0 / _TIP = 0, so no 0 / 0 at a tip; its square is still above 0


def _bukin_6(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    loss: Array = 100 * np.sqrt(np.abs(y - 0.01 * (x * x))) + 0.01 * np.abs(x + 10)
    return loss


def _bukin_6_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    u = y - 0.01 * (x * x)
    wall = 50 * np.sign(u) / np.maximum(np.sqrt(np.abs(u)), _TIP)
    return stack(0.01 * np.sign(x + 10) - 0.02 * (x * wall), wall)


BUKIN_6 = Surface(
    key="bukin-6",
    name=N_("Bukin's knife-edge valley"),
    loss=_bukin_6,
    gradient=_bukin_6_gradient,
    x=(-15.0, -5.0),
    y=(-3.0, 3.0),
    minima=((-10.0, 1.0),),
    optimum=0.0,
    formula=r"100 \sqrt{\left|y - 0.01 x^2\right|} + 0.01 \left|x + 10\right|",
    kink=N_(
        "On the bottom of the valley, y = 0.01 x^2, the walls rise infinitely steep on both "
        "sides; their slopes are opposite, and gradient counts them as 0."
    ),
    start=(-9.4, 2.6),
    story=N_(
        "The nearer to the edge, the steeper: rate 0.00003 reaches it and then hops across "
        "without getting along it, and 0.03 is thrown off the map in four steps."
    ),
    source="Silagadze (2007), Finding two-dimensional peaks",
)


def _alpine_1(p: Array) -> Array:
    f = np.abs(p * (np.sin(p) + 0.1))
    total: Array = f[..., 0] + f[..., 1]
    return total


def _alpine_1_gradient(p: Array) -> Array:
    s = np.sin(p) + 0.1
    gradient: Array = np.sign(p * s) * (s + p * np.cos(p))
    return gradient


def _alpine_1_zeros() -> tuple[float, ...]:
    """Where x (sin x + 0.1) = 0 on the map: x = 0, and sin x = -0.1."""
    a, pi = float(np.arcsin(0.1)), np.pi
    west = (a - 3 * pi, -a - 2 * pi, a - pi, -a)
    return (*west, 0.0, pi + a, 2 * pi - a, 3 * pi + a)


ALPINE_1 = Surface(
    key="alpine-1",
    name=N_("Alpine range of sharp valleys"),
    loss=_alpine_1,
    gradient=_alpine_1_gradient,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    # The surveys name the origin alone; every crossing of two zero lines is as low.
    minima=tuple((x, y) for x in _alpine_1_zeros() for y in _alpine_1_zeros()),
    optimum=0.0,
    formula=r"\left|x \sin x + 0.1 x\right| + \left|y \sin y + 0.1 y\right|",
    kink=N_(
        "Where x sin x + 0.1 x = 0 the slope along x changes sign, and gradient returns the mean "
        "of both sides, 0; the same holds for y."
    ),
    start=(8.8, 4.3),
    story=N_(
        "A crease is as steep at its bottom as beside it, so no constant rate settles: 0.01 "
        "hops across for ever, and 0.1 leaps off the map at its second step."
    ),
    source="Rahnamayan, Tizhoosh and Salama (2007), A novel population initialization method for "
    "accelerating evolutionary algorithms",
)


def _eggholder(p: Array) -> Array:
    x, a = p[..., 0], p[..., 1] + 47
    loss: Array = -a * np.sin(np.sqrt(np.abs(0.5 * x + a))) - x * np.sin(np.sqrt(np.abs(x - a)))
    return loss


def _sine_of_root(u: Array) -> tuple[Array, Array]:
    """sin(sqrt(|u|)), and its derivative, counted as 0 at the cusp u = 0: each (...)."""
    s = np.sqrt(np.abs(u))
    return np.sin(s), 0.5 * np.sign(u) * np.cos(s) / np.maximum(s, _TIP)


def _eggholder_gradient(p: Array) -> Array:
    x, a = p[..., 0], p[..., 1] + 47
    f, df = _sine_of_root(0.5 * x + a)
    g, dg = _sine_of_root(x - a)
    f_slope, g_slope = a * df, x * dg
    return stack(-0.5 * f_slope - g - g_slope, g_slope - f - f_slope)


EGGHOLDER = Surface(
    key="eggholder",
    name=N_("Eggholder"),
    loss=_eggholder,
    gradient=_eggholder_gradient,
    x=(-512.0, 512.0),
    y=(-512.0, 512.0),
    minima=((512.0, 404.2318051137578),),
    optimum=-959.6406627208509,
    formula=r"-(y + 47) \sin\sqrt{\left|\frac{x}{2} + y + 47\right|} "
    r"- x \sin\sqrt{\left|x - (y + 47)\right|}",
    kink=N_(
        "On the lines x / 2 + y + 47 = 0 and x - y - 47 = 0 a root begins infinitely steep on "
        "both sides; the two slopes are opposite, and gradient counts them as 0."
    ),
    start=(346.0, 351.0),
    story=N_(
        "Rate 0.5 settles in the third deepest hollow, 1 swings about without settling, and "
        "2 is off the map in seven steps."
    ),
    source="Vanaret, Gotteland, Durand and Alliot (2020), Certified global minima for a benchmark "
    "of difficult optimization problems",
)


def _salomon(p: Array) -> Array:
    # 1 - cos(2 pi r) as 2 sin(pi r)**2: no cancellation near the tip.
    x, y = p[..., 0], p[..., 1]
    r = np.sqrt(x * x + y * y)
    s = np.sin(np.pi * r)
    loss: Array = 2 * (s * s) + 0.1 * r
    return loss


def _salomon_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    r = np.sqrt(x * x + y * y)
    outward = (2 * np.pi * np.sin(2 * np.pi * r) + 0.1) / np.maximum(r, _TIP)
    return stack(outward * x, outward * y)


SALOMON = Surface(
    key="salomon",
    name=N_("Salomon's rings"),
    loss=_salomon,
    gradient=_salomon_gradient,
    x=(-5.0, 5.0),  # of the usual 100 rings, as many as a mesh can draw
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    formula=r"1 - \cos\left(2 \pi \sqrt{x^2 + y^2}\right) + 0.1 \sqrt{x^2 + y^2}",
    kink=N_(
        "The lowest point is the tip of a cone; gradient returns 0 there, the mean of opposite "
        "sides."
    ),
    start=(2.4, 1.9),
    story=N_(
        "Every ring is a trench that holds the walker: rate 0.04 stops in the third one out, "
        "and 0.06 is too high for any of them, so it settles nowhere."
    ),
    source="Salomon (1996), Re-evaluating genetic algorithm performance under coordinate rotation "
    "of benchmark functions",
)

KINKED = (ALPINE_1, BUKIN_6, SALOMON, EGGHOLDER)
