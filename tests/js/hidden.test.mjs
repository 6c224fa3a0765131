/** What a ridge hides and what a click hits: cases one can see at once, and the way there and back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { heightAt } from "../../assets/lib/grid.mjs";
import { hit, isHidden } from "../../assets/lib/hidden.mjs";
import { rayThrough, toPixel } from "../../assets/lib/projection.mjs";
import { close, ground, hills, seeded } from "./helpers.mjs";

const RATIO = { x: 1, y: 1, z: 0.7 };
const from = (random, tilt) => {
  const turn = random(0, 2 * Math.PI);
  return [1.9 * Math.cos(turn) * Math.cos(tilt), 1.9 * Math.sin(turn) * Math.cos(tilt), 1.9 * Math.sin(tilt), 0, 0, 0];
};
const seen = (grid, camera) => projectionOf(camera, RATIO, grid.last, 640, 480);

/** How far the ground reaches across the line to an eye above (side 1) or below (-1), at 4000 places. */
function excess(grid, u, v, h, eye, side = 1) {
  let most = -Infinity;
  for (let i = 1; i <= 4000; i++) {
    const t = i / 4000;
    const [a, b, c] = [u + (eye[0] - u) * t, v + (eye[1] - v) * t, h + (eye[2] - h) * t];
    if (Math.min(a, b) < 0 || Math.max(a, b) > grid.last) break;
    most = Math.max(most, side * (heightAt(grid, a, b) - c));
  }
  return most;
}

test("a point behind a ridge is hidden from one side and in sight from the other", () => {
  const ridge = ground((u) => (Math.abs(u - 25) <= 3 ? 0.8 : 0.1), 61);
  for (const [u, eye, hidden] of [
    [15, [100, 30, 0.6], true],
    [15, [-60, 30, 0.6], false],
    [40, [100, 30, 0.6], false],
    [40, [-60, 30, 0.6], true],
    [15, [100, 30, 12], false], // high enough to see over it
    [15, [15, 30, 5], false], // straight above
    [25, [100, 30, 0.95], false], // on top
  ]) assert.equal(isHidden(ridge, u, 30, heightAt(ridge, u, 30) + 0.006, eye), hidden, `${u} from ${eye}`);
});

test("nothing hides a point on a plane, whatever its slope", () => {
  const random = seeded(8);
  for (let n = 0; n < 200; n++) {
    const [b, c] = [random(-0.012, 0.012), random(-0.012, 0.012)];
    const plane = ground((u, v) => 0.5 + b * (u - 20) + c * (v - 20));
    const [u, v] = [random(0, 40), random(0, 40)];
    const { eye } = seen(plane, from(random, 1));
    assert.equal(isHidden(plane, u, v, heightAt(plane, u, v), eye), false);
  }
});

test("the top of a cone is in sight from everywhere above, its far foot is not", () => {
  const cone = ground((u, v) => Math.max(0, 1 - Math.hypot(u - 30, v - 30) / 14), 61);
  const random = seeded(9);
  for (let n = 0; n < 100; n++) {
    const { eye } = seen(cone, from(random, random(0.4, 1.5)));
    assert.equal(isHidden(cone, 30, 30, 1, eye), false);
  }
  for (let n = 0; n < 100; n++) {
    const { eye } = seen(cone, from(random, random(0.25, 0.5)));
    const away = Math.hypot(eye[0] - 30, eye[1] - 30);
    const [u, v] = [30 - (14 * (eye[0] - 30)) / away, 30 - (14 * (eye[1] - 30)) / away];
    assert.equal(isHidden(cone, u, v, 0.006, eye), true);
  }
});

test("hidden on hills is what trying 4000 places says, where it is not a close call", () => {
  const random = seeded(10);
  const counts = { true: 0, false: 0 };
  for (let n = 0; n < 1500; n++) {
    if (n % 50 === 0) var grid = hills(random);
    const [u, v, { eye }] = [random(0, 60), random(0, 60), seen(grid, from(random, random(0.15, 1.3)))];
    const h = heightAt(grid, u, v) + 0.006;
    const over = excess(grid, u, v, h, eye);
    if (over > 0 && over < 0.02) continue;
    assert.equal(isHidden(grid, u, v, h, eye), over > 0, `case ${n}: ${over}`);
    counts[over > 0]++;
  }
  assert.ok(Math.min(counts.true, counts.false) > 100, "both kinds were met");
});

test("a click on a place in sight hits that place, from above and from below", () => {
  const random = seeded(11);
  let [tried, grazing] = [0, 0];
  for (let n = 0; n < 600; n++) {
    if (n % 50 === 0) var grid = hills(random);
    const side = n % 5 ? 1 : -1;
    const projection = seen(grid, from(random, side * random(0.2, 1.4)));
    const [u, v] = [random(0.5, 59.5), random(0.5, 59.5)];
    const h = heightAt(grid, u, v);
    if (excess(grid, u, v, h + side * 1e-4, projection.eye, side) > 0) continue;
    const pixel = toPixel(projection, u, v, h);
    const found = hit(grid, ...rayThrough(projection, ...pixel));
    close(toPixel(projection, ...found, heightAt(grid, ...found)), pixel, 0.01, `case ${n}`);
    tried++;
    if (Math.hypot(found[0] - u, found[1] - v) > 0.01) grazing++; // a slope in front, met by a hair
  }
  assert.ok(tried > 300 && grazing < 0.01 * tried, `${grazing} of ${tried}`);
});

test("a ray beside the mountain, or under its edge, hits nothing", () => {
  const table = ground(() => 0.5);
  for (const [near, far, place] of [
    [[-20, 20, 5], [100, 20, 4], null], // above it
    [[-20, 60, 1], [100, 60, 0], null], // beside it
    [[-20, 20, 0.6], [80, 20, -0.4], null], // meets the edge at 0.4, under the table
    [[-20, 20, 1], [80, 20, 0], [30, 20]],
    [[10, 12, 3], [10, 12, -3], [10, 12]], // straight down
  ]) {
    const found = hit(table, near, far);
    if (place) close(found, place, 1e-3);
    else assert.equal(found, null, String(near));
  }
});
