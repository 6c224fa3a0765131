"""Bowls: quadratic, one minimum, the same curvature everywhere.

On a quadratic with largest curvature L, gradient descent converges for rates below 2 / L.
"""

from __future__ import annotations

from surfaces.surface import Array, Parameter, Surface, stack

_JAMIL_YANG = (
    "Jamil and Yang (2013), A literature survey of benchmark functions for global optimisation "
    "problems"
)


def _round_bowl(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.5 * (x * x + y * y)


def _round_bowl_gradient(p: Array) -> Array:
    return p.copy()  # the slope is the position itself; the caller owns `p`, so not `p`


ROUND_BOWL = Surface(
    key="round-bowl",
    name="Round bowl",
    loss=_round_bowl,
    gradient=_round_bowl_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    start=(-4.0, 3.0),
    story="Rate 1 reaches the bottom in one step, a lower one creeps up to it, and one above 2 "
    "climbs out of the bowl.",
    source="De Jong (1975), An analysis of the behavior of a class of genetic adaptive systems "
    "(its F1, halved)",
)


def _stretched_bowl(p: Array, *, kappa: float) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.5 * (x * x + kappa * (y * y))


def _stretched_bowl_gradient(p: Array, *, kappa: float) -> Array:
    return stack(p[..., 0], kappa * p[..., 1])


STRETCHED_BOWL = Surface(
    key="stretched-bowl",
    name="Stretched bowl",
    loss=_stretched_bowl,
    gradient=_stretched_bowl_gradient,
    x=(-5.0, 5.0),
    y=(-5.0, 5.0),
    minima=((0.0, 0.0),),
    start=(-4.5, 2.0),
    story="The steep side sets the highest rate, 2 / condition number, and the gentle side has to "
    "make do with it: the walker zigzags across and crawls along.",
    source="Boyd and Vandenberghe (2004), Convex Optimization, section 9.3.2",
    parameters=(
        Parameter(
            key="kappa",
            name="Condition number",
            default=10.0,
            low=1.0,
            high=1000.0,
            logarithmic=True,
            help="How many times steeper the bowl curves along y than along x.",
        ),
    ),
)


def _booth(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    a, b = x + 2 * y - 7, 2 * x + y - 5
    return a * a + b * b


def _booth_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(10 * x + 8 * y - 34, 8 * x + 10 * y - 38)


BOOTH = Surface(
    key="booth",
    name="Booth's tilted bowl",
    loss=_booth,
    gradient=_booth_gradient,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=((1.0, 3.0),),
    start=(-7.0, -2.0),
    story="The bowl is stretched along a diagonal, so both weights are off together: the walker "
    "drops to the valley floor at once and follows it to the bottom.",
    source=_JAMIL_YANG,
)


def _matyas(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return 0.26 * (x * x + y * y) - 0.48 * (x * y)


def _matyas_gradient(p: Array) -> Array:
    x, y = p[..., 0], p[..., 1]
    return stack(0.52 * x - 0.48 * y, 0.52 * y - 0.48 * x)


MATYAS = Surface(
    key="matyas",
    name="Matyas' trough",
    loss=_matyas,
    gradient=_matyas_gradient,
    x=(-10.0, 10.0),
    y=(-10.0, 10.0),
    minima=((0.0, 0.0),),
    start=(-9.0, 2.0),
    story="The floor of the trough falls 25 times more gently than its sides: rates that look "
    "huge, near 1.5, are the ones that arrive.",
    source=_JAMIL_YANG,
)

BOWLS = (ROUND_BOWL, STRETCHED_BOWL, BOOTH, MATYAS)
