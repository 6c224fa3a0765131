"""FORMATS: what can be taken away. A new exporter is one module and one row here."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TypeVar

from app.film import apng, frames_zip, gif, mp4, pdf, png, pptx, svg, webm, webp
from app.film.errors import FilmError
from app.film.kinds import Film, Format, Record
from app.film.options import BACKGROUND, DITHER, FIT, LOOP, QUALITY, SCALE, SLIDES
from app.film.records import RECORDS
from app.film.settings import HELD_FRAMES
from surfaces.words import N_
from surfaces.words import gettext as _

Row = TypeVar("Row", bound=Format)

FILMS: dict[str, Film] = {
    row.key: row
    for row in (
        Film(
            key="mp4",
            name=N_("MP4 film"),
            group=N_("Films"),
            suffix=".mp4",
            mime="video/mp4",
            write=mp4.write,
            options=(QUALITY,),
            weights={
                "small": (0.05, 0.0015, 0.01),
                "good": (0.1, 0.003, 0.02),
                "best": (0.15, 0.006, 0.04),
            },
            help=N_("Plays in PowerPoint, Keynote and every browser, and is the smallest."),
        ),
        Film(
            key="webm",
            name=N_("WebM film"),
            group=N_("Films"),
            suffix=".webm",
            mime="video/webm",
            write=webm.write,
            options=(QUALITY,),
            weights={
                "small": (0.05, 0.002, 0.015),
                "good": (0.1, 0.0046, 0.032),
                "best": (0.15, 0.009, 0.06),
            },
            help=N_("VP9, for web pages: as small as an MP4, and free of patents."),
        ),
        Film(
            key="gif",
            name=N_("GIF film"),
            group=N_("Films"),
            suffix=".gif",
            mime="image/gif",
            write=gif.write,
            most=HELD_FRAMES,  # all of them wait on disk for the second pass
            passes=2,
            options=(DITHER, LOOP, FIT),
            weights={
                "ordered": (0.2, 0.012, 0.12),
                "diffused": (0.25, 0.03, 0.2),
                "none": (0.15, 0.01, 0.08),
            },
            help=N_("Plays by itself wherever a picture can stand; in 255 colours."),
        ),
        Film(
            key="webp",
            name=N_("WebP, animated"),
            group=N_("Films"),
            suffix=".webp",
            mime="image/webp",
            write=webp.write,
            most=HELD_FRAMES,  # libwebp keeps the file in memory until the last one
            lossless=True,
            options=(QUALITY, LOOP),
            weights={
                "small": (0.05, 0.005, 0.03),
                "good": (0.1, 0.01, 0.054),
                "best": (0.12, 0.12, 0.25),
            },
            help=N_("Plays by itself in every browser, in all colours; Best is without any loss."),
        ),
        Film(
            key="apng",
            name=N_("PNG, animated"),
            group=N_("Films"),
            suffix=".apng",
            mime="image/apng",
            write=apng.write,
            most=HELD_FRAMES,  # browsers, which are to show it, take it whole
            lossless=True,
            options=(LOOP,),
            weights={
                "forever": (0.15, 0.1, 0.25),
                "once": (0.15, 0.1, 0.25),
                "thrice": (0.15, 0.1, 0.25),
            },
            help=N_("An APNG plays by itself in every browser, each pixel as drawn, and is large."),
        ),
        Film(
            key="frames",
            name=N_("Frames (zip)"),
            group=N_("Films"),
            suffix=".zip",
            mime="application/zip",
            write=frames_zip.write,
            most=HELD_FRAMES,  # each is a whole picture
            lossless=True,
            weights={"": (0.25, 0.25, 0.25)},
            help=N_("Numbered PNGs for LaTeX and film editors; a README holds the line for LaTeX."),
        ),
        Film(
            key="pptx",
            name=N_("PowerPoint slides"),
            group=N_("Films"),
            suffix=".pptx",
            mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            write=pptx.write,
            most=HELD_FRAMES,  # the slides are put together in memory, with their films
            told=True,
            options=(QUALITY, SLIDES),
            weights={
                "small": (0.3, 0.0015, 0.01),
                "good": (0.35, 0.003, 0.02),
                "best": (0.4, 0.006, 0.04),
            },
            help=N_(
                "A talk: films that play on a click, chart and table to edit, and speaker notes."
            ),
        ),
        Film(
            key="png",
            name=N_("PNG picture"),
            group=N_("Pictures of this moment"),
            suffix=".png",
            mime="image/png",
            write=png.write,
            single=True,
            lossless=True,
            options=(SCALE, BACKGROUND),
            weights={"1": (0.15, 0, 0), "2": (0.09, 0, 0), "3": (0.07, 0, 0), "4": (0.056, 0, 0)},
            help=N_("One still picture, every pixel as it is on the screen."),
        ),
        Film(
            key="svg",
            name=N_("SVG drawing"),
            group=N_("Pictures of this moment"),
            suffix=".svg",
            mime="image/svg+xml",
            write=svg.write,
            check=svg.check,
            single=True,
            vector=True,
            options=(BACKGROUND,),
            weights={"look": (0.5, 0, 0), "none": (0.5, 0, 0)},
            help=N_(
                "Lines and words to edit, sharp at any size; the mountains are pictures in it."
            ),
        ),
        Film(
            key="pdf",
            name=N_("PDF page"),
            group=N_("Pictures of this moment"),
            suffix=".pdf",
            mime="application/pdf",
            write=pdf.write,
            single=True,
            lossless=True,
            options=(SCALE,),
            weights={"1": (0.15, 0, 0), "2": (0.09, 0, 0), "3": (0.07, 0, 0), "4": (0.056, 0, 0)},
            help=N_(
                "For LaTeX and print: a picture of pixels without loss. Choose 3 or 4 for print."
            ),
        ),
    )
}

FORMATS: dict[str, Format] = {**FILMS, **RECORDS}


def get_film(key: object) -> Film:
    """The film or picture of `key`; FilmError naming the nearest key when there is none."""
    return _row(FILMS, key, N_("There is no film format called '{key}'. {hint}"))


def get_record(key: object) -> Record:
    """The record of `key`; FilmError naming the nearest key when there is none."""
    return _row(RECORDS, key, N_("There is no format of numbers called '{key}'. {hint}"))


def _row(table: dict[str, Row], key: object, missing: str) -> Row:
    if isinstance(key, str) and key in table:
        return table[key]
    near = get_close_matches(str(key).lower(), table, n=1, cutoff=0.5)
    if near:
        hint = _("Did you mean '{near}'?", near=near[0])
    else:
        hint = _("Choose one of {choice}.", choice=", ".join(table))
    raise FilmError(_(missing, key=key, hint=hint))
