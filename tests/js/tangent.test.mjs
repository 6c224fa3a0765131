/** Tangent planes: of a plane they are itself; below a bowl; bent on a log scale, and where they end. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { heightAt } from "../../assets/lib/grid.mjs";
import { lossAt, shareOf } from "../../assets/lib/heights.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { makePicture, mapLens } from "../../assets/lib/picture.mjs";
import { spotOf } from "../../assets/lib/spot.mjs";
import { drawTangent, tangentPatch } from "../../assets/lib/tangent.mjs";
import { climbOf, close, ground, heard, recorder, seeded } from "./helpers.mjs";

const EVEN = { low: -2, high: 6, unit: null };
const LOG = { low: 1, high: 1001, unit: 1 };
const LIFT = 0.006;
const FRAME = { x: 0, y: 0, width: 400, height: 400 };

/** The spot of a walker at a true place, on ground of a loss f(x, y) with a gradient, over x = [-4, 4], y = [0, 8]. */
function spotAt(f, gradient, scale, [x, y], more = {}) {
  const [X, Y] = [[-4, 4], [0, 8]];
  const at = (u, v) => [X[0] + (u / 40) * 8, Y[0] + (v / 40) * 8];
  const grid = Object.assign(ground((u, v) => Math.min(Math.max(shareOf(scale, f(...at(u, v))), 0), 1), 41, X, Y), { scale });
  const climb = climbOf([[[x, y], [x, y]]], { losses: Float32Array.of(f(x, y), f(x, y)), gradients: Float32Array.of(...gradient(x, y), 0, 0), ...more });
  return spotOf(makePicture({ grid, climb, colors: ["#one"], paths: [drape(grid, climb, 0)] }, mapLens(grid, FRAME), [0]), 0, 0);
}

const bowl = [(x, y) => (x * x + (y - 4) ** 2) / 4 - 2, (x, y) => [x / 2, (y - 4) / 2]];

test("heights of losses, and losses of heights", () => {
  const random = seeded(2);
  for (const scale of [EVEN, LOG, { low: 3, high: 3, unit: null }]) {
    assert.equal(shareOf(scale, scale.low), 0);
    if (scale.high > scale.low) close(shareOf(scale, scale.high), 1);
    for (let n = 0; n < 50; n++) {
      const share = random(-0.2, 1.2);
      close(shareOf(scale, lossAt(scale, share)), share, 1e-9);
    }
  }
  assert.ok(Number.isNaN(shareOf(LOG, -1)), "a log scale has no height for it");
});

test("the tangent plane of a plane is the plane itself", () => {
  const plane = (x, y) => 0.3 * x + 0.2 * y;
  const spot = spotAt(plane, () => [0.3, 0.2], EVEN, [-1, 3]);
  const patch = tangentPatch(spot).flat();
  for (const { u, v, h } of patch) close(h - LIFT, heightAt(spot.grid, u, v), 1e-4);
  assert.ok(Math.max(...patch.map(({ u }) => u)) - Math.min(...patch.map(({ u }) => u)) > 5, "a patch that one can see");
});

test("its rows are level, each higher than the one before; a bowl is never below it", () => {
  const spot = spotAt(...bowl, EVEN, [2, 5.5]);
  const rows = tangentPatch(spot);
  const heights = rows.map((row) => row[0].h);
  for (const row of rows) for (const { h } of row) close(h, row[0].h);
  assert.deepEqual(heights, heights.toSorted((a, b) => a - b));
  for (const { u, v, h } of rows.flat()) assert.ok(h - LIFT <= heightAt(spot.grid, u, v) + 1e-3);
});

test("on a summit or at the bottom it is level", () => {
  for (const { h } of tangentPatch(spotAt(...bowl, EVEN, [0, 4])).flat()) close(h, LIFT, 1e-4);
});

test("where heights are on a log scale, the plane goes through the same scale", () => {
  const plane = (x, y) => 400 + 60 * x + 20 * y;
  const spot = spotAt(plane, () => [60, 20], LOG, [1, 3]);
  for (const { u, v, h } of tangentPatch(spot).flat()) close(h - LIFT, shareOf(LOG, plane(-4 + u / 5, v / 5)), 2e-3);
});

test("a steep patch is cut short where it would leave the picture, and never has a height that is none", () => {
  const steep = spotAt((x) => 1 + 50 * (x + 4), () => [5e5, 0], LOG, [-3.8, 4]);
  const heights = tangentPatch(steep).flat().map(({ h }) => h);
  assert.ok(heights.every((h) => h > -0.15 && h < shareOf(LOG, steep.loss) + 0.4));
  const rows = tangentPatch(steep);
  assert.ok(rows.at(-1)[0].u - rows[0][0].u < 1);
});

test("it stays on the map; a walker without a finite loss and slope has none", () => {
  for (const { u, v } of tangentPatch(spotAt(...bowl, EVEN, [-3.9, 7.9])).flat()) assert.ok(Math.min(u, v) >= 0 && Math.max(u, v) <= 40);
  assert.equal(tangentPatch(spotAt(...bowl, EVEN, [1, 4], { losses: Float32Array.of(Infinity, 0) })), null);
  assert.equal(tangentPatch(spotAt(bowl[0], () => [NaN, 0], EVEN, [1, 4])), null);
});

test("it is drawn on mountains, not on the map", () => {
  const spot = spotAt(...bowl, EVEN, [2, 5]);
  const ctx = recorder();
  drawTangent(ctx, spot, { color: "#one", halo: "#halo", size: 1 });
  assert.equal(ctx.calls.length, 0);
  spot.lens = { point: (u, v, h) => ({ x: 10 * u, y: 400 - 300 * h, hidden: false }) };
  drawTangent(ctx, spot, { color: "#one", halo: "#halo", size: 1 });
  assert.ok(heard(ctx, "fill").some(({ fillStyle, globalAlpha }) => fillStyle === "#one" && globalAlpha < 0.5));
});
