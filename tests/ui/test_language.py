"""Which language a request is answered in, and that no other request hears of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from app.server import create_app
from app.ui import language
from surfaces.words import LANGUAGES
from tests.page import Page

HOST = "http://localhost"
RUSSIAN = "ru-RU,ru;q=0.9,en;q=0.8"
LANG = re.compile(r'<html lang="(\w+)">')
SENT = re.compile(r'<script type="application/json" id="page-words">(.*?)</script>', re.DOTALL)


@pytest.fixture
def visitor(tmp_path: Any) -> Page:
    return Page(create_app(films=tmp_path))


@pytest.mark.parametrize(
    ("query", "referer", "header", "spoken"),
    [
        ("", "", "", "en"),
        ("", "", RUSSIAN, "ru"),
        ("", "", "de-AT,de;q=0.9,ru;q=0.2", "ru"),
        ("", "", "de", "en"),
        ("", "", ";;q=x,\x7f", "en"),
        ("lang=ru", "", "", "ru"),
        ("lang=en", "", RUSSIAN, "en"),
        ("lang=tlh", "", "", "en"),
        ("lang=tlh", "", RUSSIAN, "ru"),
        ("lang=", "", RUSSIAN, "ru"),
        ("", "/?surface=beale&lang=ru", "", "ru"),
        ("", "/?surface=beale&lang=en", RUSSIAN, "en"),
        ("lang=en", "/?lang=ru", RUSSIAN, "en"),
        ("", "/?lang=tlh", RUSSIAN, "ru"),
        ("", "http://elsewhere/?lang=ru", "", "en"),
        ("", "http://localhost:81/?lang=ru", "", "en"),
        ("", "http://[/?lang=ru", "", "en"),
        ("", "about:blank", RUSSIAN, "ru"),
    ],
)
def test_a_request_is_answered_in_the_language_that_was_chosen(
    query: str, referer: str, header: str, spoken: str, visitor: Page
) -> None:
    headers = {"Accept-Language": header}
    if referer:
        headers["Referer"] = HOST + referer if referer.startswith("/") else referer
    answer = visitor.get(f"?{query}", **headers)
    assert LANG.findall(answer.text) == [spoken]
    assert answer.headers["Content-Language"] == spoken
    assert {"Accept-Language", "Referer"} <= set(answer.vary.as_set(True))
    layout = visitor.get(f"_dash-layout?{query}", **headers)
    others = [key for key in LANGUAGES if key != spoken]
    assert re.findall(r'"href":\s*"\?lang=(\w+)"', layout.text) == others


def test_one_request_leaves_no_language_to_the_next(visitor: Page) -> None:
    assert 'lang="ru"' in visitor.get("?lang=ru").text
    assert language.language() == "en"
    assert 'lang="en"' in visitor.get("").text


def test_the_page_is_sent_its_words(visitor: Page) -> None:
    (sent,) = SENT.findall(visitor.get("?lang=ru").text)
    assert json.loads(sent)["language"] == "ru"
    assert not SENT.findall(visitor.get("?lang=en").text)


def test_a_description_is_in_the_page_once_and_translated(visitor: Page) -> None:
    about = re.compile(r'<meta name="description" content="([^"]+)">')
    said = {key: about.findall(visitor.get(f"?lang={key}").text) for key in LANGUAGES}
    assert [len(texts) for texts in said.values()] == [1] * len(LANGUAGES)
    assert len({texts[0] for texts in said.values()}) == len(LANGUAGES)


def test_files_do_not_vary_by_language(visitor: Page) -> None:
    answer = visitor.get("thumbnail/slate/beale.png", **{"Accept-Language": RUSSIAN})
    assert "Content-Language" not in answer.headers
    assert "Accept-Language" not in answer.headers.get("Vary", "")
