"""How smooth is playback? `python tests/benchmarks/playback.py [seconds] [software|composited|none]`.

Ours and plotly's own frames (`Plotly.animate` with `redraw: true`, one after another as fast as
they come), the same surfaces, trails and markers, in turn in one browser. Both play the middle of
a walk of 200 steps. Each row says:

* fps: pictures a second that were displayed, counted in a trace of the browser (`FrameDisplayed`),
  or those that the page drew where these were fewer;
* tick: milliseconds inside our own animation frame, JavaScript only;
* main: milliseconds of processor time that the page's main thread took per picture, all in all:
  script, style, layout, painting (`ThreadTime`, which a busy machine disturbs little);
* lost: WebGL contexts lost.

A second table is ours with everything switched on that a walker knows, the compass as well.
"""

from __future__ import annotations

import json
import sys
from statistics import median

from browser import DRAWING, PROBE, SIZE, busy, chromium, fall_line, link, opened
from native import walked
from playwright.sync_api import Browser, Page
from tables import at_least, at_most, table

from app.knows import MARKS

PANELS, CELLS = (1, 4, 9), (120, 200)
FROM = 0.35  # share of the walk at which the measured window begins
FRAMES = range(70, 170)  # of plotly's, from the same moment: more than it can show
PLOTLY_JS = "_dash-component-suites/plotly/package_data/plotly.min.js"
Seen = dict[str, float]


def window(browser: Browser, page: Page, play: str, seconds: float, share: float = 0) -> Seen:
    """Play for some seconds: pictures a second and main-thread milliseconds per picture."""
    session = page.context.new_cdp_session(page)
    browser.start_tracing(page=page, categories=["disabled-by-default-display.framedisplayed"])
    before = busy(session)
    seen = page.evaluate(f"([s, from]) => probe.{play}(s, from)", [seconds, share])
    spent = busy(session) - before
    events = json.loads(browser.stop_tracing())["traceEvents"]
    shown = sum(event["name"] == "Display::FrameDisplayed" for event in events)
    pictures = max(min(shown, seen["drawn"]), 1)
    fps, main = pictures / seen["seconds"], 1000 * spent / pictures
    return {"fps": fps, "main": main, "tick": seen.get("tick", float("nan"))}


def ours(browser: Browser, base: str, panels: int, cells: int, seconds: float, **more: str) -> Seen:
    page, _ = opened(browser, base + link(panels, cells, **more))
    seen = [window(browser, page, "playStage", seconds, FROM) for _ in range(3)]
    lost = page.evaluate("probe.lost")
    page.close()
    return {key: median(one[key] for one in seen) for key in seen[0]} | {"lost": lost}


def plotly(browser: Browser, base: str, panels: int, cells: int, seconds: float) -> Seen:
    page = browser.new_page(viewport=SIZE)
    page.add_init_script(path=PROBE)
    page.goto(base + "_dash-dependencies")  # a small page of the same address
    page.set_content("<style>body { margin: 0 }</style>")
    page.add_script_tag(url=base + PLOTLY_JS)
    figure = json.loads(walked(link(panels, cells), cells, frames=FRAMES).to_json())
    page.evaluate("(figure) => probe.showNative(figure)", figure)
    seen = window(browser, page, "playNative", seconds)
    page.close()
    return seen


def row(
    browser: Browser, base: str, panels: int, cells: int, seconds: float
) -> tuple[list[object], Seen]:
    """One line of the table, and what was seen of ours."""
    mine = ours(browser, base, panels, cells, seconds)
    theirs = plotly(browser, base, panels, cells, seconds)
    ratio = mine["fps"] / theirs["fps"]
    line = [panels, cells, mine["fps"], theirs["fps"], ratio, mine["tick"], mine["main"]]
    return [*line, theirs["main"], theirs["main"] / mine["main"], int(mine["lost"])], mine


def main(seconds: float, drawing: str) -> None:
    lines, seen = [], {}
    with fall_line() as base, chromium(drawing) as browser:
        for panels in PANELS:
            for cells in CELLS:
                line, seen[panels, cells] = row(browser, base, panels, cells, seconds)
                lines.append(line)
                print(f"{panels} x {cells}: {line[2]:.0f} fps", file=sys.stderr)  # it takes minutes
        every = ",".join(MARKS)
        full = {n: ours(browser, base, n, 120, seconds, knows=every) for n in PANELS}
    print(f"Playback, {drawing} drawing, windows of {seconds:g} s\n")
    heads = "panels cells fps plotly's ratio tick main plotly's ratio lost".split()
    table(heads, lines)
    print("\nEverything a walker knows switched on, 120 x 120\n")
    names = ("fps", "tick", "main")
    table(["panels", *names], [[n, *(one[key] for key in names)] for n, one in full.items()])
    four, coarse, nine = seen[4, 200], seen[4, 120], seen[9, 200]
    ratio = next(float(str(line[4])) for line in lines if line[:2] == [4, 200])
    each = four["main"] / 4
    verdicts = [
        ["fps, 4 panels of 200 x 200", ratio, at_least(ratio, 10)],
        ["main-thread ms a frame, the same", four["main"], at_most(four["main"], 3, "ms")],
        ["200 x 200 against 120 x 120", four["main"] / coarse["main"],
         at_most(four["main"] / coarse["main"], 1.1, "times")],
        ["9 panels, ms a panel against 4", nine["main"] / 9 / each,
         at_most(nine["main"] / 9 / each, 1.1, "times")],
        *(
            [f"main-thread ms a frame, {n} panels, everything on", full[n]["main"],
             at_most(full[n]["main"], most, "ms")]
            for n, most in ((4, 6), (9, 12))
        ),
        ["contexts lost, 9 panels", nine["lost"], at_most(nine["lost"], 0, "lost")],
    ]  # fmt: skip
    table(["what", "measured", "target"], verdicts)


if __name__ == "__main__":
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1.5
    main(seconds, sys.argv[2] if len(sys.argv) > 2 else next(iter(DRAWING)))
