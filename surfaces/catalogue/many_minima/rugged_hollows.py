"""Many smooth hollows, a walk apart: the lowest is seldom the nearest."""

from __future__ import annotations

from itertools import product

import numpy as np

from surfaces.catalogue.many_minima.rugged_tables import MISHRA
from surfaces.catalogue.many_minima.sources import JAMIL_YANG
from surfaces.surface import Array, Surface, stack
from surfaces.words import N_


def _schwefel(p: Array) -> Array:
    f: Array = p * np.sin(np.sqrt(np.abs(p)))
    return -f[..., 0] - f[..., 1]


def _schwefel_gradient(p: Array) -> Array:
    s = np.sqrt(np.abs(p))
    gradient: Array = -np.sin(s) - 0.5 * s * np.cos(s)
    return gradient


_SCHWEFEL_LOW, _SCHWEFEL_NEXT = 420.96874635998205, -302.52493561191176

SCHWEFEL = Surface(
    key="schwefel",
    name=N_("Schwefel's far corner"),
    loss=_schwefel,
    gradient=_schwefel_gradient,
    x=(-500.0, 500.0),
    y=(-500.0, 500.0),
    minima=((_SCHWEFEL_LOW, _SCHWEFEL_LOW),),
    optimum=-837.9657745448674,
    stationary=(  # the two next lowest hollows, and the one of the story
        (_SCHWEFEL_NEXT, _SCHWEFEL_LOW),
        (_SCHWEFEL_LOW, _SCHWEFEL_NEXT),
        (_SCHWEFEL_NEXT, _SCHWEFEL_NEXT),
    ),
    formula=r"-x \sin\sqrt{\left|x\right|} - y \sin\sqrt{\left|y\right|}",
    start=(-250.0, -350.0),
    story=N_(
        "Rate 5 settles in a deep hollow and 10 swings about in it for ever; the lowest point "
        "is in the opposite corner of the map, and nothing here hints at it."
    ),
    source="Schwefel (1981), Numerical Optimization of Computer Models (its problem 2.26)",
)


def _bird(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    s, c, d = np.sin(x), np.cos(y), x - y
    u, v = 1 - c, 1 - s
    loss: Array = s * np.exp(u * u) + c * np.exp(v * v) + d * d
    return loss


def _bird_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    s, c, d = np.sin(x), np.cos(y), 2 * (x - y)
    u, v = 1 - c, 1 - s
    e, f = np.exp(u * u), np.exp(v * v)
    return stack(np.cos(x) * (e - 2 * c * v * f) + d, np.sin(y) * (2 * s * u * e - f) - d)


BIRD = Surface(
    key="bird",
    name=N_("Bird"),
    loss=_bird,
    gradient=_bird_gradient,
    x=(-2 * np.pi, 2 * np.pi),
    y=(-2 * np.pi, 2 * np.pi),
    minima=(
        (4.701043130249553, 3.15293850372493),
        (-1.5821421769300335, -3.1302468034546562),
    ),
    optimum=-106.76453674926468,
    stationary=(  # the other hollows
        (-1.5366624718468123, 3.107458798641709),
        (4.655171399427276, -3.0843750726322825),
        (0.665277627946388, 0.905518698847802),
        (-5.6179076792308775, -5.377666608329477),
    ),
    formula=r"\sin x \, e^{(1 - \cos y)^2} + \cos y \, e^{(1 - \sin x)^2} + (x - y)^2",
    start=(2.3, -3.4),
    story=N_(
        "From one start rate 0.002 settles in one of the two lowest hollows and 0.003 in a much "
        "shallower one; 0.01 settles nowhere."
    ),
    source=MISHRA,
)


def _adjiman(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    loss: Array = np.cos(x) * np.sin(y) - x / (y * y + 1)
    return loss


def _adjiman_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    q = 1 / (y * y + 1)
    gx = -np.sin(x) * np.sin(y) - q
    return stack(gx, np.cos(x) * np.cos(y) + 2 * (x * y) * (q * q))


ADJIMAN = Surface(
    key="adjiman",
    name=N_("Adjiman's slope to the edge"),
    loss=_adjiman,
    gradient=_adjiman_gradient,
    x=(-1.0, 2.0),
    y=(-1.0, 1.0),
    minima=((2.0, 0.1057834694517169),),  # on the edge: the ground falls on beyond the map
    optimum=-2.021806783359787,
    stationary=(  # two saddles
        (0.7945733292974205, -0.893508131747063),
        (-0.7945733292974205, 0.893508131747063),
    ),
    formula=r"\cos x \sin y - \frac{x}{y^2 + 1}",
    start=(-0.5, 0.5),
    story=N_(
        "The lowest point lies on the edge of the map, and the ground falls on behind it: "
        "every rate, low or high, walks past it and out."
    ),
    source="Adjiman, Dallwig, Floudas and Neumaier (1998), A global optimization method, alphaBB, "
    "for general twice-differentiable constrained NLPs",
)


def _egg_crate(p: Array) -> Array:
    s = np.sin(p)
    f: Array = p * p + 25 * (s * s)
    return f[..., 0] + f[..., 1]


def _egg_crate_gradient(p: Array) -> Array:
    t = p + p
    gradient: Array = t + 25 * np.sin(t)
    return gradient


# 2 x + 25 sin(2 x) = 0: bottom, rim, hollow and outer rim, each also at -x.
_CRATE = (0.0, 1.6364424603413235, 3.0196018847849517, 4.914418348337481)
_CRATE_FLAT = tuple(sorted({sign * x for sign in (1, -1) for x in _CRATE}))

EGG_CRATE = Surface(
    key="egg-crate",
    name=N_("Egg crate"),
    loss=_egg_crate,
    gradient=_egg_crate_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    stationary=tuple((x, y) for x in _CRATE_FLAT for y in _CRATE_FLAT if x or y),
    formula=r"x^2 + y^2 + 25 \left(\sin^2 x + \sin^2 y\right)",
    start=(4.0, 2.0),
    story=N_(
        "The hollows have almost the same curvature, so they share one limit: 0.03 settles in "
        "the one beside the start, and 0.04 in none."
    ),
    source=JAMIL_YANG,
)


def _parsopoulos(p: Array) -> Array:
    c, s = np.cos(p[..., 0]), np.sin(p[..., 1])
    loss: Array = c * c + s * s
    return loss


def _parsopoulos_gradient(p: Array) -> Array:
    slope: Array = np.sin(p + p)
    slope[..., 0] *= -1
    return slope


_ODD = tuple(k * np.pi / 2 for k in (-3, -1, 1, 3))  # cos x = 0
_EVEN = (-np.pi, 0.0, np.pi)  # sin y = 0

PARSOPOULOS = Surface(
    key="parsopoulos",
    name=N_("Parsopoulos' twelve equals"),
    loss=_parsopoulos,
    gradient=_parsopoulos_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=tuple(product(_ODD, _EVEN)),
    optimum=0.0,
    stationary=(*product(_ODD, _ODD), *product(_EVEN, _EVEN), *product(_EVEN, _ODD)),
    formula=r"\cos^2 x + \sin^2 y",
    start=(0.2, 1.4),
    story=N_(
        "From beside a hilltop between equal bottoms it does not matter which one is found: "
        "rate 0.5 is there in seven steps, and above 1 no walk settles."
    ),
    source=JAMIL_YANG,
)

HOLLOWS = (SCHWEFEL, BIRD, ADJIMAN, EGG_CRATE, PARSOPOULOS)
