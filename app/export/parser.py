"""The options of `fall-line export`, as argparse takes them from the tables."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from app.export import values
from app.export.errors import WordsError
from app.figures.look import LOOKS
from app.film.choices import ARRANGEMENTS, EASINGS, LINES, PARTS, SPANS, USUAL_EASING
from app.film.formats import FILMS, FORMATS
from app.film.options import OPTIONS, Option
from app.film.settings import RATES, SIZES
from app.knows import MARKS
from app.scenario import DIRECTIONS
from app.view import LAYOUTS, SCALES

ABOUT = """\
SCENARIO is a link of the page, or a file with a scenario, or a list of them, as JSON
(Scenario.to_dict); or leave it out and say --surface. OUT is a file, and its ending says
what becomes of it; - is standard output. Where there are several scenarios, {} in OUT is
the number of each."""


class Parser(argparse.ArgumentParser):
    """One that says what is wrong and leaves it to others to end the program."""

    def error(self, message: str) -> NoReturn:
        """WordsError with argparse's message."""
        raise WordsError(f"{self.prog}: {message}. See {self.prog} --help.")


def parser() -> Parser:
    """The options of `fall-line export`."""
    parser = Parser(
        prog="fall-line export",
        allow_abbrev=False,
        usage="%(prog)s [SCENARIO] OUT [OUT ...] [options]",
        description="Make films, pictures and files of a climb, as the page's Export does.",
        epilog=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="*", metavar="SCENARIO OUT", help="see below")
    _add_climb(parser.add_argument_group("the climb, instead of SCENARIO or to change it"))
    _add_view(parser.add_argument_group("how it is looked at"))
    _add_film(parser.add_argument_group("the film"))
    work = parser.add_argument_group("the work")
    work.add_argument("--force", action="store_true", help="overwrite files that are there")
    work.add_argument("--yes", action="store_true", help="make long films without a question")
    work.add_argument("--jobs", type=values.jobs, default=1, help="how many to make at a time")
    return parser


def _add_climb(group: Any) -> None:
    group.add_argument("--surface", metavar="KEY", help="one of those that `fall-line list` names")
    group.add_argument("--rates", metavar="RATE", help="one to nine learning rates")
    group.add_argument("--start", metavar="X Y", help="where the walkers start")
    group.add_argument("--steps", help="how many steps they take")
    group.add_argument("--direction", choices=DIRECTIONS, help="the way they go")
    group.add_argument("--rule", help="as in links: adam, or momentum(beta:0.9); several with ;")
    group.add_argument("--schedule", help="of the rate, as in links")
    group.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a parameter of the surface, or a word of a ground of your own",
    )


def _add_view(group: Any) -> None:
    group.add_argument("--view", choices=LAYOUTS, help="a mountain for each rate, or one for all")
    group.add_argument("--race", choices=SCALES, help="the scale of the losses")
    group.add_argument("--knows", metavar="MARKS", help=f"none, or some of {','.join(MARKS)}")
    group.add_argument("--camera", metavar="X Y Z", help="where the eye stands; 3 more: looks at")
    group.add_argument("--at", metavar="STEP", help="the moment of a picture")


def _add_film(group: Any) -> None:
    rows = ", ".join(f"{row.key} ({row.suffix})" for row in FORMATS.values())
    sizes = ", ".join(f"{size.key} ({size.width}x{size.height})" for size in SIZES.values())
    group.add_argument("--format", choices=FORMATS, metavar="KEY", help=f"one of {rows}")
    group.add_argument("--size", type=values.size, help=f"{sizes}, or another even one")
    group.add_argument("--fps", type=int, choices=RATES, help="frames a second")
    _add_spans(group)
    group.add_argument("--easing", choices=EASINGS, help=f"the pace (usually {USUAL_EASING})")
    group.add_argument("--look", choices=LOOKS, help="the colours")
    for option in OPTIONS.values():
        group.add_argument(f"--{option.key}", choices=option.choices, help=_option_help(option))
    for key, name in LINES.items():
        group.add_argument(f"--{key}", type=values.line, help=f"{name.lower()}, in your own words")
    who = group.add_mutually_exclusive_group()
    who.add_argument("--arrange", choices=ARRANGEMENTS, help="how the mountains stand")
    who.add_argument("--walker", type=values.walker, metavar="N", help="one of several, from 1 on")
    group.add_argument("--with", dest="more", **_parts("put in what is not there as a rule"))
    group.add_argument("--without", **_parts("leave out"))


def _parts(said: str) -> dict[str, Any]:
    return {"action": "append", "default": [], "choices": PARTS, "help": said}


def _add_spans(group: Any) -> None:
    walk = group.add_mutually_exclusive_group()
    for span in SPANS.values():
        names = ("--seconds", "--walk") if span.key == "walk" else (f"--{span.key}",)
        said = f"{span.name.lower()}, {span.least:g} to {span.most:g} (usually {span.default:g})"
        (walk if span.key == "walk" else group).add_argument(
            *names, dest=span.key, type=lambda text, span=span: values.within(text, span), help=said
        )
    walk.add_argument(
        "--steps-per-second", type=values.above_zero, metavar="N", help="instead of --seconds"
    )


def _option_help(option: Option) -> str:
    keys = ", ".join(row.key for row in FILMS.values() if option in row.options)
    return f"{option.name.lower()}, of {keys} (usually {option.default})"
