"""The walks as a table of slides, to edit: a row each, in the colours of a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.slide import Slide
from pptx.util import Emu, Inches

from app.figures.look import WALKERS, Look
from app.film.deck import TEXT, Place, describe, rgb
from surfaces.words import gettext as _

ROW = Inches(0.42)
LETTER = round(0.6 * TEXT)  # a letter of Arial is about half as wide as high, in its stead wider


def add_table(
    slide: Slide, place: Place, rows: Sequence[Sequence[str]], *, look: Look, alt: str
) -> None:
    """A table from the top of `place` on; the first of `rows` has the names of the columns.

    The other rows begin with a dot in the colour of their walker.
    """
    left, top, width, _height = place
    frame = slide.shapes.add_table(len(rows), len(rows[0]), left, top, width, ROW * len(rows))
    describe(frame, _("Table"), alt)
    _share_out(frame.table.columns, rows, width)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            color = WALKERS[r - 1] if r and not c else None
            _fill(frame.table.cell(r, c), text, color, look, bold=not r)


def _share_out(columns: Any, rows: Sequence[Sequence[str]], width: int) -> None:
    """Columns as wide as their longest words ask; the widest breaks its lines where it must."""
    longest = [max(len(row[c]) for row in rows) for c in range(len(rows[0]))]
    needs = [LETTER * letters + Inches(0.25) for letters in longest]
    needs[needs.index(max(needs))] -= max(0, sum(needs) - width)
    for column, need in zip(columns, needs, strict=True):
        column.width = Emu(int(width * need / sum(needs)))


def _fill(cell: Any, text: str, color: str | None, look: Look, *, bold: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(look.grid if bold else look.card)
    paragraph = cell.text_frame.paragraphs[0]
    if color:
        dot = paragraph.add_run()
        dot.text, dot.font.size, dot.font.color.rgb = "● ", TEXT, rgb(color)
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold, run.font.color.rgb = text, TEXT, bold, rgb(look.ink)
