"""Which texts the code says, and what the catalogues hold of them; needs the source tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from surfaces.words import HERE, LANGUAGES

ROOT = HERE.parent.parent
SOURCES = {"surfaces": ROOT / "surfaces", "app": ROOT / "app", "page": ROOT / "assets"}
METHODS = [("**.py", "python"), ("**.mjs", "javascript")]
OPTIONS = {"**.mjs": {"parse_template_string": True}}  # texts are said inside of those, too
# Which arguments of a call are texts, as Babel counts them; a context stands before its text.
KEYWORDS = {
    **dict.fromkeys(("_", "N_", "gettext", "t"), (1,)),
    **dict.fromkeys(("ngettext", "tn"), (1, 2)),
    "pgettext": ((1, "c"), 2),
}
HEADER = "# Fall Line: {language}. `python -m surfaces.words` brings it up to date."
NAME = re.compile(r"\{(\w+)[^}]*\}")


def said(room: str) -> Catalog:
    """All texts that a room of the code says."""
    catalogue = Catalog()
    found = extract_from_dir(
        SOURCES[room], METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=["For translators:"]
    )
    for file, line, text, comments, context in found:
        catalogue.add(text, locations=[(file, line)], auto_comments=comments, context=context)
    return catalogue


def held(language: str, room: str) -> Catalog:
    """What a language's catalogue holds of a room; empty where there is none yet."""
    path = _path(language, room)
    if not path.exists():
        return Catalog(locale=language, project="Fall Line", version="1", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def refreshed(language: str, room: str) -> Catalog:
    """Bring a catalogue up to date on the disk, and return it.

    Nothing is guessed: a text that has changed waits for its translator anew.
    """
    catalogue = held(language, room)
    catalogue.update(said(room), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = HEADER.format(language=LANGUAGES[language])
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = ""
    path = _path(language, room)
    path.parent.mkdir(exist_ok=True)  # a language that begins
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=True)
    return catalogue


def waiting(catalogue: Catalog) -> list[Message]:
    """The texts that lack a translation, in one of their forms at least."""
    return [entry for entry in catalogue if entry.id and not all(_texts(entry.string))]


def misnamed(catalogue: Catalog) -> list[Message]:
    """The texts whose translation names other values than they do: saying it would fail."""
    return [entry for entry in catalogue if entry.id and not _same_names(entry)]


def _same_names(entry: Message) -> bool:
    wanted = set(NAME.findall(" ".join(_texts(entry.id))))
    return all(set(NAME.findall(text)) == wanted for text in _texts(entry.string) if text)


def _texts(text: str | Sequence[str] | None) -> Sequence[str]:
    return (text or "",) if isinstance(text, str | None) else text


def _path(language: str, room: str) -> Path:
    return HERE / language / f"{room}.po"
