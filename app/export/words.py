"""What is typed after `fall-line export`, read: words -> orders."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from app.export.errors import WordsError
from app.export.order import Order
from app.export.parser import parser
from app.export.places import STANDARD, check_place
from app.export.scenarios import find_scenarios
from app.film.choices import LINES, PARTS, SPANS, usual_parts
from app.film.formats import FILMS, FORMATS
from app.film.kinds import Format
from app.film.options import OPTIONS, SCALE
from app.film.settings import finest
from app.scenario import Scenario
from app.view import View

NUMBER = "{}"  # in the name of a file: the number of the scenario, from 1
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
    _check_walkers(orders)
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
        "walker": options.walker,
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
        sure=options.yes,
        **{key: value for key, value in chosen.items() if value is not None},
    )


def _walk(steps: int, rate: float) -> float:
    """Seconds for the walk of so many steps at `rate` steps a second; WordsError."""
    span = SPANS["walk"]
    if span.least <= steps / rate <= span.most:
        return steps / rate
    raise WordsError(
        f"--steps-per-second {rate:g}: {steps} steps would take {steps / rate:.6g} s, and a walk "
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


def _check_walkers(orders: Sequence[Order]) -> None:
    for order in orders:
        walkers = len(Scenario.from_link(order.query).rates)
        if order.walker > walkers:
            raise WordsError(
                f"--walker {order.walker}: {order.out} can show walkers 1 to {walkers}. "
                "Choose one of them, or leave it out for all."
            )
        if order.walker and not order.drawn:
            raise WordsError(f"--walker says nothing about {order.format}. Leave it out.")


def _check_lengths(orders: Sequence[Order]) -> None:
    for order in orders:
        if order.drawn and order.frames > (most := FILMS[order.format].most):
            raise WordsError(
                f"{order.out} would have {order.frames} frames, and {most} are the most. "
                "Make it shorter, lower --fps, or make an MP4."
            )


def _check_places(orders: Sequence[Order]) -> None:
    outs = [order.out for order in orders]
    for order in orders:
        if outs.count(order.out) > 1:
            raise WordsError(f"{order.out} would be written more than once. Name it once.")
        check_place(order.out, force=order.force)
