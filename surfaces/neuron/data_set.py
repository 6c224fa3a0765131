"""DataSet: pairs of a feature and a target, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from surfaces.surface import Array
from surfaces.words import N_, later, numeral
from surfaces.words import gettext as _

# Squares of squares of the numbers still are numbers, and so are their inverses.
LARGEST, SMALLEST = 1e50, 1e-50
EVEN = 1e-12  # a spread below this share of the values is mostly rounding


class DataError(ValueError):
    """What is wrong with data, as a sentence: where, what, and what to do."""


@dataclass(frozen=True, kw_only=True, eq=False)  # told apart by identity, so caches can hold it
class DataSet:
    """Pairs (x, t): a neuron predicts the target t from the feature x. DataError if it cannot."""

    key: str
    name: str  # this and what follows is said by `surfaces.words.gettext` where it is shown
    story: str  # one sentence: what these data show
    origin: str
    licence: str
    feature: str  # what x is
    target: str  # what t is
    feature_unit: str = ""
    target_unit: str = ""
    x: Array  # (n,)
    t: Array  # (n,)
    notes: tuple[str, ...] = ()  # what a reader did to the numbers, in sentences

    def __post_init__(self) -> None:
        for name in ("x", "t"):
            values = np.array(getattr(self, name), dtype=np.float64)
            values.flags.writeable = False  # surfaces keep it: nobody may change their ground
            object.__setattr__(self, name, values)
        self._check()

    def _check(self) -> None:
        if self.x.shape != self.t.shape or self.x.ndim != 1 or len(self.x) < 2:
            text = N_("{name}: a neuron learns from 2 pairs or more. Add rows.")
            raise DataError(_(text, name=_(self.name)))
        for axis, values in ((self.feature, self.x), (self.target, self.t)):
            if not (np.abs(values) <= LARGEST).all():
                text = N_("{name}: '{column}' has numbers beyond {limit}. Rescale them.")
                limit = f"{LARGEST:g}"
                raise DataError(_(text, name=_(self.name), column=_(axis), limit=limit))
        if not np.ptp(self.x) > max(SMALLEST, EVEN * np.abs(self.x).max()):
            raise DataError(
                _(
                    "{name}: '{column}' is the same in every row, so no weight can be learned "
                    "from it. Choose a column that varies.",
                    name=_(self.name),
                    column=_(self.feature),
                )
            )

    @property
    def feature_label(self) -> str:
        """The feature with its unit, for an axis; in the reader's language."""
        return _label(self.feature, self.feature_unit)

    @property
    def target_label(self) -> str:
        """The target with its unit, for an axis; in the reader's language."""
        return _label(self.target, self.target_unit)

    def sample(self, most: int, seed: int = 0) -> DataSet:
        """At most that many of the pairs, drawn without replacement and said so in `notes`.

        The time for a mountain grows with the pairs: a mesh of 200 x 200 takes about half a
        second for two thousand of them, and half a minute for a hundred thousand.
        """
        n = len(self.x)
        if n <= most:
            return self
        rows = np.sort(np.random.default_rng(seed).permutation(n)[:most])
        said = later(lambda: _sampled(most, n, seed))
        return replace(self, x=self.x[rows], t=self.t[rows], notes=(*self.notes, said))

    @property
    def classes(self) -> tuple[float, float] | None:
        """The lower and the higher target where there are just two, else None."""
        found = np.unique(self.t)
        return (float(found[0]), float(found[1])) if len(found) == 2 else None


def _label(name: str, unit: str) -> str:
    return f"{_(name)} ({_(unit)})" if unit else _(name)


def _sampled(most: int, n: int, seed: int) -> str:
    text = N_("{most} of the {n} rows were drawn at random and used (seed {seed}).")
    return _(text, most=numeral(f"{most:,}"), n=numeral(f"{n:,}"), seed=seed)
