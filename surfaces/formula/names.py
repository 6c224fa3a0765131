"""The words of a formula: functions, constants, coordinates; all others are parameters."""

from __future__ import annotations

import keyword
import math
from dataclasses import dataclass
from difflib import get_close_matches

from surfaces.formula.errors import FormulaError
from surfaces.words import N_, ngettext
from surfaces.words import gettext as _

LONGEST_NAME = 20


@dataclass(frozen=True)
class Function:
    """How many values a function takes: `least` to `most`; None for any number."""

    op: str  # two names may mean one thing
    least: int = 1
    most: int | None = 1


FUNCTIONS: dict[str, Function] = {
    **{
        name: Function(name)
        for name in (
            *("abs", "sqrt", "exp", "log", "sign"),
            *("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh"),
        )
    },
    "ln": Function("log"),
    "atan2": Function("atan2", 2, 2),
    "min": Function("min", 2, None),
    "max": Function("max", 2, None),
}
CONSTANTS: dict[str, float] = {"pi": math.pi, "e": math.e}
COORDINATES = ("x", "y")
_TAKEN = ("start",)  # a keyword of `formula_surface`, so no parameter could be given by it


def check_name(name: str, column: int) -> None:
    """FormulaError when the word can be neither known nor the name of a parameter."""
    if name in FUNCTIONS:
        raise FormulaError(_("'{name}' needs brackets", name=name), column, _call(name))
    if name.startswith("_") or "__" in name:
        raise FormulaError(
            _("'{name}' has underscores at the start or in pairs", name=shown(name)),
            column,
            _("Begin a name with a letter, as in a_1."),
        )
    if keyword.iskeyword(name):
        hint = _("Write 'lam' instead.") if name == "lambda" else _("Choose another name.")
        raise FormulaError(
            _("'{name}' is a word that formulas cannot use", name=name), column, hint
        )
    if len(name) > LONGEST_NAME:
        raise FormulaError(
            _("the name '{name}' has {n} characters", name=shown(name), n=len(name)),
            column,
            _("Use at most {most}.", most=LONGEST_NAME),
        )
    if name in _TAKEN:
        raise FormulaError(
            _("the name '{name}' is taken", name=name), column, _("Choose another one.")
        )


def check_function(name: str, column: int) -> None:
    """FormulaError, with the nearest known name, when a word before a bracket is no function."""
    if name in FUNCTIONS:
        return
    if name.startswith("_") or keyword.iskeyword(name):
        check_name(name, column)
    product = _("For a product, write {left}*{right}.", left=shown(name), right="(...)")
    if name in COORDINATES or name in CONSTANTS or len(name) == 1:
        raise FormulaError(_("'{name}' is not a function", name=name), column, product)
    near = get_close_matches(name.lower(), FUNCTIONS, n=1)
    known = _("Functions are: {names}.", names=", ".join(FUNCTIONS))
    hint = _("Did you mean '{near}'?", near=near[0]) if near else f"{known} {product}"
    raise FormulaError(_("I do not know '{name}'", name=shown(name)), column, hint)


def check_arguments(name: str, count: int, column: int) -> None:
    """FormulaError when a function gets too few or too many values."""
    function = FUNCTIONS[name]
    if function.least <= count and (function.most is None or count <= function.most):
        return
    say = _takes if function.most else _takes_at_least
    raise FormulaError(say(name, function.least, count), column, _call(name))


def _takes(name: str, n: int, count: int) -> str:
    return ngettext(
        "'{name}' takes {n} value, not {count}",
        "'{name}' takes {n} values, not {count}",
        n,
        name=name,
        count=count,
    )


def _takes_at_least(name: str, n: int, count: int) -> str:
    text = N_("'{name}' takes at least {n} values, not {count}")
    return _(text, name=name, n=n, count=count)


def _call(name: str) -> str:
    return _("Write {name}({arguments}).", name=name, arguments=_arguments(name))


def shown(word: str) -> str:
    """A word as errors show it: never longer than a line."""
    return word if len(word) <= 30 else word[:29] + "…"


def _arguments(name: str) -> str:
    if name == "atan2":
        return "y, x"
    return "x" if FUNCTIONS[name].most == 1 else "x, y"
