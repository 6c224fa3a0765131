/** What is wrong is said beside its control, once, and taken back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { newly, placed } from "../../assets/lib/problems.mjs";

const KAPPA = { type: "parameter", key: "kappa" };
const find = (says, id) => says.find(([one]) => JSON.stringify(one) === JSON.stringify(id))[1];

test("each problem stands beside its control", () => {
  const says = placed({ "start.x": "Off the map.", steps: "None.", "rates.0": "Zero.", "rates.2": "No number.", "parameter.kappa": "Empty." }, ["kappa"]);
  assert.deepEqual(find(says, "start-x"), { error: "Off the map." });
  assert.deepEqual(find(says, "start-y"), { error: null });
  assert.deepEqual(find(says, "steps"), { error: "None." });
  assert.deepEqual(find(says, KAPPA), { error: "Empty." });
  assert.deepEqual(find(says, "rates-problem"), { children: ["Zero.", "No number."] });
  assert.deepEqual([0, 1, 2, 3].map((i) => find(says, `rate-${i}`).error), [true, false, true, false]);
});

test("too many rates are told below the rows", () => {
  assert.deepEqual(find(placed({ rates: "Ten are too many." }, []), "rates-problem"), { children: ["Ten are too many."] });
});

test("only what is new is said, and what is no longer wrong is taken back", () => {
  const told = new Map();
  assert.deepEqual(newly(placed({}, ["kappa"]), told), [], "a page at rest is left alone");
  const wrong = placed({ "rates.1": "Zero.", "parameter.kappa": "Empty." }, ["kappa"]);
  assert.deepEqual(newly(wrong, told).map(([id]) => id), [KAPPA, "rate-1", "rates-problem"]);
  assert.deepEqual(newly(wrong, told), []);
  assert.deepEqual(newly(placed({ "rates.1": "Zero." }, ["kappa"]), told), [[KAPPA, { error: null }]]);
  assert.deepEqual(newly(placed({}, ["kappa"]), told), [["rate-1", { error: false }], ["rates-problem", { children: [] }]]);
});
