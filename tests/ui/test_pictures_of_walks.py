"""Sweeps, basins and rates by start over HTTP: the engine's numbers, streamed, and stopped."""

from __future__ import annotations

import base64
import http.client
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from waitress import create_server

from app.climb import climb, course_of, story
from app.figures.wire import packed
from app.scenario import Scenario
from app.server import create_app
from app.ui.callbacks import basins as streams
from app.walk.basins import ENDINGS, FIRST, RATES, STARTS, UPPER, Part, Picture, basins, parts
from app.walk.sweep import six_decades, sweep

PICTURES = ("basins", "rate-by-start")
EVERY = ("sweep", *PICTURES)
Json = dict[str, Any]


def scenario(key: str = "himmelblau", **changes: Any) -> Json:
    return {**story(key).to_dict(), "steps": 30, **changes}


def unpacked(packed: Json) -> Any:
    data = np.frombuffer(base64.b64decode(packed["bdata"]), "<" + packed["dtype"])
    return data.reshape(packed["shape"])


@pytest.fixture
def client(tmp_path: Path) -> Any:
    return create_app(films=tmp_path).server.test_client()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of a few cells."""

    def thinned(whole: Any, step: int) -> Any:
        def make(*args: Any) -> Picture:
            picture = whole(*args)
            return Picture(picture.starts[::step, ::step], picture.rates[::step, ::step])

        return make

    monkeypatch.setattr(streams, "basins", thinned(streams.basins, 16))
    monkeypatch.setattr(streams, "rate_by_start", thinned(streams.rate_by_start, 10))


def lines(answer: Any) -> tuple[Json, list[Json]]:
    """The first line and the others of an answer, which is closed then, as servers do."""
    with answer:
        assert answer.status_code == 200
        first, *rest = (json.loads(line) for line in answer.text.splitlines())
        return first, rest


def painted(about: Json, rest: list[Json], name: str) -> Any:
    image = np.full((about["rows"], about["columns"]), -1)
    for part in rest:
        values = unpacked(part[name])
        cells = image[part["row"] :: part["down"], part["column"] :: part["right"]]
        cells[: values.shape[0], : values.shape[1]] = values
    assert (image >= 0).all()
    return image


@pytest.mark.parametrize("walker", [0, 2])
def test_a_sweep_is_that_of_the_walker(client: Any, walker: int) -> None:
    methods = [{"rule": "momentum"}, {}, {"rule": "adam", "schedule": "cosine"}]
    data = scenario(methods=methods)
    answer = client.post("/sweep", json={**data, "walker": walker}).json
    told = Scenario.from_dict(data)
    course = course_of(told, walker)
    found = sweep(course, told.start, six_decades(course, told.start, present=told.rates))
    np.testing.assert_array_equal(unpacked(answer["rates"]), found.rates)
    np.testing.assert_array_equal(unpacked(answer["steps"]), found.steps)
    np.testing.assert_array_equal(unpacked(answer["losses"]), unpacked(packed(found.losses, "f4")))
    assert [answer["endings"][c] for c in unpacked(answer["classes"])] == list(found.endings)
    assert answer["limit"] == (pytest.approx(found.limit) if np.isfinite(found.limit) else None)
    assert (answer["best"], answer["walked"]) == (found.best, 30)


@pytest.mark.usefixtures("few")
def test_basins_are_those_of_the_engine(client: Any) -> None:
    data = scenario(steps=100, rates=[1e-4, 0.01])
    about, rest = lines(client.post("/basins", json={**data, "walker": 1}))
    assert (about["rows"], about["columns"], about["steps"]) == (16, 16, 100)
    assert (about["rate"], about["first"], len(about["minima"])) == (0.01, FIRST, 4)
    assert rest[-1]["done"] == 1
    assert [part["done"] for part in rest] == sorted(part["done"] for part in rest)
    course = course_of(Scenario.from_dict(data), 1)
    whole = basins(course, 0.01)
    picture = Picture(whole.starts[::16, ::16], whole.rates[::16, ::16])
    expected = np.full((16, 16), -1)
    for part in parts(course, picture):
        expected[part.row :: part.down, part.column :: part.right] = part.classes
    np.testing.assert_array_equal(painted(about, rest, "classes"), expected)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("line", [None, [[-4, -4], [4, 3.5]]])
def test_rate_by_start(client: Any, line: Any) -> None:
    data = scenario()
    about, rest = lines(client.post("/rate-by-start", json={**data, "line": line}))
    assert about["columns"] == STARTS // 10
    y = data["start"][1]
    assert about["line"] == (line or [[-5.0, y], [5.0, y]])
    rates = unpacked(about["rates"])
    assert rates.shape == (about["rows"],)
    assert np.diff(np.log10(rates)) == pytest.approx(10 * 6 / (RATES - 1))
    classes = painted(about, rest, "classes")
    assert ENDINGS[classes[0, 0]] == "crawling"
    assert (painted(about, rest, "steps") <= 30).all()


def test_rates_of_a_line_are_the_same_wherever_on_it_one_sets_out(client: Any) -> None:
    """From its own start, steep or level, a sweep has rates of its own."""

    def rates(address: str, x: float) -> Any:
        data = scenario(start=[x, 4.4], rates=[0.01])
        with client.post(f"/{address}", json=data) as answer:
            return unpacked(json.loads(next(iter(answer.response)))["rates"])

    line = rates("rate-by-start", -5)
    np.testing.assert_array_equal(line, rates("rate-by-start", -0.3))
    assert not np.allclose(rates("sweep", -5), rates("sweep", -0.3))
    assert np.log10(line[-1] / line[0]) == pytest.approx(UPPER, abs=0.05)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("address", EVERY)
def test_what_is_wrong_is_told_in_sentences(client: Any, address: str) -> None:
    def problems(data: Any) -> Json:
        text = data if isinstance(data, str) else json.dumps(data)
        answer = client.post(f"/{address}", data=text)
        assert answer.status_code == 200
        found: Json = answer.json["problems"]
        assert all(text.endswith(".") for text in found.values())
        return found

    assert set(problems(scenario(rates=["x"]))) == {"rates.0"}
    for walker in (3, -1, 0.5, "first", None, [0], True, 1e999):
        assert set(problems(scenario(walker=walker))) == {"walker"}
    for junk in ("", "{", "[]", "null"):
        assert problems(junk)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    "line",
    ["x", 5, [], [[1, 2]], [[1, 2], [3]], [[1, 2], [3, "y"]], [[0, 0], [0, 1e999]], {"a": 1}],
)
def test_a_bad_line(client: Any, line: Any) -> None:
    answer = client.post("/rate-by-start", json=scenario(line=line)).json
    assert answer["problems"]["line"].startswith("A line has two ends")


def test_mini_batches_are_felt_in_a_sweep_as_in_a_climb(client: Any) -> None:
    words = {"data": "hubble", "batch": "8"}
    data = {**story("neuron", words=words).to_dict(), "steps": 20}
    told = Scenario.from_dict(data)
    assert told.ground.felt
    answer = client.post("/sweep", json=data).json
    assert answer["limit"] is None
    course = course_of(told, 0)
    (expected,) = climb(replace(told, rates=told.rates[:1])).walk.points
    np.testing.assert_array_equal(course.walk(told.start, told.rates[:1]).points[0], expected)


def test_where_nothing_moves(client: Any) -> None:
    data = {**scenario("formula"), "words": {"formula": "3 + 0*x"}}
    for address in ("sweep", "rate-by-start"):
        assert "Nothing moves" in client.post(f"/{address}", json=data).json["problems"]["start"]


def test_only_so_many_at_a_time(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "PATIENCE_S", 0)
    running = [client.post("/basins", json=scenario()) for _ in range(streams.AT_ONCE)]
    answer = client.post("/basins", json=scenario())
    assert answer.status_code == 503
    assert answer.json["problems"]["busy"] == streams.BUSY
    assert client.post("/climb", json=scenario()).json["steps"] == 30
    running.pop().close()  # before it began
    running.append(client.post("/basins", json=scenario()))
    next(iter(running[0].response))  # another one after it did
    running.pop(0).close()
    running.append(client.post("/rate-by-start", json=scenario()))
    assert running[-1].status_code == 200
    for answer in running:
        answer.close()


def test_who_goes_away_stops_the_walking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = threading.Event()

    def endless(*_: Any) -> Iterator[Part]:
        cells = np.zeros((1, 1), dtype=np.uint8)
        try:
            while True:
                time.sleep(0.002)  # walking takes time, in which the server hears who goes
                yield Part(0, 0, 1, 1, cells, cells.astype(np.uint16), np.empty((0, 2)))
        finally:
            stopped.set()

    monkeypatch.setattr(streams, "parts", endless)
    server = create_server(create_app(films=tmp_path).server, host="127.0.0.1", port=0, threads=2)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        visitor = http.client.HTTPConnection("127.0.0.1", server.effective_port)
        visitor.request("POST", "/basins", json.dumps(scenario()))
        answer = visitor.getresponse()
        assert json.loads(answer.readline())["rows"] > 0
        assert json.loads(answer.readline())["down"] == 1
        assert not stopped.is_set()
        answer.close()
        visitor.close()
        assert stopped.wait(20)
    finally:
        server.close()
