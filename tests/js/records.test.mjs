/** What a rule kept of each step, and what is said of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { captionOf, remarkOf } from "../../assets/lib/captions.mjs";
import { directionAt, recordOf } from "../../assets/lib/records.mjs";
import { climbOf } from "./helpers.mjs";

const [EAST, NORTH, NOWHERE, NONE] = [[1, 0], [0, 1], [0, 0], [NaN, NaN]];

/** Two walkers of two steps; the second is a mountaineer. */
const CLIMB = climbOf([[[0, 0], [0, 0], [0, 0]], [[0, 0], [1, 0], [2, 0]]], {
  rules: [{ key: "adam", name: "Adam", values: {} }, { key: "mountaineer", name: "Mountaineer", values: { trust: 0.5 } }],
  records: {
    seen: Float32Array.from([NONE, NONE, EAST, NORTH].flat()),
    heading: Float32Array.from([NONE, NONE, EAST, [Math.SQRT1_2, Math.SQRT1_2]].flat()),
    positive: Float32Array.of(1, 0, NaN, NaN),
  },
});

test("a record is found by walker and step, whatever its width; nan is none", () => {
  assert.deepEqual([recordOf(CLIMB, "positive", 0, 1), recordOf(CLIMB, "positive", 1, 0)], [[0], null]);
  assert.deepEqual([recordOf(CLIMB, "seen", 1, 1), recordOf(CLIMB, "seen", 0, 0), recordOf(CLIMB, "other", 0, 0)], [NORTH, null, null]);
  assert.equal(recordOf({ ...CLIMB, records: undefined }, "seen", 1, 0), null);
});

test("there is no direction before the first step, nor where a vector has no length", () => {
  assert.deepEqual([directionAt(CLIMB, "seen", 1, -1), directionAt(CLIMB, "seen", 1, 0)], [null, EAST]);
  const level = { ...CLIMB, records: { seen: Float32Array.from([NONE, NONE, NOWHERE, EAST].flat()) } };
  assert.equal(directionAt(level, "seen", 1, 0), null);
});

test("a mountaineer's remark is how it turns, in place of a limit", () => {
  assert.deepEqual([0, 1].map((k) => remarkOf(CLIMB, 1, k)), [
    { kind: "turn", text: "the slope says 90°: now 90°" },
    { kind: "turn", text: "was 90°, the slope says 0°, turning 0.5 of −90°: now 45°" },
  ]);
  assert.equal(remarkOf(CLIMB, 0, 0).kind, "limit");
  assert.equal(captionOf(CLIMB, 1, 2).remark.text, remarkOf(CLIMB, 1, 1).text, "of the last update");
});

test("Newton's step says where the ground is no bowl, and which way that leads; uphill all is turned round", () => {
  const said = (singular, astray, positive, uphill = false) => {
    const records = Object.fromEntries(Object.entries({ singular, astray, positive }).map(([name, value]) => [name, Float32Array.of(value)]));
    return remarkOf(climbOf([[[0, 0], [1, 0]]], { records, uphill }), 0, 0);
  };
  assert.deepEqual(said(0, 1, 0), { kind: "astray", text: "this step goes uphill: the ground curves downwards here" });
  assert.deepEqual(said(0, 1, 0, true), { kind: "astray", text: "this step goes downhill: the ground curves upwards here" });
  assert.deepEqual(said(0, 0, 0), { kind: "saddle", text: "the ground is no bowl here: this step heads for a saddle" });
  assert.match(said(0, 0, 0, true).text, /no summit here/);
  assert.match(said(1, 1, 0).text, /has no end/);
  assert.equal(said(0, 0, 1).kind, "limit");
});
