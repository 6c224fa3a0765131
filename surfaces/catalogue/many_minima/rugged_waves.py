"""Waves on a slope: smooth, and crowded with ripples that hide the way down."""

from __future__ import annotations

from random import Random

import numpy as np

from surfaces.catalogue.many_minima.rugged_tables import MISHRA
from surfaces.catalogue.many_minima.sources import JAMIL_YANG
from surfaces.catalogue.many_minima.symmetry import mirrored
from surfaces.surface import Array, Surface, stack
from surfaces.words import N_


def _schaffer_2(p: Array) -> Array:
    # sin(u)**2 - 0.5 = -0.5 cos(2 u)
    xx, yy = p[..., 0] * p[..., 0], p[..., 1] * p[..., 1]
    q = 1 + 0.001 * (xx + yy)
    loss: Array = 0.5 - 0.5 * np.cos(2 * (xx - yy)) / (q * q)
    return loss


def _schaffer_2_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx, yy = x * x, y * y
    q, v = 1 + 0.001 * (xx + yy), 2 * (xx - yy)
    qq = q * q
    wave, fade = 2 * np.sin(v) / qq, 0.002 * np.cos(v) / (qq * q)
    return stack(x * (fade + wave), y * (fade - wave))


SCHAFFER_2 = Surface(
    key="schaffer-2",
    name=N_("Schaffer's crossed waves"),
    loss=_schaffer_2,
    gradient=_schaffer_2_gradient,
    x=(-5.0, 5.0),  # out to the usual 100, waves grow too short for any mesh
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    formula=r"0.5 + \frac{\sin^2(x^2 - y^2) - 0.5}{\left(1 + 0.001 (x^2 + y^2)\right)^2}",
    start=(2.0, 1.7),
    story=N_(
        "The walker drops into the diagonal valley at once; its floor falls so gently that "
        "rate 0.01 is still 2.5 from the lowest point after two thousand steps, and 0.05 "
        "still 1.8."
    ),
    source=MISHRA,
)


def _schaffer_4(p: Array) -> Array:
    # cos is even, so the bars of |x**2 - y**2| change nothing; cos(s)**2 - 0.5 = 0.5 cos(2 s)
    xx, yy = p[..., 0] * p[..., 0], p[..., 1] * p[..., 1]
    q = 1 + 0.001 * (xx + yy)
    loss: Array = 0.5 + 0.5 * np.cos(2 * np.sin(xx - yy)) / (q * q)
    return loss


def _schaffer_4_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    xx, yy = x * x, y * y
    q, v = 1 + 0.001 * (xx + yy), xx - yy
    qq, s = q * q, 2 * np.sin(v)
    wave, fade = -2 * np.sin(s) * np.cos(v) / qq, -0.002 * np.cos(s) / (qq * q)
    return stack(x * (fade + wave), y * (fade - wave))


SCHAFFER_4 = Surface(
    key="schaffer-4",
    name=N_("Schaffer's curved ditches"),
    loss=_schaffer_4,
    gradient=_schaffer_4_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=mirrored(((0.0, 1.2531318314637332), (1.2531318314637332, 0.0))),
    optimum=0.29257863203598056,
    stationary=((0.0, 0.0),),
    formula=r"0.5 + \frac{\cos^2\left(\sin\left|x^2 - y^2\right|\right) - 0.5}"
    r"{\left(1 + 0.001 (x^2 + y^2)\right)^2}",
    start=(1.8, 0.4),
    story=N_(
        "A few steps lead into the ditch, whose floor is almost level: rate 0.05 crawls along "
        "it for thousands of steps, and 0.3 needs ten thousand to its lowest point."
    ),
    source=MISHRA,
)


_LANGERMANN_X = np.array([3.0, 5.0, 2.0, 1.0, 7.0])
_LANGERMANN_Y = np.array([5.0, 2.0, 1.0, 4.0, 9.0])
_LANGERMANN_C = np.array([1.0, 2.0, 5.0, 2.0, 3.0])
# cos(v) / pi + pi sin(v), the slope of a ripple, is one cosine of this height and shift.
_RIPPLE, _SHIFT = np.hypot(1 / np.pi, np.pi), np.arctan2(np.pi, 1 / np.pi)


def _langermann(p: Array) -> Array:
    dx = np.subtract.outer(_LANGERMANN_X, p[..., 0])  # (5, ...)
    dy = np.subtract.outer(_LANGERMANN_Y, p[..., 1])
    q = dx * dx + dy * dy
    loss: Array = np.tensordot(-_LANGERMANN_C, np.exp(q / -np.pi) * np.cos(np.pi * q), 1)
    return loss


def _langermann_gradient(p: Array) -> Array:
    dx = np.subtract.outer(_LANGERMANN_X, p[..., 0])
    dy = np.subtract.outer(_LANGERMANN_Y, p[..., 1])
    q = dx * dx + dy * dy
    slope = np.exp(q / -np.pi) * np.cos(np.pi * q - _SHIFT)
    weights = -2 * _RIPPLE * _LANGERMANN_C
    return stack(np.tensordot(weights, slope * dx, 1), np.tensordot(weights, slope * dy, 1))


LANGERMANN = Surface(
    key="langermann",
    name=N_("Langermann's five drops in a pond"),
    loss=_langermann,
    gradient=_langermann_gradient,
    x=(0.0, 10.0),
    y=(0.0, 10.0),
    minima=((2.0029921199344654, 1.0060959402921885),),
    optimum=-5.162126159963982,
    stationary=((1.9289394952199317, 1.2437953637131243), (6.999951020065428, 8.99995117054057)),
    formula=r"-\sum_{i=1}^{5} c_i \, e^{-q_i / \pi} \cos(\pi q_i), \quad "
    r"q_i = (x - a_i)^2 + (y - b_i)^2, \quad a = (3, 5, 2, 1, 7), \ b = (5, 2, 1, 4, 9), "
    r"\ c = (1, 2, 5, 2, 3)",
    start=(4.2, 1.0),
    story=N_(
        "Rate 0.005 settles in a ring that ripples around the deepest hole, 0.01 rattles "
        "about in it, and 0.03 happens to leap into the hole."
    ),
    source=f"{JAMIL_YANG}; its constants as in Molga and Smutnicki (2005), Test functions for "
    "optimization needs",
)

_WAVES = 16


def _noise(seed: int) -> tuple[Array, Array, Array]:
    """Wave vectors (2, _WAVES) in radians per unit, phases and amplitudes (_WAVES,).

    Wavelengths from 0.6 to 2.4, the amplitude in proportion: each wave is as steep as the next.
    """
    random = Random(seed)  # its numbers never change between versions, which numpy's may
    angle, length, phase = np.array([[random.random() for _ in range(_WAVES)] for _ in range(3)])
    length = 0.6 * 4**length
    turn = 2 * np.pi * angle
    waves = 2 * np.pi / length * np.stack([np.cos(turn), np.sin(turn)])
    return waves, 2 * np.pi * phase, 0.06 * length


_NOISE_W, _NOISE_PHASE, _NOISE_A = _noise(seed=10)
_NOISE_SLOPE = np.ascontiguousarray((_NOISE_W * _NOISE_A).T)


def _noisy_funnel(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    loss: Array = np.sqrt(1 + x * x + y * y) + np.cos(p @ _NOISE_W + _NOISE_PHASE) @ _NOISE_A
    return loss


def _noisy_funnel_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    funnel = p / np.sqrt(1 + x * x + y * y)[..., None]
    gradient: Array = funnel - np.sin(p @ _NOISE_W + _NOISE_PHASE) @ _NOISE_SLOPE
    return gradient


NOISY_FUNNEL = Surface(
    key="noisy-funnel",
    name=N_("Funnel with noise"),
    loss=_noisy_funnel,
    gradient=_noisy_funnel_gradient,
    x=(-6.0, 6.0),
    y=(-6.0, 6.0),
    minima=((-0.34578336861980014, 0.17858152925638907),),
    optimum=0.5427204060521345,
    stationary=(  # the next lowest hollows
        (0.593446101443302, 0.7697641601685555),
        (0.11867290195809456, 1.0834195484901734),
    ),
    formula=r"\sqrt{1 + x^2 + y^2} + \sum_{k=1}^{16} a_k \cos(u_k x + v_k y + \varphi_k)",
    start=(4.5, -3.5),
    story=N_(
        "Rates 0.1 and 0.3 stop in the same ripple half-way down; 0.5 strides over the "
        "ripples into the middle within twenty steps, and then cannot stand still there."
    ),
    source="Fall Line, after the funnels in Bryngelson et al. (1995), Funnels, pathways, and the "
    "energy landscape of protein folding: a synthesis",
)

WAVES = (SCHAFFER_2, SCHAFFER_4, LANGERMANN, NOISY_FUNNEL)
