"""A text file of numbers in columns: how it is separated, its header, its values."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from surfaces.files.errors import FileError, listed, quoted
from surfaces.files.limits import MOST_HEIGHTS, MOST_ROWS
from surfaces.files.lines import MISSING, is_number, lines, numbers
from surfaces.surface import Array
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

Line = tuple[int, str]  # its number in the file, from 1, and its text


@dataclass(frozen=True, eq=False)
class Table:
    """Numbers in columns; a long table may have been cut down to the columns that were chosen."""

    names: tuple[str, ...]  # of the columns, "1", "2" ... where there is no header
    header: bool
    values: Array  # (rows, columns)
    rows: NDArray[np.int64]  # the line of the file that each row is from
    comma: bool  # 1,5 was read as one and a half
    text: tuple[str, ...] = ()  # names of columns that were left out, as they hold no numbers

    def column(self, name: str) -> Array:
        values: Array = self.values[:, self.names.index(name)]
        return values


@dataclass(frozen=True)
class Dialect:
    """How the cells of a row are told apart."""

    separator: str | None  # None: any blanks
    comma: bool = False

    def cells(self, line: str) -> list[str]:
        return line.split(self.separator)

    def names(self, line: str) -> list[str]:
        """The cells of a header, where a name in quotes may hold the separator."""
        if self.separator is None:
            return [cell.strip("\"'") for cell in line.split()]
        return [cell.strip() for cell in next(csv.reader([line], delimiter=self.separator))]


def read_table(data: bytes, columns: tuple[str, ...] = ()) -> Table:
    """The table in a file; of `columns` alone, where some are chosen."""
    first, body = _without_comments(lines(data))
    second = list(islice(body, 1))
    dialect = _dialect(second[0][1] if second else first[1])
    try:
        names = dialect.names(first[1])
    except csv.Error as error:
        raise FileError(_("Row {row}: its quotes do not match.", row=first[0])) from error
    header = not all(is_number(c, comma=dialect.comma) or c.lower() in MISSING for c in names)
    rest = chain(second, body) if header else chain([first], second, body)
    width = len(dialect.cells(second[0][1])) if second else len(names)
    names = _names(names, header, width)
    text = _text(names, dialect, second) if header and not columns else ()
    chosen = _chosen(names, columns or tuple(n for n in names if n not in text))
    values, rows = _values(rest, dialect, width, chosen)
    kept = tuple(names[i] for i in chosen)
    return Table(kept, header, values, rows, dialect.comma, text)


def _text(names: list[str], dialect: Dialect, first: list[Line]) -> tuple[str, ...]:
    """Columns of words, as their first cell tells; none where fewer than three are left."""
    cells = [cell.strip("\"' ") for cell in dialect.cells(first[0][1])] if first else []
    text = tuple(
        name
        for name, cell in zip(names, cells, strict=False)
        if cell.lower() not in MISSING and not is_number(cell, comma=dialect.comma)
    )
    return text if len(names) - len(text) >= 3 else ()


def _without_comments(found: Iterator[Line]) -> tuple[Line, Iterator[Line]]:
    """The first line and the others. Of comments above it, one that names the columns is kept."""
    comment: Line | None = None
    for row, line in found:
        if line.lstrip().startswith("#"):
            comment = (row, line.lstrip().lstrip("#").strip())
            continue
        dialect = _dialect(line)
        if comment and len(dialect.cells(comment[1])) == len(dialect.cells(line)):
            return comment, chain([(row, line)], found)
        return (row, line), found
    raise FileError(_("There are no rows in the file."))


def _dialect(line: str) -> Dialect:
    for separator in ("\t", ";"):
        if separator in line:
            return Dialect(separator, "," in line)
    return Dialect("," if "," in line else None)


def _names(names: list[str], header: bool, width: int) -> list[str]:
    """As many names as there are columns, none of them twice."""
    if not header:
        return [str(i + 1) for i in range(width)]
    if len(names) == width - 1:  # R leaves out the name of its row numbers
        names = ["", *names]
    if len(names) != width:
        text = N_("The header names {named} columns, but the rows have {width}.")
        raise FileError(_(text, named=len(names), width=width))
    if len(set(names)) < width:
        twice = next(name for name in names if names.count(name) > 1)
        text = N_("The header has {name} twice. Give each column its own name.")
        raise FileError(_(text, name=quoted(twice)))
    return names


def _chosen(names: list[str], columns: tuple[str, ...]) -> list[int]:
    """The places of the chosen columns; of all of them where none is chosen."""
    for column in columns:
        if column not in names:
            text = N_("There is no column {column}. There are: {names}.")
            raise FileError(_(text, column=quoted(column), names=listed(names)))
    if len(set(columns)) < len(columns):
        raise FileError(_("A column was chosen twice. Choose different ones."))
    return [names.index(c) for c in columns] or list(range(len(names)))


def _values(
    found: Iterator[Line], dialect: Dialect, width: int, chosen: list[int]
) -> tuple[Array, NDArray[np.int64]]:
    """The numbers of all rows, and the line that each row is from."""
    values, rows, whole = array("d"), array("q"), list(range(width))
    for row, line in found:
        cells = dialect.cells(line)
        if len(cells) != width:
            raise FileError(
                _(
                    "Row {row} has {n} columns, and the row at the top has {width}. All rows need "
                    "as many.",
                    row=row,
                    n=len(cells),
                    width=width,
                )
            )
        if chosen != whole:
            cells = [cells[i] for i in chosen]
        values.extend(numbers(cells, row, chosen, comma=dialect.comma))
        rows.append(row)
        if len(values) > MOST_HEIGHTS or len(rows) > MOST_ROWS:
            text = N_("The table is too long: at most {most} rows are read.")
            raise FileError(_(text, most=numeral(f"{MOST_ROWS:,}")))
    if not rows:
        raise FileError(_("There is a header, but no row below it."))
    return np.array(values).reshape(-1, len(chosen)), np.array(rows, dtype=np.int64)
