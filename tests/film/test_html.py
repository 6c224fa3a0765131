"""One file holds all that plays a climb: nothing is loaded, nothing gets out of its element."""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs

from app.climb import Climb, climb, story
from app.figures.ground import ground
from app.figures.wire import climb_data, ground_data
from app.figures.words_sheet import words_sheet
from app.film import html
from app.film.bundle import IMPORT, LIB, bundle, in_order
from app.method import Method
from app.view import View
from surfaces.words import gettext, speaking

MOST_BYTES = 6_000_000
BEALE = climb(story("beale"))
CLIMBS = {
    "beale": BEALE,
    "formula": climb(story("formula", words={"formula": "x^2 + 3*y^2 - x*y"})),
    "neuron": climb(story("neuron")),
    "summit": climb(replace(story("beale"), direction="up")),
    "adam": climb(replace(story("beale"), methods=(Method(rule="adam"),))),
}
HOSTILE = "</script></title><img src=x onerror=alert(1)>\"'&$title<!--"


class Parts(HTMLParser):
    """The elements of a page, what they would load, and the text inside each kind."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.key = ""
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.texts: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.key = f"{tag} {dict(attrs).get('type', '')}".strip()
        named = ("src", "srcset", "href", "data", "action", "poster", "background")
        self.addresses += [f"{tag} {name}" for name, _ in attrs if name in named]
        for name, value in attrs:
            if value and "//" in value:
                self.addresses.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        self.texts[self.key] = self.texts.get(self.key, "") + data


def held(page: str) -> dict:
    return json.loads(Parts(page).texts["script application/json"])


@pytest.mark.parametrize("name", CLIMBS)
def test_it_loads_nothing_and_is_small(name: str, tmp_path: Path) -> None:
    path = tmp_path / "walk.html"
    html.write(CLIMBS[name], View(), path)
    assert path.stat().st_size < MOST_BYTES
    page = path.read_text("utf-8")
    parts = Parts(page)
    assert parts.addresses == []
    assert not {"link", "img", "iframe", "base", "object"} & {*parts.tags}
    style = parts.texts["style"]
    assert "@import" not in style
    assert {*re.findall(r"url\(.{6}", style)} == {'url("data:'}
    assert "default-src 'none'" in page
    assert "http" not in re.search(r'Content-Security-Policy" content="([^"]*)', page)[1]  # type: ignore[index]


@pytest.mark.parametrize("name", CLIMBS)
def test_it_holds_what_the_page_would_get(name: str) -> None:
    view = View(layout="together", race="log", look="slate", playhead=2.5, mesh=200)
    data = held(html.page(CLIMBS[name], view))
    assert data["climb"] == json.loads(json.dumps(climb_data(CLIMBS[name])))
    laid = ground_data(ground(CLIMBS[name].surface, 200))
    assert data["ground"] == json.loads(json.dumps(laid))
    told = {**data["view"], "knows": tuple(data["view"]["knows"])}  # JSON has no tuples
    assert View(**{**told, "cameras": ()}) == view


def test_plotly_is_unaltered_and_its_licence_in_plain_sight() -> None:
    page = html.page(BEALE, View())
    zipped = base64.b64decode(held(page)["plotly"]["bdata"])
    assert gzip.decompress(zipped).decode() == get_plotlyjs()
    assert zipped[4:8] == bytes(4)  # the time it was zipped at: two exports are one file
    notice = page.partition("-->")[0]
    for words in ("plotly.js v", "Copyright 2012-", "Plotly, Inc.", "Fall Line authors"):
        assert words in notice
    licence = (LIB.parents[1] / "LICENSE").read_text("utf-8")
    assert licence[licence.index("Permission") :].strip() in notice


def test_its_words() -> None:
    texts = Parts(html.page(BEALE, View())).texts
    assert texts["title"].startswith("Beale's corner")
    assert texts["code"].strip() == "?" + BEALE.scenario.to_link()


def test_it_speaks_the_language_it_was_saved_in() -> None:
    with speaking("ru"):
        page = html.page(BEALE, View())
        said = {text: gettext(text) for text in html.WORDS.values()}
    english = html.page(BEALE, View())
    assert '<html lang="ru"' in page and '<html lang="en"' in english
    assert words_sheet("ru") in page and 'id="page-words"' not in english
    markup = page.partition("<script")[0]
    for text, russian in said.items():
        assert escape(text) in english and escape(russian) in page
        assert text == russian or (f">{text}<" not in markup and f'"{text}' not in markup)


def test_an_address_says_how_it_is_looked_at() -> None:
    address = f"http://127.0.0.1:8050/?{BEALE.scenario.to_link()}&view=together&look=slate&at=3"
    view = View(layout="together", look="slate", playhead=3.0)
    assert html.make(BEALE, address).decode() == html.page(BEALE, view)
    assert '<html lang="ru"' in html.make(BEALE, f"{address}&lang=ru").decode()


def test_the_same_climb_is_the_same_file() -> None:
    assert html.page(climb(story("beale")), View()) == html.page(BEALE, View())


def test_words_of_a_ground_stay_words() -> None:
    walked: Climb = replace(BEALE, surface=replace(BEALE.surface, key="x", name=HOSTILE))
    plain, hostile = (Parts(html.page(one, View())) for one in (BEALE, walked))
    assert hostile.tags == plain.tags
    assert hostile.texts["title"].startswith(HOSTILE)
    data = json.loads(hostile.texts["script application/json"])
    assert data["ground"]["name"] == HOSTILE


def test_a_bundle_is_every_module_once_behind_what_it_needs() -> None:
    order = in_order("standalone")
    assert len({*order}) == len(order)
    for i, name in enumerate(order):
        text = (LIB / f"{name}.mjs").read_text("utf-8")
        assert {found[2] for found in IMPORT.finditer(text)} <= {*order[:i]}
    script = bundle("standalone")
    assert re.findall(r"^(?:import|export)\b.*", script, re.MULTILINE) == []
    assert "</script" not in script and "<!--" not in script
