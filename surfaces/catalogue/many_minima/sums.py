"""Many minima of sums: one wave along x plus one along y."""

from __future__ import annotations

import numpy as np

from surfaces.catalogue.many_minima.separable import crossings, diagonal
from surfaces.catalogue.many_minima.sources import ALI, JAMIL_YANG
from surfaces.surface import Array, Surface
from surfaces.words import N_

_PI = np.pi


def _cosine_mixture(p: Array) -> Array:
    f: Array = 0.1 * np.cos((5 * _PI) * p) - p * p
    return f[..., 0] + f[..., 1]


def _cosine_mixture_gradient(p: Array) -> Array:
    gradient: Array = (-0.5 * _PI) * np.sin((5 * _PI) * p) - 2 * p
    return gradient


def _cosine_mixture_hessian(p: Array) -> Array:
    return diagonal((-2.5 * _PI**2) * np.cos((5 * _PI) * p) - 2)


_COSINE_TOPS = (
    -0.725107017148202,
    -0.36887486419793397,
    0.0,
    0.36887486419793397,
    0.725107017148202,
)

COSINE_MIXTURE = Surface(
    key="cosine-mixture",
    name=N_("Cosine mixture"),
    loss=_cosine_mixture,
    gradient=_cosine_mixture_gradient,
    exact_hessian=_cosine_mixture_hessian,
    x=(-1.0, 1.0),
    y=(-1.0, 1.0),
    maxima=((0.0, 0.0),),
    optimum=0.2,
    stationary=crossings(_COSINE_TOPS, _COSINE_TOPS, but=((0.0, 0.0),)),  # the 24 lower summits
    formula=r"0.1 \cos(5 \pi x) + 0.1 \cos(5 \pi y) - x^2 - y^2",
    start=(0.9, 0.9),
    story=N_(
        "Uphill from the corner, rate 0.05 ends on the first summit and 0.07 steps over it to "
        "a second, higher one; 0.1 never comes to rest."
    ),
    source=f"{ALI} (to be maximised)",
    direction="up",
)


def _deb_1(p: Array) -> Array:
    s = np.sin((5 * _PI) * p)
    ss = s * s
    f: Array = ss * ss * ss
    return -0.5 * (f[..., 0] + f[..., 1])


def _deb_1_gradient(p: Array) -> Array:
    a = (5 * _PI) * p
    s = np.sin(a)
    ss = s * s
    gradient: Array = (-15 * _PI) * (ss * ss) * s * np.cos(a)
    return gradient


def _deb_1_hessian(p: Array) -> Array:
    s = np.sin((5 * _PI) * p)
    ss = s * s
    return diagonal((75 * _PI**2) * (ss * ss) * (6 * ss - 5))


_DEB_PITS = (0.1, 0.3, 0.5, 0.7, 0.9)

# One quarter of the source's map, -1 to 1, where the same pits come four times over.
DEB_1 = Surface(
    key="deb-1",
    name=N_("Deb's corrugated field"),
    loss=_deb_1,
    gradient=_deb_1_gradient,
    exact_hessian=_deb_1_hessian,
    x=(0.0, 1.0),
    y=(0.0, 1.0),
    minima=crossings(_DEB_PITS, _DEB_PITS, but=()),
    optimum=-1.0,
    formula=r"-\frac{1}{2} \left[\sin^6(5 \pi x) + \sin^6(5 \pi y)\right]",
    start=(0.42, 0.61),
    story=N_(
        "The ground between the 25 equal pits is all but level: rate 0.001 creeps for more than "
        "500 steps before it falls into one; 0.003 falls sooner and never settles."
    ),
    source=f"{JAMIL_YANG} (its Deb 1)",
)

_FADE = 2 * np.log(2) / 0.8**2  # halves the waves every 0.57, squared


def _ripple_25(p: Array) -> Array:
    q, s = p - 0.1, np.sin((5 * _PI) * p)
    ss = s * s
    f: Array = np.exp(-_FADE * (q * q)) * (ss * ss * ss)
    return -(f[..., 0] + f[..., 1])


def _ripple_25_gradient(p: Array) -> Array:
    q, a = p - 0.1, (5 * _PI) * p
    s = np.sin(a)
    ss = s * s
    waves = np.exp(-_FADE * (q * q)) * (ss * ss * s)
    gradient: Array = waves * ((2 * _FADE) * (q * s) - (30 * _PI) * np.cos(a))
    return gradient


def _ripple_25_hessian(p: Array) -> Array:
    q, a = 2 * _FADE * (p - 0.1), (5 * _PI) * p
    s, c = np.sin(a), np.cos(a)
    ss = s * s
    bend = (q * q - 2 * _FADE) * ss - (60 * _PI) * (q * (s * c)) + (150 * _PI**2) * (5 - 6 * ss)
    return diagonal(-np.exp(-(q * q) / (4 * _FADE)) * (ss * ss) * bend)


_RIPPLE_PITS = (0.1, 0.2994164698034531, 0.49883303735723006, 0.6982498003136337, 0.89766685612917)

# The source's Ripple 1 adds 0.1 cos(500 pi x)**2, which a drawn mesh cannot show.
RIPPLE_25 = Surface(
    key="ripple-25",
    name=N_("Ripple with 25 pits"),
    loss=_ripple_25,
    gradient=_ripple_25_gradient,
    exact_hessian=_ripple_25_hessian,
    x=(0.0, 1.0),
    y=(0.0, 1.0),
    minima=((0.1, 0.1),),
    optimum=-2.0,
    stationary=crossings(_RIPPLE_PITS, _RIPPLE_PITS, but=((0.1, 0.1),)),  # the shallower pits
    formula=r"-e^{-2 \ln 2 \, ((x - 0.1) / 0.8)^2} \sin^6(5 \pi x)"
    r" - e^{-2 \ln 2 \, ((y - 0.1) / 0.8)^2} \sin^6(5 \pi y)",
    start=(0.14, 0.05),
    story=N_(
        "The lowest of the 25 pits is also the steepest: rate 0.001 settles in it, and 0.0015 "
        "rattles about in it for ever."
    ),
    source=f"{JAMIL_YANG} (its Ripple 25)",
)
