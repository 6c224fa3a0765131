"""Many minima: Levy's two grounds, with waves that are steeper the further from the minimum.

Both are written about their minimum, (1, 1), where they are exactly 0.
"""

from __future__ import annotations

import numpy as np

from surfaces.catalogue.many_minima.separable import crossings, diagonal
from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_

_PI = np.pi


def _levy(p: Array) -> Array:
    u, v = 0.25 * (p[..., 0] - 1), 0.25 * (p[..., 1] - 1)
    s, t, w = np.sin(_PI * u), np.sin(_PI * u + 1), np.sin(2 * _PI * v)
    loss: Array = s * s + u * u * (1 + 10 * (t * t)) + v * v * (1 + w * w)
    return loss


def _levy_gradient(p: Array) -> Array:
    u, v = 0.25 * (p[..., 0] - 1), 0.25 * (p[..., 1] - 1)
    a, b = 2 * _PI * u, 4 * _PI * v
    c = a + 2
    gx = _PI * np.sin(a) + u * (12 - 10 * np.cos(c) + (10 * _PI) * (u * np.sin(c)))
    gy = v * (3 - np.cos(b) + 2 * _PI * (v * np.sin(b)))
    return stack(0.25 * gx, 0.25 * gy)


def _levy_hessian(p: Array) -> Array:
    u, v = 0.25 * (p[..., 0] - 1), 0.25 * (p[..., 1] - 1)
    a, b, c = 2 * _PI * u, 4 * _PI * v, 2 * _PI * u + 2
    bowl = 12 - 10 * np.cos(c) + 20 * (a * np.sin(c)) + 5 * (a * a * np.cos(c))
    wave = 3 - np.cos(b) + 2 * (b * np.sin(b)) + 0.5 * (b * b * np.cos(b))
    return diagonal(stack(2 * _PI**2 * np.cos(a) + bowl, wave) / 16)


_TROUGHS_X = (-8.244554665464944, -4.205434985718203, 1.0, 3.79108219045051, 7.723082150790462)
_TROUGHS_Y = (
    -8.959023320607939,
    -6.948452278487519,
    -4.930286250610244,
    -2.8906496084617133,
    1.0,
    4.890649608461714,
    6.930286250610244,
    8.948452278487519,
)

LEVY = Surface(
    key="levy",
    name=N_("Levy's corrugated bowl"),
    loss=_levy,
    gradient=_levy_gradient,
    exact_hessian=_levy_hessian,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=((1.0, 1.0),),
    optimum=0.0,
    stationary=crossings(_TROUGHS_X, _TROUGHS_Y, but=((1.0, 1.0),)),  # the 39 other hollows
    formula=r"\sin^2(\pi u) + (u - 1)^2 \left[1 + 10 \sin^2(\pi u + 1)\right]"
    r" + (v - 1)^2 \left[1 + \sin^2(2 \pi v)\right],"
    r" \quad u = \frac{x + 3}{4}, \quad v = \frac{y + 3}{4}",
    start=(9.0, 1.0),
    story=N_(
        "Straight across the waves: rate 0.05 stops in the first of three troughs, 0.1 in the "
        "second, 0.2 in the third and lowest; 0.5 jumps off the map."
    ),
    source="Laguna and Martí (2005), Experimental testing of advanced scatter search designs for "
    "global optimization of multimodal functions",
)


def _levy_13(p: Array) -> Array:
    a, b = p[..., 0] - 1, p[..., 1] - 1
    s, t, w = np.sin((3 * _PI) * a), np.sin((3 * _PI) * b), np.sin((2 * _PI) * b)
    loss: Array = s * s + a * a * (1 + t * t) + b * b * (1 + w * w)
    return loss


def _levy_13_gradient(p: Array) -> Array:
    a, b = p[..., 0] - 1, p[..., 1] - 1
    c, d = (6 * _PI) * b, (4 * _PI) * b
    gx = (3 * _PI) * np.sin((6 * _PI) * a) + a * (3 - np.cos(c))
    gy = (3 * _PI) * (a * a) * np.sin(c) + b * (3 - np.cos(d) + 2 * _PI * (b * np.sin(d)))
    return stack(gx, gy)


def _levy_13_hessian(p: Array) -> Array:
    a, b = p[..., 0] - 1, p[..., 1] - 1
    c, d = (6 * _PI) * b, (4 * _PI) * b
    wave = 3 - np.cos(d) + 2 * (d * np.sin(d)) + 0.5 * (d * d * np.cos(d))
    return symmetric(
        (18 * _PI**2) * np.cos((6 * _PI) * a) + 3 - np.cos(c),
        (6 * _PI) * (a * np.sin(c)),
        (18 * _PI**2) * (a * a * np.cos(c)) + wave,
    )


# The source's map, -10 to 10, has 60 waves side by side; here are the twelve about the minimum.
LEVY_13 = Surface(
    key="levy-13",
    name=N_("Levy's thirteenth"),
    loss=_levy_13,
    gradient=_levy_13_gradient,
    exact_hessian=_levy_13_hessian,
    x=(-1.0, 3.0),
    y=(-1.0, 3.0),
    minima=((1.0, 1.0),),
    optimum=0.0,
    formula=r"\sin^2(3 \pi x) + (x - 1)^2 \left[1 + \sin^2(3 \pi y)\right]"
    r" + (y - 1)^2 \left[1 + \sin^2(2 \pi y)\right]",
    start=(-0.2, 2.7),
    story=N_(
        "Rate 0.005 stops in the dimple beside the start, 0.008 in the next one down; 0.01 "
        "never settles, and 0.12 is thrown off the map."
    ),
    source="Surjanovic and Bingham (2013), Virtual library of simulation experiments: test "
    "functions and datasets, Levy function N. 13",
)
