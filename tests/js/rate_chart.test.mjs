/** The rates: ranges, ticks, stairs in pixels, and what is drawn at a moment. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { beads, drawRates, drawStanding, rateAt, rateLines, rateRange, rateTicks, rateWords } from "../../assets/lib/rate_chart.mjs";
import { close, heard, recorder } from "./helpers.mjs";

const FRAME = { x: 40, y: 10, width: 200, height: 100, steps: 4 };
const RANGE = { log: false, low: 0, high: 1 };
const rows = (...walkers) => Float32Array.from(walkers.flat());

test("the range is linear from 0 where the highest rates are near one another, whatever the schedule falls to", () => {
  const { log, low, high } = rateRange(rows([0.5, 0.1, 1e-7, 0], [0.1, 0.1, 0.1, 0.1]), 4);
  assert.equal(log, false);
  assert.ok(low < 0 && low > -0.1 && high > 0.5 && high < 0.6);
});

test("the range is log where they are far apart; rates that fall to nothing leave it at the bottom", () => {
  const near = rateRange(rows([1, 1, 1, 1], [0.01, 0.01, 0.01, 0.01]), 4);
  assert.ok(near.log && near.low < 0.01 && near.low > 0.005 && near.high > 1 && near.high < 2);
  const deep = rateRange(rows([1, 0.5, 0.1, 0], [0.01, 0.005, 1e-9, 0]), 4);
  assert.ok(deep.log && deep.low > 5e-5 && deep.low < 1e-4);
});

test("each range marks two to five round numbers inside itself, evenly apart", () => {
  for (const most of [1e-6, 0.003, 0.1, 0.25, 0.9, 1, 1.05, 7, 100]) {
    const range = rateRange(rows([most, 0]), 2);
    const ticks = rateTicks(range);
    assert.ok(ticks.length >= 2 && ticks.length <= 5, `${most}: ${ticks}`);
    assert.ok(ticks[0] === 0 && ticks.at(-1) <= range.high);
    ticks.forEach((tick, n) => close([tick], [n * ticks[1]]));
  }
  for (const least of [1e-6, 1e-4, 0.02, 0.1]) {
    const range = rateRange(rows([1, 1], [least, least]), 2);
    const ticks = rateTicks(range);
    assert.ok(ticks.length >= 1 && ticks.length <= 4, `${least}: ${ticks}`);
    assert.ok(ticks[0] >= range.low && ticks.at(-1) <= range.high);
    ticks.forEach((tick) => close([Math.log10(tick) % 1], [0]));
  }
});

test("rates in few characters, also those of single precision", () => {
  const words = [0, 0.1, Math.fround(0.3), 0.000004, 1.5, 0.05 + 0.1, 20000];
  assert.deepEqual(words.map(rateWords), ["0", "0.1", "0.3", "4e-6", "1.5", "0.15", "2e+4"]);
});

test("the rate of a step holds until the next: stairs, worked out by hand", () => {
  const [line] = rateLines(rows([1, 0.5, 0.5, 0]), 4, FRAME, RANGE);
  close(line, [40, 10, 90, 10, 90, 60, 140, 60, 140, 60, 190, 60, 190, 110, 240, 110]);
});

test("on a log axis, equal ratios are equal heights, and 0 is a number below the frame", () => {
  const range = { log: true, low: 0.01, high: 1 };
  close([1, 0.1, 0.01].map((rate) => rateAt(rate, FRAME, range)), [10, 60, 110]);
  const none = rateAt(0, FRAME, range);
  assert.ok(none > 110 && none < 2000);
});

test("a long walk needs no more than a few points per pixel, and loses neither end nor peak", () => {
  const rates = Float32Array.from({ length: 10_000 }, (_, k) => (k === 4321 ? 1 : k % 2 ? 0.25 : 0.5));
  const [line] = rateLines(rates, 10_000, { ...FRAME, steps: 10_000 }, RANGE);
  const [xs, ys] = [0, 1].map((n) => line.filter((_, i) => i % 2 === n));
  assert.ok(xs.length <= 6 * FRAME.width);
  close([xs[0], xs.at(-1), ys[0], ys.at(-1)], [40, 240, 60, 85]);
  close([Math.min(...ys), Math.max(...ys)], [10, 85]);
  assert.ok(xs.every((x, i) => i === 0 || x >= xs[i - 1]));
});

const chart = () => {
  const rates = rows([1, 0.5, 0.5, 0.25], [0.5, 0.5, 0.5, 0.5]);
  return { rates, lines: rateLines(rates, 4, FRAME, RANGE), colors: ["red", "blue"], frame: FRAME, range: RANGE };
};

test("a bead is at the rate of the step that is being walked; at the end, of the last", () => {
  close(beads(chart(), 0), [40, 10, 40, 60]);
  close(beads(chart(), 0.5), [65, 10, 65, 60]);
  close(beads(chart(), 1.5), [115, 60, 115, 60]);
  close(beads(chart(), 4), [240, 85, 240, 60]);
});

const STYLE = { look: { quiet: "grey", grid: "pale", card: "white" }, size: 1 };

test("a moment: a veil from the playhead on, and beads in the walkers' colours", () => {
  const ctx = recorder();
  drawRates(ctx, chart(), 1.5, STYLE);
  const [veil] = heard(ctx, "fillRect");
  const [left, top, width, height] = veil.args;
  assert.ok(left === 115 && left + width > 240 && top === 10 && height === 100);
  assert.ok(veil.fillStyle === "white" && veil.globalAlpha > 0.5 && veil.globalAlpha < 1);
  const found = heard(ctx, "fill").filter(({ fillStyle }) => fillStyle !== "#fff");
  assert.deepEqual(found.map(({ fillStyle, globalAlpha }) => [fillStyle, globalAlpha]), [["red", 1], ["blue", 1]]);
});

test("what stands still: each line whole in its walker's colour, over the ticks", () => {
  const ctx = recorder();
  drawStanding(ctx, chart(), STYLE);
  assert.deepEqual(heard(ctx, "stroke").map(({ strokeStyle }) => strokeStyle), ["red", "blue"]);
  const names = ctx.calls.map(({ name }) => name);
  assert.ok(names.lastIndexOf("fillText") < names.indexOf("stroke"));
});

test("the ticks say their numbers left of the frame, and the steps below it", () => {
  const ctx = recorder();
  drawStanding(ctx, chart(), STYLE);
  const words = heard(ctx, "fillText").map(({ args }) => args[0]);
  assert.deepEqual(words, ["0", "0.5", "1", "step 4", "0"]);
  for (const { args: [, x, y] } of heard(ctx, "fillText")) assert.ok(x < FRAME.x || y > FRAME.y + FRAME.height);
});
