"""The walks as a table of slides, to edit: a row each, in the colours of a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.slide import Slide
from pptx.util import Emu, Inches

from app.figures.look import WALKERS, Look
from app.film.deck import TEXT, Place, describe, rgb
from surfaces.words import gettext as _

LINE, AROUND = Inches(0.24), Inches(0.18)  # of a row: each line of words, and above and below
BESIDE = Inches(0.25)  # words, in a cell
WIDE: int = round(0.6 * TEXT)  # a letter: of Arial less, of what stands in for it as much
BOLD: int = round(0.7 * TEXT)
Rows = Sequence[Sequence[str]]


def add_table(slide: Slide, place: Place, rows: Rows, *, look: Look, alt: str) -> None:
    """A table from the top of `place` on; the first of `rows` has the names of the columns.

    The other rows begin with a dot in the colour of their walker.
    """
    left, top, width, _height = place
    frame = slide.shapes.add_table(len(rows), len(rows[0]), left, top, width, 0)
    describe(frame, _("Table"), alt)
    for column, wide in zip(frame.table.columns, _widths(rows, width), strict=True):
        column.width = Emu(wide)
    for row, high in zip(frame.table.rows, heights(rows, width), strict=True):
        row.height = Emu(high)
    frame.height = sum(heights(rows, width))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            color = WALKERS[r - 1] if r and not c else None
            _fill(frame.table.cell(r, c), text, color, look, bold=not r)


def heights(rows: Rows, width: int) -> list[int]:
    """How high each row is, in a table that is `width` wide."""
    columns = _widths(rows, width)
    lines = [
        max(
            -(-_length(text, bold=not r) // (wide - BESIDE))
            for text, wide in zip(row, columns, strict=True)
        )
        for r, row in enumerate(rows)
    ]
    return [AROUND + LINE * count for count in lines]


def _widths(rows: Rows, width: int) -> list[int]:
    """Columns as wide as their longest words ask; the widest breaks its lines where it must."""
    needs = [
        BESIDE + max(_length(row[c], bold=not r) for r, row in enumerate(rows))
        for c in range(len(rows[0]))
    ]
    needs[needs.index(max(needs))] -= max(0, sum(needs) - width)
    return [width * need // sum(needs) for need in needs]


def _length(text: str, *, bold: bool) -> int:
    """How wide `text` is on one line."""
    return (BOLD if bold else WIDE) * len(text)


def _fill(cell: Any, text: str, color: str | None, look: Look, *, bold: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(look.grid if bold else look.card)
    paragraph = cell.text_frame.paragraphs[0]
    if color:
        dot = paragraph.add_run()
        dot.text, dot.font.size, dot.font.color.rgb = "● ", TEXT, rgb(color)
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold, run.font.color.rgb = text, TEXT, bold, rgb(look.ink)
