"""One server and one browser for all tests here; each test gets a page of its own or a page made new."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from waitress import create_server

from app.server import create_app
from tests.browser.page import Stage

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SOFTWARE = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")  # draws where no GPU is
VIEWPORT = {"width": 1280, "height": 800}

Opener = Callable[..., Stage]
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # Two cores that also draw in software are now and then starved for minutes: a test
            # that fails is tried again, twice at most, and its report says so.
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[Any]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server makes films."""
    return tmp_path_factory.mktemp("films")


@pytest.fixture(scope="session")
def site(films: Path) -> Iterator[str]:
    """The address of a real server, as `fall-line` starts it."""
    app = create_app(films=films).server
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}/"
    server.close()
    thread.join(10)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """Start the system's browser with some flags more."""
    found = os.environ.get("FALL_LINE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        pytest.fail("No Chromium. Install one, or set FALL_LINE_CHROMIUM to where it is.", False)

    def start(*flags: str) -> Browser:
        return playwright.chromium.launch(
            executable_path=found, ignore_default_args=["--headless"], args=[*FLAGS, *flags]
        )

    return start


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    started = launch(*SOFTWARE)
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Open pages in windows of their own: `open_page(query, init=script, **window)`."""
    contexts = []

    def open_one(query: str = "", init: str = "", ready: bool = True, **window: Any) -> Stage:
        contexts.append(browser.new_context(**{"viewport": VIEWPORT, **window}))
        stage = Stage(contexts[-1].new_page(), site)
        if init:
            stage.page.add_init_script(init)
        return stage.open(query, ready=ready)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def kept(browser: Browser) -> Iterator[list[Stage]]:
    """The page that tests share, if there is one: loading it takes longer than most tests."""
    pages: list[Stage] = []
    yield pages
    for stage in pages:
        stage.page.context.close()


@pytest.fixture
def stage(
    request: pytest.FixtureRequest, browser: Browser, site: str, kept: list[Stage]
) -> Iterator[Stage]:
    """The first mountain at rest on a page that others used before; a new one after a failure."""
    if not kept:
        context = browser.new_context(viewport=VIEWPORT)
        kept.append(Stage(context.new_page(), site).open())
    shared = kept[0]
    shared.errors.clear()
    try:
        shared.js("() => document.activeElement.blur()")  # keys typed in a box are not the page's
        shared.visit("")
        yield shared
        assert shared.errors == []
    finally:
        if request.node.stash.get(FAILED, True) or shared.errors:
            kept.pop().page.context.close()
