"""The mountaineer, who sees only the ground nearby, and turns towards the slope seen there.

The picture of an answer to "why do we use the gradient to update weight and bias?": you see 3
metres around you, find where it goes down most steeply, turn that way as far as you trust what you
see, walk a little, and look again. It is a smoothed direction, a cousin of momentum: the heading
keeps something of the headings before, where a velocity keeps something of their lengths as well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.walk.compass import around, polar, turn
from app.walk.rules.rule import LossAfter, Rule
from surfaces.surface import Array, Parameter
from surfaces.words import N_

RINGS = np.sqrt((np.arange(3) + 0.5) / 3)  # radii, in sights, that share the disc's area evenly


class Mountaineer(NamedTuple):
    """What the mountaineer remembers; a direction of length 0 is none."""

    heading: Array  # (walkers, d), a unit vector, or 0 before the first slope is seen
    seen: Array  # (walkers, d), the steepest bearing down, a unit vector, or 0 where none is seen
    slope: Array  # (walkers, 1), how far it goes down there per unit of way


def setting_out(position: Array) -> Mountaineer:
    """No heading yet: the first bearing is taken whole, whatever the trust."""
    nothing = np.zeros_like(position)
    return Mountaineer(heading=nothing, seen=nothing, slope=nothing[:, :1])


def mountaineer(
    state: Mountaineer,
    gradient: Array,
    rate: Array,
    *,
    sight: float | Array,
    trust: float | Array,
    bearings: float | Array,
    look: float | Array,
    loss_after: LossAfter,
) -> tuple[Mountaineer, Array]:
    """Turn by `trust` of the shortest way to the bearing seen; walk `rate` times the slope there.

    The rate is the pace. The stride is never longer than `sight`, for nobody walks where they saw
    nothing; this bound is the rule's own. The gradient is never looked at, nan or not.

    Where no way down is seen the heading stays, and so does the walker. Ground without a finite
    loss is not seen; whoever stands on it (in a hole) sees nothing, and the step is nan.
    """
    walkers, d = rate.shape
    sight = np.broadcast_to(sight, (walkers, 1))
    fall = np.empty_like(rate)
    for which, n in set(np.broadcast(look, bearings)):
        alike = (look == which) & (bearings == n)
        fall = np.where(alike, LOOKS[int(which)](loss_after, sight, int(n), d), fall)
    slope, seen = polar(fall)
    heading = turn(state.heading, seen, trust)
    return Mountaineer(heading, seen, slope), np.minimum(rate * slope, sight) * heading


def plane(loss_after: LossAfter, sight: Array, n: int, d: int) -> Array:
    """Down the plane that fits the ground in the disc best (least squares): (walkers, d).

    The ground is looked at underfoot and, on `n` bearings, at three distances. With an even n the
    places are symmetric, and on any quadratic ground the plane is as steep as the ground itself.
    Where too few places are seen to tell one plane, because of holes or of many dimensions, it is
    the flattest of those that fit best.
    """
    disc, fit = _disc(n, d)
    drops, seen = _drops(loss_after, sight, disc)
    # in C order each walker's numbers lie together, and add up as they do when it walks alone
    fall = np.einsum("wn,dn->wd", np.ascontiguousarray(drops.T), fit) / sight
    for walker in np.flatnonzero(seen[0] & ~seen.all(axis=0)):
        some = seen[:, walker]
        fall[walker] = _fit(disc[some]) @ drops[some, walker] / sight[walker]
    return np.where(seen[0, :, None], fall, np.nan)


def best_bearing(loss_after: LossAfter, sight: Array, n: int, d: int) -> Array:
    """Down the best of `n` bearings, judged at the edge of the sight: (walkers, d).

    The slope is the mean one from here to there. Where none of the edge is lower than here, it is
    0. Of equal bearings the first is taken, on a map clockwise from north.
    """
    places = np.concatenate([np.zeros((1, d)), around(n, d)])
    drops, seen = _drops(loss_after, sight, places)
    fall = places[drops.argmax(axis=0)] * drops.max(axis=0)[:, None] / sight
    return np.where(seen[0, :, None], fall, np.nan)


LOOKS = (plane, best_bearing)  # as `look` counts them


@lru_cache(maxsize=64)
def _disc(n: int, d: int) -> tuple[Array, Array]:
    """Places in a disc of radius 1, (1 + 3 n, d), the first its middle, and their `_fit`."""
    rings = (RINGS[:, None, None] * around(n, d)).reshape(-1, d)
    disc = np.concatenate([np.zeros((1, d)), rings])
    return disc, _fit(disc)


def _fit(places: Array) -> Array:
    """What turns heights at places (n, d) into the slope of their plane: (d, n)."""
    return np.linalg.pinv(places - places.mean(axis=0))


def _drops(loss_after: LossAfter, sight: Array, places: Array) -> tuple[Array, NDArray[np.bool_]]:
    """How far it goes down to each place (n, d) in sights, and if it is seen: (n, walkers) each.

    The first place is underfoot. A drop to what is not seen is 0.
    """
    steps = np.empty((len(places), *sight.shape[:1], places.shape[-1]))
    for axis, along in enumerate(places.T):  # numpy's inner loop then runs over walkers, not axes
        np.multiply.outer(along, sight[:, 0], out=steps[..., axis])
    heights = loss_after(steps)
    drops = heights[0] - heights
    seen = np.isfinite(drops)
    return (drops if seen.all() else np.where(seen, drops, 0.0)), seen


_SIGHT = Parameter(
    key="sight",
    name=N_("Sight radius"),
    default=0.3,
    low=1e-4,
    high=1e5,
    logarithmic=True,
    help=N_(
        "How far the walker sees, and the longest stride, in units of the map; a twentieth of its "
        "diagonal where nobody says."
    ),
)
_TRUST = Parameter(
    key="trust",
    name=N_("Trust"),
    default=0.3,
    low=0.0,
    high=1.0,
    help=N_(
        "The share of the way from the old heading to the seen bearing that each step turns: 1 "
        "turns at once, 0 never."
    ),
)
_LOOK = Parameter(
    key="look",
    name=N_("Way of looking"),
    default=0,
    low=0,
    high=1,
    whole=True,
    options=(N_("a plane through the ground seen"), N_("the best of the bearings")),
    help=N_(
        "How the steepest bearing is found: from a plane laid through all ground in sight, or "
        "from the lowest place at its edge."
    ),
)
_BEARINGS = Parameter(
    key="bearings",
    name=N_("Bearings"),
    default=16,
    low=3,
    high=360,
    whole=True,
    help=N_(
        "In how many directions the walker looks, evenly all around: 16 are the points of a "
        "compass rose."
    ),
)

MOUNTAINEER = (
    Rule(
        key="mountaineer",
        name=N_("Mountaineer (sees only nearby)"),
        help=N_(
            "It looks around within its sight, turns towards the steepest way down as far as it "
            "trusts what it sees, and walks: a smoothed direction, a cousin of momentum. The "
            "learning rate is its pace."
        ),
        direction=N_("the slope it sees, along its heading, no longer than its sight allows"),
        init=setting_out,
        update=mountaineer,
        hyperparameters=(_SIGHT, _TRUST, _LOOK, _BEARINGS),
        fits={"sight": (0.05, "diagonal")},
        sees=("loss_after",),
        records=("seen", "heading"),
        source="Fall Line's own, after the picture of a walker who sees 3 metres around; the plane "
        "is the regression gradient of Conn, Scheinberg and Vicente (2009), Introduction to "
        "Derivative-Free Optimization; the best bearing is compass search, Kolda, Lewis and "
        "Torczon (2003), SIAM Review 45(3), 385-482",
    ),
)
