/** Film time: easings, pauses where something happens, and as many frames as the server's side counts. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EASINGS, filmTime, frameCount, happenings } from "../../assets/lib/film_time.mjs";
import { close } from "./helpers.mjs";

const HUNDRED = Array.from({ length: 101 }, (_, n) => n / 100);

for (const [key, easing] of Object.entries(EASINGS))
  test(`${key} begins at 0, ends at 1, never goes back, and is the same from both ends`, () => {
    assert.deepEqual([easing(0), easing(1)], [0, 1]);
    const shares = HUNDRED.map(easing);
    assert.ok(shares.every((share, n) => n === 0 || share > shares[n - 1]));
    close(shares, HUNDRED.map((share) => 1 - easing(1 - share)), 1e-12);
  });

test("slow in and out: still at both ends, half as fast again halfway; even is even", () => {
  const speed = (easing, at) => (easing(at + 1e-6) - easing(at - 1e-6)) / 2e-6;
  close([0, 0.5, 1].map((at) => speed(EASINGS.eased, at)), [0, 1.5, 0], 1e-5);
  close(HUNDRED.map((at) => speed(EASINGS.even, at)), Array(101).fill(1), 1e-6);
});

for (const { stops, frames, ...film } of JSON.parse(readFileSync(new URL("../film_lengths.json", import.meta.url), "utf8")))
  test(`${JSON.stringify(film)} that pauses ${stops} times has ${frames} frames`, () => {
    assert.equal(frameCount(film, Array.from({ length: stops }, (_, n) => n)), frames);
  });

test("a film that only has a walk and a hold; and a picture", () => {
  assert.equal(frameCount({ fps: 30, walk: 8, hold: 2 }), 300);
  assert.equal(frameCount({ fps: 1, walk: 0.1, hold: 0 }), 1);
  assert.equal(frameCount({ fps: 30, walk: 8, hold: 2, lead: 1, pause: 1, single: true }, [3]), 1);
});

/** All that a film shows. */
function shown(film, steps, stops) {
  const moment = filmTime(film, steps, stops);
  return Array.from({ length: frameCount(film, stops) }, (_, index) => moment(index));
}

test("a film walks evenly, then holds; the shortest is its first moment", () => {
  const film = shown({ fps: 2.5, walk: 2, hold: 0.4 }, 8);
  assert.deepEqual(film.map(({ share }) => share), [0, 0.25, 0.5, 0.75, 1, 1]);
  assert.deepEqual(film.map(({ time }) => time), [0, 2, 4, 6, 8, 8]);
  assert.deepEqual(filmTime({ fps: 10, walk: 0.1 }, 8)(0), { time: 0, share: 0 });
});

test("a film of 100,000 frames is as quick to begin as a short one: no moment is worked out before it is shown", () => {
  let asked = 0;
  const { even } = EASINGS;
  EASINGS.even = (share) => (asked++, even(share));
  const moment = filmTime({ fps: 30, walk: 3600, hold: 2, pause: 1 }, 40, [7, 40]);
  EASINGS.even = even;
  assert.ok(asked < 50, `${asked} were`);
  assert.deepEqual([moment(0), moment(108_000 + 60)].map(({ time }) => time), [0, 40]);
});

test("what happens is known by the endings of the walks: each step once, in order", () => {
  const endings = [40, null, 7, 40, 0].map((step) => ({ step }));
  assert.deepEqual(happenings({ endings }), [0, 7, 40]);
  assert.deepEqual(happenings({ endings: [{ step: null }] }), []);
  assert.deepEqual([1, 2, 3, 6].map((walker) => happenings({ endings }, walker)), [[40], [], [7], []]);
});

for (const easing of Object.keys(EASINGS))
  for (const stops of [[], [20], [0, 7, 40], [6, 7], [13, 40]])
    test(`${easing}, with pauses at ${stops.join() || "no step"}: each stands, and the walk is the same around them`, () => {
      const film = { fps: 10, walk: 3, lead: 0.5, hold: 0.7, pause: 0.4, easing };
      const whole = shown(film, 40, stops);
      assert.equal(whole.length, 5 + 37 + 4 * stops.length);
      assert.deepEqual(new Set(whole.slice(0, 6).map(({ time }) => time)), new Set([0]));
      assert.deepEqual(whole.at(-1), { time: 40, share: 1 });
      whole.forEach(({ time, share }, n) => {
        assert.ok(n === 0 || time >= whole[n - 1].time, "never back");
        close([time], [40 * share]);
      });
      for (const stop of stops) assert.ok(whole.filter(({ time }) => time === stop).length >= 4, "exactly there");
      const rest = whole.filter(({ time }) => !stops.includes(time));
      const plain = shown({ ...film, pause: 0 }, 40, stops).filter(({ time }) => !stops.includes(time));
      assert.deepEqual(rest, plain);
    });
