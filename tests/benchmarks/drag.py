"""How often do paths follow a start that is dragged over the map?

`python tests/benchmarks/drag.py [seconds] [software|composited|none]`.

A hand that moves every 8 ms, three walkers of 200 steps. Counted per second: climbs that were laid
on the stage, and frames in which they were drawn; and how many requests were under way at once.
"""

from __future__ import annotations

import sys

from browser import DRAWING, chromium, fall_line, link, opened
from tables import at_least, at_most, table

WALKERS, CELLS, STEPS = 3, 120, 200
DRAG = """async (seconds) => {
  const page = window.fallLine;
  const counts = { laid: 0, drawn: 0, most: 0 };
  let [waiting, shown] = [0, null];
  const { fetch } = window;
  window.fetch = async (...words) => {
    counts.most = Math.max(counts.most, ++waiting);
    try { return await fetch(...words); } finally { waiting--; }
  };
  const { setClimb, tick } = page.stage;
  page.stage.setClimb = function (data) { counts.laid++; return setClimb.call(this, data); };
  page.stage.tick = function (now) {
    tick.call(this, now);
    if (this.scene.climb !== shown) counts.drawn++;
    shown = this.scene.climb;
  };
  const begin = performance.now();
  for (let n = 0; performance.now() - begin < 1000 * seconds; n++) {
    page.drag(3 * Math.cos(n / 20), 3 * Math.sin(n / 20));
    await new Promise((done) => setTimeout(done, 8));
  }
  const passed = (performance.now() - begin) / 1000;
  return { laid: counts.laid / passed, drawn: counts.drawn / passed, most: counts.most };
}"""


def main(seconds: float, drawing: str) -> None:
    with fall_line() as base, chromium(drawing) as browser:
        page, _ = opened(browser, base + link(WALKERS, CELLS, STEPS))
        page.evaluate(DRAG, 1)  # what the first drag warms is warm
        seen = page.evaluate(DRAG, seconds)
    print(f"A start that is dragged, {WALKERS} walkers of {STEPS} steps, {drawing} drawing\n")
    table(["what", "measured", "target"], [
        ["climbs laid a second", seen["laid"], at_least(seen["laid"], 30, " a second")],
        ["climbs drawn a second", seen["drawn"], at_least(seen["drawn"], 30, " a second")],
        ["requests under way at once", seen["most"], at_most(seen["most"], 1, "request")],
    ])  # fmt: skip


if __name__ == "__main__":
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5
    main(seconds, sys.argv[2] if len(sys.argv) > 2 else next(iter(DRAWING)))
