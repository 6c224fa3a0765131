"""What the benchmarks share: a served page, a browser, a page to compare with, and tables.

The browser is the system's Chromium (FALL_LINE_CHROMIUM names another). Three ways of drawing:

* `software`: SwiftShader draws WebGL, canvases and the page itself, the hardest case.
* `composited`: SwiftShader draws WebGL, plain processor code puts the page together. This is what
  Chromium falls back to by itself on a machine without a usable GPU.
* `none`: nothing is drawn. What is left is the page's own thread, as beside a quick graphics card.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("FALL_LINE_CHROMIUM", "/usr/bin/chromium")
PROBE = Path(__file__).with_name("probe.js")
SIZE = {"width": 1440, "height": 900}
FLAGS = (
    "--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --enable-unsafe-swiftshader"
).split()
DRAWING = {
    "software": ["--use-angle=swiftshader"],
    "composited": ["--disable-gpu-compositing"],
    "none": ["--use-angle=null", "--ignore-gpu-blocklist", "--enable-gpu-rasterization"],
}
RATES = (
    0.001,
    0.025,
    0.002,
    0.024,
    0.0005,
    0.028,
    0.0002,
    0.0015,
    0.026,
)  # some creep, some bounce
READY = """() => { const s = window.fallLine?.stage;
  return s?.scene && s.panels.length && s.panels.every((panel) => panel.picture); }"""


def link(panels: int, cells: int, steps: int = 200, knows: str = "arrow,sight") -> str:
    """The query of a scenario whose walkers still move after 130 steps."""
    rates = ",".join(map(str, RATES[:panels]))
    where = f"surface=himmelblau&start=0.2,4.4&rates={rates}"
    return f"?{where}&direction=down&steps={steps}&mesh={cells}&look=terrain&knows={knows}"


@contextmanager
def chromium(drawing: str = "software") -> Iterator[Browser]:
    """A browser that has started."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[*FLAGS, *DRAWING[drawing]],
            ignore_default_args=["--headless"],
        )
        try:
            yield browser
        finally:
            browser.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(words: Sequence[str], port: int) -> subprocess.Popen[bytes]:
    """A server's process, started but perhaps not yet listening on `port`."""
    return subprocess.Popen(
        [sys.executable, *words, str(port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def listening(port: int, seconds: float = 60) -> None:
    """Wait until somebody listens on `port`."""
    end = monotonic() + seconds
    while monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.004)
    raise TimeoutError(f"No server on port {port} after {seconds} s.")


@contextmanager
def fall_line() -> Iterator[str]:
    """The app's address, served by its own command."""
    port = free_port()
    server = started(["-m", "app", "serve", "--no-browser", "--port"], port)
    try:
        listening(port)
        urlopen(f"http://127.0.0.1:{port}/").read()  # what the first visit warms is warm
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def opened(browser: Browser, address: str) -> tuple[Page, CDPSession]:
    """A page of the app at rest, with the probe in it."""
    page = browser.new_page(viewport=SIZE)
    page.add_init_script(path=PROBE)
    page.goto(address)
    page.wait_for_function(READY, timeout=90_000)
    page.wait_for_timeout(700)  # the last fonts, the address bar
    return page, page.context.new_cdp_session(page)


def busy(session: CDPSession) -> float:
    """Seconds of processor time that the page's main thread has taken so far.

    Not the wall clock: where the same cores draw in software, that counts waiting for a core too.
    """
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "ThreadTime"))
