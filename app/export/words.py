"""What is typed after `fall-line export`, read: words -> orders."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from app.export import values
from app.export.errors import WordsError
from app.export.order import Order
from app.export.places import STANDARD, check_place
from app.export.scenarios import find_scenarios
from app.figures.look import LOOKS
from app.film.choices import ARRANGEMENTS, EASINGS, LINES, PARTS, SPANS, USUAL_EASING, usual_parts
from app.film.formats import FILMS, FORMATS
from app.film.kinds import Format
from app.film.options import OPTIONS, SCALE, Option
from app.film.settings import MOST_FRAMES, RATES, SIZES, finest
from app.knows import MARKS
from app.scenario import DIRECTIONS, Scenario
from app.view import LAYOUTS, SCALES, View

NUMBER = "{}"  # in the name of a file: the number of the scenario, from 1
ABOUT = """\
SCENARIO is a link of the page, or a file with a scenario, or a list of them, as JSON
(Scenario.to_dict); or leave it out and say --surface. OUT is a file, and its ending says
what becomes of it; - is standard output. Where there are several scenarios, {} in OUT is
the number of each."""
# Options that stand in a link, and the key they have there.
LINKED = {
    "surface": "surface",
    "rates": "rates",
    "start": "start",
    "direction": "direction",
    "steps": "steps",
    "rule": "rule",
    "schedule": "schedule",
    "view": "view",
    "race": "race",
    "knows": "knows",
    "look": "look",
    "camera": "camera",
    "at": "at",
}
LISTS = ("--rates", "--start", "--camera")  # options that take several numbers


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
    group.add_argument("--arrange", choices=ARRANGEMENTS, help="how the mountains stand")
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


def read_orders(words: Sequence[str]) -> tuple[list[Order], int]:
    """The orders, checked, and how many to make at a time.

    WordsError, or a ScenarioError, is a sentence that says what cannot be.
    """
    options = parser().parse_intermixed_args(gathered(words))
    names = list(options.words)
    given = None if options.surface or not names else names.pop(0)
    if not names:
        raise WordsError("Name a file to make, such as climb.mp4.")
    queries = find_scenarios(given, _keys(options), options.set)
    orders = [
        _order(query, _numbered(out, n, len(queries)), options)
        for n, query in enumerate(queries, 1)
        for out in names
    ]
    _check_options(orders, options)
    _check_sizes(orders)
    _check_lengths(orders)
    _check_places(orders)
    return orders, options.jobs


def gathered(words: Sequence[str]) -> list[str]:
    """`--rates 0.1 0.2 a.mp4` as `--rates=0.1,0.2 a.mp4`: what is no number is the next word."""
    found: list[str] = []
    for word in words:
        last = found[-1] if found else ""
        name, _, value = last.partition("=")
        if name in LISTS and _is_numbers(word):
            found[-1] = f"{name}={value},{word}" if value else f"{name}={word}"
        else:
            found.append(word)
    return found


def _is_numbers(text: str) -> bool:
    try:
        return bool([float(part) for part in text.split(",")])
    except ValueError:
        return False


def _keys(options: argparse.Namespace) -> dict[str, str]:
    """What was said of the climb and of the view, as a link says it."""
    given = {key: getattr(options, name) for name, key in LINKED.items()}
    keys = {key: value for key, value in given.items() if value is not None}
    if keys.get("camera", "").count(",") == 2:
        keys["camera"] += ",0,0,0"  # looks at the middle
    return keys


def _order(query: str, out: str, options: argparse.Namespace) -> Order:
    view = View.from_link(query)  # it is checked before a browser starts
    chosen: dict[str, Any] = {
        "size": options.size,
        "fps": options.fps,
        "easing": options.easing,
        "look": view.look,
        "arrangement": options.arrange,
    }
    shown = {*usual_parts(view.knows), *options.more} - {*options.without}
    given = {span: getattr(options, span) for span in SPANS}
    if options.steps_per_second:
        given["walk"] = _walk(Scenario.from_link(query).steps, options.steps_per_second)
    row = FORMATS[options.format] if options.format else _format_of(out)
    return Order(
        query=query,
        out=out,
        format=row.key,
        options={key: value for key, value in _said(options).items() if _has(row, key)},
        spans={key: SPANS[key].default if value is None else value for key, value in given.items()},
        parts=tuple(part for part in PARTS if part in shown),
        lines={key: vars(options)[key] for key in LINES if vars(options)[key]},
        force=options.force,
        **{key: value for key, value in chosen.items() if value is not None},
    )


def _walk(steps: int, rate: float) -> float:
    """Seconds for the walk of so many steps at `rate` steps a second; WordsError."""
    span = SPANS["walk"]
    if span.least <= steps / rate <= span.most:
        return steps / rate
    raise WordsError(
        f"--steps-per-second {rate:g}: {steps} steps would take {steps / rate:.3g} s, and a walk "
        f"takes {span.least:g} to {span.most:g} s. Try {steps / span.default:.3g}."
    )


def _format_of(out: str) -> Format:
    """The format that a file's ending tells; WordsError."""
    for row in FORMATS.values():
        if out.lower().endswith(row.suffix):
            return row
    if out == STANDARD:
        raise WordsError(f"Say what goes to standard output: --format {next(iter(FORMATS))}.")
    endings = ", ".join(dict.fromkeys(row.suffix for row in FORMATS.values()))
    raise WordsError(f"{out}: its ending says nothing. Use one of {endings}, or say --format.")


def _numbered(out: str, n: int, count: int) -> str:
    if count > 1 and NUMBER not in out:
        raise WordsError(f"There are {count} scenarios. Put {NUMBER} in {out}, for their numbers.")
    return out.replace(NUMBER, str(n).zfill(len(str(count))))


def _said(options: argparse.Namespace) -> dict[str, str]:
    return {key: vars(options)[key] for key in OPTIONS if vars(options)[key] is not None}


def _has(row: Format, key: str) -> bool:
    return row.key in FILMS and OPTIONS[key] in FILMS[row.key].options


def _check_options(orders: Sequence[Order], options: argparse.Namespace) -> None:
    for key in _said(options):
        if not any(key in order.options for order in orders):
            named = ", ".join(dict.fromkeys(order.format for order in orders))
            raise WordsError(f"--{key} says nothing about {named}. Leave it out.")


def _check_sizes(orders: Sequence[Order]) -> None:
    for order in orders:
        size, scale = order.size, int(SCALE.chosen(order.options))
        if scale > (most := finest(size.width, size.height)):
            raise WordsError(
                f"--scale {scale}: {size.width} x {size.height} can be drawn at most {most} times "
                "as fine."
            )


def _check_lengths(orders: Sequence[Order]) -> None:
    for order in orders:
        if order.frames > MOST_FRAMES:
            raise WordsError(
                f"{order.out} would have {order.frames} frames, and {MOST_FRAMES} are the most. "
                "Make it shorter, or lower --fps."
            )


def _check_places(orders: Sequence[Order]) -> None:
    outs = [order.out for order in orders]
    for order in orders:
        if outs.count(order.out) > 1:
            raise WordsError(f"{order.out} would be written more than once. Name it once.")
        check_place(order.out, force=order.force)
