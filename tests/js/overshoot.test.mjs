/** Overshoot: on a parabola it is known how much of a step lies beyond the bottom. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { drape } from "../../assets/lib/path.mjs";
import { drawOvershoot, lowestShare } from "../../assets/lib/overshoot.mjs";
import { makePicture, mapLens } from "../../assets/lib/picture.mjs";
import { spotOf } from "../../assets/lib/spot.mjs";
import { climbOf, close, ground, heard, recorder } from "./helpers.mjs";

const FRAME = { x: 0, y: 0, width: 400, height: 400 };
const VALLEY = ground((u) => ((u - 20) / 20) ** 2, 41, [0, 40], [0, 40]);

/** After one step from x = a to x = b along y = 20, where the loss is (x - 20)^2 times `sign`. */
function stepOf(a, b, { grid = VALLEY, sign = 1, ...more } = {}) {
  const slope = (x) => sign * 2 * (x - 20);
  const gradients = Float32Array.of(slope(a), 0, slope(b), 0);
  const climb = climbOf([[[a, 20], [b, 20]]], { gradients, moves: Float32Array.of(b - a, 0), ...more });
  return spotOf(makePicture({ grid, climb, colors: ["#one"], paths: [drape(grid, climb, 0)] }, mapLens(grid, FRAME), [0]), 0, 1);
}

for (const [name, a, b, share] of [
  ["a step that stops short of the bottom", 5, 15, 1],
  ["a step to the bottom", 5, 20, 1],
  ["a third too far", 10, 25, 2 / 3],
  ["as high on the other side", 8, 32, 0.5],
  ["far too far", 19, 39, 1 / 20],
  ["away from the bottom, as momentum may", 25, 32, 0],
  ["a step within one cell, a quarter too far", 19.7, 20.1, 0.75],
  ["within one cell, not too far", 19.7, 19.9, 1],
  ["within one cell, away", 20.1, 20.3, 0],
])
  test(`${name}: the lowest place is after ${share.toFixed(2)} of it`, () => close(lowestShare(stepOf(a, b)), share, Math.abs(b - a) < 3 ? 1e-5 : 4e-3));

test("going up, the highest place counts", () => {
  const hill = ground((u) => 1 - ((u - 20) / 20) ** 2, 41, [0, 40], [0, 40]);
  for (const [a, b, share] of [[10, 25, 2 / 3], [19.7, 20.1, 0.75], [5, 15, 1]]) close(lowestShare(stepOf(a, b, { grid: hill, sign: -1, uphill: true })), share, 4e-3);
});

test("before the first step, and for a step that is none, it cannot be said", () => {
  const spot = stepOf(10, 25);
  spot.k = 0;
  assert.ok(Number.isNaN(lowestShare(spot)));
  assert.ok(Number.isNaN(lowestShare(stepOf(10, NaN))));
  assert.equal(lowestShare(stepOf(10, 10)), 1);
});

test("of a step to beyond the map, what is on it counts", () => close(lowestShare(stepOf(10, 60)), 0.2, 4e-3));

test("the part beyond is drawn in red, from the lowest place to the walker; nothing where there is none", () => {
  const style = { look: { astray: "#red" }, halo: "#halo", size: 1 };
  const drawn = (a, b) => {
    const ctx = recorder();
    drawOvershoot(ctx, stepOf(a, b), style);
    return ctx;
  };
  const ctx = drawn(10, 30);
  const ends = ["moveTo", "lineTo"].flatMap((name) => heard(ctx, name)).filter(({ strokeStyle }) => strokeStyle === "#red").map(({ args }) => args[0]);
  close([Math.min(...ends), Math.max(...ends)], [200, 300], 1);
  close(heard(ctx, "arc").at(-1).args[0], 200, 1);
  for (const [a, b] of [[5, 15], [10, 10], [19.95, 20.05]]) assert.equal(drawn(a, b).calls.length, 0, `${a} to ${b}`);
});
