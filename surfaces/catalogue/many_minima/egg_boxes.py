"""Many minima in rows: a wide bowl or funnel with the same ripple all over it."""

from __future__ import annotations

import numpy as np

from surfaces.catalogue.many_minima.separable import diagonal
from surfaces.surface import Array, Parameter, Surface, stack, symmetric
from surfaces.words import N_


def _rastrigin(p: Array, *, amplitude: float) -> Array:
    # A - A cos(2 pi x) as 2 A sin(pi x)**2: no cancellation, so exactly 0 at the minimum.
    s = np.sin(np.pi * p)
    f: Array = p * p + 2 * amplitude * (s * s)
    return f[..., 0] + f[..., 1]


def _rastrigin_gradient(p: Array, *, amplitude: float) -> Array:
    gradient: Array = 2 * p + (2 * np.pi * amplitude) * np.sin(2 * np.pi * p)
    return gradient


def _rastrigin_hessian(p: Array, *, amplitude: float) -> Array:
    return diagonal(2 + (4 * np.pi**2 * amplitude) * np.cos(2 * np.pi * p))


RASTRIGIN = Surface(
    key="rastrigin",
    name=N_("Rastrigin's egg box"),
    loss=_rastrigin,
    gradient=_rastrigin_gradient,
    exact_hessian=_rastrigin_hessian,
    x=(-5.12, 5.12),
    y=(-5.12, 5.12),
    minima=((0.0, 0.0),),
    optimum=0.0,
    formula=r"2 A + x^2 - A \cos(2 \pi x) + y^2 - A \cos(2 \pi y), \quad A = 10",
    start=(3.3, -2.4),
    story=N_(
        "Every rate that settles ends in the dimple beside the start; 0.01 rattles about in "
        "it, and 0.02 is thrown from dimple to dimple and off the map."
    ),
    source="Rastrigin (1974), Systems of extremal control",
    parameters=(
        Parameter(
            key="amplitude",
            name=N_("Amplitude A"),
            default=10.0,
            low=0.0,
            high=20.0,
            help=N_("How high the ripples are: at 0 a plain bowl is left."),
        ),
    ),
)


def _ackley(p: Array, *, steepness: float) -> Array:
    # The usual 20 + e - 20 exp(..) - exp(..), through expm1: exactly 0 at the minimum.
    x, y = p[..., 0], p[..., 1]
    s, t = np.sin(np.pi * x), np.sin(np.pi * y)
    r = np.sqrt(0.5 * (x * x + y * y))
    loss: Array = -20 * np.expm1(-steepness * r) - np.e * np.expm1(-(s * s + t * t))
    return loss


def _ackley_radius(x: Array, y: Array) -> Array:
    r = np.sqrt(0.5 * (x * x + y * y))
    return np.maximum(r, 1e-300)  # at the tip 0 / 1e-300 = 0, not 0 / 0


def _ackley_gradient(p: Array, *, steepness: float) -> Array:
    """The origin is the tip of a cone: each slope up to its steepest is a subgradient there.

    We take 0, the one that says "minimum": a walker that hits the tip exactly stays.
    """
    x, y = p[..., 0], p[..., 1]
    u, v, r = 2 * np.pi * x, 2 * np.pi * y, _ackley_radius(x, y)
    cone = 10 * steepness * np.exp(-steepness * r) / r
    ripple = np.pi * np.exp(0.5 * (np.cos(u) + np.cos(v)))
    return stack(cone * x + ripple * np.sin(u), cone * y + ripple * np.sin(v))


def _ackley_hessian(p: Array, *, steepness: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    u, v, r = 2 * np.pi * x, 2 * np.pi * y, _ackley_radius(x, y)
    cone = 10 * steepness * np.exp(-steepness * r) / r
    bend, m, n = 0.5 * (1 + steepness * r), x / r, y / r
    ripple = np.pi**2 * np.exp(0.5 * (np.cos(u) + np.cos(v)))
    s, t = np.sin(u), np.sin(v)
    return symmetric(
        cone * (1 - bend * (m * m)) + ripple * (2 * np.cos(u) - s * s),
        -cone * bend * (m * n) - ripple * (s * t),
        cone * (1 - bend * (n * n)) + ripple * (2 * np.cos(v) - t * t),
    )


ACKLEY = Surface(
    key="ackley",
    name=N_("Ackley's funnel"),
    loss=_ackley,
    gradient=_ackley_gradient,
    exact_hessian=_ackley_hessian,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    formula=r"20 + e - 20 \exp\left(-b \sqrt{\frac{x^2 + y^2}{2}}\right)"
    r" - \exp\left(\frac{\cos(2 \pi x) + \cos(2 \pi y)}{2}\right), \quad b = 0.2",
    kink=N_(
        "At the tip of the funnel, (0, 0), the ground is a cone without a slope of its own: the "
        "gradient there is 0, so a walker that hits the tip exactly stays."
    ),
    start=(2.6, -3.4),
    story=N_(
        "Rate 0.01 sticks in a ripple on the side of the funnel; 0.1 skips the ripples but "
        "cannot stand still on the tip, which stays steep to the very end."
    ),
    source="Ackley (1987), A connectionist machine for genetic hillclimbing",
    parameters=(
        Parameter(
            key="steepness",
            name=N_("Steepness b"),
            default=0.2,
            low=0.05,
            high=1.0,
            logarithmic=True,
            help=N_("How soon the funnel falls: at 1 it is a narrow hole in a level egg box."),
        ),
    ),
)

_ROOT = np.sqrt(0.5)


def _griewank(p: Array, *, width: float) -> Array:
    # 1 - cos(x) cos(q) as two squares of sines: no cancellation, so exactly 0 at the minimum.
    x, y = p[..., 0], p[..., 1]
    q = _ROOT * y
    s, t = np.sin(0.5 * (x + q)), np.sin(0.5 * (x - q))
    loss: Array = (x * x + y * y) / width + s * s + t * t
    return loss


def _griewank_gradient(p: Array, *, width: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    q = _ROOT * y
    gx = (2 / width) * x + np.sin(x) * np.cos(q)
    return stack(gx, (2 / width) * y + _ROOT * (np.cos(x) * np.sin(q)))


def _griewank_hessian(p: Array, *, width: float) -> Array:
    x, q = p[..., 0], _ROOT * p[..., 1]
    cc, ss = np.cos(x) * np.cos(q), np.sin(x) * np.sin(q)
    return symmetric(2 / width + cc, -_ROOT * ss, 2 / width + 0.5 * cc)


# The usual map, -600 to 600, has some 50,000 dimples of 1 % of its height: a plain bowl to the eye.
# This map is its centre. d = 200 is the width for two coordinates and 4000 the one for ten, as in
# the test problems of Duan, Gupta and Sorooshian (1993); the slider has both.
GRIEWANK = Surface(
    key="griewank",
    name=N_("Griewank's ripples"),
    loss=_griewank,
    gradient=_griewank_gradient,
    exact_hessian=_griewank_hessian,
    x=(-15.0, 15.0),
    y=(-15.0, 15.0),
    minima=((0.0, 0.0),),
    optimum=0.0,
    formula=r"1 + \frac{x^2 + y^2}{d} - \cos(x) \cos\left(\frac{y}{\sqrt{2}}\right),"
    r" \quad d = 200",
    start=(10.0, 9.0),
    story=N_(
        "The ripples hide the bowl: from here the way down leads outwards, and every rate that "
        "settles ends in a dimple that is further from the lowest point than the start."
    ),
    source="Griewank (1981), Generalized descent for global optimization",
    parameters=(
        Parameter(
            key="width",
            name=N_("Width d"),
            default=200.0,
            low=20.0,
            high=4000.0,
            logarithmic=True,
            help=N_(
                "How wide the bowl under the ripples is: at 4000 one sees hardly any bowl here."
            ),
        ),
    ),
)
