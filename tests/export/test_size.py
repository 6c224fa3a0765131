"""A film's size as it is typed after `fall-line export`: of the menu, or one of one's own."""

from __future__ import annotations

import pytest

from app.export.errors import WordsError
from app.export.words import read_orders
from app.film.settings import SIZES
from tests.export.test_words import WALK, one


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_sizes_by_name_and_by_pixels(size: object) -> None:
    for text in (size.key, f"{size.width}x{size.height}", f"{size.width}X{size.height}"):
        assert one(*WALK, "a.mp4", "--size", text).size == size


@pytest.mark.parametrize(
    ("text", "width", "height", "remark"),
    [
        ("1000x700", 1000, 700, ""),
        ("3840X2160", 3840, 2160, ""),
        ("64x64", 64, 64, ""),
        ("1001x701", 1000, 700, "1001 x 701 has an odd side, and films have none: 1000 x 700."),
        ("65x2161", 64, 2160, "65 x 2161 has an odd side, and films have none: 64 x 2160."),
    ],
)
def test_sizes_of_ones_own(text: str, width: int, height: int, remark: str) -> None:
    order = one(*WALK, "a.mp4", "--size", text)
    assert (order.to_page()["width"], order.to_page()["height"]) == (width, height)
    assert order.remark == remark
    assert one(*WALK, "a.csv", "--size", text).remark == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((*WALK, "a.mp4", "--size", "9x9"), "argument --size: '9x9' is none; try 720p"),
        ((*WALK, "a.mp4", "--size", "3842x9"), "square, or from 64x64 to 3840x2160."),
        ((*WALK, "a.mp4", "--size", "1280x2162"), "argument --size: '1280x2162' is none; try"),
        ((*WALK, "a.mp4", "--size", "63x64"), "argument --size: '63x64' is none; try"),
        (
            (*WALK, "a.png", "--size", "3840x2160", "--scale", "3"),
            "--scale 3: 3840 x 2160 can be drawn at most 2 times as fine.",
        ),
    ],
)
def test_a_sentence_says_what_is_wrong(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(WordsError) as said:
        read_orders(words)
    assert sentence in str(said.value)
