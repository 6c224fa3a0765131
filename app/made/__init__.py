"""Grounds that are made on request, from words: a typed formula, a neuron on data, a file.

A catalogue surface is found by its key; these are made of a few words beside it, which links and
scenarios hold too. One row of KINDS per kind of ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.made.formula import FORMULA
from app.made.kind import Kind, MadeError, Word
from app.made.measured import MEASURED
from app.made.neuron import NEURON
from surfaces import Surface

__all__ = ["KINDS", "Kind", "MadeError", "Word", "full_words", "make"]

KINDS: dict[str, Kind] = {kind.key: kind for kind in (FORMULA, NEURON, MEASURED)}


def full_words(key: str, given: Mapping[str, str]) -> dict[str, str]:
    """The words of a kind, with the defaults of those that are not given."""
    return {word.key: str(given.get(word.key, word.default)) for word in KINDS[key].words}


def make(key: str, words: Mapping[str, str]) -> Surface:
    """The ground of a kind; MadeError, a sentence, when a word is wrong."""
    return _make(key, tuple(full_words(key, words).items()))


@lru_cache(maxsize=32)
def _make(key: str, words: tuple[tuple[str, str], ...]) -> Surface:
    return KINDS[key].make(dict(words))
