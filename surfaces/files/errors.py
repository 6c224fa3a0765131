"""FileError, and how what stands in a file is quoted in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from surfaces.words import gettext as _

LONGEST_QUOTE = 40  # characters of a file's own words that a sentence repeats


class FileError(ValueError):
    """A sentence: where in the file, what is wrong there, what to do."""


def quoted(text: object) -> str:
    """A name or a cell as a sentence can hold it: short, and without line ends or odd signs."""
    plain = "".join(c if c.isprintable() else "?" for c in str(text))
    short = f"{plain[: LONGEST_QUOTE - 3]}..." if len(plain) > LONGEST_QUOTE else plain
    return _("'{text}'", text=short)


def listed(names: Sequence[str]) -> str:
    """Up to eight names in a row, quoted."""
    first = ", ".join(quoted(name) for name in names[:8])
    return _("{names} and {n} more", names=first, n=len(names) - 8) if len(names) > 8 else first
