"""Valleys made to show one thing each: a direction, a narrowing, a detour."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Parameter, Surface, stack, symmetric
from surfaces.words import N_

_FLOOR = 0.1  # curvature of the ravine along its floor


def _ravine_axes(p: Array, angle: float) -> tuple[Array, Array, float, float]:
    """The points along the floor and across it, and the floor's direction on x and on y."""
    east, north = np.sin(np.deg2rad(angle)), np.cos(np.deg2rad(angle))
    x, y = p[..., 0], p[..., 1]
    return east * x + north * y, north * x - east * y, east, north


def _ravine(p: Array, *, angle: float, steepness: float) -> Array:
    u, v, _, _ = _ravine_axes(p, angle)
    vv = v * v
    wall: Array = vv / (1 + np.sqrt(1 + vv))  # sqrt(1 + v**2) - 1, but exact at the floor
    return 0.5 * _FLOOR * (u * u) + steepness * wall


def _ravine_gradient(p: Array, *, angle: float, steepness: float) -> Array:
    u, v, east, north = _ravine_axes(p, angle)
    along, across = _FLOOR * u, steepness * (v / np.sqrt(1 + v * v))
    return stack(east * along + north * across, north * along - east * across)


def _ravine_hessian(p: Array, *, angle: float, steepness: float) -> Array:
    _, v, east, north = _ravine_axes(p, angle)
    wall = steepness / (1 + v * v) ** 1.5  # curvature across
    xx, yy = _FLOOR * east**2 + wall * north**2, _FLOOR * north**2 + wall * east**2
    return symmetric(xx, (_FLOOR - wall) * (east * north), yy)


RAVINE = Surface(
    key="ravine",
    name=N_("Ravine at any angle"),
    loss=_ravine,
    gradient=_ravine_gradient,
    exact_hessian=_ravine_hessian,
    formula=r"\tfrac{1}{20} u^2 + s \left(\sqrt{1 + v^2} - 1\right), \quad "
    r"u = x \sin\theta + y \cos\theta, \quad v = x \cos\theta - y \sin\theta",
    x=(-6.0, 6.0),
    y=(-6.0, 6.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-5.0, -1.0),
    story=N_(
        "Above rate 0.2 the walker cannot settle, but the walls never get steeper, so it is "
        "not thrown out either: 0.3 bounces between them for ever, and yet gets to the end of "
        "the floor."
    ),
    source="Fall Line, after the ravines in Sutton (1986), Two problems with backpropagation and "
    "other steepest-descent learning procedures for networks",
    parameters=(
        Parameter(
            key="angle",
            name=N_("Heading of the floor"),
            default=60.0,
            low=0.0,
            high=180.0,
            help=N_("In compass degrees: at 0 the floor runs along y, at 90 along x."),
        ),
        Parameter(
            key="steepness",
            name=N_("Steepness of the walls"),
            default=10.0,
            low=1.0,
            high=100.0,
            logarithmic=True,
            help=N_("How many units the walls rise per unit to the side, far from the floor."),
        ),
    ),
)


def _canyon(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    d = x - 4
    return 0.25 * (d * d) + 0.5 * np.exp(x) * (y * y)


def _canyon_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    slope = np.exp(x) * y
    return stack(0.5 * (x - 4) + 0.5 * (slope * y), slope)


def _canyon_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    w = np.exp(x)
    return symmetric(0.5 + 0.5 * (w * (y * y)), w * y, w)


CANYON = Surface(
    key="canyon",
    name=N_("Narrowing canyon"),
    loss=_canyon,
    gradient=_canyon_gradient,
    exact_hessian=_canyon_hessian,
    formula=r"\tfrac{1}{4} \left(x - 4\right)^2 + \tfrac{1}{2} e^x y^2",
    x=(-4.0, 5.0),
    y=(-3.0, 3.0),
    minima=((4.0, 0.0),),
    optimum=0.0,
    start=(-3.5, 2.0),
    story=N_(
        "The closer to the end, the closer the walls: rate 0.03 arrives, while 0.1 comes near "
        "again and again and is thrown back, as the curvature across has passed 2 / rate."
    ),
    source="Fall Line, after Cohen et al. (2021), Gradient descent on neural networks typically "
    "occurs at the edge of stability",
    height="log",
)

_FALL, _WALL, _TWIST = 0.05, 0.2, 5.0  # of the spiral: slope of its floor, height, winding


def _spiral_wave(p: Array) -> tuple[Array, Array, Array, Array]:
    """rr = x**2 + y**2; rr times the cosine and the sine of twice the bearing off the floor; and
    the twist's slope per unit of x or y.

    Twice the bearing, not once, as only then the ground is smooth in the middle too.
    """
    x, y = p[..., 0], p[..., 1]
    rr = x * x + y * y
    turn = _TWIST * np.log1p(rr)
    c, s = np.cos(turn), np.sin(turn)
    even, odd = x * x - y * y, 2 * x * y
    return rr, c * even + s * odd, c * odd - s * even, 2 * _TWIST / (1 + rr)


def _spiral(p: Array) -> Array:
    rr, wave, _, _ = _spiral_wave(p)
    return (_FALL + _WALL) * rr - _WALL * wave


def _spiral_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    rr, wave, side, twist = _spiral_wave(p)
    along = 2 * (_FALL + _WALL) - _WALL * side * twist
    # The wave's own slope is twice the point, turned: (wave + i side) / (x + i y).
    rr = np.where(rr > 0, rr, 1)
    wx, wy = (wave * x + side * y) / rr, (wave * y - side * x) / rr
    return stack(along * x - 2 * _WALL * wx, along * y - 2 * _WALL * wy)


SPIRAL = Surface(
    key="spiral",
    name=N_("Spiral valley"),
    loss=_spiral,
    gradient=_spiral_gradient,
    formula=r"r^2 \left(\tfrac{1}{20} + \tfrac{1}{5} "
    r"\left(1 - \cos(2\varphi - 5 \ln(1 + r^2))\right)\right), "
    r"\quad x = r \cos\varphi, \quad y = r \sin\varphi",
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    start=(-2.0, 4.0),
    story=N_(
        "Rate 0.1 follows the floor round and round, nearly four thousand steps for four and "
        "a half units; 0.2 takes the wall and is off the map at once."
    ),
    source="Fall Line, after the helical valley in Fletcher and Powell (1963), A rapidly "
    "convergent descent method for minimization",
)

SHAPED = (RAVINE, CANYON, SPIRAL)
