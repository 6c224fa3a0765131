"""The browser's own words, as pages hold them."""

from __future__ import annotations

import json
from functools import cache

from surfaces.words import LANGUAGES, page_words


@cache
def words_sheet(language: str) -> str:
    """An element that assets/lib/words.mjs reads; none for English, which stands in its code."""
    if language == next(iter(LANGUAGES)):
        return ""
    data = json.dumps({"language": language, "words": page_words(language)}, ensure_ascii=False)
    data = data.replace("<", r"\u003c")  # no word ends the element that it stands in
    return f'<script type="application/json" id="page-words">{data}</script>'
