"""Numbers in boxes and on sliders; and that every name of the page is there once."""

from __future__ import annotations

import json

import numpy as np
import pytest

from app.climb import story
from app.film.formats import FORMATS
from app.film.options import OPTIONS
from app.made import KINDS
from app.method import Method
from app.ui import ids
from app.ui.callbacks.presets import button_text, course_presets
from app.ui.controls import FASTEST, SLOWEST, number_text, slider_place
from app.ui.ground_controls import parameter_controls
from app.ui.layout import layout
from app.ui.notes import note
from surfaces import SURFACES, TERRAINS

EVERY = pytest.mark.parametrize("key", SURFACES)


def test_numbers_read_back_as_the_same_float() -> None:
    dice = np.random.default_rng(4)
    for value in (10 ** dice.uniform(-300, 300, 500)).tolist():
        assert float(number_text(value)) == value
        assert float(number_text(-value)) == -value
    for value, text in (
        (0.1, "0.1"),
        (3.0, "3"),
        (-0.0, "-0"),
        (9.2e-5, "0.000092"),
        (1e-7, "1e-07"),
        (1 / 3, "0.3333333333333333"),
        (123456789.0, "123456789"),
    ):
        assert number_text(value) == text


def test_sliders_stop_at_their_ends() -> None:
    for rate, place in ((0.01, -2), (1.0, 0), (5e-324, SLOWEST), (1e300, FASTEST)):
        assert slider_place(rate) == place


@EVERY
def test_presets_of_a_course(key: str) -> None:
    told = story(key)
    found = course_presets(told)
    assert tuple(found) == ids.PRESET_NAMES
    assert tuple(float(found[name]) for name in ids.PRESET_NAMES[:3]) == told.rates


def test_where_no_rate_diverges_no_number_is_made_up() -> None:
    found = course_presets(story("himmelblau", methods=(Method("line_search"),)))
    assert tuple(found) == ids.PRESET_NAMES[:3]
    assert button_text("diverges", found) == "diverges: none"
    assert button_text("good", found) == f"good {found['good']}"


@EVERY
def test_a_box_for_every_parameter(key: str) -> None:
    boxes = parameter_controls(SURFACES[key])
    assert len(boxes) == len(SURFACES[key].parameters)
    for box, parameter in zip(boxes, SURFACES[key].parameters, strict=True):
        text = json.dumps(box.to_plotly_json(), default=lambda part: part.to_plotly_json())
        assert parameter.help in text
        assert f'"key": "{parameter.key}"' in text


def test_every_part_is_on_the_page_once() -> None:
    page = layout()
    parts = (page, *page._traverse())
    found = [part.id for part in parts if isinstance(getattr(part, "id", None), str)]
    assert len(found) == len(set(found))
    names = [value for name, value in vars(ids).items() if name.isupper()]
    single = {name for name in names if isinstance(name, str)}
    several = {name for group in names if isinstance(group, tuple) for name in group}
    assert (single | several) - set(found) == set(ids.PRESET_NAMES)


def test_menus_hold_every_row() -> None:
    parts = {part.id: part for part in layout()._traverse() if getattr(part, "id", None)}
    menu = parts[ids.SURFACE].data
    made, *terrains = menu
    assert {item["value"]: item["label"] for item in made["items"]} == {
        key: kind.name for key, kind in KINDS.items()
    }
    assert [group["group"] for group in terrains] == list(TERRAINS)
    items = [item for group in terrains for item in group["items"]]
    assert {item["value"]: item["label"] for item in items} == {
        key: surface.name for key, surface in SURFACES.items()
    }
    groups = parts[ids.FILM_FORMAT].data
    assert [row["value"] for group in groups for row in group["items"]] == list(FORMATS)
    for key, option in OPTIONS.items():
        choices = {row["value"]: row["label"] for row in parts[ids.FILM_OPTIONS[key]].data}
        assert choices == option.choices


def test_a_note() -> None:
    assert note("Title", "Sentence.")["message"] == "Sentence."
