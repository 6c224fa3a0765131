"""A film that is cancelled or cut off: a sentence, the page lives on, a retry works."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.test_film import LINK, frames, leave, order

STATE = "#film-state"


def alive(stage: Stage) -> None:
    leave(stage)
    before = stage.clock()["playhead"]
    stage.page.click("#forward")
    stage.wait("(at) => window.fallLine.stage.clock.playhead === at + 1", before)


def nothing_left(films: Path, before: set[Path]) -> None:
    """Folders of films go at once, but not in the same instant; `before` are another test's."""
    limit = time.monotonic() + 20
    while set(films.glob("films/*")) - before and time.monotonic() < limit:
        time.sleep(0.05)
    assert set(films.glob("films/*")) <= before


def test_cancelling(stage: Stage, films: Path) -> None:
    before = set(films.glob("films/*"))
    stage.visit(LINK)
    order(stage, "mp4", walk="30")
    stage.page.click("#film-save")
    stage.page.locator("#film-state", has_text=re.compile(r"Frame \d+ of 900")).wait_for()
    stage.page.click(".film-orders .away")
    stage.page.locator(STATE, has_text="Cancelled. Nothing was saved.").wait_for()
    assert stage.page.locator(".film-orders li").count() == 0
    assert stage.js("() => document.activeElement.id") == "film-save"
    nothing_left(films, before)
    alive(stage)


def broken(status: int | None, after: int) -> tuple[list[str], object]:
    """A server that does not answer (None), or answers with a status, after some frames."""
    heard: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method == "PUT":
            heard.append(route.request.url)
        if len(heard) <= after and route.request.method != "DELETE":
            route.continue_()
        elif status is None:
            route.abort("connectionrefused")
        else:
            route.fulfill(status=status, json={"message": "Too many films are being made. Wait."})

    return heard, answer


@pytest.mark.parametrize(
    ("status", "after", "sentence"),
    [(None, 5, "The server does not answer"), (503, -1, "Too many films are being made.")],
)
def test_the_server_stops_in_mid_film(
    stage: Stage, tmp_path: Path, status: int | None, after: int, sentence: str
) -> None:
    stage.visit(LINK)
    order(stage, "mp4")
    heard, answer = broken(status, after)
    stage.page.route("**/film**", answer)
    try:
        stage.page.click("#film-save")
        stage.page.locator(STATE, has_text=sentence).wait_for()
    finally:
        stage.page.unroute("**/film**")
    assert len(heard) > after
    assert stage.page.locator(".film-dialog").is_visible()
    assert stage.page.locator("#film-save").is_enabled()
    assert stage.page.input_value("#film-walk") == "0.5"
    assert all(
        "Failed to load resource" in text for text in stage.errors
    )  # the browser's own words
    stage.errors.clear()
    assert sentence in stage.page.inner_text(".film-orders li")
    with stage.page.expect_download(timeout=180_000) as coming:
        stage.page.click(".film-orders .again")
    path = tmp_path / coming.value.suggested_filename
    coming.value.save_as(path)
    assert len(frames(path)) == 15
    stage.page.locator(".film-orders li").wait_for(state="detached")
    alive(stage)


SEND = """async (base) => {
  const { Crew } = await import("/assets/lib/film.mjs");
  const [crew, canvas] = [new Crew(1), new OffscreenCanvas(8, 8)];
  canvas.getContext("2d");
  const frame = { bitmap: canvas.transferToImageBitmap(), type: "image/png", url: `${base}/0` };
  const { sent } = crew.send(frame);
  return sent.then(() => "sent", ({ message }) => message).finally(() => crew.dismiss());
}"""


def test_workers_speak_and_are_answered_in_the_language_of_the_page(open_page: Opener) -> None:
    stage = open_page("?lang=ru")
    assert stage.js(SEND, "/film/none").startswith("Такого фильма нет")
    nobody = "http://127.0.0.1:9/film"  # nothing listens there
    assert stage.js(SEND, nobody).startswith("Сервер не отвечает")
