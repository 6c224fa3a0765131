/** Walks laid over the ground: heights, times, gaps, and walks that end badly. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { heightAt } from "../../assets/lib/grid.mjs";
import { drape, drapeSegment, lastAtOrBefore, place, positionAt } from "../../assets/lib/path.mjs";
import { climbOf, close, ground, hills, seeded } from "./helpers.mjs";

const LIFT = 0.006;
// x and y are cells here, so that a test's numbers are the path's.
const flat = ground(() => 0.3, 41, [0, 40], [0, 40]);
const walk = (...points) => drape(flat, climbOf([points]), 0);

test("place finds a walker's step among all walkers", () => {
  const climb = climbOf([[[0, 0], [1, 2]], [[3, 4], [5, 6]]]);
  assert.deepEqual(place(flat, climb, 1, 0), [3, 4]);
  assert.deepEqual(place(flat, climb, 1, 1), [5, 6]);
});

test("vertices follow the ground, about a cell apart, and time never runs back", () => {
  const random = seeded(12);
  const grid = hills(random);
  const points = Array.from({ length: 31 }, () => [random(-1.9, 1.9), random(-0.9, 2.9)]);
  const path = drape(grid, climbOf([points]), 0);
  for (let i = 0; i < path.count; i++) {
    close(path.h[i], heightAt(grid, path.u[i], path.v[i]) + LIFT);
    if (i) assert.ok(path.step[i] > path.step[i - 1]);
    if (i) assert.ok(Math.hypot(path.u[i] - path.u[i - 1], path.v[i] - path.v[i - 1]) <= 1 + 1e-9);
  }
  for (let k = 0; k <= 30; k++) assert.ok(path.step.includes(k), `a vertex at step ${k}`);
  assert.equal(path.gap.includes(1), false);
});

test("a walk is cut where it leaves, and has a gap until it returns", () => {
  const path = walk([30, 10], [50, 10], [50, 20], [30, 20], [20, 20]);
  const back = path.gap.indexOf(1);
  close([path.step[back - 1], path.u[back - 1], path.v[back - 1]], [0.5, 40, 10]);
  close([path.step[back], path.u[back], path.v[back]], [2.5, 40, 20]);
  assert.equal(path.gap.reduce((sum, gap) => sum + gap), 1);
  assert.equal(path.step[path.count - 1], 4);
});

test("where a walker is: on a step, between two, off the map, and at the end", () => {
  const path = walk([30, 10], [50, 10], [50, 20], [30, 20], [20, 20]);
  for (const [time, u, v, away] of [
    [0, 30, 10, false],
    [0.25, 35, 10, false],
    [0.27, 35.4, 10, false],
    [0.5, 40, 10, false],
    [0.6, 40, 10, true],
    [2.4, 40, 10, true],
    [2.75, 35, 20, false],
    [3, 30, 20, false],
    [3.5, 25, 20, false],
    [4, 20, 20, false],
  ]) {
    const at = positionAt(path, time);
    close([at.u, at.v, at.h], [u, v, 0.3 + LIFT], 1e-4, `at ${time}`);
    assert.equal(at.away, away, `away at ${time}`);
    assert.ok(path.step[at.vertex] <= time + 1e-9);
  }
});

test("walks that end badly stay where they were last on the map", () => {
  for (const [points, u] of [
    [[[10, 10], [NaN, NaN], [NaN, NaN]], 10],
    [[[10, 10], [Infinity, 10], [NaN, NaN]], 10],
    [[[10, 10], [3e38, 10], [Infinity, 10], [NaN, NaN]], 40], // finite: it runs to the edge
    [[[10, 10], [20, 10], [-Infinity, Infinity], [NaN, NaN]], 20],
    [[[10, 10], [10, -Infinity]], 10],
    [[[40, 10], [99, 10], [98, 10]], 40], // off the map right from its edge
  ]) {
    const path = walk(...points);
    assert.ok(path.count > 0);
    for (const key of ["u", "v", "h", "step"]) assert.ok(path[key].every(Number.isFinite), key);
    const end = positionAt(path, points.length - 1);
    close(end.u, u, 1e-3);
    assert.equal(end.away, true);
  }
});

test("a start that float32 rounds off the map's edge still is where the walk begins", () => {
  const grid = ground(() => 0.3, 41, [-2.048, 2.048], [-2.048, 2.048]); // float32(2.048) > 2.048
  for (const points of [[[2.048, 0], [2.048, 1]], [[2.048, 0], [3, 0], [4, 0], [1, 0]], [[2.048, 0], [1, 0]]]) {
    const path = drape(grid, climbOf([points]), 0);
    assert.equal(path.step[0], 0);
    for (const time of [0, 1e-12, 0.5, 1]) {
      const { u, v } = positionAt(path, time);
      assert.ok(u <= 40.001 && u >= 0 && v <= 40.001 && v >= 0, `${points} at ${time}: ${u}, ${v}`);
    }
    close([path.u[0], path.v[0]], [40, 20], 1e-4);
  }
});

test("10,000 steps make at most some 20,000 vertices, 30 long steps follow the ground cell by cell", () => {
  const random = seeded(13);
  const points = Array.from({ length: 10001 }, () => [random(0, 40), random(0, 40)]);
  const path = drape(flat, climbOf([points]), 0);
  assert.ok(path.count > 10000 && path.count <= 20001, String(path.count));
  assert.equal(path.step[path.count - 1], 10000);
});

test("a segment is draped from end to end, cut at the edge, in a bounded number of pieces", () => {
  const inside = drapeSegment(flat, 10, 10, 20, 10);
  assert.deepEqual(Array.from(inside.u), [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  const cut = drapeSegment(flat, 30, 10, 50, 10, 4);
  assert.deepEqual(Array.from(cut.u), [30, 32.5, 35, 37.5, 40]);
  assert.equal(drapeSegment(flat, 50, 10, 60, 10).count, 0);
});

test("lastAtOrBefore is what a search from the end finds", () => {
  const values = [0, 0.5, 0.5, 1, 2, 4];
  for (const limit of [-1, 0, 0.4, 0.5, 0.7, 1, 3.9, 4, 9]) {
    for (const count of [1, 3, 6]) {
      const expected = Math.max(values.slice(0, count).findLastIndex((value) => value <= limit), 0);
      assert.equal(lastAtOrBefore(values, count, limit), expected);
    }
  }
});

test("a walk over a hole is torn: nothing is drawn there, and the walker is away", () => {
  const grid = ground((u) => (u > 10 && u < 20 ? 65535 / 65534 : 0.5), 41, [0, 40], [0, 40]);
  const climb = climbOf([[[5, 20], [35, 20]]]);
  const path = drape(grid, climb, 0);
  const inside = Array.from(path.u).filter((u) => u > 11 && u < 19);
  assert.deepEqual(inside, []);
  assert.equal(Array.from(path.gap).filter(Boolean).length, 1);
  assert.equal(positionAt(path, 0.32).away, true);
  assert.equal(positionAt(path, 0.9).away, false);
  assert.ok(Array.from(path.h).every(Number.isFinite));
});
