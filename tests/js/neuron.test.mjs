/** A neuron's answers against numbers from surfaces.neuron.curve, and where its curve is drawn. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { curveOf } from "../../assets/lib/data_chart.mjs";
import { answers, weightsAt } from "../../assets/lib/neuron.mjs";
import { climbOf, close } from "./helpers.mjs";

// z = 1.5 * (x - 2) / 4 - 0.25 at x = -6, 2, 8: -3.25, -0.25, 2
for (const [activation, expected] of [
  ["identity", [-3.25, -0.25, 2]],
  ["sigmoid", [1 / (1 + Math.exp(3.25)), 1 / (1 + Math.exp(0.25)), 1 / (1 + Math.exp(-2))]],
  ["tanh", [-0.9970, -0.2449, 0.9640]],
  ["relu", [0, 0, 2]],
  ["leaky-relu", [-0.0325, -0.0025, 2]],
  ["softplus", [0.03803, 0.57594, 2.12693]],
])
  test(`${activation} answers`, () => close(answers({ activation, mean: 2, deviation: 4 }, 1.5, -0.25, [-6, 2, 8]), expected, 5e-5));

test("weights move from step to step, and stay at the end", () => {
  const climb = climbOf([[[0, 10], [2, 20], [4, 10]]]);
  assert.deepEqual([0, 0.5, 1.25, 2, 9].map((time) => weightsAt(climb, 0, time)), [[0, 10], [1, 15], [2.5, 17.5], [4, 10], [4, 10]]);
});

test("a curve runs over the frame; one that is no number is not drawn", () => {
  const frame = { x: 10, y: 20, width: 100, height: 50, xs: [0, 1], range: [0, 1] };
  const neuron = { activation: "identity", mean: 0, deviation: 1 };
  const line = curveOf(neuron, climbOf([[[1, 0], [1, 0]]]), 0, 0, frame);
  close([...line.slice(0, 2), ...line.slice(-2)], [10, 70, 110, 20]);
  assert.deepEqual(curveOf(neuron, climbOf([[[NaN, 0], [1, 0]]]), 0, 0, frame), []);
});
