"""Many minima of products: one wave along x times one along y, so the signs make a chessboard."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from surfaces.catalogue.many_minima.separable import crossings
from surfaces.catalogue.many_minima.sources import JAMIL_YANG
from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_


def _alpine_2_root(p: Array) -> Array:
    root: Array = np.maximum(np.sqrt(p), 1e-100)  # no 0 / 0 where x or y is 0
    return root


def _alpine_2(p: Array) -> Array:
    h: Array = np.sqrt(p) * np.sin(p)
    return h[..., 0] * h[..., 1]


def _alpine_2_gradient(p: Array) -> Array:
    r, s = _alpine_2_root(p), np.sin(p)
    h, slope = r * s, 0.5 * (s / r) + r * np.cos(p)
    return stack(slope[..., 0] * h[..., 1], h[..., 0] * slope[..., 1])


def _alpine_2_hessian(p: Array) -> Array:
    r, s, c = _alpine_2_root(p), np.sin(p), np.cos(p)
    h, slope, bend = r * s, 0.5 * (s / r) + r * c, c / r - s / (4 * r * r * r) - r * s
    (h, k), (g, i), (b, d) = ((a[..., 0], a[..., 1]) for a in (h, slope, bend))
    return symmetric(b * k, g * i, h * d)


_ALPINE_FLAT = (1.8365972031521258, 4.815842317845935, 7.917052684666207)  # tan t = -2 t
_ALPINE_ZERO = (np.pi, 2 * np.pi, 3 * np.pi)
_ALPINE_TOP = ((_ALPINE_FLAT[2], _ALPINE_FLAT[2]),)

ALPINE_2 = Surface(
    key="alpine-2",
    name=N_("Alpine summits"),
    loss=_alpine_2,
    gradient=_alpine_2_gradient,
    exact_hessian=_alpine_2_hessian,
    x=(0.0, 10.0),
    y=(0.0, 10.0),
    maxima=_ALPINE_TOP,
    optimum=7.885600724127534,
    stationary=(
        *crossings(_ALPINE_FLAT, _ALPINE_FLAT, but=_ALPINE_TOP),
        *crossings(_ALPINE_ZERO, _ALPINE_ZERO, but=()),  # the passes where four fields meet
    ),
    formula=r"\sqrt{x} \sin(x) \, \sqrt{y} \sin(y)",
    start=(6.2, 6.1),
    story=N_(
        "Just beside a pass, on the wrong side: rates up to 0.4 climb a summit of 4.8 and turn "
        "their backs on the highest one, 7.9; 0.5 never comes to rest."
    ),
    source="Clerc (1999), The swarm and the queen: towards a deterministic and adaptive particle "
    "swarm optimization (its Alpine, to be maximised)",
    direction="up",
)

_TIMES = np.arange(1, 6)  # i, of i cos((i + 1) t + i)


def _shubert_waves(p: Array, power: int) -> NDArray[np.complex128]:
    """The sum of i (i + 1)**power exp(j ((i + 1) t + i)), with j the imaginary unit: (..., 2).

    Horner's rule on z = exp(j t): one sine and one cosine instead of five each.
    """
    z = np.empty(p.shape, np.complex128)
    z.real, z.imag = np.cos(p), np.sin(p)
    terms = _TIMES * (_TIMES + 1.0) ** power * np.exp(1j * _TIMES)
    total = np.full_like(z, terms[4])
    for term in terms[3::-1]:
        total *= z
        total += term
    total *= z * z
    return total


def _shubert(p: Array) -> Array:
    g = _shubert_waves(p, 0).real
    return g[..., 0] * g[..., 1]


def _shubert_gradient(p: Array) -> Array:
    g, slope = _shubert_waves(p, 0).real, -_shubert_waves(p, 1).imag
    return stack(slope[..., 0] * g[..., 1], g[..., 0] * slope[..., 1])


def _shubert_hessian(p: Array) -> Array:
    g, slope = _shubert_waves(p, 0).real, -_shubert_waves(p, 1).imag
    bend = -_shubert_waves(p, 2).real
    return symmetric(
        bend[..., 0] * g[..., 1], slope[..., 0] * slope[..., 1], g[..., 0] * bend[..., 1]
    )


# The lowest product is the lowest sum times the highest, in either order; both recur every 2 pi.
_SHUBERT_LOW = (-7.708313735499347, -1.425128428319761, 4.858056878859825)
_SHUBERT_HIGH = (-7.0835064076515595, -0.8003211004719731, 5.482864206707613)

SHUBERT = Surface(
    key="shubert",
    name=N_("Shubert's eighteen pits"),
    loss=_shubert,
    gradient=_shubert_gradient,
    exact_hessian=_shubert_hessian,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=(
        *crossings(_SHUBERT_LOW, _SHUBERT_HIGH, but=()),
        *crossings(_SHUBERT_HIGH, _SHUBERT_LOW, but=()),
    ),
    optimum=-186.73090883102384,
    formula=r"\sum_{i=1}^{5} i \cos\left((i + 1) x + i\right)"
    r" \cdot \sum_{i=1}^{5} i \cos\left((i + 1) y + i\right)",
    start=(4.9, -0.9),
    story=N_(
        "The deepest pits are the steepest: rate 0.0002 settles in the one beside the start, "
        "0.0005 rattles about in it, and 0.001 is thrown out and settles in a shallower one."
    ),
    source=JAMIL_YANG,
)
