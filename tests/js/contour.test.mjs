/** Contours: of a bowl they are circles, of a slope lines; what is hidden, what is as high elsewhere. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { contourLines, drawContour } from "../../assets/lib/contour.mjs";
import { heightAt } from "../../assets/lib/grid.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { makePicture, mapLens } from "../../assets/lib/picture.mjs";
import { spotOf } from "../../assets/lib/spot.mjs";
import { climbOf, close, ground, heard, hills, recorder, seeded } from "./helpers.mjs";

const BOWL = ground((u, v) => ((u - 20) ** 2 + (v - 20) ** 2) / 800);
const closed = (line) => String(line[0]) === String(line.at(-1));
const length = (line) => line.slice(1).reduce((sum, [u, v], n) => sum + Math.hypot(u - line[n][0], v - line[n][1]), 0);

test("the contour of a bowl is one circle", () => {
  for (const radius of [1.5, 7, 18.3]) {
    const lines = contourLines(BOWL, radius ** 2 / 800);
    assert.equal(lines.length, 1);
    assert.ok(closed(lines[0]));
    for (const [u, v] of lines[0]) close(Math.hypot(u - 20, v - 20), radius, 0.13 / radius + 1e-3);
    close(length(lines[0]), 2 * Math.PI * radius, 0.06 * radius + 0.5);
  }
});

test("past the map's edge a circle is four arcs", () => {
  const lines = contourLines(BOWL, 24 ** 2 / 800);
  assert.deepEqual(lines.map(closed), [false, false, false, false]);
  for (const line of lines) for (const end of [line[0], line.at(-1)]) assert.ok(end.some((place) => place === 0 || place === 40), String(end));
});

test("the contour of an even slope is a straight line across it", () => {
  const [line, ...more] = contourLines(ground((u, v) => (u + 2 * v) / 120), 0.5);
  assert.equal(more.length, 0);
  for (const [u, v] of line) close(u + 2 * v, 60, 2e-3);
});

test("every point of any contour is as high as it should be, and every crossing is on one", () => {
  const grid = hills(seeded(5));
  for (const level of [0.2, 0.45, 0.7]) {
    const lines = contourLines(grid, level);
    for (const [u, v] of lines.flat()) close(heightAt(grid, u, v), level, 1e-6);
    const { heights, cells, last } = grid;
    let crossings = 0;
    for (let k = 0; k < heights.length; k++) {
      if (k % cells < last && heights[k] > level !== heights[k + 1] > level) crossings++;
      if (k + cells < heights.length && heights[k] > level !== heights[k + cells] > level) crossings++;
    }
    const ends = lines.filter(closed).length;
    assert.equal(lines.flat().length - ends, crossings);
  }
});

test("in a cell with two opposite high corners the middle says which are joined", () => {
  const cell = (middle) => ground((u, v) => ((u === v ? 1 : 0) + middle) / 4, 2);
  for (const [level, apart] of [[0.2, [[0, 0], [1, 1]]], [0.05, [[1, 0], [0, 1]]]]) {
    const lines = contourLines(cell(0), level);
    assert.equal(lines.length, 2);
    for (const line of lines) assert.ok(apart.some(([a, b]) => line.every(([u, v]) => Math.abs(u - a) + Math.abs(v - b) <= 1 + 1e-6)), `${level}: ${line}`);
  }
});

test("level ground has no contour, nor has a hole", () => {
  assert.deepEqual(contourLines(ground(() => 0.5), 0.5), []);
  const torn = ground((u) => u / 40);
  for (let v = 0; v < 41; v++) torn.heights[v * 41 + 20] = NaN;
  assert.deepEqual(contourLines(torn, 0.5), []);
  assert.deepEqual(contourLines(BOWL, NaN), []);
});

test("the line under the walker is drawn strong, lines as high elsewhere fainter and without a border", () => {
  const two = ground((u, v) => Math.min(Math.hypot(u - 8, v - 20), Math.hypot(u - 30, v - 20)) / 40, 41, [0, 40], [0, 40]);
  const climb = climbOf([[[30, 25], [30, 25]]]);
  const ctx = recorder();
  const picture = makePicture({ grid: two, climb, colors: ["#one"], paths: [drape(two, climb, 0)] }, mapLens(two, { x: 0, y: 0, width: 400, height: 400 }), [0]);
  drawContour(ctx, spotOf(picture, 0, 0), { color: "#one", halo: "#halo", size: 1 });
  const seen = (color, alpha) => ctx.calls.filter(({ name, strokeStyle, globalAlpha }) => name === "lineTo" && strokeStyle === color && alpha(globalAlpha)).map(({ args }) => args[0] / 10);
  const strong = seen("#one", (alpha) => alpha === 1);
  const faint = seen("#one", (alpha) => alpha < 1);
  close([Math.min(...strong), Math.max(...strong)], [25, 35], 0.1);
  close([Math.min(...faint), Math.max(...faint)], [3, 13], 0.1);
  assert.ok(seen("#halo", () => true).every((u) => u > 20));
  assert.ok(heard(ctx, "stroke").length > 0);
});
