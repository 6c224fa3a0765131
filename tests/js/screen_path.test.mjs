/** Paths in pixels: what is dropped, what must stay, and the map's pixels there and back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { toPixel } from "../../assets/lib/projection.mjs";
import { flattenPath, mapPixel, mapPlace, projectPath } from "../../assets/lib/screen_path.mjs";
import { climbOf, close, ground, seeded } from "./helpers.mjs";

const FRAME = { x: 30, y: 10, width: 400, height: 200 };
const flat = ground(() => 0.3, 41, [0, 40], [0, 40]);

test("the map's corners: west is left, north is up", () => {
  for (const [place, pixel] of [[[0, 0], [30, 210]], [[40, 40], [430, 10]], [[20, 10], [230, 160]]]) {
    close(mapPixel(flat, FRAME, ...place), pixel);
    close(mapPlace(flat, FRAME, ...pixel), place);
  }
});

test("a path on the map keeps its places and times, and hides nothing", () => {
  const path = drape(flat, climbOf([[[10, 10], [13, 10], [13, 12]]]), 0);
  const shown = flattenPath(flat, path, FRAME);
  assert.equal(shown.count, path.count);
  assert.deepEqual(shown.step, Array.from(path.step));
  assert.deepEqual(new Set(shown.hidden), new Set([false]));
  close([shown.x[3], shown.y[3]], mapPixel(flat, FRAME, 13, 10));
});

test("a walk that rests costs one vertex, however long it rests; one that returns keeps its gap", () => {
  const resting = Array.from({ length: 2001 }, () => [10, 10]);
  assert.equal(flattenPath(flat, drape(flat, climbOf([resting]), 0), FRAME).count, 1);
  const away = drape(flat, climbOf([[[39.99, 10], [50, 10], [39.99, 10]]]), 0); // out and back at one spot
  const shown = flattenPath(flat, away, FRAME);
  assert.deepEqual(shown.gap.filter(Boolean), [1]);
});

test("a path on the mountain: the projection's pixels, hidden where a ridge stands before it", () => {
  const ridge = ground((u) => (Math.abs(u - 25) <= 3 ? 0.8 : 0.1), 61, [0, 60], [0, 60]);
  const path = drape(ridge, climbOf([[[5, 30], [55, 30]]]), 0);
  const east = projectionOf([1.5, 0, 0.5, 0, 0, 0], { x: 1, y: 1, z: 0.7 }, 60, 640, 480);
  const shown = projectPath(ridge, path, east);
  for (let i = 0; i < shown.count; i++) {
    const n = path.step.indexOf(shown.step[i]);
    close([shown.x[i], shown.y[i]], toPixel(east, path.u[n], path.v[n], path.h[n]));
  }
  const hidden = Array.from(shown.step, (step, i) => [5 + 50 * step, shown.hidden[i]]);
  assert.ok(hidden.filter(([u]) => u > 29).every(([, is]) => !is), "in sight before the ridge");
  assert.ok(hidden.filter(([u]) => u > 14 && u < 21).every(([, is]) => is), "hidden behind it");
});

test("no two kept vertices without a gap fall on one pixel", () => {
  const random = seeded(14);
  const points = Array.from({ length: 3001 }, () => [20 + random(-0.2, 0.2), 20 + random(-0.2, 0.2)]);
  const shown = flattenPath(flat, drape(flat, climbOf([points]), 0), FRAME);
  for (let i = 1; i < shown.count; i++)
    assert.ok(Math.max(Math.abs(shown.x[i] - shown.x[i - 1]), Math.abs(shown.y[i] - shown.y[i - 1])) >= 0.39);
});
