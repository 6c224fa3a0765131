"""Text -> tokens, each with the column it was typed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from surfaces.formula.characters import refuse
from surfaces.formula.errors import FormulaError
from surfaces.words import N_
from surfaces.words import gettext as _

LONGEST = 300  # characters of text
LARGEST = 1e100  # numbers typed: a product of three is still a float64
_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<operator>\*\*|[-+*/^(),])"
)


@dataclass(frozen=True)
class Token:
    """One word of the text."""

    kind: Literal["number", "name", "operator"]
    text: str  # a power is always `**`, however it was typed
    column: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text; FormulaError when it is empty, too long or has a foreign character."""
    if len(text) > LONGEST:
        raise FormulaError(
            _("it has {n} characters", n=len(text)), None, _("Use at most {most}.", most=LONGEST)
        )
    found, at = [], 0
    while at < len(text):
        if text[at] in " \t":
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if not match:
            raise refuse(text[at], at + 1)
        found.append(_token(match))
        at = match.end()
    if not found:
        raise FormulaError(_("there is nothing in it"), hint=_("Try x^2 + y^2."))
    return found


def _token(match: re.Match[str]) -> Token:
    text, column = match.group(), match.start() + 1
    if match["operator"]:
        return Token("operator", "**" if text == "^" else text, column)
    if match["name"]:
        return Token("name", text, column)
    value = float(text)
    if value > LARGEST or 0 < value < 1 / LARGEST or (value == 0 and re.search("[1-9]", text)):
        text = N_("Use numbers between {low} and {high}.")
        limits = _(text, low=f"{1 / LARGEST:g}", high=f"{LARGEST:g}")
        raise FormulaError(_("a number is out of range"), column, limits)
    return Token("number", text, column)
