"""How smoothly does a mountain turn under a hand? `python tests/benchmarks/turn.py [seconds] [software|composited|none]`.

Four panels, their cameras linked, with the coarser mesh that stands in while a frame takes over
50 ms, and without it. `settled` is how long after the hand lets go all are whole on the screen.
"""

from __future__ import annotations

import sys
from statistics import median

from browser import DRAWING, chromium, fall_line, link, opened
from playwright.sync_api import Page
from tables import at_least, at_most, table

TURN = """async (seconds) => {
  const { stage } = window.fallLine;
  const scene = document.querySelector(".scene");
  const { left, top } = scene.getBoundingClientRect();
  const send = (kind, n, buttons) => {
    const where = { clientX: left + 60 + (n % 120), clientY: top + 150, buttons };
    const words = { bubbles: true, cancelable: true, isPrimary: true, view: window, ...where };
    scene.dispatchEvent(new PointerEvent(`pointer${kind}`, words));
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const eyedrop = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const drawn = (one) => { // a picture is read back: nothing of it waits in a queue any more
    eyedrop.drawImage(one, 0, 0, 1, 1);
    return eyedrop.getImageData(0, 0, 1, 1);
  };
  send("down", 0, 1);
  const began = performance.now();
  let turns = 0;
  for (; performance.now() - began < 1000 * seconds; turns++) {
    send("move", turns, 1);
    await frame();
  }
  const [letGo, coarse] = [performance.now(), Boolean(stage.coarse.on)];
  send("up", turns, 0);
  while (stage.coarse.on) await frame();
  for (const one of document.querySelectorAll(".scene .mountain")) drawn(one);
  await frame();
  return { fps: turns / ((letGo - began) / 1000), settled: performance.now() - letGo, coarse };
}"""
WITHOUT = "() => { window.fallLine.stage.coarse.coarsen = () => {}; }"


def turned(page: Page, seconds: float) -> dict[str, float]:
    page.evaluate(TURN, 1)  # what the first turn warms is warm
    seen = [page.evaluate(TURN, seconds) for _ in range(3)]
    return {key: median(one[key] for one in seen) for key in seen[0]}


def compared(base: str, drawing: str, cells: int, seconds: float) -> None:
    with chromium(drawing) as browser:
        page, _ = opened(browser, base + link(4, cells))
        coarse = turned(page, seconds)
        page.evaluate(WITHOUT)
        whole = turned(page, seconds)
    print(f"Four mountains of {cells} x {cells} turned by hand, {drawing} drawing\n")
    table(["mesh", "fps", "settled, ms"], [
        ["coarser while it turns", coarse["fps"], coarse["settled"]],
        ["whole", whole["fps"], whole["settled"]],
    ])  # fmt: skip
    ratio = coarse["fps"] / whole["fps"]
    table(["what", "measured", "target"], [
        ["coarse, while it turns", int(coarse["coarse"]), at_least(coarse["coarse"], 1, "")],
        ["pictures against the whole mesh", ratio, at_least(ratio, 2)],
        ["all whole again", coarse["settled"], at_most(coarse["settled"], 200, "ms")],
    ])  # fmt: skip


def main(seconds: float, drawing: str) -> None:
    with fall_line() as base:
        for cells in (120, 200):  # as the page has it at first, and the finest it offers
            compared(base, drawing, cells, seconds)


if __name__ == "__main__":
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3
    main(seconds, sys.argv[2] if len(sys.argv) > 2 else next(iter(DRAWING)))
