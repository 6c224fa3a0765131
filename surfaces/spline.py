"""A bicubic spline through heights on a mesh, with holes; its derivatives are exact.

Tensor products of cubic B-splines, not-a-knot at the ends: de Boor (1978), A Practical Guide to
Splines, chapters 4 and 17. Interpolating the columns and then the rows costs a few banded
systems of equations, so the size of the grid does not matter; evaluation is local.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from surfaces.surface import Array, stack, symmetric
from surfaces.words import gettext as _
from surfaces.words import numeral

Mask = NDArray[np.bool_]

BLOCK = 256  # rows or columns solved at once: the memory taken beside the coefficients stays small
STEEP = 1e6  # highest over typical height, from which on the heights themselves ring too far:
# a jump is felt 2 + sqrt(3) times less in each further cell (the root of k^2 + 4k + 1 that a
# cubic spline's equations have), so one of 1e6 still shakes the ground ten cells away.
WIDEST = 1e150  # highest over lowest height that are told apart, so that no quotient overflows
LOWEST_SHARE = 0.01  # of the heights lie where the asinh scale is linear; all else is logarithmic


@dataclass(frozen=True, eq=False)
class Spline:
    """Heights between the points of a mesh.

    `curve` is fitted to u = asinh(z / unit) where `unit` is set, else to u = z, and takes points
    as (y, x). Derivatives of z follow by the chain rule, so they too are exact.
    """

    x: Array  # (nx,)
    y: Array  # (ny,)
    curve: Any  # scipy's NdBSpline; nan off the mesh
    whole: Mask | None  # cells that are no hole, (ny - 1, nx - 1); None where there is no hole
    unit: float | None

    @property
    def words(self) -> str:
        """What lies between the heights, in a sentence's words."""
        if self.unit is None:
            return _("bicubic spline")
        return _("bicubic spline of asinh(height / {unit})", unit=numeral(f"{self.unit:.3g}"))

    def level(self, p: Array, along: tuple[int, int] = (0, 0)) -> Array:
        """u, or its derivative of order `along` = (in x, in y), at points (..., 2); nan in holes.

        Where `unit` is set this is not the height, but it rises and falls with it.
        """
        found = np.asarray(self.curve(np.asarray(p)[..., ::-1], nu=along[::-1]))
        return found if self.whole is None else np.where(self._on_ground(p), found, np.nan)

    def level_gradient(self, p: Array) -> Array:
        return stack(self.level(p, (1, 0)), self.level(p, (0, 1)))

    def level_hessian(self, p: Array) -> Array:
        return symmetric(*(self.level(p, along) for along in ((2, 0), (1, 1), (0, 2))))

    def height(self, p: Array) -> Array:
        """z at the points (..., 2): (...)."""
        u = self.level(p)
        return u if self.unit is None else np.asarray(self.unit * np.sinh(u))

    def gradient(self, p: Array) -> Array:
        """dz at the points (..., 2): (..., 2)."""
        slope = self.level_gradient(p)
        return slope if self.unit is None else self._stretch(p)[..., None] * slope

    def hessian(self, p: Array) -> Array:
        """Second derivatives of z at the points (..., 2): (..., 2, 2)."""
        bend = self.level_hessian(p)
        if self.unit is None:
            return bend
        slope = self.level_gradient(p)
        outer = slope[..., :, None] * slope[..., None, :]
        z, stretch = self.height(p)[..., None, None], self._stretch(p)[..., None, None]
        return np.asarray(stretch * bend + z * outer)

    def _stretch(self, p: Array) -> Array:
        """dz / du at the points (..., 2)."""
        return np.asarray((self.unit or 1.0) * np.cosh(self.level(p)))

    def _on_ground(self, p: Array) -> Mask:
        """Whether a cell that is no hole holds each of (..., 2); its edges belong to it."""
        if self.whole is None:
            return np.ones(p.shape[:-1], dtype=np.bool_)
        columns, rows = _cells(self.x, p[..., 0]), _cells(self.y, p[..., 1])
        ground = np.zeros(p.shape[:-1], dtype=np.bool_)
        for row in rows:  # a point on an edge lies in two cells, on a corner in four
            for column in columns:
                ground |= self.whole[row, column]
        return ground


def _cells(axis: Array, values: Array) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The cells that hold each value: to the left and to the right, where it is on an edge."""
    left, right = np.searchsorted(axis, values, "left"), np.searchsorted(axis, values, "right")
    last = axis.size - 2
    return np.clip(left - 1, 0, last), np.clip(right - 1, 0, last)


def fit(x: Array, y: Array, z: Array, whole: Mask) -> Spline:
    """The spline through heights z (ny, nx), nan where missing; `whole` cells are no holes."""
    from scipy.interpolate import NdBSpline

    unit = _unit(z)
    u = _filled(z)
    if unit is not None:
        u = np.arcsinh(u / unit)
    y_knots, coefficients = _columns(y, u)
    x_knots, transposed = _columns(x, coefficients.T)
    coefficients[...] = transposed.T
    curve = NdBSpline((y_knots, x_knots), coefficients, 3, extrapolate=False)
    return Spline(x, y, curve, None if whole.all() else whole, unit)


def _unit(z: Array) -> float | None:
    """The height up to which asinh is nearly linear; None where the heights need no asinh.

    Heights far apart in size make a spline ring: beside a loss of 1e35, one of 1 is lost in the
    rounding. asinh is the logarithm of large heights, and takes zeros and negative ones too.
    """
    sizes = np.abs(z[np.isfinite(z)])
    if not sizes.max() > STEEP * np.median(sizes) > 0:
        return None
    unit = float(np.quantile(sizes[sizes > 0], LOWEST_SHARE))
    return max(unit, float(sizes.max()) / WIDEST)


def _filled(z: Array) -> Array:
    """A copy of (ny, nx) with each missing height replaced by its nearest neighbour's.

    The fill is only there for the spline's equations. The nearest keeps the ground level across
    the rim of a hole, so that the cells beside it ring least.
    """
    missing = ~np.isfinite(z)
    if not missing.any():
        return z.copy()
    from scipy.ndimage import distance_transform_edt

    nearest = distance_transform_edt(missing, return_distances=False, return_indices=True)
    return np.asarray(z[tuple(nearest)])


def _columns(t: Array, values: Array) -> tuple[Array, Array]:
    """Knots, and the coefficients (nt, m) of cubic splines through the columns of (nt, m)."""
    from scipy.interpolate import make_interp_spline

    coefficients = np.empty(values.shape)
    for first in range(0, values.shape[1], BLOCK):
        part = slice(first, first + BLOCK)
        spline = make_interp_spline(t, values[:, part], k=3)
        coefficients[:, part] = spline.c
    return np.asarray(spline.t), coefficients
