"""How soon does a changed rate show?

`python tests/benchmarks/change.py [times] [software|composited|none]`.

From the event (a key on a rate's slider; a key typed in its box, which waits for the next key
first) to the frame that shows the new path, painted and handed over. Medians in milliseconds, of:

* sent: until the request leaves, in the page's own callbacks;
* server: until its answer is there, as the page sees it;
* shown: until the path is drawn and painted.

Beside them: the server's part alone, without a network; what was asked of plotly and drawn by
WebGL meanwhile, which should be nothing of the surface; and the bytes of the answer.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter

from browser import DRAWING, chromium, fall_line, link, opened
from playwright.sync_api import Page
from tables import at_most, table

from app.climb import climb
from app.figures.wire import climb_data
from app.scenario import Scenario, link_data

PANELS, CELLS = 4, 200
PARTS = ("total", "sent", "server", "shown", "bytes")
Change = dict[str, float]


def slid(page: Page, nth: int) -> Change:
    """One step of the slider, by key."""
    page.locator("#rate-slider-0 [role=slider]").focus()
    promise = page.evaluate_handle("({ done: probe.change('keydown') })")
    page.keyboard.press("ArrowRight" if nth % 2 else "ArrowLeft")
    return settled(page, promise)


def typed(page: Page, nth: int) -> Change:
    """One digit more or less in the box."""
    box = page.locator("#rate-0")
    box.focus()
    page.keyboard.press("End")
    promise = page.evaluate_handle("({ done: probe.change('keydown') })")
    page.keyboard.press("Backspace" if nth % 2 else "3")
    return settled(page, promise)


def settled(page: Page, promise: object) -> Change:
    change: Change = page.evaluate("({ done }) => done", promise)
    page.wait_for_timeout(450)  # the next one finds the page at rest, and its boxes waited out
    return change


def server_alone(times: int) -> float:
    """Milliseconds of a climb and its JSON, at the median."""
    data = link_data(link(PANELS, CELLS)[1:])
    seen = []
    for nth in range(times):
        rates = [float(rate) * (1 + nth / 1000) for rate in data["rates"]]
        begin = perf_counter()
        climb_data(climb(Scenario.from_dict({**data, "rates": rates})))
        seen.append(1000 * (perf_counter() - begin))
    return median(seen)


def main(times: int, drawing: str) -> None:
    with fall_line() as base, chromium(drawing) as browser:
        page, _ = opened(browser, base + link(PANELS, CELLS))
        slid(page, 1)  # what the first change warms is warm
        page.evaluate("probe.watchPlotly()")
        draws = page.evaluate("probe.draws")
        ways = {"slider": [slid(page, n) for n in range(times)],
                "typed": [typed(page, n) for n in range(max(times // 3, 2))]}  # fmt: skip
        asked, draws = page.evaluate("probe.asked"), page.evaluate("probe.draws") - draws
    print(f"A changed rate, {PANELS} panels of {CELLS} x {CELLS}, {drawing} drawing, ms\n")
    table(["way", "changes", *PARTS], [
        [name, len(seen), *(median(one[part] for one in seen) for part in PARTS)]
        for name, seen in ways.items()
    ])  # fmt: skip
    seen = ways["slider"]
    total, server = (median(one[part] for one in seen) for part in ("total", "server"))
    alone = server_alone(times)
    most = max(one["bytes"] for one in seen) / 1000
    mountains = sum(count for where, count in asked.items() if "panel" in where)
    table(["what", "measured", "target"], [
        ["event to path, ms", total, at_most(total, 60, "ms")],
        ["server as the page sees it, ms", server, at_most(server, 8, "ms")],
        ["climb and its JSON alone, ms", alone, at_most(alone, 8, "ms")],
        ["largest answer, kB", most, at_most(most, 40, "kB")],
        ["WebGL draw calls", draws, at_most(draws, 0, "calls")],
        ["plotly asked for a mountain", mountains, at_most(mountains, 0, "times")],
    ])  # fmt: skip
    print(f"All that plotly was asked: {asked or 'nothing'}")


if __name__ == "__main__":
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    main(times, sys.argv[2] if len(sys.argv) > 2 else next(iter(DRAWING)))
