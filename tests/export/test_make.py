"""Orders become files, with a made-up browser; what goes wrong is said, and nothing is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from app.climb import climb, story
from app.export import browser, make
from app.export.errors import ExportError
from app.export.order import Order, Take
from app.film.links import SITE
from app.film.records import RECORDS
from tests.film.waiting import encoders, until

ACTOR = Path(__file__).with_name("actor.py")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the actor is started by a shell script")


@pytest.fixture(autouse=True)
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own, with the actor for a browser."""
    play = tmp_path / "browser"
    play.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ACTOR}" "$@"\n')
    play.chmod(0o700)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv(browser.NAMED, str(play))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def order(out: str, key: str = "himmelblau", **more: object) -> Order:
    return Order(query=story(key).to_link(), out=out, format=out.rpartition(".")[2], **more)


def threads_since(before: set[threading.Thread]) -> set[threading.Thread]:
    return set(threading.enumerate()) - before


def made(orders: list[Order], **more: object) -> list[str]:
    """Why each file was not made; and that nothing is left behind."""
    before = set(threading.enumerate())  # other tests' servers run in this process too
    takes = make.make(orders, **more)
    assert [take.order for take in takes] == orders
    assert all(take.ended for take in takes)
    assert not any(Path("scratch").iterdir())
    assert not list(Path().glob(".*"))
    assert not [one for one in threads_since(before) if one.name.startswith("waitress")]
    return [take.problem for take in takes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_of_several_scenarios(jobs: int) -> None:
    heard: list[float] = []

    def hear(takes: list[Take], share: float) -> None:
        heard.append(share)

    orders = [order("a.png"), order("b.png", "beale"), order("c.mp4"), order("d.png", "beale")]
    assert made(orders, jobs=jobs, hear=hear) == [""] * 4
    assert heard[0] == 0 and heard[-1] == 1 and heard == sorted(heard)
    assert any(0 < share < 1 for share in heard)
    for name, colour in (("a", (255, 0, 0)), ("b", (0, 0, 255)), ("d", (0, 0, 255))):
        with Image.open(f"{name}.png") as picture:
            assert picture.convert("RGB").getpixel((5, 5)) == colour
    assert Path("c.mp4").stat().st_size > 1000


def test_what_the_page_says_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTOR", "fails")
    assert made([order("a.png"), order("b.png")]) == ["This browser draws no 3D."] * 2
    assert not Path("a.png").exists()


def test_a_browser_that_ends_costs_one_film(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTOR", "dies once")
    assert made([order("a.png"), order("b.png")]) == [make.ENDED, ""]


def test_browsers_that_always_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTOR", "dies")
    assert made([order("a.png"), order("b.png")], jobs=2) == [make.ENDED] * 2


def test_a_browser_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTOR", "sleeps")
    monkeypatch.setattr(make, "PATIENCE_S", 0.5)
    assert made([order("a.png")]) == [make.SILENT]


def test_a_browser_that_cannot_be_started(stage: Path) -> None:
    (stage / "browser").write_bytes(b"\x7fELF nothing")
    (problem,) = made([order("a.png")])
    assert problem.startswith(f"{stage / 'browser'} does not start (")


def test_a_stop_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTOR", "sleeps")
    started = []
    real = subprocess.Popen

    def popen(*words: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(real(*words, **more))
        return started[-1]

    def hear(takes: list[Take], share: float) -> None:
        if started:
            raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", popen)
    with pytest.raises(KeyboardInterrupt):
        made([order("a.png")], hear=hear)
    assert started[0].poll() is not None
    assert not any(Path("scratch").iterdir())


def test_a_stop_in_mid_film_is_quiet(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("ACTOR", "sleeps in mid-film")

    def hear(takes: list[Take], share: float) -> None:
        if encoders() and list(Path("scratch").glob("*/films/*/arrived")):
            raise KeyboardInterrupt

    real = shutil.rmtree

    def slowly(path: str, *words: object, **more: object) -> None:
        """A folder that goes bit by bit, so that an encoder would notice."""
        for part in Path(path).glob("films/*/arrived"):
            real(part)
            time.sleep(0.2)
        real(path, *words, **more)

    monkeypatch.setattr(shutil, "rmtree", slowly)
    with pytest.raises(KeyboardInterrupt):
        made([order("a.mp4")], hear=hear)
    until(lambda: not encoders())
    assert caplog.records == []
    assert not any(Path("scratch").iterdir())
    assert not Path("a.mp4").exists()


def test_a_file_that_comes_meanwhile_is_kept() -> None:
    Path("a.png").write_text("mine")
    assert made([order("a.png")]) == [
        "a.png has come meanwhile. Choose another name, or add --force."
    ]
    assert Path("a.png").read_text() == "mine"
    assert made([order("a.png", force=True)]) == [""]
    assert Path("a.png").stat().st_size > 100


def test_no_room_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    assert made([order("a.png")]) == ["a.png could not be written (No space left on device)."]
    assert not Path("a.png").exists()


@pytest.mark.parametrize("key", RECORDS)
def test_numbers_and_words_need_no_browser(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.NAMED, "/no/where")
    row = RECORDS[key]
    query = story("beale").to_link()
    assert made([Order(query=query, out=f"a{row.suffix}", format=key)]) == [""]
    wanted = row.make(climb(story("beale")), f"{SITE}?{query}")
    assert Path(f"a{row.suffix}").read_bytes() == wanted


# -- finding one ----------------------------------------------------------------------------


def test_without_a_browser_a_sentence_says_what_to_install(
    stage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(browser.NAMED)
    monkeypatch.setenv("PATH", str(stage / "scratch"))
    monkeypatch.setattr(browser, "PLACES", {})
    with pytest.raises(
        ExportError, match=r"none was found\. Install one \(on Debian .*apt install"
    ):
        browser.find_browser()


def test_a_browser_on_the_path_is_found(stage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert browser.find_browser() == str(stage / "browser")
    monkeypatch.delenv(browser.NAMED)
    monkeypatch.setenv("PATH", str(stage))
    for name in browser.NAMES:
        (stage / "browser").rename(stage / name)
        assert browser.find_browser() == str(stage / name)
        (stage / name).rename(stage / "browser")


def test_a_named_browser_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.NAMED, "/no/where")
    with pytest.raises(ExportError, match=r"There is no browser at /no/where"):
        browser.find_browser()
