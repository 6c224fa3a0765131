/** What is said aloud: each walker in words, at rest all of them, on the way who came to an end. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { endedBetween, Speaker, spoken } from "../../assets/lib/speaker.mjs";

const losses = [9, 4, 1, 0, 9, 90, 900, 9000];
const points = Array.from({ length: 16 }, (_, n) => n);
const CLIMB = {
  steps: 3, rates: [0.1, 2], points, losses, gradients: points, limits: Array(8).fill(1),
  endings: [{ step: null, ending: "crawling", sentence: "still crawling", detail: "" }, { step: 2, ending: "left", sentence: "left the map", detail: "" }],
};

test("a moment says where all are, and how it ended for whom it did", () => {
  assert.equal(spoken(CLIMB, 1.5), "Walker 1, rate 0.1: step 1, loss 4.0000. Walker 2, rate 2: step 1, loss 90.000.");
  assert.equal(spoken(CLIMB, 2), "Walker 1, rate 0.1: step 2, loss 1.0000. Walker 2, rate 2: ended: left the map.");
});

test("each ending is told once, when it is passed", () => {
  assert.equal(endedBetween(CLIMB, 0, 1.9), "");
  assert.equal(endedBetween(CLIMB, 1.9, 2), "Walker 2, rate 2: ended: left the map.");
  assert.equal(endedBetween(CLIMB, 2, 2.9), "");
  assert.equal(endedBetween(CLIMB, 2.9, 3), "Walker 1, rate 0.1: ended: still crawling.");
});

test("while it plays only endings are said; at rest the last moment, after a while", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const host = { textContent: "" };
  const speaker = new Speaker(host);
  for (const playhead of [0.5, 1, 1.5]) speaker.hear(CLIMB, { playing: true, playhead });
  assert.equal(host.textContent, "");
  speaker.hear(CLIMB, { playing: true, playhead: 2.1 });
  assert.match(host.textContent, /^Walker 2.*left the map/);
  for (const playhead of [1, 2, 0]) speaker.hear(CLIMB, { playing: false, playhead });
  mock.timers.tick(499);
  assert.match(host.textContent, /^Walker 2.*left the map/);
  mock.timers.tick(1);
  assert.match(host.textContent, /^Walker 1, rate 0.1: step 0, loss 9.*Walker 2/);
  mock.timers.reset();
});
