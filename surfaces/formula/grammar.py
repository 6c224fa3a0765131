"""The order of tokens: what may follow what, told in the words of people who type formulas."""

from __future__ import annotations

from keyword import iskeyword

from surfaces.formula.errors import FormulaError
from surfaces.formula.names import FUNCTIONS, check_function, check_name, shown
from surfaces.formula.tokens import Token
from surfaces.words import N_
from surfaces.words import gettext as _

DEEPEST = 25  # brackets in brackets, and every other nesting
_NOTHING_BETWEEN = N_("there is nothing between '{left}' and '{right}'")


def check_order(found: list[Token]) -> None:
    """FormulaError at the first token that stands where it cannot."""
    brackets: list[tuple[Token, bool]] = []  # open ones, and whether a function's
    before: Token | None = None
    for token, after in zip(found, [*found[1:], None], strict=True):
        if _is_value(before):
            _check_after_value(token, before, brackets)
        else:
            _check_before_value(token, before, brackets)
        if token.kind == "name":
            called = after is not None and after.text == "("
            (check_function if called else check_name)(token.text, token.column)
        _keep_brackets(token, before, brackets)
        before = token
    if not _is_value(before) and before:
        what = _("it ends with '{text}'", text=_typed(before))
        raise FormulaError(what, before.column, _("Type a number or a name after it."))
    if brackets:
        column = brackets[-1][0].column
        raise FormulaError(_("a bracket is opened and never closed"), column, _("Add a ')'."))


def _is_value(token: Token | None) -> bool:
    """Whether a token ends something that has a value."""
    return token is not None and (token.kind != "operator" or token.text == ")")


def _check_after_value(
    token: Token, before: Token | None, brackets: list[tuple[Token, bool]]
) -> None:
    """After a value: an operator, a comma of a function, or a closing bracket."""
    if token.kind == "name" and iskeyword(token.text):
        check_name(token.text, token.column)
    if token.kind != "operator":
        raise _product(before, token)
    if token.text == "(" and before and before.kind != "name":  # of names: see check_function
        raise _product(before, token)
    if token.text == "," and not (brackets and brackets[-1][1]):
        hint = _("Write 0.5 for a half, and commas only in functions, as in min(x, y).")
        raise FormulaError(_("a comma has no place here"), token.column, hint)


def _check_before_value(
    token: Token, before: Token | None, brackets: list[tuple[Token, bool]]
) -> None:
    """Before a value: a number, a name, an opening bracket, a sign."""
    if token.kind != "operator" or token.text in "(+-":
        return
    if token.text == ")" and before and before.text == "(" and brackets[-1][1]:
        return  # no values at all: their number is told later
    if token.text == ")" and before and before.text == "(":
        raise FormulaError(_("there is nothing between the brackets"), before.column)
    what = _("there is nothing before '{right}'", right=_typed(token))
    if before:
        what = _(_NOTHING_BETWEEN, left=_typed(before), right=_typed(token))
    raise FormulaError(what, token.column, _("Type a number or a name there."))


def _keep_brackets(token: Token, before: Token | None, brackets: list[tuple[Token, bool]]) -> None:
    if token.kind == "operator" and token.text == "(":
        brackets.append((token, before is not None and before.kind == "name"))
        if len(brackets) > DEEPEST:
            hint = _("Use at most {most}.", most=DEEPEST)
            raise FormulaError(_("there are too many brackets in brackets"), token.column, hint)
    elif token.kind == "operator" and token.text == ")":
        if not brackets:
            raise FormulaError(_("a bracket is closed and was never opened"), token.column)
        brackets.pop()


def _product(before: Token | None, token: Token) -> FormulaError:
    """The error for two values side by side."""
    left = before.text if before else ""
    if before and before.kind == "number" and token.kind == "name":
        if token.text.startswith("_"):
            hint = _("Write 1000 for 1_000.")
            return FormulaError(_("a number has no underscores"), token.column, hint)
        if token.text in ("j", "J"):
            hint = _(
                "Write {left}*{right} for a parameter of that name.", left=left, right=token.text
            )
            return FormulaError(_("there are no imaginary numbers here"), before.column, hint)
    if before and before.text in FUNCTIONS:
        what = _("'{name}' needs brackets", name=before.text)
        return FormulaError(what, before.column, _("Write sin(x)."))
    right = "(...)" if token.text == "(" else shown(token.text)
    left = "(...)" if left == ")" else shown(left)
    hint = _("For a product, write {left}*{right}.", left=left, right=right)
    return FormulaError(_(_NOTHING_BETWEEN, left=left, right=right), token.column, hint)


def _typed(token: Token | None) -> str:
    return "" if token is None else "^" if token.text == "**" else token.text
