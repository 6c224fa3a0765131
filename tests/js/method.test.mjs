/** How walkers walk: one method each, changed for one or for all, driven by hand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, changed, defaults, driven, elsewhere, fitted, lastRate, measured, momentOf, PLAIN, spread, summary, takenBack, without } from "../../assets/lib/method.mjs";
import { scaleOf } from "../../assets/lib/parameter_control.mjs";
import { close } from "./helpers.mjs";

const ADAM = { ...PLAIN, rule: "adam", values: { beta1: 0.9 } };
const RULES = [
  { key: "gradient_descent", name: "Gradient descent", parameters: [] },
  { key: "adam", name: "Adam", parameters: [{ key: "beta1", default: 0.9 }] },
];
const SCHEDULES = [{ key: "constant", name: "Constant", parameters: [] }];

test("there is a method for each walker; a new one takes after the last, but not its changes by hand", () => {
  assert.deepEqual(fitted([], 2), [PLAIN, PLAIN]);
  const hand = { ...ADAM, changes: [[3, 0.1]] };
  assert.deepEqual(fitted([PLAIN, hand], 3), [PLAIN, hand, ADAM]);
  assert.deepEqual(fitted([PLAIN, ADAM], 1), [PLAIN]);
});

test("a link's one method is for all, with what a hand changed", () => {
  const hand = { ...ADAM, changes: [[3, 0.1]] };
  assert.deepEqual(spread([hand], 2), [hand, hand]);
  assert.deepEqual(spread([], 1), [PLAIN]);
  assert.deepEqual(spread([PLAIN, ADAM], 2), [PLAIN, ADAM]);
});

test("a change is for one walker or for all", () => {
  const all = changed([PLAIN, PLAIN], "all", { rule: "adam" });
  assert.deepEqual(all.map(({ rule }) => rule), ["adam", "adam"]);
  assert.deepEqual(changed(all, 1, { rule: "lion" }).map(({ rule }) => rule), ["adam", "lion"]);
  assert.deepEqual(without([PLAIN, ADAM, PLAIN], 1), [PLAIN, PLAIN]);
});

const MEASURED = { key: "noisy", fitted: ["scale"], parameters: [{ key: "scale", default: 1 }, { key: "seed", default: 0 }] };

test("a number that goes by the ground comes with the climb, and then holds until there is another ground", () => {
  const fresh = { ...PLAIN, rule: "noisy", values: defaults(MEASURED) };
  assert.deepEqual(fresh.values, { seed: 0 });
  const walked = [{ key: "noisy", values: { scale: 2.6, seed: 7 } }];
  const [known] = measured([fresh], walked);
  assert.deepEqual(known.values, { scale: 2.6, seed: 0 }, "what was chosen here stays");
  const again = [{ key: "noisy", values: { scale: 9, seed: 0 } }];
  assert.equal(measured([known], again)[0], known);
  assert.equal(measured([fresh], [{ key: "adam", values: { beta1: 1 } }])[0], fresh, "the climb of a rule before");
  assert.equal(measured([fresh], [])[0], fresh);
  assert.deepEqual(elsewhere([known, ADAM], [MEASURED, ...RULES]), [fresh, ADAM]);
});

test("a hand that drives a rate changes the future, not the past", () => {
  let method = driven(PLAIN, 10, 0.1);
  method = driven(method, 20, 0.2);
  assert.deepEqual(driven(method, 20, 0.3).changes, [[10, 0.1], [20, 0.3]]);
  assert.deepEqual(driven(method, 15, 0.3).changes, [[10, 0.1], [15, 0.3]]);
  assert.deepEqual(PLAIN.changes, []);
  assert.equal(lastRate(method, "0.5"), "0.2");
  assert.equal(lastRate(PLAIN, "0.5"), "0.5");
  assert.deepEqual(takenBack([method, method], 1), [method, PLAIN]);
});

for (const steps of [1, 60, 99, 100, 101, 10_000])
  test(`a hand that drags all through ${steps} steps has room, and takes nothing back`, () => {
    let method = PLAIN;
    for (let playhead = 0; playhead <= steps; playhead += steps / 600) {
      const step = momentOf({ playhead, steps });
      assert.ok(step >= playhead && step < playhead + Math.max(1, steps / 50));
      method = driven(method, step, playhead + 1);
      assert.ok(method.changes.length <= 100);
    }
    assert.equal(method.changes[0][0], 0);
  });

test("the summary says what all do, or that they differ", () => {
  assert.equal(summary([ADAM, ADAM], RULES, SCHEDULES), "Adam, constant rate");
  assert.equal(summary([ADAM, PLAIN], RULES, SCHEDULES), "each its own");
  assert.ok(alike([PLAIN, { ...PLAIN, changes: [[1, 2]] }]));
  assert.deepEqual(defaults(RULES[1]), { beta1: 0.9 });
});

for (const parameter of [
  { low: 0, high: 0.999 },
  { low: 1e-12, high: 1, logarithmic: true },
  { low: 0, high: 1, logarithmic: true },
  { low: 1, high: 64, whole: true },
])
  test(`a slider and its number agree: ${JSON.stringify(parameter)}`, () => {
    const { place, value } = scaleOf(parameter);
    assert.equal(value(0), parameter.low);
    assert.equal(value(1), parameter.high);
    close(place(parameter.high), 1);
    for (const at of [0.13, 0.5, 0.87]) {
      close(place(value(at)), at, 0.01);
      if (parameter.whole) assert.ok(Number.isInteger(value(at)));
    }
  });
