"""Deck: slides of 16:9 in a look's colours and one font, each with a title and speaker notes.

Colours and font stand in the deck's theme, so what a person adds later has them too.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from app.figures.look import WALKERS, Look
from surfaces.words import gettext as _

FONT = "Arial"  # on every system, or one as wide in its place: nothing breaks its line anew
WIDTH, HEIGHT = Inches(40 / 3), Inches(7.5)
MARGIN, TOP = Inches(0.5), Inches(1.15)  # around what stands below the title
Place = tuple[int, int, int, int]  # left, top, width and height
GAP = Inches(0.15)  # between two things below it
BODY: Place = (MARGIN, TOP, Emu(WIDTH - 2 * MARGIN), Emu(HEIGHT - TOP - Inches(0.35)))
TITLE, LARGE, TEXT = Pt(24), Pt(44), Pt(14)
OPENING, TITLE_ONLY = 0, 5  # layouts of python-pptx's own template


class Deck:
    """Slides are added in order; `save` writes them all."""

    def __init__(self, look: Look, name: str) -> None:
        self._deck = Presentation()
        self.look = look
        self._widen()
        _dress(self._deck.slide_master, look)
        about = self._deck.core_properties
        about.title, about.author, about.last_modified_by = name, "Fall Line", "Fall Line"

    def opening(self, title: str, lines: Sequence[str], notes: str) -> None:
        """The title slide."""
        slide = self._slide(OPENING, title, notes)
        slide.shapes.title.text_frame.paragraphs[0].font.size = LARGE
        slide.placeholders[1].text = "\n".join(lines)
        for paragraph in slide.placeholders[1].text_frame.paragraphs:
            paragraph.font.size, paragraph.font.color.theme_color = Pt(22), MSO_THEME_COLOR.TEXT_2

    def film(self, title: str, film: bytes, poster: bytes, size: tuple[int, int], alt: str) -> None:
        """A film as large as fits, which plays on a click; `alt` tells it, and is in the notes."""
        slide = self.slide(title, alt)
        place = _fitted(*size)
        movie = slide.shapes.add_movie(
            io.BytesIO(film), *place, io.BytesIO(poster), mime_type="video/mp4"
        )
        describe(movie, _("Film"), alt)

    def save(self, path: Path) -> None:
        """Write the file."""
        with path.open("wb") as file:
            self._deck.save(file)

    def slide(self, title: str, notes: str) -> Slide:
        """One with room for what others put on it."""
        return self._slide(TITLE_ONLY, title, notes)

    def _slide(self, layout: int, title: str, notes: str) -> Slide:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[layout])
        slide.shapes.title.text = title
        slide.notes_slide.notes_text_frame.text = notes
        return slide

    def _widen(self) -> None:
        """The template is 4:3, and so are the places in its master and layouts."""
        ratio = WIDTH / self._deck.slide_width
        self._deck.slide_width, self._deck.slide_height = WIDTH, HEIGHT
        master = self._deck.slide_master
        for place in (master, *master.slide_layouts):
            for shape in place.placeholders:
                if shape.element.spPr.find(qn("a:xfrm")) is not None:
                    shape.left, shape.width = round(shape.left * ratio), round(shape.width * ratio)
        lines = master.slide_layouts[OPENING].placeholders[1]
        lines.left, lines.width = MARGIN, BODY[2]
        title = master.placeholders[0]
        title.left, title.top, title.width, title.height = (
            MARGIN,
            Inches(0.2),
            BODY[2],
            Inches(0.9),
        )


def _dress(master: Any, look: Look) -> None:
    """The look's colours and the font, in the theme; titles in their size."""
    colours = {
        "dk1": look.ink,  # the theme's words for text and paper, on dark looks too
        "lt1": look.paper,
        "dk2": look.quiet,
        "lt2": look.card,
        **{f"accent{n}": color for n, color in enumerate(WALKERS[:6], 1)},
        "hlink": look.accent,
        "folHlink": look.quiet,
    }
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for name, colour in colours.items():
        (entry,) = theme.iter(qn(f"a:{name}"))
        entry[:] = [etree.Element(qn("a:srgbClr"), val=colour.removeprefix("#").upper())]
    for kind in ("majorFont", "minorFont"):
        (font,) = theme.iter(qn(f"a:{kind}"))
        font.find(qn("a:latin")).set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    (style,) = master.element.iter(qn("p:titleStyle"))
    next(style.iter(qn("a:defRPr"))).set("sz", str(round(TITLE.pt * 100)))


def _fitted(width: int, height: int) -> Place:
    """Where what is so many pixels large stands in the middle of the body, as large as it can."""
    left, top, most_wide, most_high = BODY
    scale = min(most_wide / width, most_high / height)
    wide, high = round(width * scale), round(height * scale)
    return left + (most_wide - wide) // 2, top + (most_high - high) // 2, wide, high


def describe(shape: Any, name: str, alt: str) -> None:
    """A name for the list of what is on a slide, and words for who does not see it."""
    shape.name = name
    (about,) = shape.element.xpath(".//p:cNvPr")
    about.set("descr", alt)


def rgb(colour: str) -> RGBColor:
    """A colour of six digits, as CSS writes it."""
    return RGBColor.from_string(colour.removeprefix("#").upper())
