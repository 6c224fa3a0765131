"""How soon does another mountain show? `python tests/benchmarks/surface.py [times] [software|composited|none]`.

From the moment its name is chosen in the menu, once plotly is warm, to the frame in which all three
panels, 120 x 120, show the new mountain with its walkers.
"""

from __future__ import annotations

import sys
from statistics import median

from browser import DRAWING, chromium, fall_line, opened
from playwright.sync_api import Page
from tables import at_most, table

MOUNTAINS = ("rosenbrock", "beale", "booth", "matyas", "ackley", "rastrigin")
CHOOSE = """async (key) => {
  const { stage } = window.fallLine;
  const shown = () => stage.panels.filter(({ picture }) => picture?.scene.climb.surface === key).length;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel(); // its message comes when this frame is painted
    port1.onmessage = done;
    port2.postMessage(null);
  });
  const began = performance.now();
  dash_clientside.set_props("surface", { value: key });
  while (shown() < stage.panels.length) await frame();
  await painted();
  return performance.now() - began;
}"""


def chosen(page: Page, key: str) -> float:
    """Milliseconds until another mountain is there."""
    seen = float(page.evaluate(CHOOSE, key))
    page.wait_for_timeout(900)  # the next one finds the page at rest
    return seen


def main(times: int, drawing: str) -> None:
    with fall_line() as base, chromium(drawing) as browser:
        page, _ = opened(browser, base)
        chosen(page, MOUNTAINS[-1])  # what the first change warms is warm
        seen = [chosen(page, MOUNTAINS[n % len(MOUNTAINS)]) for n in range(times)]
    middle = median(seen)
    print(f"Another mountain, three panels of 120 x 120, {drawing} drawing\n")
    table(["what", "measured", "target"], [
        ["chosen to painted, median, ms", middle, at_most(middle, 250, "ms")],
    ])  # fmt: skip


if __name__ == "__main__":
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    main(times, sys.argv[2] if len(sys.argv) > 2 else next(iter(DRAWING)))
