"""Mountains to climb: the summit is the point, so the walker goes up."""

from __future__ import annotations

import numpy as np

from surfaces.surface import Array, Surface, stack, symmetric
from surfaces.words import N_


def _peaks_hills(x: Array, y: Array) -> tuple[Array, Array, Array, Array]:
    """1 - x and the three Gaussian hills, scaled, each (...)."""
    u, xx, yy = 1 - x, x * x, y * y
    south = 3 * np.exp(-xx - (y + 1) * (y + 1))
    middle = 10 * np.exp(-xx - yy)
    west = np.exp(-(x + 1) * (x + 1) - yy) / 3
    return u, south, middle, west


def _peaks(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    u, south, middle, west = _peaks_hills(x, y)
    yy = y * y
    return u * u * south - (x / 5 - x * x * x - yy * yy * y) * middle - west


def _peaks_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    u, south, middle, west = _peaks_hills(x, y)
    xx, y4 = x * x, y * y * (y * y)
    k = x / 5 - xx * x - y4 * y
    gx = -2 * u * (1 + x * u) * south - (0.2 - 3 * xx - 2 * x * k) * middle + 2 * (x + 1) * west
    gy = -2 * (y + 1) * (u * u) * south + (5 * y4 + 2 * y * k) * middle + 2 * y * west
    return stack(gx, gy)


PEAKS = Surface(
    key="peaks",
    name=N_("Three peaks"),
    loss=_peaks,
    gradient=_peaks_gradient,
    formula=r"3 (1 - x)^2 e^{-x^2 - (y + 1)^2} "
    r"- 10 \left(\tfrac{1}{5} x - x^3 - y^5\right) e^{-x^2 - y^2} "
    r"- \tfrac{1}{3} e^{-(x + 1)^2 - y^2}",
    x=(-3.0, 3.0),
    y=(-3.0, 3.0),
    minima=((0.2282789205563691, -1.6255349574999964),),
    maxima=((-0.009317581959954116, 1.5813679629389998),),
    optimum=8.106213589442337,
    stationary=(
        (1.285684697241304, -0.004847559075593672),  # the second and the third summit
        (-0.46002451803438665, -0.6291965087168009),
        (-1.3473962443682108, 0.20451886609700518),  # two hollows
        (0.2964455538468321, 0.32019624766683435),
        (0.4163233216785082, -0.3941450984024246),  # three saddles
        (-0.2659375568372457, 0.4667399937262694),
        (1.0982728343350927, 0.8544609795247524),
    ),
    start=(-1.5, -1.5),
    story=N_(
        "Uphill ends on the nearest summit, not on the highest: rates up to 0.05 stop at 3.8, "
        "while the highest of the three is at 8.1."
    ),
    source="MathWorks, MATLAB: the function peaks",
    direction="up",
)

# Franke's four exponentials, in u = 9x and v = 9y: size, width and place along u, then along v.
_SIZE = np.array([0.75, 0.75, 0.5, -0.2])
_A, _U = np.array([1 / 4, 1 / 49, 1 / 4, 1.0]), np.array([2.0, -1.0, 7.0, 4.0])
_B, _V = np.array([1 / 4, 0.0, 1 / 4, 1.0]), np.array([2.0, -1.0, 3.0, 7.0])
_C = np.array([0.0, 0.1, 0.0, 0.0])  # the second falls evenly along v


def _franke_terms(p: Array) -> tuple[Array, Array, Array]:
    """The four terms, and minus half the slopes of their exponents along u and v: (..., 4)."""
    du, dv = 9 * p[..., 0, None] - _U, 9 * p[..., 1, None] - _V
    terms = _SIZE * np.exp(-_A * (du * du) - dv * (_B * dv + _C))
    return terms, _A * du, _B * dv + 0.5 * _C


def _franke(p: Array) -> Array:
    total: Array = _franke_terms(p)[0].sum(axis=-1)
    return total


def _franke_gradient(p: Array) -> Array:
    terms, eu, ev = _franke_terms(p)
    return stack(-18 * (terms * eu).sum(axis=-1), -18 * (terms * ev).sum(axis=-1))


def _franke_hessian(p: Array) -> Array:
    terms, eu, ev = _franke_terms(p)
    xx, xy, yy = 2 * eu * eu - _A, 2 * eu * ev, 2 * ev * ev - _B
    return symmetric(*(162 * (terms * bend).sum(axis=-1) for bend in (xx, xy, yy)))


FRANKE = Surface(
    key="franke",
    name=N_("Franke's two hills"),
    loss=_franke,
    gradient=_franke_gradient,
    exact_hessian=_franke_hessian,
    formula=r"\tfrac{3}{4} e^{-\frac{(9x - 2)^2 + (9y - 2)^2}{4}} "
    r"+ \tfrac{3}{4} e^{-\frac{(9x + 1)^2}{49} - \frac{9y + 1}{10}} "
    r"+ \tfrac{1}{2} e^{-\frac{(9x - 7)^2 + (9y - 3)^2}{4}} "
    r"- \tfrac{1}{5} e^{-(9x - 4)^2 - (9y - 7)^2}",
    x=(0.0, 1.0),
    y=(0.0, 1.0),
    maxima=((0.20599157038050767, 0.2080501383429417),),
    optimum=1.2200325712345208,
    stationary=(
        (0.7547415545824386, 0.32633819470941006),  # the lower summit
        (0.556036904214419, 0.2773758720247615),  # the saddle between the two
        (0.4557103793185635, 0.7841906776136751),  # a hollow
        (0.6160307592684094, 0.8571405567407937),  # the saddle beside it
    ),
    start=(0.6, 0.6),
    story=N_(
        "Between two hills uphill leads to the lower one: rates up to 0.06 stop at 0.64, "
        "while the other is almost twice as high, and 0.1 never settles."
    ),
    source="Franke (1979), A critical comparison of some methods for interpolation of scattered "
    "data",
    direction="up",
)


def _keane_parts(p: Array) -> tuple[Array, Array, Array]:
    """The sines of x - y and x + y, and the distance from the origin (1 there, to divide by)."""
    x, y = p[..., 0], p[..., 1]
    rr = x * x + y * y
    return np.sin(x - y), np.sin(x + y), np.sqrt(np.where(rr > 0, rr, 1))


def _keane(p: Array) -> Array:
    a, b, r = _keane_parts(p)
    return (a * b) * (a * b) / r


def _keane_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b, r = _keane_parts(p)
    f, up = (a * b) * (a * b) / (r * r), 2 * a * b
    # d(a b)/dx is sin(2x), and d(a b)/dy is -sin(2y).
    return stack((up * np.sin(2 * x) - f * x) / r, (-up * np.sin(2 * y) - f * y) / r)


_KEANE = 1.3932490753255886  # where tan(x) = 4 x; the literature's digits are good to the eighth

KEANE = Surface(
    key="keane",
    name=N_("Keane's bumps"),
    loss=_keane,
    gradient=_keane_gradient,
    formula=r"\frac{\sin^2(x - y) \sin^2(x + y)}{\sqrt{x^2 + y^2}}",
    x=(-1.0, 6.0),  # the literature stops at 0, which would cut both summits in half
    y=(-1.0, 6.0),
    maxima=((_KEANE, 0.0), (0.0, _KEANE)),
    optimum=0.6736675211468547,
    start=(4.0, 3.0),
    story=N_(
        "One bump among many: rates up to 2 stop on the one at 0.18, a quarter of the height "
        "of the two highest, and 3 never settles."
    ),
    source="Keane (1994), Experiences with optimizers in structural design (two coordinates, "
    "without weights and constraints)",
    direction="up",
)


def _volcano_depth(p: Array) -> tuple[Array, Array, Array]:
    """How far below the summit, as a logarithm, with half its slopes along x and y."""
    x, y = p[..., 0], p[..., 1]
    ring, north = x * x + y * y - 4, y - 2
    depth = ring * ring / 8 + 0.0475 * (x * x + north * north)
    return depth, x * (0.25 * ring + 0.0475), 0.25 * (y * ring) + 0.0475 * north


def _volcano(p: Array) -> Array:
    depth, _, _ = _volcano_depth(p)
    return 3 * np.exp(-depth)


def _volcano_gradient(p: Array) -> Array:
    depth, dx, dy = _volcano_depth(p)
    f = -6 * np.exp(-depth)
    return stack(f * dx, f * dy)


def _volcano_hessian(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    depth, dx, dy = _volcano_depth(p)
    f, level = 6 * np.exp(-depth), 0.25 * (x * x + y * y - 4) + 0.0475
    xx, yy = 2 * dx * dx - level - 0.5 * x * x, 2 * dy * dy - level - 0.5 * y * y
    return symmetric(f * xx, f * (2 * dx * dy - 0.5 * x * y), f * yy)


VOLCANO = Surface(
    key="volcano",
    name=N_("Volcano"),
    loss=_volcano,
    gradient=_volcano_gradient,
    exact_hessian=_volcano_hessian,
    formula=r"3 \exp\left(-\tfrac{1}{8} \left(x^2 + y^2 - 4\right)^2 "
    r"- 0.0475 \left(x^2 + (y - 2)^2\right)\right)",
    x=(-4.0, 4.0),
    y=(-4.0, 4.0),
    maxima=((0.0, 2.0),),
    optimum=3.0,
    stationary=((0.0, -0.1), (0.0, -1.9)),  # the bottom of the crater, and the gap in its rim
    start=(0.3, -2.9),
    story=N_(
        "Rate 0.1 is on the rim of the crater in a dozen steps and needs six hundred to "
        "follow it round to the summit; 0.2 steps across the rim for ever."
    ),
    source="Fall Line, after the ridges in Whitley, Lunacek and Knight (2004), Ruffled by ridges: "
    "how evolutionary algorithms can fail",
    direction="up",
)

# Twelve hills, drawn once: RandomState's numbers are frozen, those of a Generator may change.
_DRAWN = np.random.RandomState(8848).uniform(size=(12, 4)).round(2)
_EAST, _NORTH = 10 * _DRAWN[:, 0] - 5, 10 * _DRAWN[:, 1] - 5
_HEIGHT = 1 + 4 * _DRAWN[:, 2]
_NARROW = 1 / (0.6 + 0.9 * _DRAWN[:, 3]) ** 2  # one over the variance


def _range_hills(p: Array) -> tuple[Array, Array, Array]:
    """The hills, and the slopes of their logarithms along x and y, each (..., 12)."""
    dx, dy = p[..., 0, None] - _EAST, p[..., 1, None] - _NORTH
    hills = _HEIGHT * np.exp(-0.5 * _NARROW * (dx * dx + dy * dy))
    return hills, -_NARROW * dx, -_NARROW * dy


def _range(p: Array) -> Array:
    total: Array = _range_hills(p)[0].sum(axis=-1)
    return total


def _range_gradient(p: Array) -> Array:
    hills, ex, ey = _range_hills(p)
    return stack((hills * ex).sum(axis=-1), (hills * ey).sum(axis=-1))


def _range_hessian(p: Array) -> Array:
    hills, ex, ey = _range_hills(p)
    xx, xy, yy = ex * ex - _NARROW, ex * ey, ey * ey - _NARROW
    return symmetric(*((hills * bend).sum(axis=-1) for bend in (xx, xy, yy)))


RANGE = Surface(
    key="mountain-range",
    name=N_("Mountain range"),
    loss=_range,
    gradient=_range_gradient,
    exact_hessian=_range_hessian,
    formula=r"\sum_{k=1}^{12} h_k \exp\left(-\frac{(x - x_k)^2 + (y - y_k)^2}{2 w_k^2}\right)",
    x=(-6.0, 6.0),
    y=(-6.0, 6.0),
    maxima=((1.0066470085209749, -0.7571207406914279),),
    optimum=6.6976871409337475,
    stationary=(
        (3.144385147637116, 2.441216622339),  # six lesser summits
        (-1.5763965305171719, 0.20425032320435788),
        (2.9636051576921036, -3.0938961515374355),
        (0.8914143580497454, 2.321982344147542),
        (-4.898328124498969, 4.884550663151178),
        (4.365701332080629, -4.871564149309956),
        (-0.7687175520086419, -0.5007638105138406),  # six passes between them
        (1.8592457212790083, -2.8881059878130206),
        (1.676602848702343, 2.344508937889558),
        (2.1192756913713002, 1.1055562795576157),
        (3.8180777856951065, -4.2047951012250815),
        (-4.673688205664304, 2.8705611774632116),
    ),
    start=(0.0, 4.5),
    story=N_(
        "Rates up to 0.2 stop on the first summit, at 5.1; 0.5 steps over the pass behind it "
        "and finds the highest, at 6.7, and 0.8 never settles."
    ),
    source="Fall Line, after the sums of Gaussians in Gallagher and Yuan (2006), A general-purpose "
    "tunable landscape generator",
    direction="up",
)

MOUNTAINS = (PEAKS, FRANKE, KEANE, VOLCANO, RANGE)
