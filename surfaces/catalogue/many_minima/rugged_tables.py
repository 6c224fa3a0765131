"""Tables: Mishra's two trays of hollows, parted by ridges with a kink on top.

`gradient` stays finite on the ridges: it returns the mean of the slopes on both sides.
"""

from __future__ import annotations

import numpy as np

from surfaces.catalogue.many_minima.symmetry import mirrored
from surfaces.surface import Array, Surface, stack
from surfaces.words import N_

MISHRA = (
    "Mishra (2006), Some new test functions for global optimization and performance of repulsive "
    "particle swarm method"
)
_TIP = 1e-150  # 0 / _TIP = 0, so no 0 / 0 at the origin; its square is still above 0


def _cross_in_tray_terms(x: Array, y: Array) -> tuple[Array, Array, Array, Array]:
    """The radius, 100 - radius / pi, sin x sin y, and exp(|..|), each (...)."""
    r = np.sqrt(x * x + y * y)
    a = 100 - r / np.pi
    return r, a, np.sin(x) * np.sin(y), np.exp(np.abs(a))


def _cross_in_tray(p: Array) -> Array:
    _, _, s, e = _cross_in_tray_terms(p[..., 0], p[..., 1])
    loss: Array = -0.0001 * (np.abs(s) * e + 1) ** 0.1
    return loss


def _cross_in_tray_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    r, a, s, e = _cross_in_tray_terms(x, y)
    g = np.abs(s) * e + 1
    outer = -0.00001 * g**0.1 / g * e
    cone = -np.abs(s) * np.sign(a) / (np.pi * np.maximum(r, _TIP))
    sign = np.sign(s)
    gx = outer * (sign * np.cos(x) * np.sin(y) + cone * x)
    return stack(gx, outer * (sign * np.sin(x) * np.cos(y) + cone * y))


CROSS_IN_TRAY = Surface(
    key="cross-in-tray",
    name=N_("Cross in a tray"),
    loss=_cross_in_tray,
    gradient=_cross_in_tray_gradient,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=mirrored(((1.3494066171539107, 1.3494066171539107),)),
    optimum=-2.062611870822737,
    formula=r"-0.0001 \left(\left|\sin x \sin y \exp\left|100 - \frac{\sqrt{x^2 + y^2}}{\pi}"
    r"\right|\right| + 1\right)^{0.1}",
    kink=N_(
        "On the ridges, where sin x or sin y is 0, the slopes of both sides are opposite, and "
        "gradient returns their mean, 0."
    ),
    start=(-2.0, -9.4),
    story=N_(
        "Each hollow nearer the middle is deeper: rate 0.5 stays in the one it starts in, 1 "
        "ends one ridge further in, and 2 two ridges further, at a lowest point."
    ),
    source=MISHRA,
)


def _holder_table_terms(x: Array, y: Array) -> tuple[Array, Array, Array, Array]:
    """The radius, radius / pi - 1, sin x cos y, and exp(|..|), each (...)."""
    r = np.sqrt(x * x + y * y)
    a = r / np.pi - 1
    return r, a, np.sin(x) * np.cos(y), np.exp(np.abs(a))


def _holder_table(p: Array) -> Array:
    _, _, s, e = _holder_table_terms(p[..., 0], p[..., 1])
    return -np.abs(s) * e


def _holder_table_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    r, a, s, e = _holder_table_terms(x, y)
    sign = np.sign(s) * e
    cone = np.abs(s) * e * np.sign(a) / (np.pi * np.maximum(r, _TIP))
    gx = -sign * np.cos(x) * np.cos(y) - cone * x
    return stack(gx, sign * np.sin(x) * np.sin(y) - cone * y)


HOLDER_TABLE = Surface(
    key="holder-table",
    name=N_("Holder table"),
    loss=_holder_table,
    gradient=_holder_table_gradient,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=mirrored(((8.055023475736563, 9.664590019241272),)),
    optimum=-19.208502567886732,
    formula=r"-\left|\sin x \cos y \exp\left|1 - \frac{\sqrt{x^2 + y^2}}{\pi}\right|\right|",
    kink=N_(
        "On the ridges, where sin x or cos y is 0, and on the circle of radius pi, gradient "
        "returns the mean of the slopes on both sides."
    ),
    start=(6.4, 8.4),
    story=N_(
        "One of the four deep corners: rate 0.03 settles on its lowest point within thirty "
        "steps, and 0.1 swings around it for ever."
    ),
    source=MISHRA,
)

TABLES = (CROSS_IN_TRAY, HOLDER_TABLE)
