"""A film's time as it is typed after `fall-line export`, and how many frames that makes."""

from __future__ import annotations

import pytest

from app.climb import climb, story
from app.export.errors import WordsError
from app.export.words import read_orders
from app.film.choices import SPANS
from app.film.formats import FILMS
from app.film.length import happenings
from app.film.settings import MOST_FRAMES
from tests.export.test_words import WALK, one


def test_time_goes_to_the_page() -> None:
    words = ("--lead", "1", "--pause", "0.5", "--easing", "eased", "--steps", "40")
    page = one(*WALK, "a.mp4", *words, "--steps-per-second", "16").to_page()
    said = [page[key] for key in ("lead", "pause", "easing", "walk", "hold")]
    assert said == [1, 0.5, "eased", 2.5, SPANS["hold"].default]


def test_frames_are_known_before_a_browser_starts() -> None:
    walk = ("--surface", "saddle")  # its story has three walkers, two of which leave the map
    pauses = len(happenings(climb(story("saddle"))))
    assert pauses == 2
    assert one(*walk, "a.mp4").frames == 300
    assert one(*walk, "a.mp4", "--pause", "1.5", "--lead", "1").frames == 330 + pauses * 45
    assert one(*walk, "a.pptx", "--pause", "1.5").frames == 4 * (300 + pauses * 45)
    assert one(*walk, "a.png", "--pause", "1.5").frames == 1
    assert one(*walk, "a.csv", "--pause", "1.5").frames == 0


@pytest.mark.parametrize("key", ["mp4", "webm"])
def test_an_hour_of_film_can_be_ordered(key: str) -> None:
    order = one(*WALK, f"a.{key}", "--seconds", "3600")
    assert order.frames == 108_060
    assert order.frames < FILMS[key].most == MOST_FRAMES


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--steps-per-second", "0.01", "--steps", "90"),
            "--steps-per-second 0.01: 90 steps would take 9000 s, and a walk takes 0.5 to 3600 s. "
            "Try 11.2.",
        ),
        (("--steps-per-second", "0"), "must be a number above 0, not '0'; try 5"),
        (("--steps-per-second", "inf"), "must be a number above 0, not 'inf'"),
        (
            ("--steps-per-second", "5", "--seconds", "6"),
            "argument --seconds/--walk: not allowed with argument --steps-per-second",
        ),
        (
            ("b.gif", "--seconds", "60", "--lead", "60", "--hold", "1", "--fps", "60"),
            "b.gif would have 7260 frames, and 7200 are the most. Make it shorter, lower --fps, or "
            "make an MP4.",
        ),
    ],
)
def test_a_sentence_says_what_is_wrong(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(WordsError) as said:
        read_orders([*WALK, "a.mp4", *words])
    assert sentence in str(said.value)
