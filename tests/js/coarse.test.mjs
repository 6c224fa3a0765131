/** The coarse mesh covers the ground with plotly's own corners, and stands in only while turning is slow. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Coarse, coarseCorners } from "../../assets/lib/coarse.mjs";

// plotly's mesh: cells row by row, each of two triangles, their corners in this order.
const CELL = [[0, 0], [0, 1], [1, 0], [1, 1], [1, 0], [0, 1]];
const placesOf = (last) => Array.from({ length: last * last }, (_, n) => CELL.map(([i, j]) => [Math.floor(n / last) + i, (n % last) + j])).flat();
const area = ([a, b, c]) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

test("the triangles cover the whole ground once, with far fewer corners", () => {
  for (const last of [119, 199, 121, 41]) {
    const places = placesOf(last);
    const corners = [...coarseCorners(places.length)].map((n) => places[n]);
    const triangles = Array.from({ length: corners.length / 3 }, (_, n) => corners.slice(3 * n, 3 * n + 3));
    const covered = triangles.reduce((sum, triangle) => sum + area(triangle), 0);
    assert.equal(covered, last * last);
    const centres = new Set(triangles.map((t) => String([0, 1].map((axis) => t[0][axis] + t[1][axis] + t[2][axis]))));
    assert.equal(centres.size, triangles.length); // none twice
    assert.ok(last < 100 || corners.length < places.length / 7);
  }
});

test("a mesh with holes has no coarse one", () => {
  assert.equal(coarseCorners(6 * (119 * 119 - 3)), null);
});

function watched() {
  const mountain = { said: [], waited: 0, coarsen: (on) => mountain.said.push(on), finish: () => mountain.waited++ };
  const studio = { mountains: [mountain] };
  return { mountain, studio, coarse: new Coarse(studio) };
}

test("it stands in while turning is slow, and leaves when all rests", () => {
  const { mountain, coarse } = watched();
  coarse.frame(false, true, 0.3, 1000); // the frame before this turn may have been long for any reason
  assert.equal(coarse.on, false);
  coarse.frame(false, true, 0.3, 1300);
  coarse.frame(false, true, 0.04, 1340);
  assert.deepEqual([mountain.said.at(-1), coarse.on], [true, true]);
  coarse.frame(false, false, 0.04, 1380);
  assert.equal(coarse.on, true);
  coarse.frame(false, false, 0.04, 1500); // within 200 ms of the last turn
  assert.deepEqual([mountain.said.at(-1), coarse.on], [false, false]);
});

test("a hand that holds still keeps it", () => {
  const { mountain, coarse } = watched();
  for (const at of [1000, 1300]) coarse.frame(true, true, 0.3, at);
  coarse.frame(true, false, 0.04, 2000);
  assert.deepEqual([mountain.said.at(-1), coarse.on], [true, true]);
  coarse.frame(false, false, 0.04, 2040);
  assert.deepEqual([mountain.said.at(-1), coarse.on], [false, false]);
});

test("where turning is quick nothing changes", () => {
  const { mountain, coarse } = watched();
  for (let at = 0; at < 2000; at += 16) coarse.frame(true, true, 0.016, at);
  assert.deepEqual([mountain.said, mountain.waited], [[], 0]);
});

test("mountains become whole again together, in the frame after the hand or when it says so", () => {
  for (const over of [(coarse) => coarse.frame(false, true, 0.1, 1400), (coarse) => coarse.coarsen(false)]) {
    const { mountain, studio, coarse } = watched();
    const other = watched().mountain;
    studio.mountains.push(other);
    for (const at of [1000, 1300]) coarse.frame(true, true, 0.3, at);
    over(coarse);
    for (const { said } of [mountain, other]) assert.deepEqual(said, [true, false]);
    assert.equal(coarse.on, false);
    coarse.frame(false, true, 0.3, 1500); // what the hand left behind does not make them coarse again
    assert.equal(coarse.on, false);
  }
});

test("a picture that is asked for waits until the one before it is there", () => {
  const { mountain, coarse } = watched();
  for (const at of [1000, 1300]) coarse.frame(false, true, 0.3, at);
  assert.equal(mountain.waited, 0); // whole mountains: nothing can be won
  for (const at of [1400, 1500]) coarse.frame(false, true, 0.1, at);
  coarse.frame(false, false, 0.1, 1550);
  assert.equal(mountain.waited, 2);
});

test("what turns again is coarse again", () => {
  const { mountain, coarse } = watched();
  for (const at of [1000, 1300]) coarse.frame(false, true, 0.3, at);
  coarse.frame(false, false, 0.1, 1500);
  for (const at of [1600, 1900]) coarse.frame(false, true, 0.3, at);
  assert.deepEqual(mountain.said, [true, false, true]);
});
