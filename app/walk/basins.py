"""basins() and rate_by_start(): where walks lead, for a whole picture of starts or rates."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.walk.course import Course
from app.walk.endings import KNOWN, Ending, Words
from surfaces.surface import Array

CELLS = 256  # of a picture of basins, each way
STARTS, RATES = 160, 180  # of a picture of rates by starts; the rates over six decades,
UPPER = 4.0  # of which it shows so many: below, walks only crawl
WORK = CELLS**2 * 1000  # steps of all walkers together, at most: longer walks have fewer cells
PART = 2**18  # of them at a time: what is painted at once, and what a cancel waits for, 30 ms
ENDINGS = tuple(Ending)
FIRST = 16  # the class of the first minimum; those below are of ENDINGS
MOST = 256 - FIRST  # minima that are told apart; further ones are of the class of REACHED

# The passes of an interlaced picture: first row and column, and how far apart they are.
# Adam7 of the PNG specification: each of the seven passes makes the picture twice as fine one way.
PASSES = (
    (0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)
)  # fmt: skip


Place = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Picture:
    """The starts and rates of every cell: rows go up the map, or up the rates."""

    starts: Array  # (rows, columns, 2)
    rates: Array  # (rows, columns)


@dataclass(frozen=True, eq=False)
class Part:
    """What became of the cells [row::down, column::right], as many as there are in `classes`.

    A class below FIRST is an index of ENDINGS: left, blew up, still crawling, oscillating, stuck,
    as `app.walk.endings` defines them. From FIRST on it is the minimum that was reached: of the
    known ones of the ground by their index, then of those that were found on the way (uphill:
    maxima). `found` are new in this part, and come after all that came before.
    """

    row: int
    column: int
    down: int
    right: int
    classes: NDArray[np.uint8]  # (rows, columns)
    steps: NDArray[np.uint16]  # (rows, columns): where it happened; else all steps of the walk
    found: Array  # (n, 2)


def basins(course: Course, rate: float) -> Picture:
    """One rate from every start: CELLS x CELLS places, the middles of cells of the map.

    Fewer for walks so long that they would exceed WORK.
    """
    count = CELLS // _thinned(CELLS**2 * course.steps)
    x, y = (_middles(*edges, count) for edges in (course.surface.x, course.surface.y))
    starts = np.stack(np.meshgrid(x, y), axis=-1)
    return Picture(starts, np.full(starts.shape[:2], rate))


def rate_by_start(course: Course, first: Place, last: Place, rates: Array) -> Picture:
    """STARTS starts in a line from `first` to `last`, (2,) each; a row for each of the rates.

    Fewer starts and rates for walks so long that they would exceed WORK.
    """
    thin = _thinned(STARTS * len(rates) * course.steps)
    starts, rates = np.linspace(first, last, STARTS // thin), rates[::thin]
    shape = (len(rates), len(starts))
    return Picture(np.broadcast_to(starts, (*shape, 2)), np.broadcast_to(rates[:, None], shape))


def upper(rates: Array, present: Collection[float]) -> Array:
    """The highest of ascending `rates`: UPPER decades, and what it takes to hold the `present`."""
    lowest = min(rates[-1] / 10**UPPER, *present)
    return rates[max(int(np.searchsorted(rates, lowest, "right")) - 1, 0) :]


def parts(course: Course, picture: Picture) -> Iterator[Part]:
    """Walk from every cell of the picture, first a coarse one, then ever finer.

    To stop early, close the iterator: nothing is walked ahead.
    """
    minima = _Minima(course)
    for top, column, down, right in PASSES:
        columns = len(range(column, picture.rates.shape[1], right))
        band = down * max(1, PART // (max(1, columns) * (course.steps + 1)))
        for row in range(top, len(picture.rates), band):
            cells = (slice(row, row + band, down), slice(column, None, right))
            if columns:
                yield Part(row, column, down, right, *_walked(course, picture, cells, minima))


def _walked(
    course: Course, picture: Picture, cells: tuple[slice, slice], minima: _Minima
) -> tuple[NDArray[np.uint8], NDArray[np.uint16], Array]:
    """The last three fields of a Part."""
    starts, rates = picture.starts[cells], picture.rates[cells]
    walk = course.walk(starts.reshape(-1, 2), rates.ravel())
    ends = course.endings(walk)
    known = len(minima.places)
    classes = ending_classes(ends.kinds)
    reached = np.flatnonzero(ends.kinds == Ending.REACHED)
    classes[reached] = minima.classes(walk.points[reached, -1])
    going = np.isin(ends.kinds, (Ending.CRAWLING, Ending.OSCILLATING))
    steps = np.where(going, course.steps, ends.steps)
    shape = rates.shape
    return (
        classes.reshape(shape),
        steps.astype(np.uint16).reshape(shape),
        minima.places[known:],
    )


def ending_classes(kinds: Words) -> NDArray[np.uint8]:
    """Each Ending (n,) as its index in ENDINGS."""
    indices = np.arange(len(ENDINGS), dtype=np.uint8)
    return np.select([kinds == ending for ending in ENDINGS], list(indices), np.uint8(0))


class _Minima:
    """The minima that are known so far: of the ground, and those that walks have found."""

    def __init__(self, course: Course) -> None:
        self.places = course.goals[:MOST]
        self._reach = KNOWN * course.radius

    def classes(self, ends: Array) -> NDArray[np.uint8]:
        """The class of each end of a walk (n, 2) at a minimum; new minima are remembered."""
        found = np.full(len(ends), ENDINGS.index(Ending.REACHED), np.uint8)
        missing = np.ones(len(ends), dtype=np.bool_)
        index = 0
        while missing.any() and index < MOST:
            if index == len(self.places):
                self.places = np.concatenate([self.places, ends[missing.argmax()][None]])
            near = missing & (np.hypot.reduce(ends - self.places[index], axis=-1) <= self._reach)
            found[near] = FIRST + index
            missing &= ~near
            index += 1
        return found


def _middles(low: float, high: float, count: int) -> Array:
    """The middles of `count` equal cells from `low` to `high`."""
    return low + (np.arange(count) + 0.5) * (high - low) / count


def _thinned(work: int) -> int:
    """By how much a picture must be coarser each way, for its `work` to be no more than WORK."""
    thin = 1
    while work > WORK * thin**2:
        thin *= 2
    return thin
