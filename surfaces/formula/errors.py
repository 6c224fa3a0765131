"""What is wrong with a formula, where, and what to do: always a sentence."""

from __future__ import annotations


class FormulaError(ValueError):
    """A sentence about the typed text; `column` counts from 1, None when no place is to blame."""

    def __init__(self, what: str, column: int | None = None, hint: str = "") -> None:
        place = f" (column {column})" if column else ""
        super().__init__(f"Formula: {what}{place}. {hint}".strip())
        self.column = column
