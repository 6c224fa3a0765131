"""Which language a request is answered in, and that no other request hears of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from app.climb import story
from app.figures.ground import _cached
from app.made import _make
from app.scenario import find_surface
from app.server import create_app
from app.ui import language
from app.ui.ground_controls import formula
from surfaces.words import LANGUAGES, speaking
from tests.page import Page

HOST = "http://localhost"
RUSSIAN = "ru-RU,ru;q=0.9,en;q=0.8"
LANG = re.compile(r'<html lang="(\w+)">')
CYRILLIC = re.compile("[а-яё]")
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


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"rates": ["0,01"]},
            "rates.0",
            "Путник 1, скорость обучения: нужно число больше 0, а не 0,01. Попробуйте 0.01.",
        ),
        (
            {"steps": ""},
            "steps",
            "Шаги: нужно целое число от 1 до 10\N{NO-BREAK SPACE}000, а здесь пусто. "
            "Попробуйте 100.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_page(
    changes: dict[str, Any], field: str, sentence: str, visitor: Page
) -> None:
    page = {"Referer": f"{HOST}/?lang=ru"}
    body = {**story("beale").to_dict(), **changes}
    answer = visitor.client.post("/climb", json=body, headers=page)
    assert answer.json["problems"] == {field: sentence}
    asked = visitor.client.post("/basins", json=body, headers=page)
    assert asked.json["problems"] == {field: sentence}


@pytest.mark.parametrize("surface", ["himmelblau", "beale", "neuron", "formula"])
@pytest.mark.parametrize("order", [("en", "ru"), ("ru", "en")])
def test_no_cache_mixes_languages(order: tuple[str, str], surface: str, visitor: Page) -> None:
    _cached.cache_clear()
    _make.cache_clear()
    said = {language: _ground(visitor, language, surface) for language in order}
    assert CYRILLIC.search(said["ru"]["ground"]["scale"])
    assert CYRILLIC.search(said["ru"]["story"]["children"])
    assert not CYRILLIC.search(json.dumps(said["en"], ensure_ascii=False))


def _ground(visitor: Page, language: str, surface: str) -> Any:
    request = {"surface": surface, "parameters": {}, "mesh": 120}
    visitor.client.environ_base["HTTP_REFERER"] = f"{HOST}/?lang={language}"
    found = visitor.call("story.children", ground_request__data=request).json["response"]
    return {**found, "ground": visitor.walk(request).json["ground"]}


def test_words_in_a_formula_are_said_in_the_readers_language() -> None:
    kinked = find_surface("formula", {}, {"formula": "max(x, y)"})
    with speaking("ru"):
        assert "где" in formula(kinked)["math"]
    assert "where" in formula(kinked)["math"]
