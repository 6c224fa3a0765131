/** Rates as people type them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { addRate, positionOf, removeRate, textOf } from "../../assets/lib/rates.mjs";

for (const [text, place] of [
  ["0.1", -1], ["1", 0], [" 0.01 ", -2], ["1e-3", -3], ["0.5", -0.3], [0.1, -1],
  ["1e-12", -6], ["500", 1], // as far as the slider goes
  ["", null], ["  ", null], [null, null], [undefined, null], ["abc", null], ["0.1.2", null], ["0,1", null], ["0.1 0.2", null],
  ["0", null], ["-0.1", null], ["NaN", null], ["Infinity", null], ["1e999", null], ["-", null],
])
  test(`place of ${JSON.stringify(text)}`, () => assert.equal(positionOf(text), place));

for (const [place, text] of [[-1, "0.1"], [0, "1"], [-0.3, "0.501"], [1, "10"], [-6, "0.000001"], [-1.52, "0.0302"]])
  test(`text at ${place}`, () => assert.equal(textOf(place), text));

test("a slider's text stands at the slider's place", () => {
  for (let place = -600; place <= 100; place++) assert.equal(positionOf(textOf(place / 100)), place / 100);
});

test("one to nine rates; beyond that a sentence says what to do", () => {
  const nine = Array.from({ length: 9 }, (_, i) => String(i + 1));
  assert.deepEqual(addRate(nine.slice(1), "0.5"), [...nine.slice(1), "0.5"]);
  assert.match(addRate(nine, "0.5"), /^Nine walkers .*Remove one, then add 0\.5\.$/);
  assert.deepEqual(removeRate(["1", "2", "3"], 1), ["1", "3"]);
  assert.match(removeRate(["1"], 0), /must stay.*\.$/);
  assert.equal(nine.length, 9, "lists that were given stay as they are");
});
