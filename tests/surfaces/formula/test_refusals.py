"""Every text that is no formula is answered with a sentence, and the column where it went wrong."""

from __future__ import annotations

from typing import Any

import pytest

from surfaces.formula import FormulaError, formula_surface, parse

REFUSED: dict[str, tuple[str, int | None, str]] = {  # text: what is said, column, words of it
    # Python that is no formula
    "x.real": ("attribute", 2, "a point belongs inside a number"),
    "sin.__class__": ("attribute of a function", 4, "a point belongs inside a number"),
    "foo(x)": ("unknown call", 1, "I do not know 'foo'"),
    "eval(x)": ("eval", 1, "I do not know 'eval'"),
    "open('x')": ("text", 6, "no text in quotes"),
    "__import__(x)": ("dunder", 1, "'__import__' has underscores at the start"),
    "x + __name__": ("dunder name", 5, "'__name__' has underscores at the start"),
    "a__b*x": ("pair of underscores", 1, "underscores at the start or in pairs"),
    "_a*x": ("private name", 1, "underscores at the start"),
    "lambda: x": ("lambda", 7, "a formula has no ':'"),
    "lambda*x": ("keyword", 1, "Write 'lam' instead."),
    "x if y else 2": ("condition", 3, "'if' is a word that formulas cannot use"),
    "not x": ("not", 1, "'not' is a word"),
    "None": ("None", 1, "'None' is a word"),
    "[x for y in x]": ("list comprehension", 1, "no square brackets"),
    "(x for y in x)": ("generator", 4, "'for' is a word"),
    "{x}": ("set", 1, "no curly brackets"),
    "'x'": ("string", 1, "no text in quotes"),
    'x*"y"': ("string", 3, "no text in quotes"),
    "(x:=2)": ("walrus", 3, "a formula has no ':'"),
    "z = x": ("assignment", 3, "a formula has no '='"),
    "x < y": ("comparison", 3, "no comparisons"),
    "x == y": ("equality", 3, "no '='"),
    "x[0]": ("indexing", 2, "no square brackets"),
    "sin(x=2)": ("keyword argument", 6, "no '='"),
    "sin(*x)": ("starred argument", 5, "nothing between '(' and '*'"),
    "sin(**x)": ("doubly starred argument", 5, "nothing between '(' and '^'"),
    "x, y": ("tuple", 2, "a comma has no place here"),
    "(x, y)": ("tuple in brackets", 3, "a comma has no place here"),
    "x @ y": ("matrix product", 3, "'@' is not a character of formulas"),
    "x // y": ("floor", 4, "nothing between '/' and '/'"),
    "x % y": ("remainder", 3, "Write x/100 for a percentage."),
    "x; y": ("two statements", 2, "';' is not a character"),
    "x # y": ("comment", 3, "'#' is not a character"),
    "\\frac{x}{y}": ("LaTeX", 1, "x/y for \\frac{x}{y}"),
    "|x|": ("bars", 1, "Write abs(x)."),
    # Functions
    "sin()": ("no value", 1, "'sin' takes 1 value, not 0"),
    "x + sin(x, y)": ("too many values", 5, "'sin' takes 1 value, not 2"),
    "atan2(x)": (
        "too few values",
        1,
        "'atan2' takes 2 values, not 1 (column 1). Write atan2(y, x)",
    ),
    "max(x)": ("too few values", 1, "'max' takes at least 2 values, not 1"),
    "sin x": ("no brackets", 1, "'sin' needs brackets (column 1). Write sin(x)."),
    "sin^2(x)": ("power of a name", 1, "'sin' needs brackets"),
    "x + sinn(y)": ("slip", 5, "I do not know 'sinn' (column 5). Did you mean 'sin'?"),
    "arctan(x)": ("another name", 1, "Did you mean 'atan'?"),
    "SIN(x)": ("capitals", 1, "Did you mean 'sin'?"),
    "a(x)": ("product of a name", 1, "'a' is not a function (column 1). For a product, write a*"),
    # Products without a sign
    "2x": ("number and name", 2, "For a product, write 2*x."),
    "3 + 2(x+1)": ("number and bracket", 6, "For a product, write 2*(...)."),
    "x y": ("two names", 3, "For a product, write x*y."),
    "(x)(y)": ("two brackets", 4, "For a product, write (...)*(...)."),
    "x(y)": ("coordinate and bracket", 1, "'x' is not a function"),
    "x 2": ("name and number", 3, "For a product, write x*2."),
    # Numbers
    "9**9**9": ("tower", 4, "the exponent 3.8742e+08 is too large (column 4). Use at most 64."),
    "x^65": ("high power", 3, "the exponent 65 is too large"),
    "x^-65": ("high power", 3, "the exponent -65 is too large"),
    "((x^9)^2)^4": ("nested powers", 11, "with the powers inside, is too large"),
    "1j*x": ("imaginary", 1, "no imaginary numbers"),
    "1_000*x": ("underscores", 2, "Write 1000 for 1_000."),
    "x + 1e101": ("large", 5, "out of range"),
    "x + 1e-101": ("small", 5, "out of range"),
    "x + 1e-999": ("rounded to 0", 5, "out of range"),
    "0x10*x": ("hexadecimal", 2, "write 0*x10"),
    "x + log(-1)": ("constant without a value", 5, "this part has no finite value"),
    "x + 1/0": ("one over 0", 7, "this part has no finite value"),
    "x*exp(exp(9))": ("infinite constant", 3, "this part has no finite value"),
    # Nothing, and next to nothing
    "": ("empty", None, "there is nothing in it"),
    " \t ": ("blank", None, "there is nothing in it"),
    "3": ("number", None, "it is only a number. Use x and y, as in x^2 + y^2."),
    "-2.5e3 + 2*pi^2": ("numbers", None, "it is only a number"),
    # Order
    "x +": ("end", 3, "it ends with '+'"),
    "* x": ("start", 1, "nothing before '*'"),
    "x^^2": ("two signs", 3, "nothing between '^' and '^'"),
    "()": ("empty brackets", 1, "nothing between the brackets"),
    "min(x,)": ("comma at the end", 7, "nothing between ',' and ')'"),
    "(x": ("open", 1, "a bracket is opened and never closed"),
    "x)": ("closed", 2, "a bracket is closed and was never opened"),
    # Characters
    "х^2": ("Cyrillic", 1, "'х' (CYRILLIC SMALL LETTER HA) is not a character of formulas"),
    "２*x": ("full width", 1, "Type 2 instead."),
    "x − y": ("minus sign", 3, "'−' (MINUS SIGN) is not a character of formulas"),
    "x²": ("superscript", 2, "Type ^2 instead."),
    "π*x": ("Greek", 1, "Type pi instead."),
    "x·y": ("dot", 2, "Type * instead."),
    "x\u00a0+ y": ("hard space", 2, "Type an ordinary space instead."),
    "x\u200b+ y": ("no space", 2, "U+200B is not a character"),
    "x\0": ("null byte", 2, "U+0000 is not a character"),
    "\ud800": ("half a character", 1, "U+D800 is not a character"),
    "x +\ny": ("two lines", 4, "only one line"),
    # Limits
    "x" * 301: ("length", None, "it has 301 characters. Use at most 300."),
    "(" * 10_000 + "x" + ")" * 10_000: ("brackets", None, "it has 20001 characters"),
    "(" * 100 + "x" + ")" * 100: ("brackets", 26, "too many brackets in brackets"),
    "-" * 200 + "x": ("signs", 27, "nested too deep"),
    "^".join("x" * 100): ("towers", 51, "nested too deep"),
    "-x" * 120: ("parts", None, "parts. Use at most 200."),
    "a+b+c+d+f+g+h+i+j": ("names", 17, "'j' is one name too many"),
    "b" * 21: ("long name", 1, "has 21 characters (column 1). Use at most 20."),
    "start*x": ("taken", 1, "the name 'start' is taken"),
}


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [(text, column, words) for text, (_, column, words) in REFUSED.items()],
    ids=[f"{i}-{why}" for i, (why, _, _) in enumerate(REFUSED.values())],
)
def test_it_is_refused_with_a_sentence(text: str, column: int | None, words: str) -> None:
    with pytest.raises(FormulaError) as error:
        parse(text)
    sentence = str(error.value)
    assert words in sentence
    assert error.value.column == column
    assert (f"(column {column})" in sentence) == (column is not None)
    assert sentence.startswith("Formula: ") and sentence.endswith((".", "?"))
    assert len(sentence) < 250 and sentence.isprintable()


def test_the_sentence_of_the_example() -> None:
    with pytest.raises(ValueError) as error:
        formula_surface("x + sinn(y)")
    assert str(error.value) == "Formula: I do not know 'sinn' (column 5). Did you mean 'sin'?"


@pytest.mark.parametrize("text", [None, 3, b"x", ["x"]])
def test_what_is_no_text_is_refused(text: Any) -> None:
    with pytest.raises(FormulaError, match="it must be text"):
        formula_surface(text)


@pytest.mark.parametrize("text", ["x^2", "x**2", "  x ^ 2", "x\t**2"])
def test_columns_are_of_the_text_as_typed(text: str) -> None:
    with pytest.raises(FormulaError) as error:
        parse(text + " + tann(x)")
    assert error.value.column == len(text) + 4


def test_what_only_sympy_sees_to_be_a_constant_is_refused_too() -> None:
    """With x - x inside, no part of it is a constant as typed; written out they fill a disk."""
    for text in ("2^(9999999999 + x - x)", "(9^64*x)^(x - x + 64)", "exp(exp(exp(exp(9+x-x))))"):
        with pytest.raises(FormulaError, match=r"no finite value|too large"):
            formula_surface(text)
