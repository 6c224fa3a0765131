"""Single values as they are typed: text -> what it means, or argparse's error with a sentence."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from typing import NoReturn

from app.export.make import MOST_JOBS
from app.film.choices import LONGEST_LINE, Span
from app.film.settings import LEAST, MOST_HEIGHT, MOST_WIDTH, SIZES, Size, custom

SIDES = re.compile(r"(\d{1,5})[xX](\d{1,5})", re.ASCII)


def size(text: str) -> Size:
    """A size of films, by its name or in pixels."""
    for size in SIZES.values():
        if text.lower() in (size.key, f"{size.width}x{size.height}"):
            return size
    sides = SIDES.fullmatch(text)
    try:
        return custom(int(sides[1]), int(sides[2])) if sides else _none(text)
    except ValueError:
        return _none(text)


def _none(text: str) -> NoReturn:
    bounds = f"{LEAST}x{LEAST} to {MOST_WIDTH}x{MOST_HEIGHT}"
    raise ArgumentTypeError(f"'{text[:40]}' is none; try {', '.join(SIZES)}, or from {bounds}")


def within(text: str, span: Span) -> float:
    """A number of a span."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if span.least <= value <= span.most:
        return value
    raise ArgumentTypeError(
        f"it must be from {span.least:g} to {span.most:g}, not '{text[:40]}'; try {span.default:g}"
    )


def line(text: str) -> str:
    """A line to write on each frame."""
    if len(text) <= LONGEST_LINE and text.isprintable():
        return text
    raise ArgumentTypeError(f"it must be one line of at most {LONGEST_LINE} letters")


def jobs(text: str) -> int:
    """How many files to make at a time."""
    if text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= MOST_JOBS:
        return int(text)
    raise ArgumentTypeError(f"it must be from 1 to {MOST_JOBS}, not '{text[:40]}'; try 2")


def walker(text: str) -> int:
    """Who is in the film: 1 is the first."""
    if text.isdecimal() and len(text) <= 3 and int(text):
        return int(text)
    raise ArgumentTypeError(f"a walker is a number from 1 on, not '{text[:40]}'; try 1")


def above_zero(text: str) -> float:
    """A number above 0 that is not endless."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if 0 < value < float("inf"):
        return value
    raise ArgumentTypeError(f"it must be a number above 0, not '{text[:40]}'; try 5")
