/** Tabs: where keys lead. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { moved } from "../../assets/lib/tabs.mjs";

test("arrows go round, Home and End to the first and the last, other keys nowhere", () => {
  const from = (key) => [0, 1, 2].map((at) => moved(key, at, 3));
  assert.deepEqual(from("ArrowRight"), [1, 2, 0]);
  assert.deepEqual(from("ArrowLeft"), [2, 0, 1]);
  assert.deepEqual(from("Home"), [0, 0, 0]);
  assert.deepEqual(from("End"), [2, 2, 2]);
  assert.deepEqual(from("Enter"), [null, null, null]);
});
