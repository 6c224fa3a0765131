/** Rates as people type them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { addRate, followed, placeOf, positionOf, removeRate, rowStyles, suggested, textOf } from "../../assets/lib/rates.mjs";

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

for (const [name, rates, text, place, moved, result] of [
  ["a box that was typed in", ["0.1"], "0.5", -1, ["rate-0"], "0.5"],
  ["a box that holds nonsense", ["0.1"], "abc", -1, ["rate-0"], "abc"],
  ["a slider that was dragged", ["0.1"], "0.1", -2, ["rate-slider-0"], "0.01"],
  ["a slider that was dragged where nonsense stood", ["abc"], "abc", -2, ["rate-slider-0"], "0.01"],
  ["a slider that only rounds what was typed", ["0.10049"], "0.10049", -1, ["rate-slider-0"], "0.10049"],
  ["both at once, as a link does", ["0.1"], "0.019", -1.7, ["rate-0", "rate-slider-0"], "0.019"],
  ["something else, while the box has not yet heard of the slider", ["0.01"], "0.1", -2, ["start-x"], "0.01"],
  ["a row that is taken away", ["0.1"], null, -1, ["rate-0"], null],
  ["a row that is not there", [null], null, -1, ["rate-slider-0"], "0.1"],
  ["the first time", [], "0.3", -1, ["surface"], "0.3"],
])
  test(`rates follow ${name}`, () => assert.deepEqual(followed(rates, [text], [place], moved), [result]));

for (const [text, place, wanted] of [["0.5", -1, -0.3], ["0.10049", -1, null], ["abc", -1, null], [null, -1, null], ["1e9", -1, 1]])
  test(`a slider at ${place} follows ${text}`, () => assert.equal(placeOf(text, place), wanted));

test("rows without a rate are hidden, but for the first", () => {
  const shown = (count) => rowStyles(count).filter(({ display }) => display !== "none").length;
  assert.deepEqual([0, 1, 4, 9].map(shown), [1, 1, 4, 9]);
});

test("buttons of suggestions add their rate, or put three in place of all", () => {
  const presets = { too_small: "0.001", good: "0.1", too_large: "0.3", diverges: "1" };
  assert.deepEqual(suggested("preset-too-large", ["5"], presets), ["5", "0.3"]);
  assert.deepEqual(suggested("suggest", ["5"], presets), ["0.001", "0.1", "0.3"]);
  assert.match(suggested("suggest", ["5"], null), /still being computed/);
  assert.match(suggested("preset-diverges", ["5"], { ...presets, diverges: undefined }), /^None of the 400 rates .* diverges/);
});
