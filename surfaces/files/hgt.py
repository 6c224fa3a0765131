"""SRTM's `.hgt`: one degree by one degree of the earth, whole metres, rows from the north.

Format: NASA/JPL, SRTM frequently asked questions. Length of a degree: the radii of curvature of
an ellipsoid along its meridian and its parallel, with the numbers of WGS 84 (NIMA TR8350.2, 2000).
"""

from __future__ import annotations

import re
from math import cos, radians, sin, sqrt

import numpy as np

from surfaces.files.errors import FileError, quoted
from surfaces.files.imported import Import, Rows
from surfaces.files.tidy import tidy
from surfaces.files.told import extent
from surfaces.words import N_, later, numeral
from surfaces.words import gettext as _

SIDES = (1201, 3601)  # samples along a side: one every three arc seconds, or every one
VOID = -32768  # no radar echo came back
NAME = re.compile(r"([NS])(\d{2})([EW])(\d{3})", re.IGNORECASE)
EQUATOR = 6_378_137.0  # WGS 84's semi-major axis, metres
SQUARED_ECCENTRICITY = 0.00669437999014  # of WGS 84


def read_hgt(data: bytes, name: str) -> Import:
    """A tile in metres east and north of its south-west corner, so that slopes are true."""
    side = next((n for n in SIDES if 2 * n * n == len(data)), None)
    if side is None:
        raise FileError(
            _(
                "A .hgt file has {small} or {large} bytes, this one {this}. It is another kind of "
                "file, or cut off.",
                small=numeral(f"{2 * SIDES[0] ** 2:,}"),
                large=numeral(f"{2 * SIDES[1] ** 2:,}"),
                this=numeral(f"{len(data):,}"),
            )
        )
    south, west = corner(name)
    across, along = degree(south + 0.5)
    z = np.frombuffer(data, dtype=">i2").reshape(side, side)[::-1].astype(np.float64)
    z[z == VOID] = np.nan
    share = np.linspace(0, 1, side)
    grid, said = tidy(
        {"x": share * across, "y": share * along, "z": z},
        name="heights",
        x_name=N_("east"),
        y_name=N_("north"),
        unit=N_("m"),
        z_unit=N_("m"),
    )
    return Import(
        file=name,
        format=N_("SRTM tile"),
        grids=(grid,),
        report=(extent(grid), *_rows(south, west, across), *said),
    )


def corner(name: str) -> tuple[int, int]:
    """Latitude and longitude of the south-west corner, from a name such as N46E007."""
    found = NAME.search(name)
    if not found:
        raise FileError(
            _(
                "The name {name} does not say where the tile lies, and a degree's length depends "
                "on it. Name it as N46E007.hgt, after its south-west corner.",
                name=quoted(name),
            )
        )
    south = int(found[2]) * (1 if found[1].upper() == "N" else -1)
    west = int(found[4]) * (1 if found[3].upper() == "E" else -1)
    if not (-90 <= south < 90 and -180 <= west < 180):
        text = N_("There is no place {name} on the earth.")
        raise FileError(_(text, name=quoted(found[0])))
    return south, west


def degree(latitude: float) -> tuple[float, float]:
    """Metres in one degree of longitude and of latitude there, on the WGS 84 ellipsoid."""
    phi = radians(latitude)
    w = sqrt(1 - SQUARED_ECCENTRICITY * sin(phi) ** 2)
    across = EQUATOR * cos(phi) / w
    along = EQUATOR * (1 - SQUARED_ECCENTRICITY) / w**3
    return radians(across), radians(along)


def _rows(south: int, west: int, across: float) -> Rows:
    off = max(abs(degree(edge)[0] / across - 1) for edge in (south, south + 1))
    return (
        (N_("Place"), later(lambda: _place(south, west))),
        (N_("Orientation"), N_("Rows run from north to south in the file; y grows to the north.")),
        (N_("Units"), later(lambda: _metres(across, south + 0.5, off))),
        (
            N_("No data"),
            later(lambda: _("{value} stands for a missing height.", value=VOID)),
        ),
    )


def _place(south: int, west: int) -> str:
    text = N_("South-west corner at latitude {south}, longitude {west}, from the name.")
    return _(text, south=south, west=west)


def _metres(across: float, latitude: float, off: float) -> str:
    return _(
        "Degrees became metres: one of longitude is {across} m at latitude {latitude}. Towards "
        "the tile's north and south edge, x is off by up to {off}.",
        across=numeral(f"{across:,.0f}"),
        latitude=numeral(f"{latitude:g}"),
        off=numeral(f"{off:.1%}"),
    )
