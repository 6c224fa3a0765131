"""How smoothly does a mountain turn under a hand? `python tests/benchmarks/turn.py [seconds]`.

Four panels of 200 x 200, their cameras linked, in software drawing, with the coarser mesh that
stands in while a frame takes over 50 ms, and without it. `first` is how long after the hand lets go
its own mountain is whole on the screen again, `settled` how long until all are.
"""

from __future__ import annotations

import sys
from statistics import median

from browser import chromium, fall_line, link, opened
from playwright.sync_api import Page
from tables import at_least, at_most, table

TURN = """async (seconds) => {
  const { stage } = window.fallLine;
  const canvas = document.querySelector(".scene .plot canvas");
  const { left, top } = canvas.getBoundingClientRect();
  const send = (kind, n, buttons) => {
    const where = { clientX: left + 60 + (n % 120), clientY: top + 150, buttons };
    const words = { bubbles: true, cancelable: true, isPrimary: true, view: window, ...where };
    canvas.dispatchEvent(new PointerEvent(`pointer${kind}`, words));
    canvas.dispatchEvent(new MouseEvent(`mouse${kind}`, words));
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  send("down", 0, 1);
  const began = performance.now();
  let turns = 0;
  for (; performance.now() - began < 1000 * seconds; turns++) {
    send("move", turns, 1);
    await frame();
  }
  send("up", turns, 0);
  const [letGo, coarse] = [performance.now(), Boolean(stage.coarse.on)];
  const { panels } = stage;
  while (stage.coarse.coarse.includes(panels[0])) await frame();
  await frame();
  const first = performance.now() - letGo;
  while (stage.coarse.on) await frame();
  await frame();
  return { fps: turns / ((letGo - began) / 1000), first, settled: performance.now() - letGo, coarse };
}"""
WITHOUT = "() => { window.fallLine.stage.coarse.begin = () => {}; }"


def turned(page: Page, seconds: float) -> dict[str, float]:
    page.evaluate(TURN, 1)  # what the first turn warms is warm
    seen = [page.evaluate(TURN, seconds) for _ in range(3)]
    return {key: median(one[key] for one in seen) for key in seen[0]}


def main(seconds: float) -> None:
    with fall_line() as base, chromium() as browser:
        page, _ = opened(browser, base + link(4, 200))
        coarse = turned(page, seconds)
        page.evaluate(WITHOUT)
        whole = turned(page, seconds)
    print("Four mountains of 200 x 200 turned by hand, software drawing\n")
    table(["mesh", "fps", "first, ms", "settled, ms"], [
        ["coarser while it turns", coarse["fps"], coarse["first"], coarse["settled"]],
        ["whole", whole["fps"], whole["first"], whole["settled"]],
    ])  # fmt: skip
    ratio = coarse["fps"] / whole["fps"]
    table(["what", "measured", "target"], [
        ["coarse, while it turns", int(coarse["coarse"]), at_least(coarse["coarse"], 1, "")],
        ["pictures against the whole mesh", ratio, at_least(ratio, 2)],
        ["whole again under the hand", coarse["first"], at_most(coarse["first"], 200, "ms")],
        ["all whole again", coarse["settled"], at_most(coarse["settled"], 200, "ms")],
    ])  # fmt: skip


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3)
