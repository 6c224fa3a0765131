"""How often a film has its mountains drawn, in counts."""

from __future__ import annotations

from tests.browser.page import Stage
from tests.browser.test_film import LINK

# WebGL's draws for each of some frames of a film whose camera turns.
DRAWS = """async (moments) => {
  const [{ shotsOf, Takes }, { shotOf }] = await Promise.all(["takes", "film_desk"].map((name) => import(`/assets/lib/${name}.mjs`)));
  let draws = 0;
  const undo = [WebGLRenderingContext, WebGL2RenderingContext].flatMap(({ prototype }) => ["drawArrays", "drawElements"].map((name) => {
    const real = prototype[name];
    prototype[name] = function (...words) { draws++; return real.apply(this, words); };
    return () => (prototype[name] = real);
  }));
  const { stage, constants } = window.fallLine;
  const film = { format: "mp4", options: {}, width: 640, height: 360, scale: 1, turn: 1, arrangement: "screen" };
  const takes = new Takes(shotsOf(shotOf(stage, constants, "terrain"), film), film);
  try {
    await takes.prepare();
    const counts = [];
    for (const [time, share] of moments) {
      const before = draws;
      await takes.frame(time, share);
      counts.push(draws - before);
    }
    return counts;
  } finally {
    takes.dispose();
    undo.forEach((each) => each());
  }
}"""


def test_a_pause_under_a_turning_camera_draws_no_mountain(stage: Stage) -> None:
    stage.visit(LINK)
    moments = [(0, 0), (0, 0), (10, 0.25), (10, 0.25), (10, 0.25), (11, 0.275), (11, 0.275)]
    first, _, turned, *pause, on, still = stage.js(DRAWS, moments)
    assert turned > 0 and on == turned
    assert [first, *pause, still] == [0, 0, 0, 0], "the first was drawn before"
