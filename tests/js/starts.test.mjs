/** Rates by starts: which line, what is asked, pixels there and back, beads and axes, worked out by hand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { middleOf } from "../../assets/lib/probe.mjs";
import { cellOf } from "../../assets/lib/raster.mjs";
import * as starts from "../../assets/lib/starts.mjs";
import { close, heard, recorder } from "./helpers.mjs";

const GRID = { x: [-4, 4], y: [0, 10] };
const FRAME = { x: 40, y: 10, width: 450, height: 300 };
// Nine starts along x at y = 2.5, and a rate every half decade from 0.001 to 1.
const ACROSS = { rows: 7, columns: 9, line: [[-4, 2.5], [4, 2.5]], rates: Float64Array.from({ length: 7 }, (_, n) => 10 ** (n / 2 - 3)), classes: new Int16Array(63), when: new Uint16Array(63) };
const ALONG_Y = { ...ACROSS, line: [[1, 0], [1, 10]] };

const asked = (more = {}) => ({ surface: "beale", start: ["0.1", "2.5"], rates: ["0.01", "0.1"], methods: [{ rule: "adam", changes: [] }, { rule: "lion", changes: [] }], direction: "down", ...more });
const climb = (more) => ({ asked: asked(more), rates: [0.01, 0.1], points: Float32Array.of(0.1, 2.5, 7, 7), uphill: false });

test("the line goes over the whole map, through the start as it was typed", () => {
  assert.deepEqual(starts.lineOf(GRID, [0.1, 2.5], 0), [[-4, 2.5], [4, 2.5]]);
  assert.deepEqual(starts.lineOf(GRID, [0.1, 2.5], 1), [[0.1, 0], [0.1, 10]]);
  assert.deepEqual(starts.startsWish(climb(), GRID, 0, 1).line, [[0.1, 0], [0.1, 10]], "not 0.10000000149");
  assert.deepEqual([starts.axisOf(ACROSS.line), starts.axisOf(ALONG_Y.line)], [0, 1]);
});

test("another picture is that of another line, rule or ground; not of another start on the line", () => {
  const course = (more, walker = 0, axis = 0) => starts.startsWish(climb(more), GRID, walker, axis).course;
  assert.equal(course({ start: ["3", "2.5"] }), course());
  assert.equal(course({ rates: ["0.5", "7"] }), course());
  for (const other of [course({ start: ["0.1", "3"] }), course({}, 1), course({}, 0, 1), course({ surface: "booth" }), course({ direction: "up" })]) assert.notEqual(other, course());
  assert.equal(course({ start: ["0.1", "9"] }, 0, 1), course({}, 0, 1));
  const { body, name } = starts.startsWish(climb(), GRID, 1, 0);
  assert.deepEqual(JSON.parse(body), { ...asked(), walker: 1, line: [[-4, 2.5], [4, 2.5]] });
  assert.notEqual(name, starts.startsWish(climb({ rates: ["0.5", "7"] }), GRID, 1, 0).name);
});

test("a picture holds the rates of those who walk alike", () => {
  const with2 = (rate, methods) => ({ asked: asked(methods && { methods }), rates: [0.01, rate] });
  assert.ok(starts.holds(ACROSS, with2(1e-9), 0), "walker 2 walks otherwise");
  assert.ok(!starts.holds(ACROSS, with2(1e-9), 1));
  assert.ok(!starts.holds(ACROSS, with2(1.01, [{}, {}]), 0));
  assert.ok(starts.holds(ACROSS, with2(1, [{}, {}]), 0));
});

for (const raster of [ACROSS, ALONG_Y])
  test(`each cell's own start and rate lead back to it: line along ${"xy"[starts.axisOf(raster.line)]}`, () => {
    for (let row = 0; row < raster.rows; row++)
      for (let column = 0; column < raster.columns; column++) {
        const { start, rate } = cellOf(raster, row, column);
        assert.deepEqual(starts.cellNear(raster, start, rate), [row, column]);
        const [bead] = starts.beadsOf({ raster, frame: FRAME, start, walkers: [{ i: 0, rate }] });
        close([bead.x, bead.y], middleOf(FRAME, raster, [row, column]));
      }
    assert.deepEqual(starts.cellNear(raster, [99, 99], 1e9), [6, 8]);
    assert.deepEqual(starts.cellNear(raster, [-99, -99], 1e-9), [0, 0]);
  });

test("beads of nearly one rate stand beside each other; none is beyond the picture", () => {
  const walkers = [{ i: 0, rate: 0.01 }, { i: 1, rate: 1e-5 }, { i: 4, rate: 0.0101 }, { i: 5, rate: 1 }];
  for (const [start, side] of [[[-4, 2.5], 1], [[4, 2.5], -1]]) {
    const beads = starts.beadsOf({ raster: ACROSS, frame: FRAME, start, walkers });
    assert.deepEqual(beads.map(({ i }) => i), [0, 4, 5]);
    assert.equal(beads[0].x, beads[2].x);
    assert.ok(side * (beads[1].x - beads[0].x) >= 2 * beads[0].radius);
  }
});

test("the frame leaves room for ticks and names, and is never negative", () => {
  const { x, y, width, height } = starts.startsFrame(400, 200);
  assert.ok(x > 40 && y > 14 && x + width <= 400 && y + height <= 170);
  assert.deepEqual(Object.values(starts.startsFrame(0, 0)).slice(2), [1, 1]);
});

test("axes are named in the ground's own words, with the place of the line", () => {
  const ctx = recorder();
  const ticks = [{ share: 0, text: "low" }, { share: 1, text: "high" }];
  starts.drawAxes(ctx, { raster: ALONG_Y, frame: FRAME, start: [1, 5], axes: ["weight", "bias"], ticks }, { look: { quiet: "quiet" }, size: 1 });
  const texts = Object.fromEntries(heard(ctx, "fillText").map(({ args: [text, ...place] }) => [text, place]));
  assert.deepEqual(Object.keys(texts).slice(-2), ["bias of the start, at weight = 1.00", "learning rate"]);
  const [cellWide, cellTall] = [450 / 9, 300 / 7];
  close([texts.low[0], texts.high[0]], [40 + cellWide / 2, 490 - cellWide / 2]);
  close(["0.001", "0.01", "0.1", "1"].map((rate) => texts[rate][1]), [0, 2, 4, 6].map((row) => 310 - (row + 0.5) * cellTall));
  assert.deepEqual(heard(ctx, "fillRect").at(-1).args, [40 + 225 - 0.5, 10, 1, 300], "a line where the walkers set out");
});
