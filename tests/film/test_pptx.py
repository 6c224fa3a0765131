"""Slides, opened again: which there are, whose films they hold, how they are ordered."""

from __future__ import annotations

import builtins
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

from app.figures.look import LOOKS
from app.film.errors import FilmError
from tests.film.decks import SCENARIO, movie, shapes, slides, theme, titles
from tests.film.pictures import LINK, frames, settings
from tests.film.reading import film_pictures
from tests.film.visitor import fetched, opened, refused, sent


def test_a_talk_has_a_title_a_film_of_each_rate_one_of_all_a_chart_and_a_table(
    tmp_path: Path,
) -> None:
    deck = slides(tmp_path)
    assert (deck.slide_width * 9, deck.slide_height) == (deck.slide_height * 16, 6858000)
    assert titles(deck) == [
        "Himmelblau's four valleys",
        "Rate 0.001: still crawling",
        "Rate 0.01: reached the bottom at step 25",
        "Rate 0.1: blew up at step 3",
        "Himmelblau's four valleys: 3 learning rates side by side",
        "The losses, and what became of each walk",
    ]
    kinds = [[shape.name for shape in slide.shapes][1:] for slide in deck.slides]
    assert kinds[1:] == [["Film"]] * 4 + [["Chart", "Table"]]
    subtitle = deck.slides[0].placeholders[1].text
    assert "0.001, 0.01, 0.1" in subtitle and "(0.2, 4.4), 30 steps" in subtitle
    assert deck.core_properties.author == "Fall Line"


def test_a_title_of_ones_own_opens_the_talk_above_the_surface(tmp_path: Path) -> None:
    deck = slides(tmp_path, title="Why steps & rates <matter>")
    assert titles(deck)[0] == deck.core_properties.title == "Why steps & rates <matter>"
    lines = deck.slides[0].placeholders[1].text.splitlines()
    assert lines[0] == "Himmelblau's four valleys" and len(lines) == 4


def test_one_slide_holds_the_film_alone(tmp_path: Path) -> None:
    deck = slides(tmp_path, films=1, options={"slides": "film"})
    assert titles(deck) == ["Himmelblau's four valleys: 3 learning rates side by side"]
    assert len(film_pictures(io.BytesIO(movie(deck.slides[0])))) == 4


def test_a_film_of_one_chosen_walker_has_its_name(tmp_path: Path) -> None:
    deck = slides(tmp_path, films=1, walker=2)
    assert titles(deck)[1:] == [
        "Rate 0.01: reached the bottom at step 25",
        "The losses, and what became of each walk",
    ]


def test_one_walker_has_one_film_with_its_name(tmp_path: Path) -> None:
    deck = slides(tmp_path, replace(SCENARIO, rates=(0.01,)))
    assert titles(deck)[1:3] == [
        "Rate 0.01: reached the bottom at step 25",
        "The losses, and what became of each walk",
    ]


def test_many_walkers_have_a_slide_for_the_chart_and_one_for_the_table(tmp_path: Path) -> None:
    deck = slides(tmp_path, replace(SCENARIO, rates=(0.001, 0.002, 0.004, 0.008, 0.01)))
    assert titles(deck)[-2:] == ["The losses", "What became of each walk"]
    kinds = [[shape.name for shape in slide.shapes][1:] for slide in list(deck.slides)[-2:]]
    assert kinds == [["Chart"], ["Table"]]


def test_each_film_has_its_own_frames_in_order_and_its_last_one_as_poster(tmp_path: Path) -> None:
    """The dot of all 16 frames goes from left to right, on through one film after another."""
    deck = slides(tmp_path)
    places, posters = [], []
    for slide in list(deck.slides)[1:5]:
        pictures = film_pictures(io.BytesIO(movie(slide)))
        assert len(pictures) == 4
        places += [_dot(picture) for picture in pictures]
        (film,) = shapes(slide, "Film")
        poster = np.asarray(Image.open(io.BytesIO(film.poster_frame.blob)).convert("RGB"))
        assert poster.shape == (180, 320, 3)
        posters.append(_dot(poster))
    np.testing.assert_allclose(places, 320 * np.linspace(0.1, 0.9, 16), atol=3)
    np.testing.assert_allclose(posters, places[3::4], atol=3)


def _dot(picture: np.ndarray) -> float:
    """Where the red dot is, in pixels from the left."""
    return float(np.nonzero(picture[90, :, 0] > 125)[0].mean())


def test_a_film_plays_on_a_click(tmp_path: Path) -> None:
    """Source: ECMA-376 1, 19.5: a media node that waits for a click, on the shape of the film."""
    for slide in list(slides(tmp_path).slides)[1:5]:
        (film,) = shapes(slide, "Film")
        (click,) = film.element.iter(qn("a:hlinkClick"))
        assert click.get("action") == "ppaction://media"
        (node,) = slide.element.iter(qn("p:cMediaNode"))
        (begin,) = node.iter(qn("p:cond"))
        (target,) = node.iter(qn("p:spTgt"))
        assert begin.get("delay") == "indefinite"
        assert target.get("spid") == str(film.shape_id)


# -- orders ---------------------------------------------------------------------------------


def test_an_order_comes_back_as_slides_in_its_look_under_a_safe_name(
    client, tmp_path: Path
) -> None:
    order = settings(
        format="pptx",
        frames=8,
        films=4,
        look="slate",
        name="../talks/three rates",
        title=" Three\0 rates\ud800",
    )
    url = opened(client, order)
    sent(client, url, frames(replace(order, format="mp4")))
    answer = fetched(client, url)
    assert answer.headers["Content-Disposition"].endswith("filename=talks-three-rates.pptx")
    (tmp_path / "a.pptx").write_bytes(answer.data)
    deck = Presentation(str(tmp_path / "a.pptx"))
    assert titles(deck)[:2] == ["Three rates", "Rate 0.001: still crawling"]
    assert len(film_pictures(io.BytesIO(movie(deck.slides[4])))) == 2
    assert LOOKS["slate"].paper[1:].upper().encode() in theme(deck)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"link": ""}, "The order of slides needs the link of a page, from http:// on."),
        ({"link": f"{LINK.replace('0.01', 'x')}"}, "Walker 2: the learning rate must be"),
        ({"link": f"{LINK}&view=up"}, "The link's view must be one of side, together"),
        ({"title": 7}, "The title must be text of at most 120 characters, not 7. Shorten it."),
        ({"title": 121 * "a"}, "The title must be text of at most 120 characters, not 'aaa"),
        ({"look": "neon"}, "There is no look called 'neon'. Choose one of terrain, slate"),
        ({"look": ["slate"]}, "There is no look called '['slate']'. Choose one of terrain"),
        ({"films": 2}, "Slides hold 1 film or 4, all equally long: 8 frames cannot be 2."),
        ({"films": 4, "frames": 6}, "Slides hold 1 film or 4, all equally long: 6 frames cannot"),
        ({"films": True}, "Slides hold 1 film or 4, all equally long: 8 frames cannot be True."),
        ({"options": {"slides": "two"}}, "Slides cannot be 'two'. Choose one of talk, film."),
    ],
)
def test_wrong_orders(changes: dict[str, Any], sentence: str, client) -> None:
    order = settings(format="pptx", frames=8).to_dict() | changes
    refused(client.post("/film", json=order), 400, sentence)


# -- what goes wrong ------------------------------------------------------------------------


def test_without_python_pptx_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = builtins.__import__

    def fails(name: str, *args: Any) -> Any:
        if name == "app.film.deck":
            raise ModuleNotFoundError("No module named 'pptx'")
        return load(name, *args)

    monkeypatch.setattr(builtins, "__import__", fails)
    with pytest.raises(FilmError, match=r"^Slides need the package python-pptx .* Install it with"):
        slides(tmp_path)


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    slides(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["talk.pptx"]
