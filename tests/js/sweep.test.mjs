/** A sweep: runs, words, pixels and curves, worked out by hand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as sweeps from "../../assets/lib/sweep.mjs";
import { drawSweep } from "../../assets/lib/sweep_paint.mjs";
import { close, heard, recorder } from "./helpers.mjs";

const FRAME = { x: 10, y: 20, width: 400, height: 100, ticks: 150 };
const KINDS = ["crawling", "reached", "reached", "oscillating", "blew_up"];
const WORDS = { reached: "reached the bottom", stuck: "stuck", crawling: "still crawling", oscillating: "oscillating", left: "left the map", blew_up: "blew up" };
const SWEEP = {
  looks: Object.fromEntries(Object.entries(WORDS).map(([kind, words]) => [kind, { words, uphill: words.replace("bottom", "summit") }])),
  rates: Float64Array.of(1e-4, 1e-3, 1e-2, 1e-1, 1),
  kinds: KINDS,
  steps: Uint16Array.of(60, 45, 15, 60, 3),
  losses: Float32Array.of(10, 1.02, 1, 2, Infinity),
  walked: 60,
  best: 2,
  limit: 0.05,
};

test("endings that follow one another alike are one run", () => {
  assert.deepEqual(sweeps.runsOf(KINDS), [{ kind: "crawling", from: 0, to: 0 }, { kind: "reached", from: 1, to: 2 }, { kind: "oscillating", from: 3, to: 3 }, { kind: "blew_up", from: 4, to: 4 }]);
  assert.deepEqual(sweeps.runsOf([]), []);
});

test("the band's colours meet half way between two rates, and fill it", () => {
  assert.equal(
    sweeps.bandOf(KINDS),
    "linear-gradient(to right, var(--ending-crawling) 0% 12.5%, var(--ending-reached) 12.5% 62.5%, var(--ending-oscillating) 62.5% 87.5%, var(--ending-blew-up) 87.5% 100%)",
  );
});

test("what became of a rate, in words", () => {
  assert.equal(sweeps.rateSentence(SWEEP, 2, false), "rate 0.01: reached the bottom at step 15, final loss 1.000");
  assert.equal(sweeps.rateSentence(SWEEP, 2, true), "rate 0.01: reached the summit at step 15, final loss 1.000");
  assert.equal(sweeps.rateSentence(SWEEP, 3, false), "rate 0.1: oscillating after 60 steps, final loss 2.000");
  assert.equal(sweeps.rateSentence(SWEEP, 4, false), "rate 1: blew up at step 3, final loss ∞");
});

test("the whole sweep in words, and no more than a listener bears", () => {
  assert.equal(
    sweeps.sweepWords(SWEEP, false),
    "Rates from 1e-4 to 1e-4 still crawling; 0.001 to 0.01 reached the bottom; 0.1 to 0.1 oscillating; 1 to 1 blew up. Limit: 0.05. Best: rate 0.01: reached the bottom at step 15, final loss 1.000.",
  );
  const kinds = Array.from({ length: 30 }, (_, i) => (i % 2 ? "stuck" : "left"));
  const many = { ...SWEEP, kinds, rates: Float64Array.from(kinds, (_, i) => i + 1), limit: null, best: null };
  assert.match(sweeps.sweepWords(many, false), /; and 18 more stretches\.$/);
});

test("pixels of rates, and the rate nearest to a pixel", () => {
  close(Array.from(SWEEP.rates, (rate) => sweeps.placeOfRate(rate, FRAME, SWEEP)), [10, 110, 210, 310, 410]);
  for (const [px, i] of [[-50, 0], [10, 0], [59, 0], [61, 1], [300, 3], [9999, 4]]) assert.equal(sweeps.nearestRate(px, FRAME, SWEEP), i);
});

test("steps of those that arrive; losses of those that stay, in powers of ten above the lowest", () => {
  const range = sweeps.lossRange(SWEEP, 5, false);
  assert.equal(range.low, -2);
  close([range.high, range.gap(3)], [Math.log10(9) + 0.1, 2]);
  const { steps, losses } = sweeps.sweepLines(SWEEP, FRAME, range);
  close(steps, [[110, 45, 210, 95]]);
  assert.deepEqual(losses.map((line) => line.length), [8]);
  const y = (gap) => 120 - ((Math.log10(gap) + 2) / (range.high + 2)) * 100;
  close(losses[0], [10, y(9), 110, y(0.02), 210, 120, 310, y(1)], 1e-3);
});

test("uphill it is how far below the highest", () => {
  const range = sweeps.lossRange({ ...SWEEP, losses: SWEEP.losses.map((loss) => -loss) }, -5, true);
  close([range.low, range.gap(-3)], [-2, 2]);
});

test("where no walk stayed there are no losses to show", () => {
  const gone = { ...SWEEP, kinds: KINDS.map(() => "left") };
  assert.equal(sweeps.lossRange(gone, 0, false), null);
  assert.deepEqual(sweeps.sweepLines(gone, FRAME, null), { steps: [], losses: [] });
});

test("powers of ten between two of them, evenly apart", () => {
  assert.deepEqual(sweeps.powers(-4, 0, 9), [-4, -3, -2, -1, 0]);
  assert.deepEqual(sweeps.powers(-6.5, 0.2, 4), [-6, -4, -2, 0]);
  assert.deepEqual(sweeps.powers(0.2, 0.8, 4), []);
});

test("beads that would lie over each other stand on one another", () => {
  assert.deepEqual(sweeps.levelsOf([10, 100, 18, 12, 110, 300], 16), [0, 0, 1, 2, 1, 0]);
  const walkers = [{ i: 0, rate: 0.01 }, { i: 4, rate: 0.0101 }, { i: 5, rate: 50 }];
  const beads = sweeps.beadsOf({ sweep: SWEEP, frame: FRAME, walkers });
  assert.deepEqual(beads.map(({ i }) => i), [0, 4], "none beyond the rates that were swept");
  assert.ok(beads[0].y - beads[1].y >= 2 * beads[0].radius);
});

test("a sweep is another's for another course, not for other rates or what a hand did", () => {
  const adam = { rule: "adam", changes: [] };
  const asked = { surface: "beale", start: ["1", "1"], rates: ["1", "2", "3"], methods: [adam, { rule: "lion", changes: [] }, { ...adam, changes: [[3, 0.1]] }] };
  const key = sweeps.courseKey(asked, 0);
  assert.equal(sweeps.courseKey({ ...asked, rates: ["9"] }, 0), key);
  assert.equal(sweeps.courseKey(asked, 2), key);
  assert.notEqual(sweeps.courseKey(asked, 1), key);
  assert.notEqual(sweeps.courseKey({ ...asked, start: ["1", "2"] }, 0), key);
  assert.deepEqual(sweeps.alikeWith(asked, 0), [0, 2]);
  assert.deepEqual(sweeps.alikeWith(asked, 1), [1]);
});

test("beads lie over the curves, the chosen one in a ring of ink", () => {
  const ctx = recorder();
  const range = sweeps.lossRange(SWEEP, 0, false);
  const chart = { sweep: SWEEP, frame: FRAME, range, lines: sweeps.sweepLines(SWEEP, FRAME, range), walkers: [{ i: 0, rate: 0.01 }, { i: 1, rate: 0.1 }], chosen: 1, cursor: 2 };
  drawSweep(ctx, chart, { colors: ["red", "blue"] }, { look: { ink: "ink", quiet: "quiet", grid: "grid", card: "card" }, size: 1 });
  assert.deepEqual(heard(ctx, "fill").map(({ fillStyle }) => fillStyle), ["red", "blue"]);
  assert.deepEqual(heard(ctx, "stroke").slice(-2).map(({ strokeStyle }) => strokeStyle), ["card", "ink"]);
  const names = ctx.calls.map(({ name }) => name);
  assert.ok(names.lastIndexOf("setLineDash") < names.indexOf("fill"));
  const words = heard(ctx, "fillText").map(({ args }) => args[0]);
  for (const word of ["0", "30", "60", "0.01"]) assert.ok(words.includes(word), word);
});
