"""What of a film is shown and how its mountains stand, as it is typed."""

from __future__ import annotations

from typing import Any

import pytest

from app.export.errors import WordsError
from app.export.words import read_orders
from app.film.choices import ARRANGEMENTS, PARTS


def page(*words: str) -> dict[str, Any]:
    """What the page hears of a film that is ordered with these words."""
    (order,) = read_orders(["--surface", "himmelblau", "--rates", "0.01", "a.mp4", *words])[0]
    return order.to_page()


@pytest.mark.parametrize(
    ("words", "compass"),
    [
        ((), False),
        (("--with", "compass"), True),
        (("--knows", "arrow,compass"), True),
        (("--knows", "arrow,compass", "--without", "compass"), False),
    ],
)
def test_the_compass_is_shown_as_the_page_has_it_unless_somebody_says(
    words: tuple[str, ...], compass: bool
) -> None:
    film = page(*words)
    assert {part for part in PARTS if film[part]} == {*PARTS} - (
        {"compass"} if not compass else set()
    )


@pytest.mark.parametrize("key", ARRANGEMENTS)
def test_an_arrangement_goes_to_the_page(key: str) -> None:
    assert page("--arrange", key)["arrangement"] == key


def test_a_chosen_walker_goes_to_the_page_and_pauses_are_its_own() -> None:
    walk = ("--surface", "saddle", "--pause", "1")  # of three, the second and third leave the map
    assert page().get("walker") == 0
    orders = [read_orders([*walk, "a.mp4", "--walker", str(n)])[0][0] for n in (1, 2, 3)]
    assert [order.to_page()["walker"] for order in orders] == [1, 2, 3]
    assert [order.frames for order in orders] == [300, 330, 330]
    (slides,) = read_orders([*walk, "a.pptx", "--walker", "2"])[0]
    assert slides.frames == 330


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("a.mp4", "--walker", "5"),
            "--walker 5: a.mp4 can show walkers 1 to 3. Choose one of them, or leave it out for "
            "all.",
        ),
        (("a.mp4", "--walker", "0"), "a walker is a number from 1 on, not '0'; try 1"),
        (("a.mp4", "--walker", "two"), "a walker is a number from 1 on, not 'two'; try 1"),
        (("a.csv", "--walker", "1"), "--walker says nothing about csv. Leave it out."),
        (
            ("a.mp4", "--walker", "1", "--arrange", "grid"),
            "argument --arrange: not allowed with argument --walker",
        ),
    ],
)
def test_a_walker_that_cannot_be_is_refused(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(WordsError) as said:
        read_orders(["--surface", "saddle", *words])
    assert sentence in str(said.value)
