"""One server and one browser for all tests here; each test gets a page of its own or a page made new.

Mountains are drawn where a test is marked with `draws`. In all other pages WebGL draws nothing, which
saves the time of a machine without a graphics card; contexts, matrices and cameras are there as ever,
and the overlay, the map and the charts are drawn, for they are no WebGL.
"""

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

DRAWS_NOTHING = """
for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext])
  for (const name of ["drawArrays", "drawElements"]) prototype[name] = () => {};
"""

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
def draws(request: pytest.FixtureRequest) -> bool:
    """Whether this test asks for the pixels of mountains."""
    return request.node.get_closest_marker("draws") is not None


def window(browser: Browser, address: str, draws: bool, **options: Any) -> Stage:
    """An empty page in a window of its own, for what is at an address."""
    context = browser.new_context(**{"viewport": VIEWPORT, **options})
    if not draws:
        context.add_init_script(DRAWS_NOTHING)
    return Stage(context.new_page(), address)


@pytest.fixture
def new_window(browser: Browser, draws: bool) -> Iterator[Opener]:
    """`window()` for this test: `new_window(address, **options)`."""
    opened: list[Stage] = []

    def open_one(address: str, **options: Any) -> Stage:
        opened.append(window(browser, address, draws, **options))
        return opened[-1]

    yield open_one
    for stage in opened:
        stage.page.context.close()


@pytest.fixture
def open_page(new_window: Opener, site: str) -> Opener:
    """Open pages in windows of their own: `open_page(query, init=script, **options)`."""

    def open_one(query: str = "", init: str = "", ready: bool = True, **options: Any) -> Stage:
        stage = new_window(site, **options)
        if init:
            stage.page.add_init_script(init)
        return stage.open(query, ready=ready)

    return open_one


@pytest.fixture(scope="session")
def kept() -> Iterator[dict[bool, Stage]]:
    """The pages that tests share, by whether they draw: loading one takes longer than most tests."""
    pages: dict[bool, Stage] = {}
    yield pages
    for stage in pages.values():
        stage.page.context.close()


@pytest.fixture
def stage(
    request: pytest.FixtureRequest,
    browser: Browser,
    site: str,
    kept: dict[bool, Stage],
    draws: bool,
) -> Iterator[Stage]:
    """The first mountain at rest on a page that others used before; a new one after a failure."""
    if draws not in kept:
        kept[draws] = window(browser, site, draws).open()
    shared = kept[draws]
    shared.errors.clear()
    try:
        shared.visit("")
        yield shared
        assert shared.errors == []
    finally:
        if request.node.stash.get(FAILED, True) or shared.errors:
            kept.pop(draws).page.context.close()
