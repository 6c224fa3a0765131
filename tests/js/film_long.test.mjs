/** Long films: their time goes by pixels, frames and camera, by the page's own pace where it has one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { longText, paceOf, secondsOf, timeText, tooLong } from "../../assets/lib/film_long.mjs";
import { close } from "./helpers.mjs";

const FILM = { width: 1000, height: 500, turn: 0, most: 250_000 };
const ORDER = { film: FILM, shot: { motion: "" }, frames: 100_000, bytes: 2.9e8 };
const TURNING = [{ ...ORDER, film: { ...FILM, turn: 0.5 } }, { ...ORDER, shot: { motion: "orbit" } }];
const USUAL = { still: 0.06, moving: 0.2 };

test("a film takes as long as its pixels, its frames and its camera say", () => {
  assert.equal(secondsOf(ORDER, USUAL), 3000);
  for (const order of TURNING) close([secondsOf(order, USUAL)], [10_000]);
});

test("the pace of a film is found again in the time of the same film", () => {
  for (const order of [ORDER, ...TURNING]) close([secondsOf(order, { ...USUAL, ...paceOf(order, order.frames, 1234) })], [1234]);
});

for (const [seconds, said] of [[0.2, "1 s"], [89, "89 s"], [90, "2 min"], [3000, "50 min"], [5399, "90 min"], [5400, "1.5 h"], [36_000, "10.0 h"]])
  test(`${seconds} s is said as ${said}`, () => assert.equal(timeText(seconds), said));

test("the question says on what its time stands", () => {
  assert.equal(longText(ORDER, { usual: USUAL }), "It has 100000 frames: on a small laptop about 50 min, and about 300 MB. Press Save again to make it.");
  const own = paceOf(ORDER, 100, 1);
  assert.equal(longText(ORDER, { usual: USUAL, own }), "It has 100000 frames: at the pace of your last film about 17 min, and about 300 MB. Press Save again to make it.");
  assert.match(longText(TURNING[0], { usual: USUAL, own }), /on a small laptop about 2\.8 h/, "a still film says nothing of one that turns");
});

test("a format has a bound of its own", () => {
  assert.equal(tooLong(ORDER), "");
  assert.match(tooLong({ ...ORDER, film: { ...FILM, most: 7200 } }), /^It would have 100000 frames, and in this format 7200 are the most\./);
});
