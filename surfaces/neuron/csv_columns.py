"""read_columns(): the text of a CSV file -> Columns, of which two make a DataSet.

Separators are tab, semicolon or comma, whichever comes first in this order on the first line;
with the first two a decimal comma is read too. A first row without a number in a column that has
one below is the header. Lines that begin with # are comments.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

from surfaces.neuron.data_set import DataError, DataSet
from surfaces.surface import Array
from surfaces.words import N_, later, numeral, verbatim
from surfaces.words import gettext as _

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
LONGEST_LINE = 100_000  # characters
LONGEST_QUOTE = 40  # characters of a cell that an error repeats
_TOO_MANY = N_("{name} has more than {most} rows. Keep a sample of them.")
# [0-9], not \d, and no float() alone: that would read '1_000', 'nan' and Arabic digits
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")


@dataclass(frozen=True, eq=False)
class Columns:
    """The cells of a file, still as text: only the columns that are picked must hold numbers."""

    name: str  # of the file
    header: tuple[str, ...]  # as in the file, or "column 1" and so on
    rows: tuple[tuple[str, ...], ...]  # each as long as the header
    lines: tuple[int, ...]  # the line of the file on which each row ends
    decimal_comma: bool  # whether 1,5 may mean 1.5

    def index(self, column: str | int) -> int:
        """Where a column stands, by name, or by index from 0; DataError when there is none."""
        if isinstance(column, int):
            if 0 <= column < len(self.header):
                return column
            text = N_("{name} has {n} columns, so no column {column}.")
            raise DataError(_(text, name=self.name, n=len(self.header), column=column + 1))
        if column in self.header:
            return self.header.index(column)
        near = get_close_matches(column, self.header, n=1, cutoff=0.5)
        known = ", ".join(self.header[:8]) + (" ..." if len(self.header) > 8 else "")
        hint = _("It has: {names}.", names=known)
        if near:
            hint = _("Did you mean '{near}'?", near=near[0])
        lacks = _("{name} has no column '{column}'.", name=self.name, column=_quoted(column))
        raise DataError(f"{lacks} {hint}")

    def numbers(self, column: str | int) -> Array:
        """A column as numbers, (rows,); DataError names the row and the column of one that is not.

        A hole or a word is refused, never skipped: nobody would see that a row is gone.
        """
        i = self.index(column)
        values = [
            self._number(row[i], line, i) for row, line in zip(self.rows, self.lines, strict=True)
        ]
        return np.array(values)

    def numeric(self) -> tuple[str, ...]:
        """The columns whose first row holds a number: those to offer in a menu."""
        first = self.rows[0]
        return tuple(
            name
            for name, cell in zip(self.header, first, strict=True)
            if _parse(cell, self.decimal_comma) is not None
        )

    def data_set(self, feature: str | int, target: str | int) -> DataSet:
        """Two columns as the pairs that a neuron learns from; DataError when they cannot be."""
        x, t = self.index(feature), self.index(target)
        if x == t:
            raise DataError(
                _(
                    "{name}: '{column}' is both the feature and the target. "
                    "Choose another column for one of them.",
                    name=self.name,
                    column=self.header[x],
                )
            )
        return DataSet(
            key="file",
            name=verbatim(self.name),
            story=_story(self.header[x], self.header[t]),
            origin=f"Your file {self.name}",
            licence="Yours",
            feature=verbatim(self.header[x]),
            target=verbatim(self.header[t]),
            x=self.numbers(x),
            t=self.numbers(t),
            notes=self._notes(x, t),
        )

    def _number(self, cell: str, line: int, column: int) -> float:
        value = _parse(cell, self.decimal_comma)
        if value is not None:
            return value
        text = N_(
            "{name}, line {line}, column '{column}': '{cell}' is not a number. "
            "Correct or remove it."
        )
        if not cell:
            text = N_(
                "{name}, line {line}, column '{column}': there is no number. "
                "Fill it in or remove the line."
            )
        column_name = self.header[column]
        raise DataError(_(text, name=self.name, line=line, column=column_name, cell=_quoted(cell)))

    def _notes(self, x: int, t: int) -> tuple[str, ...]:
        if any("," in row[x] or "," in row[t] for row in self.rows):
            return (N_("Commas inside numbers were read as decimal points."),)
        return ()


def _story(feature: str, target: str) -> str:
    text = N_("The neuron predicts {target} from {feature}.")
    return later(lambda: _(text, target=target, feature=feature))


def read_columns(text: str, name: str) -> Columns:
    """The columns of a CSV text; `name` is the file's, for errors. DataError: it is no table."""
    separator, rows, lines = "", [], []
    for line, row in _cells(text, name):
        separator = separator or row[0]
        rows.append(tuple(cell.strip() for cell in row[1:]))
        lines.append(line)
        _check_row(rows, line, name)
    if not rows:
        text = N_("{name}: the file is empty. It needs a line for each pair of numbers.")
        raise DataError(_(text, name=name))
    decimal_comma = separator != ","
    header = [f"column {i + 1}" for i in range(len(rows[0]))]  # in links: never translated
    if _is_header(rows, decimal_comma):
        header = _unique(_quoted(cell) or header[i] for i, cell in enumerate(rows[0]))
        rows, lines = rows[1:], lines[1:]
    if not rows:
        text = N_("{name}: there is a header but no row below it. Add rows of numbers.")
        raise DataError(_(text, name=name))
    if len(rows) > MOST_ROWS:
        raise _too_many(name)
    return Columns(name, tuple(header), tuple(rows), tuple(lines), decimal_comma)


def _cells(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The number of each line that is no comment, and [separator, cells...]."""
    lines = _lines(text, name)
    filled = (line for line in lines if line and not line.startswith("#"))
    first = next(filled, "")
    separator = next((s for s in "\t;," if s in first), ",")
    # a comment becomes an empty line, which the reader passes over: line numbers stay right
    reader = csv.reader(
        ("" if line.startswith("#") else line for line in lines), delimiter=separator
    )
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, [separator, *row]
    except csv.Error as error:
        said = _(
            "{name}, line {line}: this is not CSV ({error}). Save it again as CSV.",
            name=name,
            line=reader.line_num,
            error=error,
        )
        raise DataError(said) from error


def _lines(text: str, name: str) -> list[str]:
    """The text by lines, whatever ends them; not by splitlines(), which also splits at \\x0b."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise DataError(
                _(
                    "{name}, line {line}: {long} characters are more than a row of numbers has; "
                    "the limit is {limit}. Save it again with one row on each line.",
                    name=name,
                    line=number,
                    long=numeral(f"{len(line):,}"),
                    limit=numeral(f"{LONGEST_LINE:,}"),
                )
            )
    return lines


def _check_row(rows: list[tuple[str, ...]], line: int, name: str) -> None:
    """DataError when the last of the rows is not like the first, or one too many."""
    first, last = rows[0], rows[-1]
    if len(first) > MOST_COLUMNS:
        raise DataError(
            _(
                "{name} has {wide} columns; the limit is {limit}.",
                name=name,
                wide=numeral(f"{len(first):,}"),
                limit=numeral(f"{MOST_COLUMNS:,}"),
            )
        )
    if len(last) != len(first):
        raise DataError(
            _(
                "{name}, line {line}: there are {here} cells here and {first} in the first row. "
                "Give every row the same number of cells.",
                name=name,
                line=line,
                here=len(last),
                first=len(first),
            )
        )
    if len(rows) > MOST_ROWS + 1:  # one may be the header
        raise _too_many(name)


def _too_many(name: str) -> DataError:
    return DataError(_(_TOO_MANY, name=name, most=numeral(f"{MOST_ROWS:,}")))


def _is_header(rows: list[tuple[str, ...]], decimal_comma: bool) -> bool:
    """Whether the first row names the columns."""
    words = [_parse(cell, decimal_comma) is None for cell in rows[0]]
    if len(rows) == 1:
        return all(words)
    below = [_parse(cell, decimal_comma) is not None for cell in rows[1]]
    return any(word and number for word, number in zip(words, below, strict=True))


def _unique(names: Iterable[str]) -> list[str]:
    """Names of columns, told apart by their place where two are alike."""
    seen: set[str] = set()
    found = []
    for place, name in enumerate(names, start=1):
        found.append(f"{name} (column {place})" if name in seen else name)
        seen.add(name)
    return found


def _parse(cell: str, decimal_comma: bool) -> float | None:
    """The number in a cell, or None when there is none."""
    text = cell.replace(",", ".", 1) if decimal_comma and "." not in cell else cell
    return float(text) if _NUMBER.fullmatch(text) else None


def _quoted(text: str) -> str:
    """Text of a file as an error or a menu repeats it: short, and without control characters."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in text)
    return shown if len(shown) <= LONGEST_QUOTE else shown[: LONGEST_QUOTE - 1] + "…"
