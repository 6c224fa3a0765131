"""Tables, terrain and files of other kinds are refused, with a sentence."""

from __future__ import annotations

import pytest

from surfaces.files import MOST_BYTES, FileError, read
from tests.surfaces.files.made import Z, asc, hgt, long, matrix, npy, refusal


def curve(text: bytes) -> bytes:
    return text.replace(b"10.0", b"9.0", 1)


CASES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.csv", b"", "The file is empty."),
    "too large": (
        "a.csv",
        b"1" * (MOST_BYTES + 1),
        "At most 32 MB are read: save every second row",
    ),
    "unknown ending": ("a.xlsx", b"1", "The ending '.xlsx' is not known. Known are: .csv, "),
    "no ending": ("heights", b"1", "The ending '' is not known."),
    "pickle by name": ("a.pkl", b"1", "This is a pickle, which can run code when it is opened."),
    "not a number": (
        "a.csv",
        matrix().replace(b"103.5", b"hello", 1),
        "column 1: 'hello' is not a number",
    ),
    "not a number, row and column": (
        "a.csv",
        b"1,2,3,4\n1,2,3,4\n\n1,2,x,4\n1,2,3,4",
        "'a.csv': Row 4, column 3: 'x' is not a number.",
    ),
    "underscore": (
        "a.csv",
        b"1,2,3,4\n1,2,1_0,4\n1,2,3,4\n1,2,3,4",
        "Row 2, column 3: '1_0' is not a number.",
    ),
    "ragged": (
        "a.csv",
        b"1,2,3,4\n1,2,3,4\n1,2,3\n1,2,3,4",
        "Row 3 has 3 columns, and the row at the top has 4.",
    ),
    "one column": ("a.csv", b"1\n2\n3\n4\n5", "has 5 rows and 1 columns"),
    "header alone": ("a.csv", b"x,y,loss", "There is a header, but no row below it."),
    "blank": ("a.csv", b"  \n \n", "There are no rows in the file."),
    "uneven": (
        "a.csv",
        long().rpartition(b"\n")[0],
        "no full grid: 7 values of 'dir1' and 5 of 'dir2' make 35 places, but there are 34 rows.",
    ),
    "same place": (
        "a.csv",
        long() + b"\n" + long().rpartition(b"\n")[2],
        "Rows 36 and 37 are at the same place.",
    ),
    "place without number": (
        "a.csv",
        curve(long()).rpartition(b"\n")[0] + b"\n,3,4",
        "Row 36: there is no place without a number in column 'dir1'.",
    ),
    "no two columns": (
        "a.csv",
        b"p,q,r,s\n1,2,3,4\n5,6,7,8",
        "of 'q' make 4 places, but there are 2 rows. No other two columns make one either.",
    ),
    "one column and a count": ("a.csv", b"index,a\n1,2", "needs columns for x, y and a height."),
    "one column beside words": ("a.csv", b"net,a,b\nres,1,x\n", "Row 2, column 1: 'res' is not"),
    "name twice": ("a.csv", b"x,x,loss\n1,2,3", "The header has 'x' twice."),
    "wide header": (
        "a.csv",
        b"x,y,loss,acc,n,m\n1,2,3",
        "The header names 6 columns, but the rows have 3.",
    ),
    "quotes": ("a.csv", b'"x,y,' + b"a" * 140_000 + b"\n1,2,3", "its quotes do not match"),
    "long line": ("a.csv", b"1," * 600_000, "Row 1 has more than 1,000,000 characters."),
    "not UTF-8": ("a.csv", b"x,y,h\xf6he\n1,2,3", "no text in UTF-8"),
    "short walk": ("a.csv", b"1,2", "has fewer than two points"),
    "asc header": (
        "a.asc",
        asc().replace(b"cellsize", b"cellsighs"),
        "Row 5: the header does not say cellsize. There stands 'cellsighs'.",
    ),
    "asc size": (
        "a.asc",
        asc().replace(b"ncols 7", b"ncols 7.5"),
        "ncols must be a whole number, not 7.5",
    ),
    "asc negative": (
        "a.asc",
        asc().replace(b"ncols 7", b"ncols -7"),
        "ncols must be above 0, not -7",
    ),
    "asc nan": (
        "a.asc",
        asc().replace(b"cellsize 1.0", b"cellsize nan"),
        "cellsize must be above 0, not nan",
    ),
    "asc claims much": (
        "a.asc",
        asc().replace(b"ncols 7", b"ncols 99999999"),
        "has 499,999,995 numbers",
    ),
    "asc cut off": (
        "a.asc",
        asc()[:-20],
        "The header promises 5 rows of 7, 35 heights; there are 3",
    ),
    "asc too long": ("a.asc", asc() + b" 1 2 3", "there are more than that"),
    "asc text": ("a.asc", asc().replace(b"103.5", b"1O3.5", 1), "'1O3.5' is not a number"),
    "asc header alone": (
        "a.asc",
        asc()[:90].rpartition(b"\n")[0],
        "There are no heights below the header.",
    ),
    "hgt size": (
        "N46E007.hgt",
        hgt()[0][:-2],
        "has 2,884,802 or 25,934,402 bytes, this one 2,884,800",
    ),
    "hgt name": ("alps.hgt", hgt()[0], "does not say where the tile lies"),
    "hgt nowhere": ("N99E007.hgt", hgt()[0], "There is no place 'N99E007' on the earth."),
    "csv is npy": (
        "a.csv",
        npy(Z),
        "a NumPy array, which does not match the ending .csv. Name it with .npy at the end.",
    ),
    "csv is binary": ("a.csv", b"1,2\0", "The content is not text"),
    "asc is gzip": ("a.asc", b"\x1f\x8b123", "a gzip archive"),
}


@pytest.mark.parametrize(("name", "data", "sentence"), CASES.values(), ids=CASES)
def test_it_is_told_in_a_sentence(name: str, data: bytes, sentence: str) -> None:
    assert sentence in refusal(name, data)


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (("dir1", "dir2", "los"), "There is no column 'los'. There are: 'dir1', 'dir2', 'loss'."),
        (("dir1", "dir1", "loss"), "A column was chosen twice."),
        (("loss",), "One column was chosen. Choose x, y and a height"),
    ],
)
def test_columns_that_are_not_there(columns: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(FileError) as error:
        read(long(), "a.csv", columns=columns)
    assert sentence in str(error.value)
