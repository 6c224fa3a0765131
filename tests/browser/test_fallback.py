"""Without plotly.js's insides mountains turn slowly, and the walkers still stand on them."""

from __future__ import annotations

import time

from tests.browser.beacon import errors, light, put_out
from tests.browser.conftest import Opener
from tests.browser.page import Stage

PUBLIC = "window.fallLineOptions = { usePublic: true };"


def test_the_public_way(open_page: Opener) -> None:
    stage = open_page(init=PUBLIC)
    assert stage.js("() => mountainOf(0).eye.fast") is False
    said = [text for text in stage.warnings if "plotly.js" in text]
    light(stage, 0, 1, 2)
    assert errors(stage, 0, 1, 2)[0] <= 2
    rest = stage.overlay(1)
    stage.drag(0, 60, 20)
    stage.wait(
        """() => {
          const [a, ...rest] = window.fallLine.stage.panels.map(({ shot }) => String(shot.camera));
          return rest.every((b) => b === a);
        }"""
    )
    limit = time.monotonic() + 15  # plotly's own relayout takes its time
    while (worst := errors(stage, 0, 1, 2)[0]) > 2 and time.monotonic() < limit:
        pass
    assert worst <= 2
    assert stage.overlay(1) != rest
    put_out(stage)
    at = stage.overlay(1)
    stage.press("play")
    stage.wait("() => window.fallLine.stage.clock.playhead > 2")
    stage.press("play")
    assert stage.settled().overlay(1) != at
    assert stage.errors == []
    assert len(said) == 1, "the console should say so, once"


def test_plotly_without_insides_is_noticed(open_page: Opener) -> None:
    """A plotly.js that keeps its matrices elsewhere is found out at start."""
    lost = """
    let held;
    Object.defineProperty(window, "Plotly", {
      configurable: true,
      get: () => held,
      set(plotly) {
        held = plotly;
        const { react } = plotly;
        plotly.react = async (gd, ...rest) => {
          await react(gd, ...rest);
          const scene = gd._fullLayout?.scene?._scene;
          if (scene) scene.getCamera = undefined;
          return gd;
        };
      },
    });"""
    stage = open_page("?surface=himmelblau&start=0.2,4.4&rates=0.01&steps=20", init=lost)
    assert stage.js("() => mountainOf(0).eye.fast") is False
    assert any("plotly.js" in text for text in stage.warnings)
    light(stage, 0)
    assert errors(stage, 0)[0] <= 2


def test_the_fast_way_is_the_usual_one(stage: Stage) -> None:
    assert stage.js("() => mountainOf(0).eye.fast")
