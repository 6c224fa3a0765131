"""Characters that have no place in a formula, and what to type instead."""

from __future__ import annotations

import unicodedata

from surfaces.formula.errors import FormulaError
from surfaces.words import N_
from surfaces.words import gettext as _

_LOOK_ALIKE = {  # what NFKC and the names of Unicode do not tell
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("×·⋅∙•∗", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("²", "^2"),
    **dict.fromkeys("³", "^3"),
    **dict.fromkeys("√", "sqrt()"),
    **dict(zip("асеіјорхуАВЕКМНОРСТХ", "aceijopxyABEKMHOPCTX", strict=True)),  # Cyrillic
}
_GREEK = "GREEK SMALL LETTER "
_WHY = {
    **dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", N_("a formula has only one line")),
    **dict.fromkeys("'\"`", N_("a formula has no text in quotes")),
    "=": N_("a formula has no '='"),
    ":": N_("a formula has no ':'"),
    "!": N_("a formula has no factorials"),
    **dict.fromkeys("<>", N_("a formula has no comparisons")),
    **dict.fromkeys("[]", N_("a formula has no square brackets")),
    **dict.fromkeys("{}", N_("a formula has no curly brackets")),
    ".": N_("a point belongs inside a number"),
}
_HINT = {
    **dict.fromkeys("[]{}", N_("Use round ones.")),
    **dict.fromkeys("<>", N_("Use min(x, y) or max(x, y).")),
    "=": N_("Type only what comes after it."),
    "|": N_("Write abs(x)."),
    "\\": N_("Write sqrt(x) for \\sqrt{x}, and x/y for \\frac{x}{y}."),
    ".": N_("Write 0.5, or * for a product."),
    "%": N_("Write x/100 for a percentage."),
}


def refuse(character: str, column: int) -> FormulaError:
    """The error for a character that no formula has."""
    what = _("{character} is not a character of formulas", character=_called(character))
    if character in _WHY:
        what = _(_WHY[character])
    hint = _(_HINT[character]) if character in _HINT else _instead(character)
    return FormulaError(what, column, hint)


def _called(character: str) -> str:
    """As printed, where it can be, and by its name, where it may be mistaken for another."""
    code = f"U+{ord(character):04X}"
    if not character.isprintable():
        return code
    if character.isascii():
        return f"'{character}'"
    return f"'{character}' ({unicodedata.name(character, code)})"


def _instead(character: str) -> str:
    if character.isascii():
        return _("Use numbers, names, + - * / ^ and round brackets.")
    name = unicodedata.name(character, "")
    plain = unicodedata.normalize("NFKC", character)
    typed = _LOOK_ALIKE.get(character) or (plain if plain.isascii() else "")
    if name.startswith(_GREEK) and " " not in name.removeprefix(_GREEK):
        typed = name.removeprefix(_GREEK).lower()
    if typed == " ":
        return _("Type an ordinary space instead.")
    return _("Type {typed} instead.", typed=typed) if typed and typed.isprintable() else ""
