"""How large a file may be, packed and unpacked: memory and time stay bounded."""

from __future__ import annotations

from surfaces.files.errors import FileError

MEGABYTE = 1024**2
MOST_BYTES = 32 * MEGABYTE  # of a file, and of all that is unpacked from it
MOST_HEIGHTS = 3601**2  # an SRTM tile of one arc second, the largest kind of file read here
MOST_ROWS = 2_000_000  # of a long table
MOST_NAMES = 1_000  # of arrays in one file
LONGEST_LINE = 1_000_000  # characters: 3601 numbers of 25 fit ten times


def check_size(data: bytes) -> None:
    """FileError for an empty file and for one that is too large."""
    if not data:
        raise FileError("The file is empty.")
    if len(data) > MOST_BYTES:
        raise FileError(
            f"The file has {len(data) / MEGABYTE:.1f} MB. At most {MOST_BYTES // MEGABYTE} MB "
            "are read: save every second row and column."
        )


def check_unpacked(size: int, what: str = "The file") -> None:
    """FileError where `size` bytes, unpacked, are too many."""
    if size > MOST_BYTES:
        raise FileError(
            f"{what} unpacks to {size / MEGABYTE:,.1f} MB. At most {MOST_BYTES // MEGABYTE} MB are "
            "read: save every second row and column."
        )


def check_count(numbers: int, what: str) -> None:
    """FileError where so many numbers are too many: each takes eight bytes here."""
    if numbers > MOST_HEIGHTS:
        raise FileError(
            f"{what} has {numbers:,} numbers. At most {MOST_HEIGHTS:,} are read: save every second "
            "row and column."
        )
