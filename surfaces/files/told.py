"""What a report tells of a grid and of a walk.

Reports are kept, so they hold the few numbers that they tell, and no array.
"""

from __future__ import annotations

import numpy as np

from surfaces.files.errors import quoted
from surfaces.files.imported import Row, Trajectory
from surfaces.grid import TALLEST, Grid, suggested_height
from surfaces.surface import Array
from surfaces.words import N_, Later, later, numeral, pgettext
from surfaces.words import gettext as _

MANY = 1e6  # highest over lowest size from which on the range is said to span decades


def heights_told(grid: Grid, infinite: int, beyond: int) -> Later:
    """From where to where the heights go, and which are missing, some for being too large."""
    heights, unit = grid.present, grid.z_unit
    low, high = float(heights.min()), float(heights.max())
    decades = _decades(heights) if suggested_height(grid) == "log" else None
    gone, size = grid.z.size - heights.size, grid.z.size

    def said() -> str:
        parts = (
            _range(low, high, unit),
            _log(decades),
            _large(infinite, beyond),
            _gone(gone, size),
        )
        return " ".join(part for part in parts if part)

    return later(said)


def _decades(heights: Array) -> float:
    """Powers of ten between the smallest and the largest size of a height that is not 0."""
    sizes = np.abs(heights[heights != 0])
    return float(np.log10(sizes.max()) - np.log10(sizes.min()))


def _range(low: float, high: float, unit: str) -> str:
    text = N_("Heights from {low} to {high}.")
    return _(text, low=numeral(f"{low:.6g}"), high=_with(unit, f"{high:.6g}"))


def _with(unit: str, number: str) -> str:
    """A number with its unit, where it has one."""
    return f"{numeral(number)} {_(unit)}" if unit else numeral(number)


def _log(decades: float | None) -> str:
    if decades is None:
        return ""
    best = _("A log scale shows them best.")
    if decades < np.log10(MANY):
        return best
    span = _("They span {decades} powers of ten.", decades=f"{decades:.0f}")
    return f"{span} {best}"


def _large(infinite: int, beyond: int) -> str:
    parts = [_("{n} infinite", n=infinite)] if infinite else []
    if beyond:
        parts.append(_("{n} beyond {limit}", n=beyond, limit=f"{TALLEST:g}"))
    return _("{heights} became missing.", heights=_(" and ").join(parts)) if parts else ""


def _gone(gone: int, size: int) -> str:
    if not gone:
        return _("None is missing.")
    text = N_("{gone} of {all} are missing: a hole, which no walker can enter.")
    return _(text, gone=gone, all=size)


def extent(grid: Grid) -> Row:
    """The row that says how large the grid is, and from where to where."""
    (ny, nx), (x, y), unit = grid.z.shape, (grid.x_name, grid.y_name), grid.unit
    left, right, bottom, top = (f"{axis[end]:g}" for axis in (grid.x, grid.y) for end in (0, -1))

    def said() -> str:
        return _(
            "{nx} along {x}, from {left} to {right}; {ny} along {y}, from {bottom} to {top}.",
            nx=nx,
            x=_(x),
            left=numeral(left),
            right=_with(unit, right),
            ny=ny,
            y=_(y),
            bottom=numeral(bottom),
            top=_with(unit, top),
        )

    return N_("Shape"), later(said)


def walk_told(walk: Trajectory, left_out: int) -> Row:
    """The row that says how many points a walk has, from where to where, and what is not there."""
    name, n = walk.name, len(walk.points)
    first, last = walk.points[0].tolist(), walk.points[-1].tolist()

    def said() -> str:
        text = N_("{name}: {n} points, from {first} to {last}.")
        whole = _(text, name=quoted(_(name)), n=n, first=_place(first), last=_place(last))
        less = _("{n} that are not numbers were left out.", n=left_out)
        return f"{whole} {less}" if left_out else whole

    return N_("Trajectory"), later(said)


def _place(point: list[float]) -> str:
    comma = pgettext("between numbers", ", ")
    return f"({comma.join(numeral(f'{c:.4g}') for c in point)})"
