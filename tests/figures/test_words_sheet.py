from __future__ import annotations

import json
import re

import pytest

from app.figures import words_sheet as sheet
from surfaces.words import page_words

SENT = re.compile(r'<script type="application/json" id="page-words">(.*?)</script>', re.DOTALL)


def test_it_holds_the_words_of_the_browser() -> None:
    (sent,) = SENT.findall(sheet.words_sheet("ru"))
    assert json.loads(sent) == {"language": "ru", "words": page_words("ru")}
    assert sheet.words_sheet("en") == ""


def test_no_word_ends_the_element_it_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "page_words", lambda _: {"<b>": "</script><b>"})
    sheet.words_sheet.cache_clear()
    try:
        (sent,) = SENT.findall(sheet.words_sheet("ru"))
    finally:
        sheet.words_sheet.cache_clear()
    assert json.loads(sent)["words"] == {"<b>": "</script><b>"}
