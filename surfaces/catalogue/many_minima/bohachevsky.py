"""Many minima: a stretched bowl with ripples along x, along y, and along both.

The usual map, -100 to 100, is 30,000 high, and the ripples are at most 1.4: nobody would see them.
Here is the centre.
"""

from __future__ import annotations

import numpy as np

from surfaces.catalogue.many_minima.separable import crossings, diagonal
from surfaces.catalogue.many_minima.sources import BOHACHEVSKY
from surfaces.catalogue.many_minima.symmetry import mirrored, opposite
from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_

_PI = np.pi


def _bohachevsky_1(p: Array) -> Array:
    # c - c cos(2 a) as 2 c sin(a)**2, here and below: no cancellation, exactly 0 at the minimum.
    x, y = p[..., 0], p[..., 1]
    s, t = np.sin((1.5 * _PI) * x), np.sin((2 * _PI) * y)
    loss: Array = x * x + 0.6 * (s * s) + 2 * (y * y) + 0.8 * (t * t)
    return loss


def _bohachevsky_1_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    gx = 2 * x + (0.9 * _PI) * np.sin((3 * _PI) * x)
    return stack(gx, 4 * y + (1.6 * _PI) * np.sin((4 * _PI) * y))


def _bohachevsky_1_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx = 2 + (2.7 * _PI**2) * np.cos((3 * _PI) * x)
    return diagonal(stack(xx, 4 + (6.4 * _PI**2) * np.cos((4 * _PI) * y)))


BOHACHEVSKY_1 = Surface(
    key="bohachevsky-1",
    name=N_("Bohachevsky's first"),
    loss=_bohachevsky_1,
    gradient=_bohachevsky_1_gradient,
    exact_hessian=_bohachevsky_1_hessian,
    x=(-1.0, 1.0),
    y=(-1.0, 1.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    stationary=crossings(  # the 14 other hollows
        (-0.6186120678279501, 0.0, 0.6186120678279501),
        (-0.9333791416826435, -0.46952754566849225, 0.0, 0.46952754566849225, 0.9333791416826435),
        but=((0.0, 0.0),),
    ),
    formula=r"x^2 + 2 y^2 - 0.3 \cos(3 \pi x) - 0.4 \cos(4 \pi y) + 0.7",
    start=(0.85, 0.85),
    story=N_(
        "Every rate that settles ends beside the start, in one of the four highest hollows of "
        "the map; the lowest of the fifteen is two rows away and is never found."
    ),
    source=BOHACHEVSKY,
)


def _bohachevsky_2(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = (1.5 * _PI) * x, (2 * _PI) * y
    s, t = np.sin(a + b), np.sin(a - b)
    loss: Array = x * x + 2 * (y * y) + 0.3 * (s * s + t * t)
    return loss


def _bohachevsky_2_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = (3 * _PI) * x, (4 * _PI) * y
    gx = 2 * x + (0.9 * _PI) * (np.sin(a) * np.cos(b))
    return stack(gx, 4 * y + (1.2 * _PI) * (np.cos(a) * np.sin(b)))


def _bohachevsky_2_hessian(p: Array) -> Array:
    a, b = (3 * _PI) * p[..., 0], (4 * _PI) * p[..., 1]
    cc, ss = _PI**2 * (np.cos(a) * np.cos(b)), _PI**2 * (np.sin(a) * np.sin(b))
    return symmetric(2 + 2.7 * cc, -3.6 * ss, 4 + 4.8 * cc)


BOHACHEVSKY_2 = Surface(
    key="bohachevsky-2",
    name=N_("Bohachevsky's second"),
    loss=_bohachevsky_2,
    gradient=_bohachevsky_2_gradient,
    exact_hessian=_bohachevsky_2_hessian,
    x=(-1.0, 1.0),
    y=(-1.0, 1.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    stationary=mirrored(  # the 22 other hollows
        (
            (0.0, 0.45947552594714364),
            (0.0, 0.8992070786781823),
            (0.2980003913284758, 0.6807702513679207),
            (0.3091582591307131, 0.22986257030758958),
            (0.608573453646004, 0.45247995477237163),
            (0.6186120678279501, 0.0),
            (0.9194684740603962, 0.22350271636394353),
        )
    ),
    formula=r"x^2 + 2 y^2 - 0.3 \cos(3 \pi x) \cos(4 \pi y) + 0.3",
    start=(0.8, 0.7),
    story=N_(
        "Rates up to 0.04 settle in the hollow beside the start, at a height of 0.87; 0.06 is "
        "thrown out of it and wanders from hollow to hollow without settling."
    ),
    source=BOHACHEVSKY,
)


def _bohachevsky_3(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    s = np.sin(_PI * (1.5 * x + 2 * y))
    loss: Array = x * x + 2 * (y * y) + 0.6 * (s * s)
    return loss


def _bohachevsky_3_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    ripple = (0.3 * _PI) * np.sin(_PI * (3 * x + 4 * y))
    return stack(2 * x + 3 * ripple, 4 * (y + ripple))


def _bohachevsky_3_hessian(p: Array) -> Array:
    ripple = (0.3 * _PI**2) * np.cos(_PI * (3 * p[..., 0] + 4 * p[..., 1]))
    return symmetric(2 + 9 * ripple, 12 * ripple, 4 + 16 * ripple)


BOHACHEVSKY_3 = Surface(
    key="bohachevsky-3",
    name=N_("Bohachevsky's third"),
    loss=_bohachevsky_3,
    gradient=_bohachevsky_3_gradient,
    exact_hessian=_bohachevsky_3_hessian,
    x=(-1.0, 1.0),
    y=(-1.0, 1.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    stationary=opposite(  # all on the line y = 2 x / 3, hollows and passes in turn
        (
            (0.18379415829138096, 0.12252943886092063),
            (0.3393255483427433, 0.22621703222849554),
            (0.5519417331551115, 0.367961155436741),
            (0.6777951339903777, 0.45186342266025187),
            (0.922275508006483, 0.6148503386709886),
        )
    ),
    formula=r"x^2 + 2 y^2 - 0.3 \cos(3 \pi x + 4 \pi y) + 0.3",
    start=(0.85, -0.85),
    story=N_(
        "All hollows lie in one row, from the south-west to the north-east, and the way down "
        "from this corner meets none: rate 0.02 arrives, and 0.03 bounces across the groove."
    ),
    source=BOHACHEVSKY,
)
