"""The words of a formula: functions, constants, coordinates; all others are parameters."""

from __future__ import annotations

import keyword
import math
from dataclasses import dataclass
from difflib import get_close_matches

from surfaces.formula.errors import FormulaError

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
        raise FormulaError(f"'{name}' needs brackets", column, f"Write {name}({_arguments(name)}).")
    if name.startswith("_") or "__" in name:
        raise FormulaError(
            f"'{shown(name)}' has underscores at the start or in pairs",
            column,
            "Begin a name with a letter, as in a_1.",
        )
    if keyword.iskeyword(name):
        hint = "Write 'lam' instead." if name == "lambda" else "Choose another name."
        raise FormulaError(f"'{name}' is a word that formulas cannot use", column, hint)
    if len(name) > LONGEST_NAME:
        raise FormulaError(
            f"the name '{shown(name)}' has {len(name)} characters",
            column,
            f"Use at most {LONGEST_NAME}.",
        )
    if name in _TAKEN:
        raise FormulaError(f"the name '{name}' is taken", column, "Choose another one.")


def check_function(name: str, column: int) -> None:
    """FormulaError, with the nearest known name, when a word before a bracket is no function."""
    if name in FUNCTIONS:
        return
    if name.startswith("_") or keyword.iskeyword(name):
        check_name(name, column)
    product = f"write {shown(name)}*(...)"
    if name in COORDINATES or name in CONSTANTS or len(name) == 1:
        raise FormulaError(f"'{name}' is not a function", column, f"For a product, {product}.")
    near = get_close_matches(name.lower(), FUNCTIONS, n=1)
    known = f"Functions are: {', '.join(FUNCTIONS)}. For a product, {product}."
    hint = f"Did you mean '{near[0]}'?" if near else known
    raise FormulaError(f"I do not know '{shown(name)}'", column, hint)


def check_arguments(name: str, count: int, column: int) -> None:
    """FormulaError when a function gets too few or too many values."""
    function = FUNCTIONS[name]
    if function.least <= count and (function.most is None or count <= function.most):
        return
    least = "at least " if function.most is None else ""
    values = "value" if function.least == 1 else "values"
    raise FormulaError(
        f"'{name}' takes {least}{function.least} {values}, not {count}",
        column,
        f"Write {name}({_arguments(name)}).",
    )


def shown(word: str) -> str:
    """A word as errors show it: never longer than a line."""
    return word if len(word) <= 30 else word[:29] + "…"


def _arguments(name: str) -> str:
    if name == "atan2":
        return "y, x"
    return "x" if FUNCTIONS[name].most == 1 else "x, y"
