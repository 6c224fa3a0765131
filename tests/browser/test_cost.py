"""What a frame costs, in counts: no clock, so that a busy machine says the same as a quiet one."""

from __future__ import annotations

import numpy as np

from tests.browser.page import Stage
from tests.browser.pixels import pixels

# Play some frames by hand, one after another, and count what they ask of the browser.
PLAYED = """async (frames) => {
  const { stage } = window.fallLine;
  cancelAnimationFrame(stage.frame);
  const count = { webgl: 0, cleared: 0, put: 0, plotly: 0, inVain: [] };
  const counted = (home, name, key) => {
    const real = home[name];
    home[name] = function (...words) { count[key]++; return real.apply(this, words); };
    return () => (home[name] = real);
  };
  const undo = [
    ...["drawArrays", "drawElements"].map((name) => counted(WebGLRenderingContext.prototype, name, "webgl")),
    counted(CanvasRenderingContext2D.prototype, "clearRect", "cleared"),
    counted(ImageBitmapRenderingContext.prototype, "transferFromImageBitmap", "put"),
    ...["react", "relayout", "restyle", "redraw"].map((name) => counted(Plotly, name, "plotly")),
  ];
  const texts = (nodes) => [...nodes].map((node) => node.textContent).join();
  const watch = new MutationObserver((changes) => {
    for (const { removedNodes, addedNodes } of changes) {
      if (removedNodes.length && texts(removedNodes) === texts(addedNodes)) count.inVain.push(texts(addedNodes));
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
  stage.command((clock) => ({ ...clock, playhead: 20, playing: true, speed: 1 }));
  let now = performance.now();
  stage.tick(now); // the first one draws all anew
  Object.assign(count, { webgl: 0, cleared: 0, put: 0, plotly: 0 });
  for (let n = 0; n < frames; n++) stage.tick((now += 16));
  await null; // those who watch hear of it
  watch.disconnect();
  undo.forEach((each) => each());
  return { ...count, moved: stage.clock.playhead - 20, panels: stage.panels.length };
}"""

MESH = """async (coarse) => {
  const { studio, panels } = window.fallLine.stage;
  const [mountain] = studio.mountains;
  let corners = 0;
  for (const name of ["drawArrays", "drawElements"]) {
    const real = WebGLRenderingContext.prototype[name];
    WebGLRenderingContext.prototype[name] = function (mode, a, b, ...rest) {
      if (mode === this.TRIANGLES) corners += name === "drawArrays" ? b : a;
      return real.call(this, mode, a, b, ...rest);
    };
  }
  mountain.coarse = !coarse;
  mountain.coarsen(coarse);
  studio.shoot(panels);
  return corners;
}"""


def test_a_frame_of_playback_asks_little(stage: Stage) -> None:
    frames = 64
    count = stage.js(PLAYED, frames)
    assert count["moved"] > 3
    assert (count["webgl"], count["plotly"]) == (0, 0)
    # A canvas for each panel, for the map, for the chart and for the scrubber's thumb.
    assert count["cleared"] <= frames * (count["panels"] + 3)
    # What walkers know and have walked is drawn once a step; the chart's lines every few frames.
    assert count["put"] <= (count["moved"] + 1) * (count["panels"] + 1) + frames / 8 + 1
    assert count["inVain"] == []


def test_a_coarse_mountain_looks_like_the_whole_one(stage: Stage) -> None:
    def seen(coarse: bool) -> tuple[int, np.ndarray]:
        corners = stage.js(MESH, coarse)
        return corners, pixels(stage.scene(0).screenshot())[..., :3]

    all_corners, whole = seen(False)
    few_corners, coarse = seen(True)
    again, after = seen(False)
    assert few_corners < all_corners / 5 and again == all_corners
    assert np.abs(whole - coarse).mean() < 6  # of 255: contours and edges move by a pixel or two
    assert np.abs(whole - coarse).max() > 0
    assert np.array_equal(whole, after)
    assert stage.errors == []


def test_a_coarse_mountain_that_goes_is_not_made_whole(stage: Stage) -> None:
    """While a hand holds the first one, the others go."""
    hold = "(held) => { window.fallLine.stage.panels[0].held = held; }"
    stage.js(hold, True)
    stage.js("() => { const { coarse } = window.fallLine.stage; coarse.coarsen(true); }")
    stage.visit("?surface=himmelblau&start=0.2,4.4&rates=0.01&steps=20")
    stage.js(hold, False)
    stage.wait("() => !window.fallLine.stage.coarse.on")
    assert stage.errors == []


def test_without_a_graphics_card_mountains_are_drawn_fine_but_not_sampled_too(stage: Stage) -> None:
    drawn = stage.js("""() => [...document.querySelectorAll(".gl-container canvas")].map((canvas) => {
      const { antialias } = canvas.getContext("webgl").getContextAttributes();
      return [antialias, Math.round(canvas.width / canvas.clientWidth)];
    })""")
    assert drawn and all(each == [False, 2] for each in drawn)  # here the processor draws


# Components of the page that have Dash look through all that ever changed, at each change.
CURIOUS = """async () => {
  const layout = await (await fetch("_dash-layout")).json();
  const kinds = new Set();
  const walk = (part) => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (part?.namespace) {
      kinds.add(`${part.namespace} ${part.type}`);
      Object.values(part.props).forEach(walk);
    }
  };
  walk(layout);
  const curious = (kind) => "dashChildrenUpdate" in kind.split(" ").reduce((home, name) => home[name], window);
  return { kinds: kinds.size, curious: [...kinds].filter(curious) };
}"""


def test_no_component_asks_to_hear_of_its_children(stage: Stage) -> None:
    seen = stage.js(CURIOUS)
    assert seen["kinds"] > 15
    assert seen["curious"] == []
