/** Which cell of a picture is meant, by a place or by keys. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAt, middleOf, movedCell } from "../../assets/lib/probe.mjs";

const FRAME = { x: 30, y: 10, width: 200, height: 100 };
const SHAPE = { rows: 10, columns: 40 };

test("a place is in the cell whose middle leads back to it; rows go up", () => {
  for (const cell of [[0, 0], [9, 39], [3, 17]]) assert.deepEqual(cellAt(FRAME, SHAPE, ...middleOf(FRAME, SHAPE, cell)), cell);
  assert.deepEqual(cellAt(FRAME, SHAPE, 31, 109), [0, 0]);
});

test("no cell is outside", () => {
  for (const [x, y] of [[29, 50], [231, 50], [100, 9], [100, 111], [NaN, 50]]) assert.equal(cellAt(FRAME, SHAPE, x, y), null);
});

test("arrow keys go one cell, with Shift some, never beyond", () => {
  const to = (key, cell, shiftKey = false) => movedCell({ key, shiftKey }, SHAPE, cell);
  assert.deepEqual(to("ArrowUp", [3, 3]), [4, 3]);
  assert.deepEqual(to("ArrowLeft", [3, 3]), [3, 2]);
  assert.deepEqual(to("ArrowRight", [3, 3], true), [3, 7]);
  assert.deepEqual(to("ArrowDown", [0, 3]), [0, 3]);
  assert.equal(to("Home", [3, 3]), null);
});
