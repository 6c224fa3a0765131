/** The tour: told once, each walker's act long enough for its walk. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { paceOf, seenBefore } from "../../assets/lib/tour.mjs";

test("a browser is told once", () => {
  const kept = new Map();
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  assert.deepEqual([seenBefore(storage), seenBefore(storage), seenBefore(storage)], [false, true, true]);
});

test("where nothing may be stored nothing is told, rather than each time", () => {
  const forbidden = { getItem: () => { throw new Error("SecurityError"); } };
  assert.equal(seenBefore(forbidden), true);
});

test("each walk is over four seconds after its act began", () => {
  const climb = { steps: 60, endings: [{ step: null }, { step: 29 }, { step: 5 }] };
  const seconds = (i, steps) => (10 * steps) / climb.steps / paceOf(climb, i); // a clock of speed 1 takes ten
  for (const [i, steps] of [[0, 60], [1, 30], [2, 6]]) assert.ok(Math.abs(seconds(i, steps) - 4) < 1e-9, `walker ${i}: ${seconds(i, steps)}`);
});
