"""presets(): four learning rates worth trying on this surface, from this start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from app.walk.bottom import ROUNDING, derivatives
from app.walk.endings import Ending, Steps
from app.walk.outcome import Outcome, outcomes
from app.walk.simulate import Mask, Walk, simulate
from surfaces.surface import Array, Surface

SWEEP_STEPS = 400  # a sweep walks no further; for longer walks too_small shrinks in proportion
COARSE, FINE = 120, 60  # rates in a sweep; the fine one sees an oscillating band of 1 % width
MESH = 7  # points per axis at which the map's sharpness is measured
SHARE = 0.2  # of the distance that `good` covers, for too_small: visible, but hopeless
LASTING = 3  # rates in a row of the coarse sweep that must be away to be the edge of stability
MARGIN = 1.05  # diverges lies this far above the edge of stability, so that it shows
SOON = 2  # steps within which diverges leaves a map that good leaves too
SANE = 1e100  # a sharpness or rate above this, or below its inverse, says nothing
DIGITS = (2, 3, 4)  # people read the rates: the first of these that keeps the ending is taken


class Presets(NamedTuple):
    """Four learning rates, each above the one before, all positive and finite."""

    too_small: float
    good: float
    too_large: float
    diverges: float


@dataclass(frozen=True, eq=False)
class _Sweep:
    """What became of many rates; every array is (rates,)."""

    rates: Array  # ascending
    endings: Array  # of Ending
    steps: Steps  # where it happened; for a walk to which nothing happened, its last step
    gain: Array  # how much better than the start the loss is at that step
    distance: Array  # from the start, at the end or where the walker left
    steady: Mask  # the loss never got worse until then
    diverged: Mask  # away, and not once on the map in the second half of the walk
    walked: int  # steps in all

    @property
    def away(self) -> Mask:
        """Left the map or blew up."""
        return self.is_(Ending.LEFT, Ending.BLEW_UP)

    def is_(self, *endings: Ending) -> Mask:
        """Whether each walk ended in one of these ways."""
        return np.isin(self.endings, endings)


@dataclass(frozen=True, eq=False)
class _Place:
    """Where the presets are for: a surface, a start (2,), a number of steps, a direction."""

    surface: Surface
    start: Array
    steps: int
    uphill: bool

    def sweep(self, rates: Array) -> _Sweep:
        """Walk all of the `rates` at once."""
        surface, steps = self.surface, min(self.steps, SWEEP_STEPS)
        walk = simulate(
            surface.loss, surface.gradient, self.start, rates, steps, uphill=self.uphill
        )
        low, high = np.transpose([surface.x, surface.y])
        ends = outcomes(walk, surface.gradient, low, high, uphill=self.uphill)
        late = surface.contains(walk.points[:, (steps + 1) // 2 :])
        return _became(rates, walk, ends, ~np.logical_or.reduce(late, axis=1), self.uphill)

    def scales(self) -> tuple[float, Array]:
        """The sharpness at the start, and all rates that are natural here: one over each
        sharpness seen, and the one whose first step is as long as half the map's diagonal.
        """
        x, y, _ = self.surface.mesh(MESH)
        points = np.concatenate([self.start[None], np.stack(np.meshgrid(x, y), -1).reshape(-1, 2)])
        radius = float(np.hypot(np.ptp(x), np.ptp(y))) / 2
        with np.errstate(all="ignore"):
            slopes, hessians = derivatives(self.surface.gradient, points, radius)
            sharpness = np.abs(np.linalg.eigvalsh(hessians)).max(axis=-1)
            rates = np.append(1 / sharpness, radius / np.linalg.norm(slopes[0]))
        return float(sharpness[0]), rates[_sane(rates)]


def presets(surface: Surface, start: ArrayLike, *, steps: int, uphill: bool) -> Presets:
    """Rates that crawl, arrive, bounce and diverge within `steps` steps; found by walking.

    Two sweeps of gradient descent over a wide and then a narrow range of rates decide:

    * good reaches the bottom in the fewest steps among the rates below the first that leaves the
      map or blows up, and with a loss that never gets worse, if there is such a rate. Where none
      arrives it is the one with the best last loss. Where the slope itself leads off the map (a
      saddle), it is the one that takes about a third of the steps to leave.
    * too_small is still crawling at the end, SHARE of good's distance away from the start.
    * diverges is the smallest rate above good that leaves the map or blows up, and is off the
      map all through the second half, as are the next larger ones; plus MARGIN. Where good
      leaves too, it blows up or leaves within SOON steps.
    * too_large lies between the two and bounces: the middle of the oscillating rates. Where
      there are none, it is one that does worse than good.

    Where nothing moves (a flat surface, a start on a stationary point) the rates come from the
    curvature alone: see `_from_curvature`. Each is rounded to 2 digits if that keeps its ending.
    """
    place = _Place(surface, np.asarray(start, dtype=np.float64), steps, uphill)
    sharpness, scales = place.scales()
    default = _from_curvature(sharpness)
    if not scales.size:
        return default
    coarse = place.sweep(np.geomspace(scales.min() / 1e4, scales.max() * 1e3, COARSE))
    good = _good(coarse)
    if good is None:
        return default
    found = _around(place, coarse, good)
    return _rounded(place, found) if _ascending(found) else default


def _became(
    rates: Array, walk: Walk, ends: tuple[Outcome, ...], gone: Mask, uphill: bool
) -> _Sweep:
    """Measure each walk, up to where its walker left the map or blew up.

    `gone` (rates,) is whether it was off the map all through the second half: a walker that
    bounces about may happen to be off it at the end.
    """
    every, steps = np.arange(len(rates)), walk.losses.shape[1] - 1
    endings = np.array([o.ending for o in ends])
    happened = np.array([steps if o.step is None else o.step for o in ends])
    away = np.isin(endings, (Ending.LEFT, Ending.BLEW_UP))
    stop = np.where(away, happened, steps)
    with np.errstate(all="ignore"):
        gains = (walk.losses - walk.losses[:, :1]) * (1 if uphill else -1)
        gain = gains[every, stop]
        distance = np.linalg.norm(walk.points[every, stop] - walk.points[:, 0], axis=-1)
        worse = np.diff(gains, axis=1) < -ROUNDING * np.abs(gain[:, None])
    steady = ~np.logical_or.reduce(worse & (np.arange(steps) < stop[:, None]), axis=1)
    return _Sweep(rates, endings, happened, gain, distance, steady, away & gone, steps)


def _sane(value: Any) -> Any:
    """Whether numbers are neither 0, inf or nan, nor so close to them that a sweep would be."""
    return (value > 1 / SANE) & (value < SANE)


def _from_curvature(sharpness: float) -> Presets:
    """The rates of a parabola with this sharpness; a flat surface counts as sharpness 1.

    Gradient descent multiplies the distance from its bottom by 1 - rate * sharpness.
    """
    rate = 1 / sharpness if _sane(sharpness) else 1.0
    return Presets(*(float(f"{share * rate:.2g}") for share in (0.01, 1.0, 1.9, 2.2)))


def _good(sweep: _Sweep) -> int | None:
    """Index of the good rate, None where nothing moves."""
    moves = sweep.distance > 0
    stays = np.cumsum(sweep.away) == 0
    arrives = moves & stays & sweep.is_(Ending.REACHED)
    for choice in (arrives & sweep.steady, arrives):
        if choice.any():
            return _best(choice, sweep.steps, -sweep.gain)
    slides = moves & sweep.is_(Ending.LEFT) & sweep.steady
    first_away = int(np.argmax(sweep.away))
    if slides[first_away]:
        return _best(slides, np.abs(sweep.steps - sweep.walked / 3), -sweep.gain)
    for choice in (moves & stays & sweep.steady, moves & stays):
        if choice.any():
            return _best(choice, -sweep.gain, sweep.steps)
    return None


def _best(choice: Mask, *keys: Array | Steps) -> int:
    """Index of the smallest key among the chosen; later keys decide between equals."""
    chosen = np.flatnonzero(choice)
    return int(chosen[np.lexsort([key[chosen] for key in reversed(keys)])[0]])


def _around(place: _Place, coarse: _Sweep, good: int) -> Presets:
    """The presets around the coarse sweep's good rate, not yet rounded."""
    rate = float(coarse.rates[good])
    slides = bool(coarse.away[good])
    too_small = _too_small(coarse, good) * min(1.0, SWEEP_STEPS / max(place.steps, 1))
    diverges = coarse.diverged & (coarse.rates > rate)
    if slides:
        diverges &= coarse.is_(Ending.BLEW_UP) | (coarse.steps <= SOON)
    if not diverges.any():
        return Presets(too_small, rate, rate * 10, rate * 100)
    edge = _lasting(diverges)
    if slides:
        top = float(coarse.rates[edge])
        return Presets(too_small, rate, float(np.sqrt(rate * top)), top)
    return Presets(too_small, rate, *_bouncing(place, coarse, good, edge))


def _lasting(away: Mask) -> int:
    """Index of the first rate from which on LASTING rates in a row are away, if there is one.

    Between bouncing rates single ones leave by chance: they are not the edge of stability.
    """
    lasting = away.copy()
    for ahead in range(1, LASTING):
        lasting[:-ahead] &= away[ahead:]
    return int(np.argmax(lasting if lasting.any() else away))


def _too_small(sweep: _Sweep, good: int) -> float:
    """The crawling rate below good that covers nearest to SHARE of its distance."""
    crawls = sweep.is_(Ending.CRAWLING) & (np.arange(len(sweep.rates)) < good)
    if not crawls.any():
        return float(sweep.rates[good]) / 100
    share = sweep.distance / sweep.distance[good]
    return float(sweep.rates[_best(crawls, np.abs(share - SHARE))])


def _bouncing(place: _Place, coarse: _Sweep, good: int, edge: int) -> tuple[float, float]:
    """too_large and diverges, from a fine sweep up to the coarse one's first diverging rate."""
    arrives = coarse.is_(Ending.REACHED)[:edge]
    last = int(np.flatnonzero(arrives)[-1]) if arrives.any() else good
    top = float(coarse.rates[edge])
    fine = place.sweep(np.append(np.geomspace(coarse.rates[last], top, FINE), top * MARGIN))
    calm = np.flatnonzero(~fine.diverged[:-1])
    first = int(calm[-1]) + 1 if calm.size else 0
    beyond = min(int(np.searchsorted(fine.rates, fine.rates[first] * MARGIN)), FINE)
    diverges = float(fine.rates[beyond if fine.diverged[beyond] else first])
    rate = float(coarse.rates[good])
    return _too_large(fine, rate, float(fine.rates[first])), diverges


def _too_large(fine: _Sweep, above: float, below: float) -> float:
    """The middle one of the bouncing rates, or of those nearest to bouncing."""
    stays = ~fine.away & (fine.rates > above) & (fine.rates < below)
    rough = ~fine.steady & ~fine.is_(Ending.REACHED)
    for choice in (fine.is_(Ending.OSCILLATING), rough, ~fine.steady, fine.rates > 0):
        candidates = fine.rates[stays & choice]
        if candidates.size:
            return float(candidates[candidates.size // 2])
    return float(np.sqrt(above * below))


def _rounded(place: _Place, found: Presets) -> Presets:
    """Each rate with the fewest of DIGITS that keep its ending, and keep the four ascending."""
    options = np.array([[float(f"{r:.{n}g}") for r in found] for n in DIGITS] + [list(found)])
    endings = place.sweep(options.ravel()).endings.reshape(options.shape)
    keeps = endings == endings[-1]
    rounded = Presets(*(float(options[np.argmax(keeps[:, i]), i]) for i in range(4)))
    return rounded if _ascending(rounded) else found


def _ascending(found: Presets) -> bool:
    """Whether the four are positive, finite and strictly ascending."""
    return bool(np.isfinite(found).all() and found[0] > 0 and (np.diff(found) > 0).all())
