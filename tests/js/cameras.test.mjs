/** Cameras to choose from, against grounds whose valleys and ways are known. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { behind, CAMERAS, valley } from "../../assets/lib/cameras.mjs";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { makeGrid } from "../../assets/lib/grid.mjs";
import { toPixel } from "../../assets/lib/projection.mjs";
import { close } from "./helpers.mjs";

const CUBE = { x: 1, y: 1, z: 0.6 };

/** The ground of a loss over the unit square, heights shared out between its lowest and its highest. */
function ground(loss, cells = 61) {
  const at = (n) => n / (cells - 1);
  const heights = Array.from({ length: cells ** 2 }, (_, k) => loss(at(k % cells), at(Math.floor(k / cells))));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  return makeGrid(heights.map((height) => ((height - low) / (high - low)) * 65534), cells, [0, 1], [0, 1]);
}

for (const degrees of [0, 20, 45, 90, 135, 170])
  test(`a valley that runs ${degrees} degrees from east is looked along, from the south`, () => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const grid = ground((x, y) => {
      const [along, across] = [(x - 0.5) * c + (y - 0.5) * s, -(x - 0.5) * s + (y - 0.5) * c];
      return along ** 2 + 40 * across ** 2;
    });
    const [x, y] = valley(grid, CUBE);
    close([Math.abs(x * c + y * s)], [1], 1e-3);
    assert.ok(y <= 1e-9);
  });

test("a map that is drawn twice as wide has its valley turned with it", () => {
  const grid = ground((x, y) => (x - y) ** 2 + 1e-4 * (x + y - 1) ** 2); // it runs along (1, 1)
  const [x, y] = valley(grid, { x: 2, y: 1, z: 0.6 });
  close([x / y], [2], 0.05);
});

test("a flat ground, and one that is lowest in its corner, have some direction", () => {
  for (const grid of [ground((x) => x), ground((x, y) => x + y)]) {
    const [x, y] = valley(grid, CUBE);
    close([Math.hypot(x, y)], [1]);
  }
});

/** A walk along points over a plane that rises to the east. */
function walk(points) {
  const grid = ground((x) => x);
  return { grid, path: drape(grid, { points: points.flat(), steps: points.length - 1 }, 0) };
}

test("over a walker's shoulder: behind it, above the ground there, looking where it goes", () => {
  const { grid, path } = walk(Array.from({ length: 11 }, (_, k) => [0.9 - 0.08 * k, 0.5]));
  const [x, y, z, a, b, c] = behind(grid, CUBE, path, 5);
  assert.ok(x > 0.4 && a < 0 && Math.abs(y - b) < 1e-9, "it goes west, and so looks the eye");
  const edge = (1 - 0.5) * CUBE.z; // the ground under the eye, which stands behind the map's edge
  assert.ok(z > edge && z > c);
});

test("who bounces across a valley is followed along it", () => {
  const { grid, path } = walk(Array.from({ length: 21 }, (_, k) => [0.5 + 0.1 * (-1) ** k, 0.1 + 0.035 * k]));
  for (const time of [6, 6.5, 7, 10.2]) {
    const [x, y, , a, b] = behind(grid, CUBE, path, time);
    assert.ok((b - y) / Math.hypot(a - x, b - y) > 0.8, `at ${time} the eye looks north`);
  }
});

test("who never moves is looked at from the south", () => {
  const { grid, path } = walk([[0.5, 0.5], [0.5, 0.5]]);
  const [x, y, z, a, b] = behind(grid, CUBE, path, 1);
  assert.ok([x, y, z, a, b].every(Number.isFinite) && y < b && x === a);
});

for (const [key, { moves, aim }] of Object.entries(CAMERAS))
  test(`${key}: the walker is in the picture, whole numbers or not`, () => {
    const { grid, path } = walk(Array.from({ length: 11 }, (_, k) => [0.8 - 0.05 * k, 0.3 + 0.02 * k]));
    const panel = { ratio: CUBE, size: [400, 300], grid, walkers: [0] };
    for (const time of [0, 3.7, 10]) {
      const camera = aim(panel, time, { paths: [path], climb: { steps: 10 } }, null);
      if (camera === null) return assert.equal(key, "quarter");
      const projection = projectionOf(camera, CUBE, grid.last, 400, 300);
      const n = path.step.findIndex((step) => step >= time);
      const [x, y] = toPixel(projection, path.u[n], path.v[n], path.h[n]);
      assert.ok(x > 10 && x < 390 && y > 10 && y < 290, `${x}, ${y}`);
    }
    assert.ok(moves === undefined || moves === true);
  });
