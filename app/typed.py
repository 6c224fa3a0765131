"""What people type, and links hold, as numbers; or a sentence that says what is wrong with it."""

from __future__ import annotations

import math
import reprlib
from collections.abc import Callable
from typing import Any

from surfaces import Parameter

LONGEST_QUOTE = 40  # characters of what was given that an error repeats


def number(value: Any, name: str, rule: str, fits: Callable[[float], bool], hint: str) -> float:
    """`value` as a finite float that fits; ValueError, as a sentence, when it is not.

    `rule` says what is asked for ("a number above 0"), `hint` what to type instead.
    """
    try:
        result = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        result = math.nan
    if math.isfinite(result) and fits(result):
        return result
    given = quoted(value)
    said = f"not {given}" if given else "but it is empty"
    raise ValueError(f"{name} must be {rule}, {said}. Try {hint}.")


def quoted(value: Any) -> str:
    """What was given, as a sentence quotes it: in at most LONGEST_QUOTE characters."""
    if value is None:
        return ""
    try:
        text = value if isinstance(value, str) else reprlib.repr(value)
    except ValueError:  # Python writes out no whole number of more than 4,300 digits
        text = "a number of thousands of digits"
    text = text.strip()
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def value_of(parameter: Parameter, given: Any) -> float:
    """What was given for a parameter, as a float; ValueError, as a sentence, for a bad value."""
    hint = f"{parameter.default:g}"
    return parameter.check(number(given, parameter.name, "a number", lambda _: True, hint))
