"""What people type, and links hold, as numbers; or a sentence that says what is wrong with it."""

from __future__ import annotations

import math
import reprlib
from collections.abc import Callable
from typing import Any

from surfaces import Parameter
from surfaces.words import gettext as _

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
    raise ValueError(wrong(value, name, rule, hint))


def wrong(value: Any, name: str, rule: str, hint: str) -> str:
    """The sentence about a value that is not what is asked for."""
    said = {"name": name, "rule": rule, "hint": hint}
    if given := quoted(value):
        return _("{name} must be {rule}, not {given}. Try {hint}.", given=given, **said)
    return _("{name} must be {rule}, but it is empty. Try {hint}.", **said)


def quoted(value: Any) -> str:
    """What was given, as a sentence quotes it: in at most LONGEST_QUOTE characters."""
    if value is None:
        return ""
    try:
        text = value if isinstance(value, str) else reprlib.repr(value)
    except ValueError:  # Python writes out no whole number of more than 4,300 digits
        text = _("a number of thousands of digits")
    text = text.strip()
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def value_of(parameter: Parameter, given: Any) -> float:
    """What was given for a parameter, as a float; ValueError, as a sentence, for a bad value."""
    hint = f"{parameter.default:g}"
    typed = number(given, _(parameter.name), _("a number"), math.isfinite, hint)
    return parameter.check(typed)
