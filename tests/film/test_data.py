"""CSV, JSON and npz: read back by others, they are the climb, to the last bit."""

from __future__ import annotations

import csv
import io
import json
import re

import numpy as np
import pytest

from app.climb import Climb, climb
from app.film import data, links
from app.film.records import RECORDS
from app.scenario import Scenario
from tests.film.climbs import lost, walked

CLIMBS = {
    "plain": walked(),
    "records": walked("himmelblau", "mountaineer", "momentum", "mountaineer"),
    "blew up": lost(),
    "neuron": walked("neuron"),
}
EACH = pytest.mark.parametrize("climb", CLIMBS.values(), ids=CLIMBS.keys())


def columns(climb: Climb) -> dict[str, np.ndarray]:
    """What a table should hold, (walkers, steps + 1) each."""
    x, y = climb.surface.axes
    return {
        x: climb.walk.points[..., 0],
        y: climb.walk.points[..., 1],
        "loss": climb.walk.losses,
        f"gradient_{x}": climb.walk.gradients[..., 0],
        f"gradient_{y}": climb.walk.gradients[..., 1],
        "limit": climb.limits,
    }


@EACH
def test_csv_as_its_header_says_it_is_read(climb: Climb) -> None:
    text = data.csv_table(climb, links.address(climb)).decode()
    skip = int(re.search(r"skip_header=(\d+)", text)[1])  # type: ignore[index]
    table = np.genfromtxt(io.StringIO(text), delimiter=",", names=True, skip_header=skip)
    walkers, places = climb.walk.losses.shape
    for name, expected in columns(climb).items():
        np.testing.assert_array_equal(table[name].reshape(walkers, places), expected)
    np.testing.assert_array_equal(table["step"], np.tile(np.arange(places), walkers))
    np.testing.assert_array_equal(table["walker"], np.repeat(np.arange(walkers) + 1, places))
    rates = table["rate"].reshape(walkers, places)
    np.testing.assert_array_equal(rates[:, :-1], climb.rates)
    assert np.isnan(rates[:, -1]).all()


def test_csv_is_a_table_for_everybody_under_its_comments() -> None:
    lines = data.csv_table(walked(), "page").decode().splitlines()
    assert lines[2] == "# page"
    rows = list(csv.reader(line for line in lines if not line.startswith("#")))
    assert len({len(row) for row in rows}) == 1


@EACH
def test_json_in_its_strictest_form(climb: Climb) -> None:
    def refuse(word: str) -> float:
        raise AssertionError(f"{word} is no JSON")

    text = json.loads(data.json_text(climb, "page"), parse_constant=refuse)
    for walker, walk in enumerate(text["walks"]):
        for name, expected in columns(climb).items():
            got = [float(value) for value in walk[name]]
            np.testing.assert_array_equal(got, expected[walker])
    assert Scenario.from_dict(text["scenario"]) == climb.scenario
    assert text["endings"] == [outcome.sentence for outcome in climb.outcomes]


@EACH
def test_npz_without_pickles(climb: Climb) -> None:
    with np.load(io.BytesIO(data.npz(climb, "page")), allow_pickle=False) as arrays:
        walk = climb.walk
        for name in ("points", "losses", "gradients"):
            np.testing.assert_array_equal(arrays[name], getattr(walk, name))
        np.testing.assert_array_equal(arrays["rates"], climb.rates)
        for name, record in walk.records.items():
            np.testing.assert_array_equal(arrays[f"record_{name}"], record)
        assert Scenario.from_dict(json.loads(str(arrays["scenario"]))) == climb.scenario
        header = str(arrays["header"])
        for name in set(arrays.files) - {"header", "scenario"}:
            assert f"{name}: {' x '.join(map(str, arrays[name].shape))}" in header


@pytest.mark.parametrize("row", RECORDS.values(), ids=RECORDS.keys())
def test_every_record_is_small_and_holds_the_link(row) -> None:
    walk = walked()
    body = row.make(walk, links.address(walk))
    assert 0 < len(body) < (6_000_000 if row.key == "html" else 100_000)  # plotly.js is in it
    if row.key != "npz":
        assert "surface=himmelblau" in body.decode()


def test_links_lead_back() -> None:
    walk = lost()
    text = links.link(walk, links.address(walk)).decode().strip()
    assert Scenario.from_link(text.partition("?")[2]) == walk.scenario
    frame = links.embed(walk, 'https://a.example/?surface=x&y="><script>').decode()
    assert "<script>" not in frame and "&amp;embed=1" in frame
    assert climb(walk.scenario).scenario == walk.scenario
