"""An order from the page (JSON), checked; or a FilmError that says what to change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard
from urllib.parse import urlsplit

from app.figures.look import LOOKS
from app.film.choices import LONGEST_LINE
from app.film.errors import FilmError
from app.film.formats import get_film, get_record
from app.film.kinds import Film, Record
from app.film.options import SCALE, Option
from app.film.settings import (
    FINEST_HEIGHT,
    FINEST_WIDTH,
    LEAST,
    MOST_HEIGHT,
    MOST_WIDTH,
    RATES,
    Settings,
)
from app.scenario import Scenario
from app.view import View
from surfaces.words import N_
from surfaces.words import gettext as _

LONGEST_NAME = 80  # characters
LINK = re.compile(r"https?://[!#-&(-;=?-\[\]-~]+")  # as browsers write one: no quotes, no spaces
LINK_OF_NUMBERS = N_("The order of numbers needs the link of a page, from http:// on. Copy it.")
LINK_OF_SLIDES = N_("The order of slides needs the link of a page, from http:// on. Copy it.")


@dataclass(frozen=True, kw_only=True)
class RecordOrder:
    """Numbers of a climb as they were ordered."""

    record: Record
    scenario: Scenario
    link: str  # the address of a page that shows it
    name: str  # of the file handed back, without its suffix


def read_order(data: object) -> Settings:
    """Check everything in an order. FilmError on the first thing that is wrong."""
    if not isinstance(data, Mapping):
        raise FilmError(
            _("The order of a film must be a JSON object with format, size and frames.")
        )
    film = get_film(data.get("format"))
    options = _options(data.get("options", {}), film)
    width, height = _size(data.get("width"), data.get("height"), int(SCALE.chosen(options)))
    frames = _frames(data.get("frames"), film)
    return Settings(
        format=film.key,
        width=width,
        height=height,
        fps=_rate(data.get("fps")),
        frames=frames,
        options=options,
        name=_name(data.get("name", "")),
        **(_told(data, frames) if film.told else {}),
    )


def read_record_order(data: object) -> RecordOrder:
    """Check everything in an order of numbers. FilmError, or ScenarioError, for what is wrong."""
    if not isinstance(data, Mapping):
        raise FilmError(_("The order of numbers must be a JSON object with format and link."))
    record, link = get_record(data.get("format")), _link(data, LINK_OF_NUMBERS)
    return RecordOrder(
        record=record,
        scenario=Scenario.from_link(urlsplit(link).query),
        link=link,
        name=_name(data.get("name", "")),
    )


def _told(data: Mapping[str, Any], frames: int) -> dict[str, Any]:
    """What a file needs that tells of the climb: its link, a look, and how many films there are."""
    link, look, films = (
        _link(data, LINK_OF_SLIDES),
        data.get("look", "terrain"),
        data.get("films", 1),
    )
    walkers = len(Scenario.from_link(urlsplit(link).query).rates)
    walker = _walker(data.get("walker", 0), walkers)
    each = 1 if walker else 1 + walkers
    View.from_link(urlsplit(link).query)  # the view is checked before anything is drawn
    if not isinstance(look, str) or look not in LOOKS:
        raise FilmError(
            _(
                "There is no look called '{look}'. Choose one of {choice}.",
                look=look,
                choice=", ".join(LOOKS),
            )
        )
    if not _is_whole(films) or films not in (1, each) or frames % films:
        raise FilmError(
            _(
                "Slides hold 1 film or {each}, all equally long: {frames} frames cannot be "
                "{films}. Reload the page, and save again.",
                each=each,
                frames=frames,
                films=films,
            )
        )
    title = _title(data.get("title", ""))
    return {"link": link, "look": look, "films": films, "walker": walker, "title": title}


def _walker(walker: object, walkers: int) -> int:
    if not _is_whole(walker) or not 0 <= walker <= walkers:
        raise FilmError(
            _(
                "The film cannot be of walker {walker}: choose one from 1 to {most}, or 0 for all.",
                walker=walker,
                most=walkers,
            )
        )
    return walker


def _title(title: object) -> str:
    """A line that any file can hold."""
    if not isinstance(title, str) or len(title) > LONGEST_LINE:
        raise FilmError(
            _(
                "The title must be text of at most {most} characters, not {title}. Shorten it.",
                most=LONGEST_LINE,
                title=repr(title)[:LONGEST_LINE],
            )
        )
    return "".join(sign for sign in title if sign.isprintable()).strip()


def _link(data: Mapping[str, Any], missing: str) -> str:
    link = data.get("link")
    if not isinstance(link, str) or not LINK.fullmatch(link):
        raise FilmError(_(missing))
    return link


def _size(width: object, height: object, scale: int) -> tuple[int, int]:
    """An even size, `scale` times as fine, within bounds: they bound the work."""
    most = min(scale * MOST_WIDTH, FINEST_WIDTH), min(scale * MOST_HEIGHT, FINEST_HEIGHT)
    least, step = scale * LEAST, scale * 2
    for side, end in zip((width, height), most, strict=True):
        if not _is_whole(side) or side % step or not least <= side <= end:
            raise FilmError(
                _(
                    "The film's size cannot be {width} x {height}. Choose multiples of {step} "
                    "from {least} x {least} to {most}.",
                    width=width,
                    height=height,
                    step=step,
                    least=least,
                    most=f"{most[0]} x {most[1]}",
                )
            )
    return width, height  # type: ignore[return-value]  # both are whole numbers


def _rate(fps: object) -> int:
    if not _is_whole(fps) or fps not in RATES:
        *others, last = map(str, RATES)
        choice = _(" or ").join((", ".join(others), last))
        raise FilmError(
            _(
                "The film's frames per second cannot be {fps}. Choose {choice}.",
                fps=fps,
                choice=choice,
            )
        )
    return fps  # it is in the table


def _frames(frames: Any, film: Film) -> int:
    if not _is_whole(frames) or not 1 <= frames <= film.most:
        raise FilmError(
            _(
                "As {name}, a film has from 1 to {most} frames, not {frames}. Make it shorter, "
                "with fewer frames a second, or as an MP4.",
                name=_(film.name),
                most=film.most,
                frames=frames,
            )
        )
    if film.single and frames != 1:
        raise FilmError(
            _(
                "A {name} holds 1 frame, not {frames}. Choose a film.",
                name=_(film.name),
                frames=frames,
            )
        )
    return int(frames)


def _options(given: object, film: Film) -> dict[str, str]:
    """What was chosen of the film's options; one it does not have is an error."""
    if not isinstance(given, Mapping):
        raise FilmError(
            _("A film's options are names with values, not {given}. Leave them out.", given=given)
        )
    known = {option.key: option for option in film.options}
    for key in given:
        if key not in known:
            has = _("It has: {names}.", names=", ".join(known)) if known else _("It has none.")
            raise FilmError(
                _(
                    "The format '{name}' has no option '{key}'. {has}",
                    name=_(film.name),
                    key=key,
                    has=has,
                )
            )
    return {key: _choice(known[key], value) for key, value in given.items()}


def _choice(option: Option, value: object) -> str:
    if not isinstance(value, str) or value not in option.choices:
        choice = ", ".join(option.choices)
        raise FilmError(
            _(
                "{name} cannot be '{value}'. Choose one of {choice}.",
                name=_(option.name),
                value=value,
                choice=choice,
            )
        )
    return value


def _name(name: object) -> str:
    """Letters, digits, '-', '_' and '.' of any language; never a path, never hidden."""
    if not isinstance(name, str):
        raise FilmError(
            _("The film's name must be text, not {name}. Leave it out for a plain name.", name=name)
        )
    safe = re.sub(r"[^\w.]+", "-", name).strip("-.")
    return safe[:LONGEST_NAME].strip("-.") or "fall-line"


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
