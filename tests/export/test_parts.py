"""What of a film is shown and how its mountains stand, as it is typed."""

from __future__ import annotations

from typing import Any

import pytest

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
