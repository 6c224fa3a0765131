"""Files that visitors opened: found by their token alone, private, and not kept for ever."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import numpy as np
import pytest

from app.climb import climb, story
from app.figures.ground import ground
from app.figures.race import race_axes
from app.figures.wire import ground_data
from app.made import MadeError, make, measured, store
from app.made.measured import link_of, recorded, recorded_losses
from app.made.neuron import link_of_pairs
from app.ui.callbacks.upload import decoded
from app.ui.ground_controls import report, word_controls
from surfaces.files import MOST_BYTES

VALLEY = "\n".join(
    ",".join(str((i - 4) ** 2 + 3 * (j - 3) ** 2) for i in range(9)) for j in range(8)
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield next(tmp_path.glob("fall-line-*"), tmp_path)
    measured._read.cache_clear()


def test_a_file_is_found_by_its_token() -> None:
    token = store.keep(b"1,2\0,3", r"C:\secret\höhen.csv")
    assert store.find(token) == (b"1,2\0,3", "höhen.csv")
    assert store.TOKEN.fullmatch(token)
    assert store.keep(b"", "") != token


@pytest.mark.parametrize("token", ["", "x", "../key", "a" * 32, "a" * 31 + "/", "\0" * 32])
def test_nothing_else_is_found(token: str) -> None:
    store.keep(b"data", "a.csv")
    assert store.find(token) is None


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_others_cannot_look(tmp_path: Path) -> None:
    store.keep(b"data", "a.csv")
    for path in tmp_path.glob("fall-line-*/files"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_old_files_and_too_many_make_room(tmp_path: Path) -> None:
    old = store.keep(b"old", "old.csv")
    (path,) = tmp_path.glob(f"fall-line-*/files/{old}")
    os.utime(path, (0, time.time() - store.DAY - 1))
    tokens = [store.keep(b"new", "new.csv") for _ in range(store.MOST_FILES + 5)]
    kept = [token for token in tokens if store.find(token)]
    assert store.find(old) is None
    assert len(kept) == store.MOST_FILES
    assert tokens[-1] in kept


def shown_words(words: dict[str, str]) -> set[str]:
    """The words of a file that have a control."""
    controls = word_controls("file", words)
    return {one.children[1].id["key"] for one in controls if getattr(one, "className", "")}


def test_a_csv_file_is_ground() -> None:
    query = link_of(VALLEY.encode(), "valley.csv")
    words = dict(part.split("=") for part in query.split("&"))
    assert words.pop("surface") == "file"
    told = story("file", words=words)
    assert told.ground.minima == ((4, 3),)
    assert climb(told).outcomes[1].ending == "reached"
    assert shown_words(told.words) == {"grid", "height"}
    (details,) = report(told.ground)
    assert "8" in str(details)


@pytest.mark.parametrize(
    ("contents", "name", "sentence"),
    [
        ("data:;base64,AAAA", "a.csv", "."),
        ("data:;base64,!!!!", "a.csv", "did not arrive whole"),
        ("data:;base64,", "a.csv", "."),
        ("", "a.csv", "."),
        ("data:;base64," + "A" * (2 * MOST_BYTES), "a.csv", "larger than 32 MB"),
        ("data:;base64,gASVAAAA", "a.npy", "."),
    ],
)
def test_a_bad_file_gets_a_sentence(contents: str, name: str, sentence: str) -> None:
    with pytest.raises(MadeError) as caught:
        link_of(decoded(contents), name)
    assert sentence in str(caught.value)


def test_a_file_that_is_gone_is_asked_for_again(tmp_path: Path) -> None:
    words = dict(part.split("=") for part in link_of(VALLEY.encode(), "a.csv").split("&")[1:])
    for path in tmp_path.glob("fall-line-*/files/*"):
        path.unlink()
    measured._read.cache_clear()
    with pytest.raises(MadeError, match="no longer here"):
        make("file", {**words, "height": "log"})


def test_an_unknown_array_names_those_there_are() -> None:
    words = dict(part.split("=") for part in link_of(VALLEY.encode(), "a.csv").split("&")[1:])
    with pytest.raises(MadeError, match="Choose: ") as caught:
        make("file", {**words, "grid": "accuracy"})
    assert caught.value.word == "grid"


def test_the_numbers_are_those_of_the_file() -> None:
    words = dict(part.split("=") for part in link_of(VALLEY.encode(), "a.csv").split("&")[1:])
    surface = make("file", words)
    np.testing.assert_allclose(surface.loss(np.array([[0.0, 0.0], [8.0, 7.0]])), [43, 64])


PAIRS = "age;height;kind\n1;74,5;0\n2;86;0\n4;102;1\n8;128;1\n16;170;1\n"


def words_of(query: str) -> dict[str, str]:
    return dict(parse_qsl(query))


def test_a_csv_file_of_pairs_is_learned_from() -> None:
    words = words_of(link_of_pairs(PAIRS.encode(), "growth.csv"))
    assert words.pop("surface") == "neuron"
    assert (words["feature"], words["target"]) == ("age", "height")
    told = story("neuron", words=words)
    slope, _ = np.polyfit([1, 2, 4, 8, 16], [74.5, 86, 102, 128, 170], 1)
    deviation = np.std([1, 2, 4, 8, 16])
    ((weight, _),) = told.ground.minima
    assert weight == pytest.approx(slope * deviation)
    assert len(word_controls("neuron", told.words)) == len(told.words)
    kinds = make("neuron", {**words, "target": "kind", "activation": "sigmoid"})
    assert "kind" in str(kinds.neuron.data.target)


def test_two_classes_get_a_classifier() -> None:
    rows = "\n".join(f"{x},{int(x > 3)}" for x in (1, 2, 3, 4, 5, 2.5, 3.5))
    words = words_of(link_of_pairs(f"x,class\n{rows}\n".encode(), "classes.csv"))
    assert (words["activation"], words["loss"]) == ("sigmoid", "cross-entropy")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"a,b\n", "no row below it"),
        (b"a\n1\n2\n", "needs two columns of numbers"),
        (b"a,b\n1,2\n1,3\n", "the same in every row"),
        (b"a,b\n1,2\n2,x\n", "'x' is not a number"),
        (b"\xff\xfe\x00", "not text"),
    ],
)
def test_pairs_that_cannot_be_learned_from_get_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(MadeError) as caught:
        link_of_pairs(data, "pairs.csv")
    assert sentence in str(caught.value)


def test_a_recorded_walk_is_laid_over_its_ground() -> None:
    walk = b"x,y\n0,0\n1,1\n3,2\n"
    with pytest.raises(MadeError, match="Open the ground first"):
        link_of(walk, "walk.csv")
    ground_words = words_of(link_of(VALLEY.encode(), "valley.csv"))
    words = words_of(link_of(walk, "walk.csv", ground_words))
    assert words["file"] == ground_words["file"]
    surface = make("file", words)
    (found,) = recorded(surface.words)
    assert found.points.tolist() == [[0, 0], [1, 1], [3, 2]]
    (sent,) = ground_data(ground(surface))["recorded"]
    assert sent["name"] == found.name == "walk"
    assert (sent["points"]["shape"], sent["losses"]["shape"]) == ([3, 2], [3])
    (losses,) = recorded_losses(surface)
    np.testing.assert_allclose(losses, surface.loss(found.points))
    assert ground_data(ground(make("file", ground_words)))["recorded"] == []


def test_the_race_has_room_for_a_recorded_walk() -> None:
    ground_words = words_of(link_of(VALLEY.encode(), "valley.csv"))
    words = words_of(link_of(b"x,y\n0,0\n-9,0\n3,2\n", "walk.csv", ground_words))
    told = replace(story("file", words=words), rates=(1e-9,), steps=2)
    alone = race_axes(climb(replace(told, words=ground_words)))["linear"]["range"]
    (losses,) = recorded_losses(told.ground)
    assert np.isnan(losses).tolist() == [False, True, False]  # it leaves the map, and comes back
    low, high = race_axes(climb(told))["linear"]["range"]
    assert low < np.nanmin(losses) < np.nanmax(losses) < high
    assert high - low > 2 * (alone[1] - alone[0])


def long_table(names: str, rows: list[tuple[object, ...]]) -> bytes:
    return "\n".join([names, *(",".join(map(str, row)) for row in rows)]).encode()


def test_the_columns_of_a_long_table_may_be_chosen() -> None:
    rows = [("net", i, j, i * i + j, 10 * j - i) for i in range(5) for j in range(6)]
    words = words_of(link_of(long_table("kind,p,q,err,acc", rows), "long.csv"))
    told = story("file", words=words)
    assert shown_words(told.words) == {"x", "y", "grid", "height"}
    assert [told.words[key] for key in ("x", "y", "grid")] == ["p", "q", "err"]  # a first guess
    surface = make("file", {**words, "x": "q", "y": "p", "grid": "acc"})
    assert (surface.x, surface.y) == ((0, 5), (0, 4))
    assert surface.loss(np.array([3.0, 2.0])) == pytest.approx(28)
    assert "x is 'q' and y is 'p': as chosen" in str(report(surface))


@pytest.mark.parametrize(
    ("chosen", "word", "sentence"),
    [
        ({"x": "nonsense"}, "x", "There is no column 'nonsense'"),
        ({"x": "q"}, "x", "A column was chosen twice"),
        ({"y": "acc"}, "x", "are at the same place"),
        ({"x": "q", "y": "p", "grid": "q"}, "grid", "Choose: err, acc."),
    ],
)
def test_columns_that_make_no_ground_get_a_sentence(
    chosen: dict[str, str], word: str, sentence: str
) -> None:
    rows = [(i, j, i + j, 1) for i in range(5) for j in range(6)]
    words = words_of(link_of(long_table("p,q,err,acc", rows), "long.csv"))
    with pytest.raises(MadeError) as caught:
        make("file", {**words, **chosen})
    assert caught.value.word == word
    assert sentence in str(caught.value)


def test_a_table_that_is_a_walk_is_laid_over_a_ground() -> None:
    rows = [(i, 4 - 0.3 * i, 3 + 0.1 * i, 1.5**-i) for i in range(9)]
    walk = long_table("epoch,w1,w2,loss", rows)
    with pytest.raises(MadeError, match="which needs a row for every pair of x and y"):
        link_of(walk, "walk.csv")
    words = words_of(link_of(walk, "walk.csv", words_of(link_of(VALLEY.encode(), "a.csv"))))
    (found,) = recorded(make("file", words).words)
    assert found.name == "walk"
    np.testing.assert_allclose(found.points[-1], [1.6, 3.8])
