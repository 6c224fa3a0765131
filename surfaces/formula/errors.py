"""What is wrong with a formula, where, and what to do: always a sentence."""

from __future__ import annotations

from surfaces.words import gettext as _


class FormulaError(ValueError):
    """A sentence about the typed text; `column` counts from 1, None when no place is to blame."""

    def __init__(self, what: str, column: int | None = None, hint: str = "") -> None:
        said = _("Formula: {what}.", what=what)
        if column:
            said = _("Formula: {what} (column {column}).", what=what, column=column)
        super().__init__(f"{said} {hint}".strip())
        self.column = column
