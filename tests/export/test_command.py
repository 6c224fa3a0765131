"""`fall-line export` as it is typed: exit codes, what is printed where, and the bar."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from app import cli, notebook
from app.export import browser, command
from app.export.bar import Bar
from app.export.errors import ExportError
from app.export.order import Order, Take
from app.scenario import Scenario

WORDS = ["export", "--surface", "himmelblau", "--rates", "0.01", "0.02"]
WALK = Scenario("himmelblau", (0.0, 0.0), (0.01,))


@pytest.fixture(autouse=True)
def orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """Nothing is made: what was ordered, of which every "b" fails."""
    heard: list[Order] = []

    def make(
        orders: list[Order], jobs: int = 1, hear: Callable[..., None] | None = None
    ) -> list[Take]:
        heard.extend(orders)
        return [
            Take(order, problem="It rained." if order.out[0] == "b" else "", bytes=1_234_567)
            for order in orders
        ]

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "make", make)
    monkeypatch.setattr(notebook, "make", make)
    return heard


def test_what_was_saved_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*WORDS, "a.mp4", "c.png"]) == 0
    assert capsys.readouterr() == ("Saved a.mp4 (1.2 MB)\nSaved c.png (1.2 MB)\n", "")


def test_a_size_made_even_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*WORDS, "a.mp4", "c.gif", "--size", "1001x700"]) == 0
    out, said = capsys.readouterr()
    assert out.startswith("Saved a.mp4")
    assert said == "1001 x 700 has an odd side, and films have none: 1000 x 700.\n"
    with pytest.warns(UserWarning, match="1001 x 700 has an odd side"):
        notebook.film(WALK, "a.mp4", size="1001x700")


def test_what_was_not_is_said_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*WORDS, "a.mp4", "b.png"]) == 1
    assert capsys.readouterr() == ("Saved a.mp4 (1.2 MB)\n", "b.png: It rained.\n")


def test_beside_a_film_on_standard_output_stands_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main([*WORDS, "-", "a.png", "--format", "png"]) == 0
    assert capsys.readouterr() == ("", "Saved a.png (1.2 MB)\n")


def test_wrong_words_begin_nothing(capsys: pytest.CaptureFixture[str], orders: list[Order]) -> None:
    Path("a.mp4").touch()
    for words in (["a.mp4"], ["a.xyz"], ["c.mp4", "--zoom"], ["c.mp4", "--steps", "-1"], []):
        assert cli.main([*WORDS, *words]) == 2
        out, said = capsys.readouterr()
        assert out == "" and said.count("\n") == 1 and "Traceback" not in said
    assert orders == []


def test_no_browser_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(*_: object, **__: object) -> list[Take]:
        raise ExportError(browser.MISSING)

    monkeypatch.setattr(command, "make", make)
    assert cli.main([*WORDS, "a.mp4"]) == 1
    assert capsys.readouterr() == ("", f"{browser.MISSING}\n")


def test_a_stop_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(*_: object, **__: object) -> list[Take]:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "make", make)
    assert cli.main([*WORDS, "a.mp4"]) == command.STOPPED
    assert capsys.readouterr() == ("", "Stopped. Files that are whole are kept.\n")


def test_python_says_the_same_words(orders: list[Order]) -> None:
    said = notebook.film(WALK, "a.mp4", size="1080p", seconds=3, camera=(1, -1.5, 1), force=True)
    assert said == Path("a.mp4")
    (order,) = orders
    assert Scenario.from_link(order.query) == WALK
    assert order.query.endswith("&camera=1,-1.5,1,0,0,0")
    assert (order.size.key, order.spans["walk"], order.force) == ("1080p", 3, True)


def test_python_is_told_why_not() -> None:
    with pytest.raises(ExportError, match=r"It rained\."):
        notebook.film(WALK, "b.mp4")
    with pytest.raises(ExportError, match="unrecognized arguments: --zoom=1"):
        notebook.film(WALK, "a.mp4", zoom=1)
    Path("a.mp4").touch()
    with pytest.raises(ExportError, match="is there already"):
        notebook.film(WALK, "a.mp4", force=False)


# -- the bar --------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [Terminal(), io.StringIO()])
def test_the_bar_is_for_terminals(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 0.05, 1.0, 2.0, 6.0])
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    order = Order(query="", out="a.mp4", format="mp4")
    takes = [Take(order), Take(order, ended=True)]
    with Bar(2, stream) as bar:
        for share in (0.0, 0.04, 0.04, 0.2, 0.5):
            bar.show(takes, share)
    lines = stream.getvalue().split("\r\033[K")[1:]
    if not stream.isatty():
        assert lines == []
        return
    dots = "." * 30
    assert lines[0] == f"[{dots}]   0%  1 of 2 files"
    assert lines[1] == f"[#{dots[1:]}]   4%  1 of 2 files"
    assert lines[2] == f"[######{dots[6:]}]  20%  1 of 2 files  about 4 s left"
    assert lines[3] == f"[{'#' * 15}{dots[15:]}]  50%  1 of 2 files  about 5 s left"
    assert lines[4:] == [""]


# -- long films -----------------------------------------------------------------------------

LONG = ("--seconds", "3600")
ASKED = "a.mp4 has 108060 frames: on a small laptop about 1.7 h, and about 300 MB."


class Terminal(io.StringIO):
    """Where a person sits, who types what is in it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("YES\n", 0), ("\n", 2), ("n\n", 2)])
def test_a_long_film_is_asked_for_on_a_terminal(
    typed: str, code: int, orders: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stderr", said)
    assert cli.main([*WORDS, "a.mp4", *LONG]) == code
    assert said.getvalue().startswith(f"{ASKED} Make it? [y/N] ")
    assert len(orders) == (code == 0)


def test_in_a_pipe_a_long_film_takes_a_word(
    orders: list[Order], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert cli.main([*WORDS, "a.mp4", *LONG]) == 2
    assert capsys.readouterr().err == f"{ASKED} Add --yes to make it.\n"
    assert not orders
    assert cli.main([*WORDS, "a.mp4", *LONG, "--yes"]) == 0
    assert [order.frames for order in orders] == [108_060]


def test_a_notebook_is_told_how_long_a_film_takes(orders: list[Order]) -> None:
    with pytest.raises(ExportError, match=r"about 1\.7 h, .* Say yes=True to make it\."):
        notebook.film(WALK, "a.mp4", seconds=3600)
    assert not orders
    notebook.film(WALK, "a.mp4", seconds=3600, yes=True)
    assert [order.frames for order in orders] == [108_060]


def test_a_film_of_two_minutes_on_the_page_is_no_question(orders: list[Order]) -> None:
    assert cli.main([*WORDS, "a.mp4", "--seconds", "58"]) == 0
    assert [order.frames for order in orders] == [1800]
