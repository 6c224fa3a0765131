"""What travels to the page: JSON without nan, arrays that unpack to what was walked."""

from __future__ import annotations

import base64
import json
import tracemalloc
import zlib
from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import pytest

from app.climb import climb, story
from app.figures.ground import FULL, ground
from app.figures.look import COLOURS, LOOKS, Look
from app.figures.map import contour_map
from app.figures.mountain import mountain
from app.figures.race import race_frame
from app.figures.wire import climb_data, folded, ground_data, ground_key, packed
from app.method import PLAIN, Method
from app.scenario import MOST_STEPS, MOST_WALKERS, Scenario
from app.walk.outcome import Ending
from app.walk.rules import RULES
from surfaces import SURFACES, Array
from surfaces.neuron import curve
from surfaces.words import speaking
from tests.russian import check_russian

EVERY = pytest.mark.parametrize("key", SURFACES)


def unpacked(data: dict) -> Array:
    raw = base64.b64decode(data["bdata"])
    return np.frombuffer(raw, "<" + data["dtype"]).reshape(data["shape"])


def test_packing() -> None:
    array = np.array([[1.5, -2.0], [np.nan, 1e300]])
    found = unpacked(packed(array, "f4"))
    np.testing.assert_array_equal(found, np.array([[1.5, -2.0], [np.nan, np.inf]], "f4"))
    assert packed(np.array([1, 255]), "u1")["bdata"] == base64.b64encode(b"\x01\xff").decode(
        "ascii"
    )


@EVERY
def test_ground(key: str) -> None:
    made = ground(SURFACES[key])
    data = ground_data(made)
    json.dumps(data, allow_nan=False)
    low, high = unpacked(data["heights"]).reshape(2, made.cells, made.cells).astype("u2")
    zigzag = low + 256 * high
    folds = np.where(zigzag % 2, ~(zigzag // 2), zigzag // 2)
    heights = folds.cumsum(axis=0, dtype="u2").cumsum(axis=1, dtype="u2")
    np.testing.assert_array_equal(heights, made.heights)
    assert heights.max() == FULL
    assert set(data["figures"]) == {"mountain", "map", "race"}
    assert not any("z" in trace for figure in data["figures"].values() for trace in figure["data"])


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("key", ["himmelblau", "rosenbrock"])
def test_figures_with_names_for_colours_are_those_of_each_look(key: str, look: Look) -> None:
    made = ground(SURFACES[key])
    told = json.dumps(ground_data(made)["figures"])
    for name in COLOURS:
        told = told.replace(f"var(--{name})", getattr(look, name))
    for i, (_, colour) in enumerate(look.ground):
        told = told.replace(f"var(--ground-{i})", colour)
    figures = (mountain(made, look), contour_map(made, look), race_frame(look))
    for found, figure in zip(json.loads(told).values(), figures, strict=True):
        for trace in figure["data"]:
            trace.pop("z")
        assert found == json.loads(json.dumps(figure))


def test_folded_heights_of_smooth_ground_are_small() -> None:
    made = ground(SURFACES["himmelblau"])
    whole, folds = made.heights.tobytes(), folded(made.heights).tobytes()
    assert len(zlib.compress(folds)) < len(zlib.compress(whole)) / 4


@EVERY
def test_climb(key: str) -> None:
    told = story(key)
    climbed = climb(replace(told, rates=(*told.rates, 1e200)))
    data = climb_data(climbed)
    json.dumps(data, allow_nan=False)
    for name, source in (
        ("points", climbed.walk),
        ("gradients", climbed.walk),
        ("losses", climbed.walk),
        ("limits", climbed),
    ):
        with np.errstate(over="ignore"):
            expected = getattr(source, name).astype("f4")
        np.testing.assert_array_equal(unpacked(data[name]), expected)
    assert data["key"] == ground_key(ground(climbed.surface))
    assert data["rates"] == [*told.rates, 1e200]
    assert len(data["endings"]) == 4
    assert {end["ending"] for end in data["endings"]} <= set(Ending)
    assert data["uphill"] == (told.direction == "up")


def test_keys_tell_grounds_apart() -> None:
    bowl = SURFACES["stretched-bowl"]
    grounds = [ground(bowl), ground(bowl.at(kappa=10.5)), ground(SURFACES["beale"])]
    assert len({ground_key(made) for made in grounds}) == 3
    assert ground_key(ground(bowl, 200)) == ground_key(grounds[0])


def test_a_neuron_brings_its_data_and_its_activation() -> None:
    surface = story("neuron", words={"data": "hubble", "activation": "tanh"}).ground
    data = ground_data(ground(surface))
    json.dumps(data["neuron"], allow_nan=False)
    assert data["neuron"]["activation"] == "tanh"
    w, b, xs = np.array(0.3), np.array(-0.2), np.array([0.1, 1.0, 2.0])
    mean, deviation = data["neuron"]["mean"], data["neuron"]["deviation"]
    expected = np.tanh(0.3 * (xs - mean) / deviation - 0.2)
    np.testing.assert_allclose(curve(surface.neuron, w, b, xs), expected)
    figure = data["figures"]["data"]
    assert go.Figure(figure).data[0].x == tuple(surface.neuron.data.x)
    assert figure["layout"]["xaxis"]["title"]["text"] == "distance (Mpc)"
    assert ground_data(ground(SURFACES["beale"]))["neuron"] is None
    raw = story("neuron", words={"standardise": "no"}).ground
    assert ground_data(ground(raw))["neuron"]["deviation"] == 1


def test_records_travel_where_a_rule_keeps_some() -> None:
    told = story("himmelblau", steps=5)
    assert climb_data(climb(told))["records"] == {}
    mixed = (Method("mountaineer", {"trust": 0.5}), PLAIN, Method("newton"))
    climbed = climb(replace(told, methods=mixed))
    data = climb_data(climbed)
    assert set(data["records"]) == {"seen", "heading", *RULES["newton"].records}
    for name, record in climbed.walk.records.items():
        np.testing.assert_array_equal(unpacked(data["records"][name]), record.astype("f4"))
    assert [rule["values"].get("trust") for rule in data["rules"]] == [0.5, None, None]


def test_a_climb_is_sent_in_the_language_of_whoever_asks_for_it() -> None:
    walked = climb(story("beale", methods=(Method("sign_descent"),)))
    assert climb_data(walked)["endings"][1]["sentence"] == walked.outcomes[1].sentence
    with speaking("ru"):
        sent = climb_data(walked)
    check_russian(sent["endings"][1]["sentence"], walked.outcomes[1].sentence)
    check_russian(sent["endings"][1]["detail"], walked.outcomes[1].detail)
    check_russian(sent["rules"][0]["direction"], RULES["sign_descent"].direction)


def test_the_longest_climb_of_all_stays_small() -> None:
    """Nine walkers and 10,000 steps of Adam: what it takes to walk, and what travels."""
    rates = tuple(0.01 * (i + 1) for i in range(MOST_WALKERS))
    methods = (Method("adam", schedule="cosine"),)
    longest = Scenario("himmelblau", (0.2, 4.4), rates, steps=MOST_STEPS, methods=methods)
    tracemalloc.start()
    data = climb_data(climb(longest))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 32 * 2**20
    assert len(json.dumps(data)) < 5 * 2**20
