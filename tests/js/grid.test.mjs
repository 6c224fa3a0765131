/** Heights against formulas that bilinear interpolation reproduces, cut lines against brute force. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { heightAt, makeGrid, onMap, rows, toMap, toU, toV } from "../../assets/lib/grid.mjs";
import { close, ground, seeded } from "./helpers.mjs";

const ROUNDED = 1 / 65534;

test("packed heights become shares, row v, column u", () => {
  const grid = makeGrid(Uint16Array.of(0, 65534, 13107, 26214), 2, [0, 1], [0, 1]);
  close(Array.from(grid.heights), [0, 1, 0.2, 0.4], 1e-5);
  const [south, north] = rows(grid);
  close(Array.from(south), [0, 1], 1e-7);
  close(Array.from(north), [0.2, 0.4], 1e-5);
  assert.equal(north.buffer, grid.heights.buffer, "rows are views, not copies");
});

test("heightAt follows a + bu + cv + duv exactly, on the mesh and between", () => {
  const f = (u, v) => 0.1 + 0.01 * u + 0.006 * v + 0.0001 * u * v;
  const [grid, random] = [ground(f), seeded(5)];
  for (let n = 0; n < 200; n++) {
    const [u, v] = [random(0, 40), random(0, 40)];
    close(heightAt(grid, u, v), f(u, v), 2 * ROUNDED);
  }
  close(heightAt(grid, 40, 40), f(40, 40), ROUNDED);
});

test("heightAt off the map takes the edge's height", () => {
  const grid = ground((u, v) => (u + 2 * v) / 120);
  for (const [u, v, a, b] of [[-5, 7, 0, 7], [99, 7, 40, 7], [12, -1, 12, 0], [12, 41, 12, 40], [-9, 99, 0, 40]])
    close(heightAt(grid, u, v), (a + 2 * b) / 120, ROUNDED);
});

test("the map's corners are the first and last cells; toMap undoes toU and toV", () => {
  const [grid, random] = [ground(() => 0, 41, [-2, 6], [10, 11]), seeded(6)];
  assert.deepEqual([toU(grid, -2), toU(grid, 6), toV(grid, 10), toV(grid, 11)], [0, 40, 0, 40]);
  for (let n = 0; n < 50; n++) {
    const [x, y] = [random(-9, 9), random(0, 20)];
    close(toMap(grid, toU(grid, x), toV(grid, y)), [x, y]);
  }
});

const GRID = { last: 40 };

test("onMap cuts a segment where it enters and leaves", () => {
  for (const [segment, share] of [
    [[10, 10, 30, 20], [0, 1]],
    [[-10, 20, 30, 20], [0.25, 1]],
    [[20, 20, 20, 60], [0, 0.5]],
    [[-40, 20, 80, 20], [1 / 3, 2 / 3]],
    [[5, 5, 5, 5], [0, 1]],
    [[0, 0, 0, 40], [0, 1]], // along the edge
    [[40, 10, 50, 10], [0, 0]], // from the edge outwards: the edge itself
    [[41, 10, 50, 10], null],
    [[-10, 10, 10, -15], null], // past a corner
    [[50, 50, 50, 50], null],
    [[10, 10, NaN, 10], null],
    [[10, 10, 10, Infinity], null],
    [[NaN, NaN, NaN, NaN], null],
  ]) {
    const cut = onMap(GRID, ...segment);
    if (share === null) assert.equal(cut, null, String(segment));
    else close(cut, share, 1e-12, String(segment));
  }
});

test("onMap agrees with trying 2000 places of seeded segments", () => {
  const random = seeded(7);
  for (let n = 0; n < 300; n++) {
    const [u0, v0, u1, v1] = [0, 0, 0, 0].map(() => random(-40, 80));
    const inside = [];
    for (let i = 0; i <= 2000; i++) {
      const [u, v] = [u0 + ((u1 - u0) * i) / 2000, v0 + ((v1 - v0) * i) / 2000];
      if (Math.min(u, v) >= 0 && Math.max(u, v) <= 40) inside.push(i / 2000);
    }
    const cut = onMap(GRID, u0, v0, u1, v1);
    if (inside.length) close(cut, [inside[0], inside.at(-1)], 1 / 1999);
    else assert.ok(cut === null || cut[1] - cut[0] < 1 / 1999);
  }
});

test("a hole has no height, and beside it the corners that are there say it", () => {
  const grid = makeGrid(Uint16Array.of(65534, 65535, 65535, 65535, 65535, 65535, 0, 65535, 65535), 3, [0, 2], [0, 2]);
  assert.equal(heightAt(grid, 0, 0), 1);
  assert.equal(heightAt(grid, 0.3, 0.3), 1);
  assert.equal(heightAt(grid, 0, 0.5), 1, "the corner to the south alone");
  assert.ok(Number.isNaN(heightAt(grid, 1.5, 0.5)) && Number.isNaN(rows(grid)[0][1]));
});
