"""While a walk plays, a worker draws what walkers know, and it looks as if the page had drawn it."""

from __future__ import annotations

import pytest

from app.knows import MARKS
from tests.browser.conftest import Opener
from tests.browser.page import Stage

LINK = f"?surface=himmelblau&start=-2,-1&rates=0.001,0.02&steps=200&knows={','.join(MARKS)}"
PLAY = "() => fallLine.stage.command((clock) => ({ ...clock, playhead: 10, playing: true, speed: 0.5 }))"
DRAWN = """() => {
  const { panels, map } = fallLine.stage;
  const answered = ({ away, passed, trails }) => away && passed.some((vertex, n) => vertex > trails.last[n]);
  return [...panels, map].every(({ standing }) => answered(standing));
}"""

# A canvas as the worker draws it at a moment, and as the page does: the largest difference of a colour, and how much is drawn.
COMPARED = """async (part) => {
  const { stage } = fallLine;
  const { picture, size } = part === "map" ? stage.map : stage.panels[part];
  const { Standing } = await import("/assets/lib/standing.mjs");
  const { screenRatio } = await import("/assets/lib/canvas.mjs");
  const moment = { time: 12.4, style: stage.style, size, ratio: screenRatio() };
  await stage.options.beside.draw(-1, picture, moment); // drawn once, and not put up
  const theirs = await stage.options.beside.draw(-1, picture, moment);
  const canvas = document.createElement("canvas");
  const own = new Standing({ show: (width, height, draw) => {
    Object.assign(canvas, { width: theirs.bitmap.width, height: theirs.bitmap.height });
    const ctx = canvas.getContext("2d");
    ctx.scale(moment.ratio, moment.ratio);
    draw(ctx);
  } });
  own.show(picture, moment.time, moment.style, ...size, { due: true });
  const flat = (image) => {
    const { width, height } = image;
    const ctx = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
    ctx.drawImage(image, 0, 0);
    return ctx.getImageData(0, 0, width, height).data;
  };
  const [a, b] = [flat(theirs.bitmap), flat(canvas)];
  let [most, drawn] = [0, 0];
  a.forEach((value, k) => {
    most = Math.max(most, Math.abs(value - b[k]));
    drawn += value > 0 && k % 4 === 3;
  });
  return { most, drawn, passed: [theirs.passed, own.passed] };
}"""


def playing(stage: Stage) -> Stage:
    """Play until the worker has drawn for all."""
    stage.js(PLAY)
    stage.wait(DRAWN)
    return stage


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_worker_draws_what_the_page_would(open_page: Opener, ratio: int) -> None:
    stage = playing(open_page(LINK, device_scale_factor=ratio))
    for part in (0, 1, "map"):
        seen = stage.js(COMPARED, part)
        assert seen["drawn"] > 500
        assert seen["most"] <= 2
        assert seen["passed"][0] == seen["passed"][1]
    assert stage.errors == []


def test_at_rest_all_is_up_that_the_page_knows(stage: Stage) -> None:
    playing(stage.visit(LINK))
    stage.page.keyboard.press("Space")
    stage.wait("() => !fallLine.stage.clock.playing && fallLine.stage.told !== null")
    here = "() => fallLine.stage.panels.map(({ standing }) => [standing.away, standing.passed, standing.trails.last])"
    for away, passed, last in stage.js(here):
        assert not away
        assert passed == last


@pytest.mark.parametrize(
    "broken",
    [
        "delete window.Worker",
        "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError') } }",
    ],
)
def test_without_workers_it_plays_all_the_same(open_page: Opener, broken: str) -> None:
    stage = open_page(LINK, init=broken)
    stage.js(PLAY)
    stage.wait("() => fallLine.stage.panels[0].standing.trails.last?.[0] > 12")
    assert stage.errors == []
