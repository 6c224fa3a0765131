"""FORMATS: what can be taken away. A new exporter is one module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from app.climb import Climb
from app.film import apng, code, data, frames_zip, gif, html, links, mp4, pdf, png, pptx, webm, webp
from app.film.errors import FilmError
from app.film.options import BACKGROUND, DITHER, FIT, LOOP, QUALITY, SCALE, SLIDES, Option
from app.film.settings import Settings
from surfaces.words import N_
from surfaces.words import gettext as _

Write = Callable[[Iterable[bytes], Settings, Path], None]
Make = Callable[[Climb, str], bytes]
Row = TypeVar("Row", bound="Format")


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of file: made of frames (`Film`), or of the numbers of a climb (`Record`)."""

    key: str  # short and stable: orders hold it
    name: str  # as the menu shows it
    group: str  # of the menu
    suffix: str  # with its dot
    mime: str
    help: str  # one sentence for the menu


@dataclass(frozen=True, kw_only=True)
class Film(Format):
    """`write` takes frames (JPEG or PNG files, in order) and makes the file."""

    write: Write
    single: bool = False  # one frame instead of a film
    passes: int = 1  # how often `write` goes through the frames, or more; they are kept until then
    lossless: bool = False  # every pixel counts: frames should come as PNG
    told: bool = False  # the file tells of the climb as well: orders say which, and in what look
    options: tuple[Option, ...] = ()
    # To estimate a file before it is made: bytes per pixel of the first frame, of each next one,
    # and of each where the camera turns; by the choice of the first option. The usual choice was
    # weighed on films of the page (three walkers on Himmelblau's valleys); the others are guesses.
    weights: Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True, kw_only=True)
class Record(Format):
    """`make` takes a climb and the address of a page that shows it, and returns the file."""

    make: Make


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

RECORDS: dict[str, Record] = {
    row.key: row
    for row in (
        Record(
            key="csv",
            name=N_("CSV table"),
            group=N_("Numbers of the walks"),
            suffix=".csv",
            mime="text/csv",
            make=data.csv_table,
            help=N_("Every step of every walker, a row each, for spreadsheets and pandas."),
        ),
        Record(
            key="json",
            name=N_("JSON"),
            group=N_("Numbers of the walks"),
            suffix=".json",
            mime="application/json",
            make=data.json_text,
            help=N_("The scenario and every step of every walker, for JavaScript and others."),
        ),
        Record(
            key="npz",
            name=N_("NumPy arrays (npz)"),
            group=N_("Numbers of the walks"),
            suffix=".npz",
            mime="application/octet-stream",
            make=data.npz,
            help=N_("Places, losses, gradients and rates as arrays of full precision."),
        ),
        Record(
            key="python",
            name=N_("Python script"),
            group=N_("To do it again"),
            suffix=".py",
            mime="text/x-python",
            make=code.script,
            help=N_("Walks the same walks again, to the last digit: read it to see what happens."),
        ),
        Record(
            key="link",
            name=N_("Link"),
            group=N_("To do it again"),
            suffix=".txt",
            mime="text/plain",
            make=links.link,
            help=N_("The address that opens this page as it is now, as a text."),
        ),
        Record(
            key="embed",
            name=N_("Part of a web page"),
            group=N_("To do it again"),
            suffix=".iframe.html",  # stands before the next row, which ends alike
            mime="text/html",
            make=links.embed,
            help=N_("An <iframe> that shows the mountains alone, to paste into your own page."),
        ),
        Record(
            key="html",
            name=N_("HTML page"),
            group=N_("To do it again"),
            suffix=".html",
            mime="text/html",
            make=html.make,
            help=N_("One file of 2 MB that plays and turns in any browser, without a network."),
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
