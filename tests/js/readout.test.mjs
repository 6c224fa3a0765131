/** Numbers under a pointer: a place's loss on even and on logarithmic heights, and a step's losses. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { placeText, stepText } from "../../assets/lib/readout.mjs";
import { ground } from "./helpers.mjs";

const CELLS = 41;
const ramp = (u) => u / (CELLS - 1);

for (const [name, scale, loss] of [
  ["even heights", { low: 10, high: 30, unit: null }, "loss ≈ 20.0"],
  ["heights on a log scale", { low: 0, high: Math.E ** 2 - 1, unit: 1 }, "loss ≈ 1.72"],
])
  test(`a place on ${name}`, () => {
    const grid = Object.assign(ground(ramp, CELLS, [-2, 2], [-1, 3]), { scale });
    assert.equal(placeText(grid, ["weight", "bias"], 20, 10), `weight 0.000\nbias 0.000\n${loss}`);
  });

test("in a hole there is no loss", () => {
  const grid = Object.assign(ground(ramp), { scale: { low: 0, high: 1, unit: null } });
  grid.heights.fill(NaN);
  assert.match(placeText(grid, ["x", "y"], 3, 4), /no loss here$/);
});

test("a step of a race, walker by walker", () => {
  const climb = { rates: [0.1, 1], steps: 2, losses: [9, 4, 1, 9, 90, Infinity] };
  assert.equal(stepText(climb, 1), "step 1\n1: 4.0000\n2: 90.000");
  assert.equal(stepText(climb, 2), "step 2\n1: 1.0000\n2: ∞");
});
