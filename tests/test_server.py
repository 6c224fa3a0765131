"""The app over HTTP: its page, its files, and its callbacks with good and with bad data."""

from __future__ import annotations

import base64
import gzip
import json
import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.climb import story
from app.folders import ASSETS
from app.scenario import Scenario
from app.server import create_app
from app.ui import ids
from app.ui.callbacks.open import DEFAULT
from surfaces import SURFACES
from tests.junk import weird
from tests.page import Page

EVERY = pytest.mark.parametrize("key", SURFACES)


@pytest.fixture(params=["/", "/slides/"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Page:
    return Page(create_app(request.param, tmp_path), request.param)


@pytest.fixture
def visitor(tmp_path: Path) -> Page:
    return Page(create_app(films=tmp_path))


def scenario(key: str = DEFAULT, **changes: Any) -> dict[str, Any]:
    return {**story(key).to_dict(), **changes}


def test_the_page_and_all_it_loads(page: Page) -> None:
    html = page.get("").text
    assert "<title>Fall Line</title>" in html
    sources = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert any("plotly.min.js" in source for source in sources)
    assert any("clientside" in source for source in sources)
    assert not any("/lib/" in source for source in sources)  # clientside.mjs imports those itself
    for source in sources:
        assert source.startswith(page.prefix), source  # nothing comes from another host
        answer = page.client.get(source)
        assert answer.status_code == 200, source
        answer.close()


def test_layout_and_dependencies(page: Page) -> None:
    assert page.get("_dash-dependencies").status_code == 200
    layout = page.get("_dash-layout")
    assert layout.status_code == 200
    for id in (ids.SURFACE, ids.PANELS, ids.MAP, ids.CHARTS, ids.FILM_SAVE, *ids.RATES):
        assert f'"id":"{id}"' in layout.text.replace('": "', '":"')
    for surface in SURFACES.values():
        assert surface.key in layout.text


def test_every_asset_is_served(page: Page) -> None:
    for path in ASSETS.rglob("*.*"):
        answer = page.get(f"assets/{path.relative_to(ASSETS).as_posix()}")
        assert answer.status_code == 200, path
        if path.suffix == ".mjs":
            assert "javascript" in answer.mimetype  # else browsers refuse to run it
        answer.close()


def test_films_are_made_under_the_prefix(page: Page) -> None:
    assert page.client.post(page.prefix + "film", json={}).status_code == 400
    assert page.get("film/nonsense").status_code == 404


def test_two_apps_share_nothing(tmp_path: Path) -> None:
    apps = [create_app(films=tmp_path / name) for name in "ab"]
    assert apps[0].server is not apps[1].server
    assert apps[0].callback_map is not apps[1].callback_map
    apps[0].server.config["X"] = 1
    assert "X" not in apps[1].server.config
    for app in apps:
        assert Page(app).walk(scenario()).status_code == 200


@EVERY
def test_a_link_fills_every_control(key: str, visitor: Page) -> None:
    told = story(key)
    link = {"search": "?" + told.to_link() + "&race=log&at=3", "dark": True, "nth": 1}
    found = visitor.call("surface.value", link__data=link).json["response"]
    assert found[ids.SURFACE]["value"] == key
    assert (found[ids.START_X]["value"], found[ids.START_Y]["value"]) != ("", "")
    assert [float(found[box]["value"]) for box in ids.RATES[:3]] == list(told.rates)
    assert [found[box]["value"] for box in ids.RATES[3:]] == [None] * 6
    assert found[ids.STEPS]["value"] == str(told.steps)
    assert found[ids.RACE_SCALE]["value"] == "log"
    assert found[ids.LOOK]["value"] == "slate"
    assert found[ids.OPENED]["data"]["playhead"] == 3
    assert ids.NOTES not in found


@EVERY
def test_a_chosen_surface_tells_its_story(key: str, visitor: Page) -> None:
    chosen = {"surface": key, "methods": []}
    found = visitor.call("surface.value", chosen__data=chosen).json["response"]
    assert found[ids.DIRECTION]["value"] == SURFACES[key].direction
    assert ids.LAYOUT not in found  # the view stays as it is
    assert ids.SURFACE not in found  # and so does the menu
    climb = visitor.walk(chosen).json
    assert climb["link"] == story(key).to_link()
    assert climb["told"]["start"] == [found[id]["value"] for id in (ids.START_X, ids.START_Y)]
    assert climb["told"]["rates"] == [found[id]["value"] for id in ids.RATES[:3]]
    assert climb["told"]["steps"] == found[ids.STEPS]["value"]
    assert Scenario.from_dict(climb["told"]) == story(key)


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("?surface=himelblau", "No surface called 'himelblau'. Did you mean 'himmelblau'?"),
        ("?" + story("beale").to_link().replace("rates=", "rates=x,"), "Walker 1: the learning"),
        ("?" + story("beale").to_link() + "&view=round", "The link's view must be one of"),
        ("?x=" + "a" * 100_000, "The link has 100,003 characters"),
        (None, "The link is not text."),
    ],
)
def test_a_damaged_link_opens_the_first_mountain(search: Any, sentence: str, visitor: Page) -> None:
    link = {"search": search, "dark": False, "nth": 1}
    answer = visitor.call("surface.value", link__data=link)
    found = answer.json["response"]
    assert found[ids.SURFACE]["value"] == DEFAULT
    (note,) = found[ids.NOTES]["sendNotifications"]
    assert note["message"].startswith(sentence)
    assert note["message"].endswith("Here is the first mountain instead.")


def test_a_scenario_is_walked(visitor: Page) -> None:
    data = scenario()
    climb = visitor.walk(data).json
    points = climb["points"]
    array = np.frombuffer(base64.b64decode(points["bdata"]), "<f4").reshape(points["shape"])
    assert array.shape == (3, data["steps"] + 1, 2)
    np.testing.assert_allclose(array[:, 0], [data["start"]] * 3, rtol=1e-6)
    assert Scenario.from_link(climb["link"]) == Scenario.from_dict(data)


def test_each_value_that_is_wrong_gets_a_sentence(visitor: Page) -> None:
    data = scenario(
        "stretched-bowl",
        rates=["0.1", "0,01"],
        start=["9", "1"],
        steps="1e9",
        parameters={"kappa": ""},
    )
    problems = visitor.walk(data).json["problems"]
    assert set(problems) == {"rates.1", "start.x", "steps", "parameter.kappa"}
    assert (
        problems["rates.1"]
        == "Walker 2: the learning rate must be a number above 0, not 0,01. Try 0.01."
    )
    assert (
        problems["parameter.kappa"] == "Condition number must be a number, but it is empty. Try 10."
    )


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"3", b"[]", b"null", b'"x"', b"x" * 200_000])
def test_what_is_no_scenario_is_refused(body: bytes, page: Page) -> None:
    answer = page.client.post(page.prefix + "climb", data=body)
    assert answer.status_code == (413 if len(body) > 100_000 else 200)
    if answer.status_code == 200:
        assert all(text.endswith(".") for text in answer.json["problems"].values())


def test_weird_data_never_breaks_the_server(visitor: Page) -> None:
    dice = random.Random(9)
    for _ in range(30):
        data = scenario("stretched-bowl")
        for key in dice.sample(sorted(data), 2):
            data[key] = weird(dice)
        try:
            sent = json.loads(json.dumps(data).replace("\\u0000", ""))
        except (TypeError, ValueError):
            continue  # no browser can send it
        for output, name in (
            ("story.children", "ground_request__data"),
            ("presets.data", "course__data"),
        ):
            answer = visitor.call(output, ("kappa",), **{name: sent})
            assert answer.status_code in (200, 204), (output, sent)
        assert visitor.walk(sent).status_code in (200, 413), sent
    for nothing in (None, [], "x", 3):
        for output, name in (
            ("story.children", "ground_request__data"),
            ("surface.value", "chosen__data"),
        ):
            answer = visitor.call(output, ("kappa",), **{name: nothing})
            assert answer.status_code in (200, 204), (output, nothing)


def test_a_changed_rate_sends_the_path_and_nothing_of_the_ground(visitor: Page) -> None:
    four = scenario(rates=[0.001, 0.01, 0.02, 0.1], steps=200)
    laid = visitor.walk({**four, "mesh": 120}).json["ground"]
    answer = visitor.walk({**four, "mesh": 120, "ground": f"{laid['key']} {laid['cells']}"})
    assert len(answer.data) < 40_000
    assert "ground" not in answer.json


@EVERY
def test_a_ground_holds_its_heights_once(key: str, visitor: Page) -> None:
    ground = visitor.walk({"surface": key, "mesh": 200, "ground": "another 200"}).json["ground"]
    assert ground["cells"] == 200
    assert ground["heights"]["shape"] == [2 * 200 * 200]  # a low and a high byte each
    assert len(json.dumps(ground["figures"])) < 20_000
    assert visitor.walk({"surface": key, "mesh": 7}).json["ground"]["cells"] == 120


@EVERY
def test_presets_are_offered_as_typed_numbers(key: str, visitor: Page) -> None:
    course = scenario(key)
    del course["rates"]
    found = visitor.call("presets.data", course__data=course).json["response"]
    rates = [float(found[ids.PRESETS]["data"][name]) for name in ids.PRESET_NAMES]
    assert rates == sorted(rates)
    assert rates[:3] == list(story(key).rates)
    for button, text in zip(ids.PRESET_BUTTONS, found[ids.PRESETS]["data"].values(), strict=True):
        assert found[button]["children"].endswith(text)


def test_answers_are_compressed(visitor: Page) -> None:
    plain = visitor.get("_dash-layout")
    small = visitor.get("_dash-layout", **{"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.data) < len(plain.data) / 3
    assert gzip.decompress(small.data) == plain.data


def test_thumbnails_are_served_and_kept(page: Page) -> None:
    answer = page.get("thumbnail/slate/beale.png")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert "max-age" in answer.headers["Cache-Control"]
    for path in ("slate/atlantis", "pink/beale", "slate/formula"):
        assert page.get(f"thumbnail/{path}.png").status_code == 404
