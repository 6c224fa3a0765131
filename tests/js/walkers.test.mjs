/** Walkers as their controls have them: typed, dragged, driven by hand, taken back, removed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { PLAIN } from "../../assets/lib/method.mjs";
import { Walkers } from "../../assets/lib/walkers.mjs";

const PLAYS = { playing: true, playhead: 11.5, steps: 60 };
const RESTS = { ...PLAYS, playing: false };
const ADAM = { ...PLAIN, rule: "adam" };

function walkers(...methods) {
  const made = new Walkers();
  made.open(["0.1", "0.2", null], methods);
  return made;
}

/** Drag walker `i`'s slider to a power of ten. */
function drag(these, i, place, clock) {
  const places = these.rates.map((rate) => Math.log10(Number(rate ?? 1)));
  places[i] = place;
  these.follow(these.rates, places, [`rate-slider-${i}`], clock);
  // the page writes the rate into its box, and hears of that
  these.follow(these.rates, places, [`rate-${i}`], clock);
}

test("a slider that is dragged at rest gives the whole walk its rate", () => {
  const these = walkers();
  drag(these, 1, -1, RESTS);
  assert.deepEqual(these.typed, ["0.1", "0.1", null]);
  assert.deepEqual(these.methods, [PLAIN, PLAIN]);
});

test("while it plays, the typed rate stays, and the new one holds from the next step on", () => {
  const these = walkers(ADAM);
  drag(these, 1, -1, PLAYS);
  assert.deepEqual(these.typed, ["0.1", "0.2", null]);
  assert.deepEqual(these.methods, [ADAM, { ...ADAM, changes: [[12, 0.1]] }]);
  assert.deepEqual(these.rates, ["0.1", "0.1", null]);
});

test("a typed rate is for the whole walk, also while it plays, and ends what a hand did", () => {
  for (const clock of [PLAYS, RESTS]) {
    const these = walkers({ ...PLAIN, changes: [[3, 5]] });
    assert.deepEqual(these.rates, ["5", "5", null]);
    these.follow(["7", "5", null], [0.7, 0.7, 0], ["rate-0"], clock);
    assert.deepEqual(these.typed, ["7", "0.2", null]);
    assert.deepEqual(these.methods.map(({ changes }) => changes), [[], [[3, 5]]]);
  }
});

test("what a hand did is taken back: the typed rate is there again", () => {
  const these = walkers();
  drag(these, 0, -3, PLAYS);
  these.takeBack(0);
  assert.deepEqual(these.rates, ["0.1", "0.2", null]);
  these.follow(["0.001", "0.2", null], [-3, -0.7, 0], ["methods"], PLAYS); // boxes have not heard yet
  assert.deepEqual(these.rates, ["0.1", "0.2", null]);
  assert.deepEqual(these.methods, [PLAIN, PLAIN]);
});

test("a walker leaves with its rate and its method", () => {
  const these = walkers(ADAM, { ...PLAIN, changes: [[3, 5]] });
  these.remove(0);
  assert.deepEqual([these.typed, these.rates], [["0.2", null], ["5", null]]);
  these.follow(["5", null, null], [0.7, 0, 0], ["rate-0", "rate-1"], RESTS);
  assert.deepEqual(these.typed, ["0.2", null, null]);
  assert.deepEqual(these.methods, [{ ...PLAIN, changes: [[3, 5]] }]);
});

test("a new walker takes after the last, but for what a hand did", () => {
  const these = walkers(PLAIN, { ...ADAM, changes: [[3, 5]] });
  these.follow(["0.1", "5", "0.3"], [-1, 0.7, -0.5], ["rate-2"], RESTS);
  assert.deepEqual(these.methods, [PLAIN, { ...ADAM, changes: [[3, 5]] }, ADAM]);
});
