"""How large a file may be, packed and unpacked: memory and time stay bounded."""

from __future__ import annotations

from surfaces.files.errors import FileError
from surfaces.words import gettext as _
from surfaces.words import numeral

MEGABYTE = 1024**2
MOST_BYTES = 32 * MEGABYTE  # of a file, and of all that is unpacked from it
MOST_HEIGHTS = 3601**2  # an SRTM tile of one arc second, the largest kind of file read here
MOST_ROWS = 2_000_000  # of a long table
MOST_NAMES = 1_000  # of arrays in one file
LONGEST_LINE = 1_000_000  # characters: 3601 numbers of 25 fit ten times


def check_size(data: bytes) -> None:
    """FileError for an empty file and for one that is too large."""
    if not data:
        raise FileError(_("The file is empty."))
    if len(data) > MOST_BYTES:
        raise FileError(
            _(
                "The file has {size} MB. At most {most} MB are read: save every second row and "
                "column.",
                size=numeral(f"{len(data) / MEGABYTE:.1f}"),
                most=MOST_BYTES // MEGABYTE,
            )
        )


def check_unpacked(size: int, what: str) -> None:
    """FileError where `size` bytes, unpacked, are too many."""
    if size > MOST_BYTES:
        raise FileError(
            _(
                "{what} unpacks to {size} MB. At most {most} MB are read: save every second row "
                "and column.",
                what=what,
                size=numeral(f"{size / MEGABYTE:,.1f}"),
                most=MOST_BYTES // MEGABYTE,
            )
        )


def check_count(numbers: int, what: str) -> None:
    """FileError where so many numbers are too many: each takes eight bytes here."""
    if numbers > MOST_HEIGHTS:
        raise FileError(
            _(
                "{what} has {n} numbers. At most {most} are read: save every second row and "
                "column.",
                what=what,
                n=numeral(f"{numbers:,}"),
                most=numeral(f"{MOST_HEIGHTS:,}"),
            )
        )
