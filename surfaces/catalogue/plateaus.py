"""Plateaus and cliffs: slopes so different that no single rate suits both."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_

_WALL = 4.0  # height of the cliff
_RIM = 4.0  # the ellipse q = _RIM runs half-way up the wall
_TILT = 0.01  # what is left of the slope on the plateau, per unit of q


def _cliff(p: Array) -> Array:
    """A logistic step of q = x**2 - x y + y**2, plus a little q: the only minimum is at q = 0."""
    x, y = p[..., 0], p[..., 1]
    q = x * x - x * y + y * y
    return _WALL / (1 + np.exp(_RIM - q)) + _TILT * q  # q >= 0, so exp cannot overflow


def _cliff_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    e = np.exp(_RIM - (x * x - x * y + y * y))
    slope = _WALL * e / ((1 + e) * (1 + e)) + _TILT  # d loss / d q
    return stack(slope * (2 * x - y), slope * (2 * y - x))


def _cliff_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    e = np.exp(_RIM - (x * x - x * y + y * y))
    step = _WALL * e / ((1 + e) * (1 + e))
    slope, bend = step + _TILT, step * (e - 1) / (e + 1)  # first and second in q
    u, v = 2 * x - y, 2 * y - x
    return symmetric(2 * slope + bend * u * u, bend * u * v - slope, 2 * slope + bend * v * v)


CLIFF = Surface(
    key="cliff",
    name=N_("Plateau above a cliff"),
    loss=_cliff,
    gradient=_cliff_gradient,
    exact_hessian=_cliff_hessian,
    formula=r"\frac{4}{1 + e^{4 - q}} + \frac{q}{100}, \quad q = x^2 - x y + y^2",
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.07194483984836625,  # 4 / (1 + e**4)
    start=(4.5, 2.0),
    story=N_(
        "Rate 0.1 hardly moves on the plateau and rate 1 crosses it; at the rim the slope is "
        "fifty times steeper, and rate 2 throws the walker off the map."
    ),
    source="Fall Line, after the cliffs in Pascanu, Mikolov and Bengio (2013), On the difficulty "
    "of training recurrent neural networks",
)


def _easom_bends(u: Array) -> tuple[Array, Array, Array]:
    """h(u) = -cos(u) exp(-u**2) of each distance from pi, with its first and second slope."""
    c, s, e = np.cos(u), np.sin(u), np.exp(-(u * u))
    return -c * e, (s + 2 * u * c) * e, (c * (3 - 4 * (u * u)) - 4 * u * s) * e


def _easom(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    u, v = x - np.pi, y - np.pi
    return -np.cos(x) * np.cos(y) * np.exp(-(u * u + v * v))


def _easom_gradient(p: Array) -> Array:
    h, slope, _ = _easom_bends(p - np.pi)
    return stack(-slope[..., 0] * h[..., 1], -h[..., 0] * slope[..., 1])


def _easom_hessian(p: Array) -> Array:
    h, slope, bend = _easom_bends(p - np.pi)
    xy = -slope[..., 0] * slope[..., 1]
    return symmetric(-bend[..., 0] * h[..., 1], xy, -h[..., 0] * bend[..., 1])


_RING = 1.8365972031521258  # where tan(u) = -2 u: the slope of one factor is 0 again

EASOM = Surface(
    key="easom",
    name=N_("Easom's hole in the plain"),
    loss=_easom,
    gradient=_easom_gradient,
    exact_hessian=_easom_hessian,
    formula=r"-\cos x \cos y \, \exp\left(-(x - \pi)^2 - (y - \pi)^2\right)",
    x=(-1.0, 7.0),
    y=(-1.0, 7.0),
    minima=((np.pi, np.pi),),
    optimum=-1.0,
    stationary=tuple(
        (np.pi + i * u, np.pi + j * u)
        for u, steps in ((_RING, (-1, 0, 1)), (np.pi / 2, (-1, 1)))
        for i in steps
        for j in steps
        if (i, j) != (0, 0)
    ),
    start=(1.4, 2.6),
    story=N_(
        "Rate 0.1 finds the hole and 1 jumps about in it for ever; 5 is thrown out onto the "
        "plain, where it stands still because there is no slope left, not because it has "
        "arrived."
    ),
    source="Easom (1990), A survey of global optimization techniques",
)

_M = 10  # the literature's own choice; the power is 2 m
_PACE = np.array([1.0, 2.0]) / np.pi


def _michalewicz_wave(p: Array) -> tuple[Array, Array, Array]:
    """sin(k p**2 / pi), with its first and second slope, each (..., 2)."""
    t = _PACE * p * p
    s, c, pace = np.sin(t), np.cos(t), 2 * _PACE * p
    return s, pace * c, 2 * _PACE * c - pace * pace * s


def _michalewicz(p: Array) -> Array:
    f: Array = -np.sin(p) * np.sin(_PACE * p * p) ** (2 * _M)
    return f[..., 0] + f[..., 1]


def _michalewicz_gradient(p: Array) -> Array:
    s, slope, _ = _michalewicz_wave(p)
    power = s ** (2 * _M - 1)
    gradient: Array = -power * (np.cos(p) * s + 2 * _M * np.sin(p) * slope)
    return gradient


def _michalewicz_hessian(p: Array) -> Array:
    s, slope, bend = _michalewicz_wave(p)
    n, sin, cos = 2 * _M, np.sin(p), np.cos(p)
    inner = n * sin * ((n - 1) * slope * slope + s * bend) + 2 * n * cos * s * slope - sin * s * s
    twice = -(s ** (n - 2)) * inner
    return symmetric(twice[..., 0], np.zeros(p.shape[:-1]), twice[..., 1])


MICHALEWICZ = Surface(
    key="michalewicz",
    name=N_("Michalewicz' crossing ditches"),
    loss=_michalewicz,
    gradient=_michalewicz_gradient,
    exact_hessian=_michalewicz_hessian,
    formula=r"-\sin x \, \sin^{20}\left(\frac{x^2}{\pi}\right) "
    r"- \sin y \, \sin^{20}\left(\frac{2 y^2}{\pi}\right)",
    x=(0.0, np.pi),
    y=(0.0, np.pi),
    minima=((2.2029055201726093, np.pi / 2),),
    optimum=-1.8013034100985537,  # the literature gives -1.8013
    start=(2.6, 2.0),
    story=N_(
        "One ditch is found at once, but the other runs through a plain: rate 0.001 comes to "
        "rest half-way, and 0.01 creeps for two thousand steps before it falls into the "
        "crossing."
    ),
    source="Michalewicz (1992), Genetic Algorithms + Data Structures = Evolution Programs",
)

_TREAD = 0.95  # how much of the slope the treads lack, and the risers have on top


def _terraces(p: Array) -> Array:
    s = p + _TREAD / (2 * np.pi) * np.sin(2 * np.pi * p)
    f: Array = 0.5 * (s * s)
    return f[..., 0] + f[..., 1]


def _terraces_gradient(p: Array) -> Array:
    turn = 2 * np.pi * p
    s = p + _TREAD / (2 * np.pi) * np.sin(turn)
    gradient: Array = s * (1 + _TREAD * np.cos(turn))
    return gradient


def _terraces_hessian(p: Array) -> Array:
    turn = 2 * np.pi * p
    s, slope = p + _TREAD / (2 * np.pi) * np.sin(turn), 1 + _TREAD * np.cos(turn)
    bend = slope * slope - 2 * np.pi * _TREAD * s * np.sin(turn)
    return symmetric(bend[..., 0], np.zeros(p.shape[:-1]), bend[..., 1])


TERRACES = Surface(
    key="terraces",
    name=N_("Terraces"),
    loss=_terraces,
    gradient=_terraces_gradient,
    exact_hessian=_terraces_hessian,
    formula=r"\tfrac{1}{2} \left(s(x)^2 + s(y)^2\right), \quad "
    r"s(t) = t + \frac{0.95}{2\pi} \sin(2\pi t)",
    x=(-3.0, 3.0),
    y=(-3.0, 3.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-2.8, 2.3),
    story=N_(
        "A tread has a twentieth of the usual slope, and looks like the end: rate 0.01 takes "
        "more than a thousand steps to the bottom, 0.2 fewer than fifty, and 1 never settles."
    ),
    source="Fall Line, after the step function in De Jong (1975), An analysis of the behavior of "
    "a class of genetic adaptive systems (its F3)",
)

PLATEAUS = (CLIFF, EASOM, MICHALEWICZ, TERRACES)
