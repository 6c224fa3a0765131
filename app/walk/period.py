"""swinging() and periods(): does a walker jump to and fro, and after how many steps is it back?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.walk.simulate import Mask
from surfaces.surface import Array

RECENT = 50  # pairs of steps, at most, that say whether a walk swings
LONGEST = 8  # steps: longer periods are not told from wandering about
BACK = 0.05  # of the orbit's size: so near to where it was a period ago is back there
STILL = 1e-9  # extents of the map: an orbit smaller than this is rounding


def swinging(points: Array) -> Mask:
    """Whether each walker of (walkers, steps + 1, d) jumps to and fro at the end: (walkers,).

    Among its last steps (a quarter of them, at least 3, at most RECENT + 1) more than half of the
    consecutive pairs turn by more than 90 degrees.
    """
    pairs = min(max((points.shape[1] - 1) // 4 - 1, 2), RECENT)
    with np.errstate(all="ignore"):
        steps = np.diff(points[:, -(pairs + 2) :], axis=1)
        turns_back = np.einsum("...d,...d->...", steps[:, 1:], steps[:, :-1]) < 0
    swings: Mask = 2 * turns_back.sum(axis=-1) > turns_back.shape[1]
    return swings


def periods(points: Array, radius: float) -> NDArray[np.intp]:
    """The period of each walker of (walkers, steps + 1, d), in steps, 0 where there is none.

    It is the smallest p from 2 to LONGEST for which each of the last 2p points lies within BACK
    of an orbit's size of the one p steps before; the size is the farthest that the last p points
    lie from their mean, and more than STILL * `radius`. A walker that goes its way is not
    back: it is farther from where it was than the size of what it walked since.
    """
    found = np.zeros(len(points), dtype=np.intp)
    for p in range(min(LONGEST, points.shape[1] // 3), 1, -1):
        late = points[:, -3 * p :]
        with np.errstate(all="ignore"):
            orbit = late[:, -p:]
            size = np.linalg.norm(orbit - orbit.mean(axis=1, keepdims=True), axis=-1).max(axis=-1)
            missed = np.linalg.norm(late[:, p:] - late[:, :-p], axis=-1).max(axis=-1)
        found[(missed <= BACK * size) & (size > STILL * radius)] = p
    return found
