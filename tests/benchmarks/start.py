"""How soon is the first mountain there? `python tests/benchmarks/start.py [times]`.

From starting the command `fall-line` to the first mountain painted, in a browser that has started
already, against the smallest Dash app with one graph of the same surface (`one_graph.py`). In turn,
each time a new process and a new, empty browser profile; medians in seconds, of:

* listening: until the server listens;
* plotly: from there until plotly.js has run;
* painted: until the first frame that holds a mountain (a WebGL call with 10,000 vertices or more).
"""

from __future__ import annotations

import sys
from itertools import pairwise
from statistics import median
from time import time

from browser import PROBE, ROOT, SIZE, chromium, free_port, listening, started
from playwright.sync_api import Browser
from tables import at_most, table

WAYS = {
    "fall-line": ["-m", "app", "serve", "--no-browser", "--port"],
    "one graph": [str(ROOT / "tests/benchmarks/one_graph.py")],
}
PARTS = ("listening", "plotly", "painted", "total")
MOMENTS = """() => ({
  plotly: performance.timeOrigin + probe.plotlyRan,
  painted: probe.firstGround.at,
})"""


def start(browser: Browser, words: list[str]) -> dict[str, float]:
    """One start, each part in seconds."""
    port = free_port()
    begin = time()
    server = started(words, port)
    context = browser.new_context(viewport=SIZE)
    try:
        page = context.new_page()
        page.add_init_script(path=PROBE)
        listening(port)
        heard = time()
        page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
        page.wait_for_function("window.probe?.firstGround?.at", timeout=60_000)
        moments = page.evaluate(MOMENTS)
    finally:
        context.close()
        server.terminate()
        server.wait()
    ends = [begin, heard, *(moments[part] / 1000 for part in ("plotly", "painted"))]
    parts = [after - before for before, after in pairwise(ends)]
    return dict(zip(PARTS, [*parts, ends[-1] - begin], strict=True))


def main(times: int) -> None:
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in WAYS}
    with chromium() as browser:
        start(browser, WAYS["one graph"])  # files read from disk once are in memory
        for _ in range(times):
            for name, words in WAYS.items():
                seen[name].append(start(browser, words))
    print(f"From the command to the first mountain, s, medians of {times}\n")
    medians = {
        name: [median(one[part] for one in starts) for part in PARTS]
        for name, starts in seen.items()
    }
    table(["what", *PARTS], [[name, *row] for name, row in medians.items()])
    ours, theirs = (medians[name][-1] for name in WAYS)
    ratio = ours / theirs
    table(["what", "measured", "target"], [["ratio", ratio, at_most(ratio, 1.5, "times")]])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
