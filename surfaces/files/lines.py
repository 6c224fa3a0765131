"""Lines of a text file and the numbers in them; errors name the row and the column."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from math import isnan

from surfaces.files.errors import FileError, quoted
from surfaces.files.limits import LONGEST_LINE
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

MISSING = ("", "nan", "na", "n/a", "null", "none", "-", "--", "?", "#n/a")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eEdD][+-]?\d+)?|[+-]?inf(inity)?", re.ASCII | re.I)


def lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Each line that is not blank, with its number from 1, without its end."""
    with io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig") as file:
        number = 0
        try:
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    raise FileError(
                        _(
                            "Row {row} has more than {most} characters. "
                            "Write each row of the grid into a line of its own.",
                            row=number,
                            most=numeral(f"{LONGEST_LINE:,}"),
                        )
                    )
                if not line.isspace():
                    yield number, line.rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise FileError(
                _(
                    "Below row {row} is what is no text in UTF-8. Save the file as UTF-8.",
                    row=number,
                )
            ) from error


def number(cell: str, row: int, column: int, *, comma: bool = False) -> float:
    """One cell as a float, nan where it says that it is missing. `comma`: 1,5 is one and a half."""
    text = cell.strip().strip("\"'").strip()
    if text.lower() in MISSING:
        return float("nan")
    if comma:
        text = text.replace(",", ".")
    if not NUMBER.fullmatch(text):
        raise FileError(_no_number(cell, row, column))
    return float(text.upper().replace("D", "E"))  # Fortran writes 1.5D+03


def _no_number(cell: str, row: int, column: int) -> str:
    text = N_("Row {row}, column {column}: {cell} is not a number.")
    return _(text, row=row, column=column, cell=quoted(cell))


def numbers(
    cells: list[str], row: int, columns: Sequence[int] = (), *, comma: bool = False
) -> list[float]:
    """All cells of a row; `columns` are their places in it, from 0, where some were left out.

    Most rows hold plain numbers only, and are read at once.
    """
    try:
        found = [] if comma else list(map(float, cells))
    except ValueError:
        found = []
    if found and not any("_" in cell for cell in cells):  # float() reads 1_000
        return found
    places = columns or range(len(cells))
    return [
        number(cell, row, place + 1, comma=comma) for cell, place in zip(cells, places, strict=True)
    ]


def is_number(cell: str, *, comma: bool = False) -> bool:
    """Whether the cell holds a number; one that is missing is none."""
    try:
        return not isnan(number(cell, 0, 0, comma=comma))
    except FileError:
        return False
