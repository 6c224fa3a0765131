/** Pictures of many walks: put together from interlaced parts, painted, and told. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellOf, makeRaster, put, shares, tempo, UNKNOWN } from "../../assets/lib/raster.mjs";
import { colorsOf, huesOf, lightOf, paint } from "../../assets/lib/raster_paint.mjs";
import { cellText, handText, legendOf, tempoText } from "../../assets/lib/raster_words.mjs";
import { seeded } from "./helpers.mjs";

const ADAM7 = [[0, 0, 8, 8], [0, 4, 8, 8], [4, 0, 8, 4], [0, 2, 4, 4], [2, 0, 4, 2], [0, 1, 2, 2], [1, 0, 2, 1]];
const LOOKS = {
  basins: ["#ff0000", "#00ff00", "#0000ff"],
  endings: {
    reached: { name: "other minima", told: "another minimum in {steps}", color: "#101010", ink: "#000000", pattern: "plain" },
    left: { name: "left the map", told: "left the map at step {step}", color: "#808080", ink: "#404040", pattern: "rising" },
  },
};
const FIRST = 16;
const base64 = (array) => Buffer.from(array.buffer).toString("base64");
const pack = (array, dtype, shape) => ({ dtype, shape, bdata: base64(array) });

const about = (rows, columns, more = {}) => ({ rows, columns, steps: 60, first: FIRST, endings: ["reached", "left"], minima: [[3, 2], [-2.8, 3.1]], rate: 0.01, x: [-5, 5], y: [0, 8], ...more });

/** The part of a whole picture, as the server cuts it: a band of a pass. */
function cut(whole, columns, [row, column, down, right], last, done = 0) {
  const rows = [];
  for (let r = row; r < last; r += down) rows.push(Array.from({ length: Math.ceil((columns - column) / right) }, (_, n) => whole[r * columns + column + n * right]));
  const shape = [rows.length, rows[0]?.length ?? 0];
  return { row, column, down, right, classes: pack(Uint8Array.from(rows.flat()), "u1", shape), steps: pack(Uint16Array.from(rows.flat(), (kind) => kind + 300), "u2", shape), found: [], done };
}

for (const [rows, columns] of [[16, 16], [13, 21], [1, 5]]) {
  test(`parts of all passes make the whole picture: ${rows} x ${columns}`, () => {
    const random = seeded(rows);
    const whole = Array.from({ length: rows * columns }, () => Math.floor(random(0, 20)));
    const raster = makeRaster(about(rows, columns));
    for (const [row, column, down, right] of ADAM7) {
      const band = 2 * down; // two rows a part
      for (let r = row; r < rows; r += band) if (column < columns) put(raster, cut(whole, columns, [r, column, down, right], Math.min(r + band, rows)));
    }
    assert.deepEqual(Array.from(raster.classes), whole);
    assert.deepEqual(Array.from(raster.when), whole.map((kind) => kind + 300));
  });
}

test("the first pass alone covers everything, coarsely, and no pass covers what is finer", () => {
  const whole = Array.from({ length: 256 }, (_, k) => k % 251);
  const raster = makeRaster(about(16, 16));
  for (const pass of ADAM7) {
    put(raster, cut(whole, 16, pass, 16));
    assert.ok(!raster.classes.includes(UNKNOWN));
    const known = ADAM7.slice(0, ADAM7.indexOf(pass) + 1);
    for (let r = 0; r < 16; r++) {
      for (let c = 0; c < 16; c++) {
        const walked = known.some(([row, column, down, right]) => r >= row && c >= column && (r - row) % down === 0 && (c - column) % right === 0);
        if (walked) assert.equal(raster.classes[r * 16 + c], whole[r * 16 + c], `${pass}: ${r}, ${c}`);
      }
    }
  }
});

/** A picture of given classes and steps. */
function rasterOf(rows, classes, steps, more) {
  const raster = makeRaster(about(rows, classes.length / rows, more));
  raster.classes.set(classes);
  raster.when.set(steps);
  return raster;
}

test("minima found on the way come after the known ones", () => {
  const raster = makeRaster(about(8, 8));
  put(raster, { ...cut(Array(64).fill(FIRST + 2), 8, ADAM7[0], 8, 0.25), found: [[1, 1]] });
  assert.deepEqual(raster.minima, [[3, 2], [-2.8, 3.1], [1, 1]]);
  assert.equal(raster.done, 0.25);
});

test("shares and tempo: endings have no tempo", () => {
  const raster = rasterOf(2, [16, 16, 17, 1], [10, 40, 20, 3]);
  assert.deepEqual(shares(raster), [[16, 0.5], [17, 0.25], [1, 0.25]]);
  assert.deepEqual(tempo(raster), { quick: 10, slow: 40 });
  assert.equal(tempo(rasterOf(1, [1, 1], [5, 6])), null);
  assert.deepEqual(shares(makeRaster(about(2, 2))), []);
});

test("one stray walk in a thousand does not make all others light", () => {
  const steps = Array.from({ length: 1000 }, (_, k) => (k ? 10 + (k % 10) : 60));
  assert.deepEqual(tempo(rasterOf(1, Array(1000).fill(16), steps)), { quick: 10, slow: 19 });
});

test("each minimum has a hue of its own; when they run out, the farthest shares", () => {
  assert.deepEqual(huesOf([[0, 0], [1, 0], [2, 0]], 3), [0, 1, 2]);
  assert.deepEqual(huesOf([[0, 0], [1, 0], [2, 0], [3, 0], [4, 0]], 3), [0, 1, 2, 0, 1]);
  assert.deepEqual(huesOf([], 3), []);
});

test("light falls with the steps, and is whole where all walks are alike", () => {
  const pace = { quick: 5, slow: 50 };
  const lights = [1, 5, 6, 20, 50, 60].map((step) => lightOf(step, pace));
  assert.equal(lights[0], 1);
  assert.equal(lights[1], 1);
  assert.ok(lights[2] > lights[3] && lights[3] > lights[4]);
  assert.equal(lights[4], lights[5]);
  assert.equal(lightOf(5, { quick: 5, slow: 5 }), 1);
});

const image = (width, height) => ({ data: new Uint8ClampedArray(4 * width * height), width, height });
const pixel = ({ data, width }, x, y) => Array.from(data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4));

test("the first row is painted at the bottom, what is not walked not at all", () => {
  const raster = rasterOf(2, [16, 17, UNKNOWN, 17], [9, 9, 0, 9]);
  const painted = image(40, 20);
  paint(raster, painted, LOOKS);
  assert.deepEqual(pixel(painted, 5, 15), [255, 0, 0, 255]);
  assert.deepEqual(pixel(painted, 35, 15), [0, 255, 0, 255]);
  assert.deepEqual(pixel(painted, 35, 5), [0, 255, 0, 255]);
  assert.equal(pixel(painted, 5, 5)[3], 0);
});

test("slower is darker, of the same hue; other endings are hatched grey, as dark at any step", () => {
  const painted = image(40, 10);
  paint(rasterOf(1, [16, 16, 1, 1], [5, 50, 1, 60]), painted, LOOKS);
  assert.deepEqual(pixel(painted, 5, 5), [255, 0, 0, 255]);
  const [r, g, b] = pixel(painted, 15, 5);
  assert.ok(r > 90 && r < 200 && g === 0 && b === 0);
  const seen = new Set(Array.from({ length: 20 }, (_, n) => String(pixel(painted, 20 + n, 5))));
  assert.deepEqual([...seen].sort(), ["128,128,128,255", "64,64,64,255"]);
});

test("every class that may be sent has a colour", () => {
  const colors = colorsOf(about(1, 1), LOOKS);
  assert.equal(colors.length, FIRST + 2);
  assert.ok(colors[0].color && colors[1].ink && colors[FIRST + 1].color);
});

test("a cell is told in words; on a line of starts with its rate", () => {
  const basins = rasterOf(2, [16, 1, 17, UNKNOWN], [41, 3, 7, 0]);
  const told = (row, column, uphill) => cellText(basins, LOOKS, row, column, uphill);
  assert.equal(told(0, 0), "from (−2.50, 2.00): minimum at (3.00, 2.00) in 41 steps");
  assert.equal(told(0, 1), "from (2.50, 2.00): left the map at step 3");
  assert.equal(told(1, 0, true), "from (−2.50, 6.00): summit at (−2.80, 3.10) in 7 steps");
  assert.equal(told(1, 1), "from (2.50, 6.00): not walked yet");
  const line = { line: [[-4, 1], [4, 3]], rates: pack(Float64Array.of(0.001, 0.1), "f8", [2]) };
  const starts = rasterOf(2, [16, 1, 17, 17, 17, 17], [41, 3, 7, 0, 0, 0], line);
  assert.deepEqual(cellOf(starts, 1, 2), { start: [4, 3], rate: 0.1, kind: 17, step: 0 });
  assert.equal(cellText(starts, LOOKS, 0, 1), "from (0.00, 2.00), rate 0.001: left the map at step 3");
});

test("what a hand did is not in a picture, and that is said of who was changed", () => {
  const climb = { rules: [{ key: "adam", changes: [] }, { key: "adam", changes: [[3, 0.1]] }] };
  assert.equal(handText(climb, 0), "");
  assert.equal(handText(climb, 1), "Walker 2's changes of the rate by hand are left out here");
});

test("a legend names what is there, the largest first, and sums up what would not fit", () => {
  const raster = rasterOf(1, [16, 16, 17, 1], [10, 40, 20, 3]);
  assert.deepEqual(legendOf(raster, LOOKS), {
    rows: [
      { kind: 16, name: "(3.00, 2.00)", share: "50 %" },
      { kind: 17, name: "(−2.80, 3.10)", share: "25 %" },
      { kind: 1, name: "left the map", share: "25 %" },
    ],
    more: 0,
  });
  assert.equal(tempoText(raster), "light: 10 steps\ndark: 40 steps");
  const many = rasterOf(1, Array.from({ length: 300 }, (_, k) => FIRST + (k % 20)), Array(300).fill(1), { minima: Array.from({ length: 20 }, (_, n) => [n, 0]) });
  const { rows, more } = legendOf(many, LOOKS);
  assert.equal(rows.length + more, 20);
  assert.ok(more > 0);
  assert.equal(tempoText(many), "all in 1 step");
});
