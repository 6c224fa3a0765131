"""Many minima of waves: on a trough, in rings, and across each other."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_

_PI = np.pi
_BRANIN_B, _BRANIN_C, _BRANIN_T = 5.1 / (4 * _PI**2), 5 / _PI, 1 / (8 * _PI)


def _branin(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    q = y + x * (_BRANIN_C - _BRANIN_B * x) - 6
    loss: Array = q * q + 10 * (1 - _BRANIN_T) * np.cos(x) + 10
    return loss


def _branin_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    q = 2 * (y + x * (_BRANIN_C - _BRANIN_B * x) - 6)
    gx = q * (_BRANIN_C - 2 * _BRANIN_B * x) - 10 * (1 - _BRANIN_T) * np.sin(x)
    return stack(gx, q)


def _branin_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    q, slope = y + x * (_BRANIN_C - _BRANIN_B * x) - 6, _BRANIN_C - 2 * _BRANIN_B * x
    xx = 2 * (slope * slope) - 4 * _BRANIN_B * q - 10 * (1 - _BRANIN_T) * np.cos(x)
    return symmetric(xx, 2 * slope, np.full_like(x, 2))


# Flat where the trough's floor, y = b x**2 - c x + 6, meets a multiple of pi: an odd one is a
# minimum, an even one a pass.
BRANIN = Surface(
    key="branin",
    name=N_("Branin's trough"),
    loss=_branin,
    gradient=_branin_gradient,
    exact_hessian=_branin_hessian,
    x=(-5.0, 10.0),
    y=(0.0, 15.0),
    minima=((-_PI, 12.275), (_PI, 2.275), (3 * _PI, 2.475)),
    optimum=10 / (8 * _PI),
    stationary=((0.0, 6.0), (2 * _PI, 1.1)),
    formula=r"\left(y - \frac{5.1}{4 \pi^2} x^2 + \frac{5}{\pi} x - 6\right)^2"
    r" + 10 \left(1 - \frac{1}{8 \pi}\right) \cos(x) + 10",
    start=(-4.9, 5.5),
    story=N_(
        "From one start the rate picks the minimum: 0.05 settles in the western one, 0.1 in the "
        "middle one and 0.15 in the eastern one; 0.17 is thrown off the map."
    ),
    source="Branin (1972), Widely convergent method for finding multiple solutions of "
    "simultaneous nonlinear equations",
)


def _drop_wave(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    rr = x * x + y * y
    c = np.cos(6 * np.sqrt(rr))
    loss: Array = -2 * (c * c) / (0.5 * rr + 2)  # 1 + cos(12 r) as 2 cos(6 r)**2
    return loss


def _drop_wave_terms(p: Array) -> tuple[Array, Array, Array, Array]:
    """Radius, height of the wave, its width, and slope over radius, each (...)."""
    x, y = p[..., 0], p[..., 1]
    r = np.sqrt(x * x + y * y)
    r = np.maximum(r, np.finfo(np.float64).tiny)  # sin(12 r) / r is 12 at the centre, not 0 / 0
    wave, width = 1 + np.cos(12 * r), 0.5 * (r * r) + 2
    return r, wave, width, (12 * (np.sin(12 * r) / r) * width + wave) / (width * width)


def _drop_wave_gradient(p: Array) -> Array:
    *_, slope = _drop_wave_terms(p)
    return slope[..., None] * p


def _drop_wave_hessian(p: Array) -> Array:
    r, wave, width, slope = _drop_wave_terms(p)
    bend = (144 * (wave - 1) * width + wave) / (width * width) - 2 * slope * (r * r) / width
    m, n, more = p[..., 0] / r, p[..., 1] / r, bend - slope
    return symmetric(slope + more * (m * m), more * (m * n), slope + more * (n * n))


# Smooth at the centre as well: cos(12 r) is a power series in r**2, and so in x and y.
# The other hollows and all crests are whole rings, not points.
DROP_WAVE = Surface(
    key="drop-wave",
    name=N_("Drop-wave"),
    loss=_drop_wave,
    gradient=_drop_wave_gradient,
    exact_hessian=_drop_wave_hessian,
    x=(-5.12, 5.12),
    y=(-5.12, 5.12),
    minima=((0.0, 0.0),),
    optimum=-1.0,
    formula=r"-\frac{1 + \cos\left(12 \sqrt{x^2 + y^2}\right)}{\frac{1}{2} (x^2 + y^2) + 2}",
    start=(1.2, 0.9),
    story=N_(
        "All slopes point at the centre or away from it, so the walker keeps to one ray: rates "
        "up to 0.03 stop in the nearest ring, and 0.05 rattles across it for ever."
    ),
    source="Molga and Smutnicki (2005), Test functions for optimization needs",
)


def _trefethen(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    waves = np.exp(np.sin(50 * x)) + np.sin(60 * np.exp(y)) + np.sin(70 * np.sin(x))
    waves += np.sin(np.sin(80 * y)) - np.sin(10 * (x + y))
    loss: Array = waves + 0.25 * (x * x + y * y)
    return loss


def _trefethen_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b, d = 50 * x, 60 * np.exp(y), 80 * y
    both = 10 * np.cos(10 * (x + y))
    gx = 50 * np.cos(a) * np.exp(np.sin(a)) + 70 * np.cos(x) * np.cos(70 * np.sin(x))
    gy = b * np.cos(b) + 80 * np.cos(d) * np.cos(np.sin(d))
    return stack(gx + (0.5 * x - both), gy + (0.5 * y - both))


def _trefethen_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b, c, d = 50 * x, 60 * np.exp(y), 70 * np.sin(x), 80 * y
    both, ca, cd, cx = 100 * np.sin(10 * (x + y)), np.cos(a), np.cos(d), 70 * np.cos(x)
    xx = 2500 * (ca * ca - np.sin(a)) * np.exp(np.sin(a)) - c * np.cos(c) - cx * cx * np.sin(c)
    yy = b * (np.cos(b) - b * np.sin(b))
    yy -= 6400 * (np.sin(d) * np.cos(np.sin(d)) + cd * cd * np.sin(np.sin(d)))
    return symmetric(xx + 0.5 + both, both, yy + 0.5 + both)


# The problem has no map. Its waves add up to 1 / e - 3 - sin(1) = -3.47 at the lowest, so further
# out than 0.82 the bowl keeps all ground above the minimum; here is the middle.
TREFETHEN = Surface(
    key="trefethen",
    name=N_("Trefethen's hundred-dollar ground"),
    loss=_trefethen,
    gradient=_trefethen_gradient,
    exact_hessian=_trefethen_hessian,
    x=(-0.5, 0.5),
    y=(-0.5, 0.5),
    minima=((-0.024403079694375173, 0.21061242715535577),),
    optimum=-3.306868647475237,
    formula=r"e^{\sin(50 x)} + \sin(60 e^y) + \sin(70 \sin x) + \sin(\sin(80 y))"
    r" - \sin(10 (x + y)) + \frac{x^2 + y^2}{4}",
    start=(0.1, 0.1),
    story=N_(
        "Only 0.17 from the lowest point: rates up to 0.0001 stop in the dimple beside the "
        "start, 0.0003 never settles, and 0.003 is thrown off the map."
    ),
    source="Trefethen (2002), A hundred-dollar, hundred-digit challenge (its problem 4)",
)
