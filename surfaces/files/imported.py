"""Import: what a reader hands over."""

from __future__ import annotations

from dataclasses import dataclass

from surfaces.grid import Grid
from surfaces.surface import Array
from surfaces.words import N_
from surfaces.words import gettext as _

Row = tuple[str, str]  # a label and a sentence: `surfaces.words.gettext` says both
Rows = tuple[Row, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Trajectory:
    """A walk that somebody recorded, one point per saved epoch."""

    name: str
    points: Array  # (n, 2), all finite


@dataclass(frozen=True, kw_only=True, eq=False)
class Import:
    """What was found in a file, and a report of it.

    A file of trajectories alone has no grids. `columns` names what a long table has to choose
    from; it is empty for every other file.
    """

    file: str
    format: str  # in words
    grids: tuple[Grid, ...]
    trajectories: tuple[Trajectory, ...] = ()
    report: Rows
    columns: tuple[str, ...] = ()

    def grid(self, name: str) -> Grid:
        """The grid of that name; KeyError, as a sentence, when there is none."""
        for grid in self.grids:
            if grid.name == name:
                return grid
        has = ", ".join(g.name for g in self.grids) or _("none")
        text = N_("There are no heights called '{name}'. There are: {names}.")
        raise KeyError(_(text, name=name, names=has))
