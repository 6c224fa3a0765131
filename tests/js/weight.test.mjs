/** How large a film will be: more frames, more pixels and a turning camera weigh more. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { roughly, sizeText, weightOf } from "../../assets/lib/weight.mjs";

const FILM = { width: 1000, height: 500, turn: 0, options: { loop: "once", dither: "none" }, weights: { ordered: [1, 2, 3], none: [0.1, 0.02, 0.5] } };

test("the first frame, and each next one, by the option that decides", () => {
  assert.equal(weightOf(FILM, 1), 50_000);
  assert.equal(weightOf(FILM, 11), 50_000 + 10 * 10_000);
  assert.equal(weightOf({ ...FILM, turn: 1 }, 11), 50_000 + 10 * 250_000);
  assert.equal(weightOf({ ...FILM, options: {} }, 1), 500_000);
});

test("a GIF that must fit fits", () => {
  const options = { ...FILM.options, fit: "5" };
  assert.equal(weightOf({ ...FILM, turn: 1, options }, 1000), 5e6);
  assert.equal(weightOf({ ...FILM, options }, 1), 50_000);
  assert.ok(weightOf({ ...FILM, turn: 1, options: { ...options, fit: "any" } }, 1000) > 5e6);
});

for (const [bytes, said] of [[41_234, "40 kB"], [96_000, "100 kB"], [960_000, "1 MB"], [1_460_000, "1 MB"], [15_000_000, "20 MB"]])
  test(`${bytes} bytes are about ${said}`, () => assert.equal(roughly(bytes), said));

test("sizes in words", () => assert.deepEqual([999, 1500, 2_340_000].map(sizeText), ["1 kB", "2 kB", "2.3 MB"]));
