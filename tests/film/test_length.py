"""How long films are: as the page counts, by one table of cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.climb import climb, story
from app.film.choices import EASINGS, USUAL_EASING
from app.film.formats import FILMS
from app.film.length import film_count, frame_count, happenings
from app.folders import ASSETS
from app.walk.endings import Ending

CASES = json.loads((Path(__file__).parents[1] / "film_lengths.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_frames_are_counted_as_on_the_page(case: dict[str, Any]) -> None:
    assert frame_count(case["fps"], case, case["stops"]) == case["frames"]


def test_what_happens_is_told_by_the_endings() -> None:
    ends = [(end.ending, end.step) for end in climb(story("saddle")).outcomes]
    assert ends == [(Ending.CRAWLING, None), (Ending.LEFT, 20), (Ending.LEFT, 10)]
    assert happenings(climb(story("saddle"))) == [10, 20]
    assert [happenings(climb(story("saddle")), walker) for walker in (1, 2, 3)] == [[], [20], [10]]


@pytest.mark.parametrize(
    ("key", "options", "walkers", "films"),
    [("mp4", {}, 3, 1), ("pptx", {}, 3, 4), ("pptx", {}, 1, 1), ("pptx", {"slides": "film"}, 3, 1)],
)
def test_slides_hold_a_film_of_each_walker(
    key: str, options: dict[str, str], walkers: int, films: int
) -> None:
    assert film_count(FILMS[key], options, walkers) == films


def test_the_page_knows_every_easing() -> None:
    module = (ASSETS / "lib" / "film_time.mjs").read_text()
    table = module.split("EASINGS = {")[1].split("};")[0]
    assert [row.split(":")[0].strip() for row in table.strip().splitlines()] == list(EASINGS)
    assert next(iter(EASINGS)) == USUAL_EASING
