"""CSV files that people have: separators, decimal commas, headers; a sentence for the bad ones."""

from __future__ import annotations

import random

import numpy as np
import pytest

from surfaces.neuron import DataError, read_columns
from surfaces.neuron.csv_columns import LONGEST_LINE, MOST_COLUMNS, MOST_ROWS

GOOD = {  # what is special: (text, header)
    "comma": ("a,b\n1,2.5\n-3,4e2\n", ("a", "b")),
    "no header": ("1,2.5\n-3,4e2\n", ("column 1", "column 2")),
    "semicolon": ("a;b\n1;2.5\n-3;4e2", ("a", "b")),
    "decimal comma": ("a;b\n1,0;2,5\n-3;400,0", ("a", "b")),
    "tab": ("a\tb\n1\t2,5\n-3\t400", ("a", "b")),
    "windows lines": ("a,b\r\n1,2.5\r\n-3,4e2\r\n", ("a", "b")),
    "old mac lines": ("a,b\r1,2.5\r-3,4e2\r", ("a", "b")),
    "byte order mark": ("\ufeffa,b\n1,2.5\n-3,4e2", ("a", "b")),
    "quotes": ('"a","b"\n"1","2.5"\n"-3","4E+2"', ("a", "b")),
    "spaces and empty lines": ("\n a , b \n\n 1 ,2.50 \n  \n-3,+400.\n\n", ("a", "b")),
    "comments": ("# made; by me\na,b\n# 1,1\n1,2.5\n-3,4e2", ("a", "b")),
    "no name for one": (",b\n1,2.5\n-3,4e2", ("column 1", "b")),
    "one name twice": ("a,a\n1,2.5\n-3,4e2", ("a", "a (column 2)")),
}


@pytest.mark.parametrize("kind", GOOD)
def test_good_files(kind: str) -> None:
    text, header = GOOD[kind]
    columns = read_columns(text, "f.csv")
    assert columns.header == header
    data = columns.data_set(header[0], header[1])
    np.testing.assert_array_equal(data.x, [1, -3])
    np.testing.assert_array_equal(data.t, [2.5, 400])
    assert (data.feature, data.target, data.name) == (*header, "f.csv")
    assert bool(data.notes) == (kind in ("decimal comma", "tab"))


def test_columns_are_picked_by_name_or_place_and_others_may_hold_words() -> None:
    columns = read_columns("who,size,weight\nAda,1,10\nBob,2,30\n", "f.csv")
    assert columns.numeric() == ("size", "weight")
    for feature, target in (("size", "weight"), (1, 2), ("size", 2)):
        data = columns.data_set(feature, target)
        assert (data.x.tolist(), data.t.tolist()) == ([1, 2], [10, 30])
    assert columns.data_set(2, 1).x.tolist() == [10, 30]


def test_a_first_row_of_words_and_numbers_is_no_header() -> None:
    columns = read_columns("Ada,1,10\nBob,2,30\n", "f.csv")
    assert columns.header == ("column 1", "column 2", "column 3")
    assert columns.data_set(1, 2).x.tolist() == [1, 2]


BAD = {  # text: what is said of it
    "": "f.csv: the file is empty. It needs a line for each pair of numbers.",
    " \n\n": "f.csv: the file is empty. It needs a line for each pair of numbers.",
    "# only this\n": "f.csv: the file is empty. It needs a line for each pair of numbers.",
    "a,b\n": "f.csv: there is a header but no row below it. Add rows of numbers.",
    "a,b\n1,2\n3\n": "f.csv, line 3: there are 1 cells here and 2 in the first row. "
    "Give every row the same number of cells.",
    "a,b\n1,2\n\n# c\n3,x\n": "f.csv, line 5, column 'b': 'x' is not a number. "
    "Correct or remove it.",
    "a,b\n1,2\n3,\n": "f.csv, line 3, column 'b': there is no number. "
    "Fill it in or remove the line.",
    "a,b\n1,2\n3,nan\n": "f.csv, line 3, column 'b': 'nan' is not a number. Correct or remove it.",
    "a,b\n1,2\n3,1_0\n": "f.csv, line 3, column 'b': '1_0' is not a number. Correct or remove it.",
    "a,b\n1,2\n3,٣\n": "f.csv, line 3, column 'b': '٣' is not a number. Correct or remove it.",
    "a,b\n1,2\n3,1\x00\n": "f.csv, line 3, column 'b': '1\ufffd' is not a number. "
    "Correct or remove it.",
    "a;b\n1;2\n3;1.234,5\n": "f.csv, line 3, column 'b': '1.234,5' is not a number. "
    "Correct or remove it.",
    "a;b\n1;2\n3;1,234,5\n": "f.csv, line 3, column 'b': '1,234,5' is not a number. "
    "Correct or remove it.",
    "a,b\n1,2\n3," + "9" * 39 + "xx\n": "f.csv, line 3, column 'b': '" + "9" * 39 + "…' is not a "
    "number. Correct or remove it.",
    "a,b\n1,2\n3,1e999\n": "f.csv: 'b' has numbers beyond 1e+50. Rescale them.",
    "a,b\n1,2\n": "f.csv: a neuron learns from 2 pairs or more. Add rows.",
    "a,b\n1,2\n1,3\n": "f.csv: 'a' is the same in every row, so no weight can be learned from it. "
    "Choose a column that varies.",
    "a\n1\n2\n": "f.csv has 1 columns, so no column 2.",
}


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_bad_files_are_told_in_a_sentence(text: str) -> None:
    with pytest.raises(DataError) as error:
        read_columns(text, "f.csv").data_set(0, 1)
    assert str(error.value) == BAD[text]


@pytest.mark.parametrize(
    ("feature", "target", "sentence"),
    [
        ("sise", "weight", "f.csv has no column 'sise'. Did you mean 'size'?"),
        ("q", "weight", "f.csv has no column 'q'. It has: size, weight."),
        (0, 2, "f.csv has 2 columns, so no column 3."),
        (-1, 0, "f.csv has 2 columns, so no column 0."),
        (
            "size",
            0,
            "f.csv: 'size' is both the feature and the target. "
            "Choose another column for one of them.",
        ),
    ],
)
def test_a_wrong_choice_of_columns(feature: str | int, target: str | int, sentence: str) -> None:
    with pytest.raises(DataError) as error:
        read_columns("size,weight\n1,2\n2,3\n", "f.csv").data_set(feature, target)
    assert str(error.value) == sentence


def test_limits() -> None:
    full = "1,2\n" * (MOST_ROWS - 1) + "2,3\n"
    for text in (full, "a,b\n" + full):
        assert len(read_columns(text, "f.csv").data_set(0, 1).x) == MOST_ROWS
    wide = ",".join("1" * (MOST_COLUMNS + 1))
    for text, said in (
        (full + "1,2\n", "f.csv has more than 100,000 rows. Keep a sample of them."),
        ("a,b\n" + full + "1,2\n", "f.csv has more than 100,000 rows. Keep a sample of them."),
        (full * 2, "f.csv has more than 100,000 rows. Keep a sample of them."),
        (wide, "f.csv has 1,001 columns; the limit is 1,000."),
        ("1,2\n" + "1" * (LONGEST_LINE + 1), "f.csv, line 2: 100,001 characters are more"),
    ):
        with pytest.raises(DataError) as error:
            read_columns(text, "f.csv")
        assert str(error.value).startswith(said)


def test_a_quote_that_never_ends_is_told() -> None:
    text = 'a,b\n1,"2\n' + "3,4\n" * 60_000  # more than a cell may hold
    with pytest.raises(DataError, match=r"f.csv, line \d+: this is not CSV"):
        read_columns(text, "f.csv")


def test_junk_gives_columns_or_a_sentence_and_nothing_else() -> None:
    source = random.Random(9)
    for _ in range(3_000):
        text = "".join(source.choices('0123456789,;\t\n\r".-+eE# xa\x00\ud800é', k=30))
        try:
            read_columns(text, "f.csv").data_set(0, 1)
        except DataError as error:
            assert str(error).startswith("f.csv") and str(error).endswith((".", "?"))
