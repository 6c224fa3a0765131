"""Words in the reader's language.

English stands in the code and is the key under which a translation is found. A language is a folder
here with a gettext catalogue for each room that has words: `surfaces.po`, `app.po`, and `page.po`
for what the browser says by itself. `python -m surfaces.words` brings the catalogues up to date.

What stands in a table is marked with `N_` and translated where it is shown: at that moment the
language is known. What is put together with values and kept, perhaps in a cache, is a `Later`: in
English to all code, and said anew by the same `gettext` where it is shown.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LANGUAGES = {"en": "English", "ru": "Русский"}  # each as it calls itself
ROOMS = ("page", "surfaces", "app")  # what two of them say is said here as the later one has it
COMMA = {"ru"}  # languages whose decimal sign is a comma
_COMMA = str.maketrans({".": ",", ",": "\N{NO-BREAK SPACE}"})  # and thousands stand apart

_chosen: ContextVar[str] = ContextVar("language", default="en")


def language() -> str:
    """The language in which words are now said, a key of LANGUAGES."""
    return _chosen.get()


def speak(name: str) -> None:
    """Say words in a language from now on, in this thread; KeyError for one that is not there."""
    if name not in LANGUAGES:
        raise KeyError(name)
    _chosen.set(name)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Say words in a language for as long as the block lasts."""
    before = language()
    speak(name)
    try:
        yield
    finally:
        _chosen.set(before)


def gettext(text: str, /, **values: Any) -> str:
    """A text in the reader's language, `{name}` in it replaced by the value of that name.

    A text without values is taken as it is, so that formulas may hold braces.
    """
    if isinstance(text, Later):
        return text.say()
    said = _catalogue(language()).gettext(text) if text else ""  # "" is where the header stands
    return said.format(**values) if values else said


def ngettext(one: str, many: str, n: int, /, **values: Any) -> str:
    """A text in the form that the language uses for `n` things; `{n}` in it is the number."""
    return _catalogue(language()).ngettext(one, many, n).format(n=n, **values)


def pgettext(context: str, text: str, /, **values: Any) -> str:
    """A text that means more than one thing, told apart by what it is used for."""
    said = _catalogue(language()).pgettext(context, text)
    return said.format(**values) if values else said


def N_(text: str) -> str:
    """Mark a text of a table for translation, and leave it as it is."""
    return text


class Later(str):
    """A text that is said anew each time it is shown. As a str it is the English one."""

    say: Callable[[], str]  # the text, in the language in which words are said at that moment


def later(say: Callable[[], str]) -> Later:
    """What `say` says, for a record that is kept; `gettext` says it in the reader's language."""
    with speaking("en"):
        text = Later(say())
    text.say = say
    return text


def verbatim(text: str) -> Later:
    """A name from a file or a formula: the same in all languages, even if it is a word of ours."""
    return later(lambda: text)


def numeral(text: str) -> str:
    """A number as Python writes it, `1,000.25`, as it is read in the reader's language: `1 000,25`.

    For what is read only. What is typed, and what a link holds, has a point in every language.
    """
    return text.translate(_COMMA) if language() in COMMA else text


def page_words(name: str) -> dict[str, str | list[str]]:
    """The browser's own words: English to the translation, or to all forms where it counts."""
    entries = _entries(name, "page")
    return {_key(entry.id): _forms(entry.string) for entry in entries}


def _key(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


def _forms(text: str | tuple[str, ...]) -> str | list[str]:
    return text if isinstance(text, str) else list(text)


@cache
def _catalogue(name: str) -> _gettext.NullTranslations:
    """The words of all rooms in one language."""
    catalogue = _gettext.NullTranslations()
    for room in ROOMS:
        path = HERE / name / f"{room}.po"
        if path.exists():
            more = _gettext.GNUTranslations(BytesIO(_compiled(path, name)))
            more.add_fallback(catalogue)
            catalogue = more
    return catalogue


def _compiled(path: Path, name: str) -> bytes:
    """A language's catalogue as gettext reads it; compiled here: none is ever out of date."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=name))
    return compiled.getvalue()


def _entries(name: str, room: str) -> list[Any]:
    path = HERE / name / f"{room}.po"
    if not path.exists():
        return []
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return [entry for entry in read_po(file) if entry.id and entry.string]
