"""Frames -> slides: films that play on a click, the race as a chart, a table, speaker notes.

The frames are those of one film or more, one after another: of each walker by itself, then of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.climb import Climb, climb
from app.figures.look import LOOKS
from app.film import mp4, telling
from app.film.errors import FilmError
from app.film.options import SLIDES
from app.film.settings import Settings
from app.scenario import Scenario
from app.view import View
from surfaces.words import N_, ngettext
from surfaces.words import gettext as _

if TYPE_CHECKING:
    from app.film.deck import Deck

MOST_TABLE = 0.4  # of a slide's height, beside the chart; a higher one has a slide of its own
UPDATE = N_("new weight = old weight − learning rate × gradient")


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Encode `frames` (JPEG or PNG files, in order) and write the slides to `path`.

    FilmError on a damaged frame, and where python-pptx is missing.
    """
    query = urlsplit(settings.link).query
    shown = climb(Scenario.from_link(query))
    deck = _new_deck(settings, shown)  # before the page draws in vain
    talk = SLIDES.chosen(settings.options) == "talk"
    if talk:
        _open(deck, shown, settings.title)
    films = _films(iter(frames), settings, path.parent)
    for walker, (film, poster) in zip(range(settings.films - 1), films, strict=False):
        title, told = telling.heading(shown, walker), telling.about(shown, walker)
        deck.film(title, film, poster, (settings.width, settings.height), told)
    _add_last(deck, shown, settings, *next(films))
    if talk:
        _add_numbers(deck, shown, View.from_link(query).race)
    deck.save(path)


def _new_deck(settings: Settings, shown: Climb) -> Deck:
    """python-pptx is loaded here: nobody else should wait for it."""
    try:
        from app.film.deck import Deck
    except ModuleNotFoundError as missing:
        raise FilmError(
            _(
                "Slides need the package python-pptx ({missing}). Install it with "
                "'pip install python-pptx', or choose another format.",
                missing=missing,
            )
        ) from missing
    return Deck(LOOKS[settings.look], settings.title or _(shown.surface.name))


def _films(
    frames: Iterator[bytes], settings: Settings, folder: Path
) -> Iterator[tuple[bytes, bytes]]:
    """Each film as an MP4, and its last frame: on paper it says more than the first."""
    each = replace(settings, frames=settings.frames // settings.films, films=1)
    poster = b""

    def passing() -> Iterator[bytes]:
        nonlocal poster
        for poster in islice(frames, each.frames):  # noqa: UP028  # the last one is needed
            yield poster

    for _film in range(settings.films):
        # the film's own folder may be on its way out: whoever removes it has all of it
        with TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name:
            film = Path(name) / "film.mp4"
            mp4.write(passing(), each, film)
            yield film.read_bytes(), poster


def _open(deck: Deck, shown: Climb, title: str) -> None:
    """A `title` of one's own stands above the surface's name, and else the name alone."""
    rates = [telling.number(rate) for rate in shown.scenario.rates]
    listed = telling.listed(rates)
    name = _(shown.surface.name)
    lines = (
        *([name] if title else ()),
        _(UPDATE),
        ngettext("Learning rate {rates}", "Learning rates {rates}", len(rates), rates=listed),
        telling.begun(telling.course(shown)),
    )
    ground = _("The ground: {source}.", source=_(shown.surface.source))
    deck.opening(title or name, lines, f"{_(shown.surface.story)}\n\n{ground}")


def _add_last(deck: Deck, shown: Climb, settings: Settings, film: bytes, poster: bytes) -> None:
    """The film of all, or of the one walker that was chosen."""
    rates, told = shown.scenario.rates, telling.about_all(shown)
    if settings.walker or len(rates) == 1:
        walker = max(settings.walker - 1, 0)
        title, told = telling.heading(shown, walker), telling.about(shown, walker)
    else:
        title = ngettext(
            "{surface}: {n} learning rate side by side",
            "{surface}: {n} learning rates side by side",
            len(rates),
            surface=_(shown.surface.name),
        )
    deck.film(title, film, poster, (settings.width, settings.height), told)


def _add_numbers(deck: Deck, shown: Climb, scale: str) -> None:
    """The race and the table, native: numbers to read on, and to change."""
    from app.film.deck import BODY, GAP
    from app.film.race_chart import add_race
    from app.film.walk_table import add_table, heights

    told = telling.about_all(shown)
    walkers = range(len(shown.scenario.rates))
    rows = [tuple(map(_, telling.COLUMNS)), *(telling.row(shown, walker) for walker in walkers)]
    left, top, width, height = BODY
    taken = sum(heights(rows, width))
    upper, lower = (
        (left, top, width, height - taken - GAP),
        (left, top + height - taken, width, taken),
    )
    if taken <= MOST_TABLE * height:
        first = second = deck.slide(_("The losses, and what became of each walk"), told)
    else:
        first, upper = deck.slide(_("The losses"), told), BODY
        second, lower = deck.slide(_("What became of each walk"), told), BODY
    add_race(first, upper, shown, look=deck.look, scale=scale, alt=told)
    add_table(second, lower, rows, look=deck.look, alt=told)
