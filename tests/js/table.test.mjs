/** The table: its order, and its file, worked out by hand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, csvOf, ordered } from "../../assets/lib/table.mjs";

const end = (ending, step, sentence) => ({ ending, step, sentence, detail: "" });
const CLIMB = {
  uphill: false,
  steps: 60,
  rates: [0.1, 10, 0.01],
  rules: ["Gradient descent", "Adam", "Gradient descent"].map((name) => ({ name })),
  endings: [end("reached", 9, "reached the bottom at step 9"), end("blew_up", 3, "blew up at step 3"), end("oscillating", null, "oscillating, period 2")],
  travels: [{ loss: 1e-7, walked: 3.5, away: 0.001 }, { loss: null, walked: null, away: null }, { loss: -2.25, walked: 10, away: 7 }],
};
const column = (key) => columnsOf(false).find((each) => each.key === key);

for (const [key, up, down] of [
  ["walker", [0, 1, 2], [2, 1, 0]],
  ["rate", [2, 0, 1], [1, 0, 2]],
  ["rule", [1, 0, 2], [0, 2, 1]],
  ["outcome", [1, 2, 0], [0, 2, 1]],
  ["steps", [1, 0, 2], [2, 0, 1]],
  ["loss", [2, 0, 1], [0, 2, 1]],
  ["walked", [0, 2, 1], [2, 0, 1]],
  ["away", [0, 2, 1], [2, 0, 1]],
])
  test(`sorted by ${key}: numbers as numbers, what has no value last`, () => {
    assert.deepEqual(ordered(CLIMB, column(key), false), up);
    assert.deepEqual(ordered(CLIMB, column(key), true), down);
  });

test("each column has a row here", () => assert.equal(columnsOf(false).length, 8));

test("the file says its units, all digits, and quotes what has a comma", () => {
  const [head, ...rows] = csvOf(CLIMB, [2, 0, 1]).split("\r\n");
  assert.equal(head, "walker,learning rate,rule,outcome,steps until it ended or all,final loss,distance walked (units of the map),distance to the nearest known minimum (units of the map)");
  assert.deepEqual(rows, [
    '3,0.01,Gradient descent,"oscillating, period 2",60,-2.25,10,7',
    "1,0.1,Gradient descent,reached the bottom,9,1e-7,3.5,0.001",
    "2,10,Adam,blew up,3,,,",
    "",
  ]);
});

test("uphill it is maxima that are near", () => assert.match(columnsOf(true).at(-1).title, /maximum/));
