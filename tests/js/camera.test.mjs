/** Cameras: the nearest that fits, and what they look like elsewhere. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting, fromPlotly, labelRoom, orbited, projectionOf, sceneScale, shifted, toPlotly, toText, turned, zoomed } from "../../assets/lib/camera.mjs";
import { toPixel } from "../../assets/lib/projection.mjs";
import { close, seeded } from "./helpers.mjs";

const RATIOS = [{ x: 1, y: 1, z: 0.7 }, { x: 1, y: 0.25, z: 0.7 }, { x: 0.4, y: 1, z: 0.7 }];
const SHAPES = [[300, 900], [360, 640], [400, 300], [420, 420], [640, 360], [1280, 300], [1900, 240], [1920, 1080]];
const CASES = RATIOS.flatMap((ratio) => SHAPES.map(([width, height]) => ({ ratio, width, height })));

/** Free pixels left, right, above and below the mountain's eight corners. */
function room(camera, { ratio, width, height }) {
  const projection = projectionOf(camera, ratio, 1, width, height);
  const pixels = Array.from({ length: 8 }, (_, n) => toPixel(projection, n & 1, (n >> 1) & 1, n >> 2));
  const [x, y] = [pixels.map(([px]) => px), pixels.map(([, py]) => py)];
  return [Math.min(...x), width - Math.max(...x), Math.min(...y), height - Math.max(...y)];
}

test("the default camera keeps all of the mountain and some room in the picture", () => {
  for (const one of CASES) assert.ok(Math.min(...room(fitting(one.ratio, one.width, one.height), one)) > 5, JSON.stringify(one));
});

test("the default camera is the nearest: every picture touches a margin that none crosses", () => {
  const rooms = CASES.map((one) => {
    const [side, under] = labelRoom(sceneScale(one.width, one.height)); // margins hold labels, and grow with them
    const [left, right, above, below] = room(fitting(one.ratio, one.width, one.height), one);
    return [left - side, right - side, above - under / 2, below - under];
  });
  const margins = [0, 1, 2, 3].map((side) => Math.min(...rooms.map((free) => free[side])));
  rooms.forEach((free, n) => {
    const spare = Math.min(...free.map((px, side) => px - margins[side]));
    assert.ok(spare < 0.1, `${JSON.stringify(CASES[n])}: ${free} within ${margins}`);
  });
});

test("labels have at least as much room as at the usual scale, for their size, and more where they are small", () => {
  for (const scale of [0.6, 0.7, 0.99, 1, 1.5, 2.4])
    labelRoom(scale).forEach((px, n) => assert.ok(scale < 1 ? px > [34, 30][n] * scale : Math.abs(px - [34, 30][n] * scale) < 1e-9, `${scale}: ${px}`));
});

test("the mountain stands in the middle: as much is free above it as below it, beside the labels' room", () => {
  for (const one of CASES) {
    const [, , above, below] = room(fitting(one.ratio, one.width, one.height), one);
    const [, under] = labelRoom(sceneScale(one.width, one.height));
    assert.ok(Math.abs(below - above - under / 2) < 0.5 * sceneScale(one.width, one.height), `${JSON.stringify(one)}: ${above}, ${below}`);
  }
});

test("words and walkers grow with the picture, within reason", () => {
  for (const [width, height, scale] of [[340, 300, 1], [680, 600, 2], [340, 2000, 1], [100, 100, 0.6], [3840, 2160, 2.4]])
    assert.equal(sceneScale(width, height), scale);
});

test("the default camera stands in the south and above, so that north lies ahead", () => {
  const [x, y, z, a, b] = fitting(RATIOS[0], 640, 480);
  assert.ok(y < -Math.abs(x) && z > 0);
  assert.deepEqual([a, b], [0, 0]);
});

test("plotly's camera, there and back", () => {
  const camera = [1.25, -2, 0.5, 0.1, 0, -0.06];
  assert.deepEqual(fromPlotly(toPlotly(camera)), camera);
  assert.deepEqual(toPlotly(camera).up, { x: 0, y: 0, z: 1 });
  assert.deepEqual(toPlotly(camera).eye, { x: 1.25, y: -2, z: 0.5 });
});

test("a link's text holds three decimals, and no negative zero", () => {
  const random = seeded(16);
  for (let n = 0; n < 50; n++) {
    const camera = Array.from({ length: 6 }, () => random(-5, 5));
    close(toText(camera).split(",").map(Number), camera, 0.00051);
  }
  assert.equal(toText([-0.0001, 1.5, -2, 1 / 3, 0, -0.06]), "0,1.5,-2,0.333,0,-0.06");
});

test("a turn is anticlockwise about the vertical through the target, keeps height and distance, and comes round", () => {
  const camera = [1.5, -2, 0.8, 0.5, 0, 0.1];
  close(turned(camera, Math.PI / 2), [2.5, 1, 0.8, 0.5, 0, 0.1]);
  close(turned(camera, 2 * Math.PI), camera);
  const random = seeded(17);
  for (let n = 0; n < 50; n++) {
    const angle = random(-9, 9);
    const [x, y] = turned(camera, angle);
    close(Math.hypot(x - 0.5, y), Math.hypot(1, 2));
    close(turned(turned(camera, angle), -angle), camera);
  }
});

test("a projection of a camera has its target in the middle of the picture", () => {
  const projection = projectionOf([1.5, -2, 0.8, 0.25, 0, 0.14], { x: 1, y: 1, z: 0.7 }, 100, 640, 480);
  close(toPixel(projection, 75, 50, 0.7), [320, 240], 1e-6);
});

test("a camera comes nearer on its own line of sight, and neither into the mountain nor out of the world", () => {
  const camera = [3, 4, 0.5, 0, 0, 0.5];
  assert.deepEqual(zoomed(camera, 0.5), [1.5, 2, 0.5, 0, 0, 0.5]);
  const distance = ([x, y, z, a, b, c]) => Math.hypot(x - a, y - b, z - c);
  close([distance(zoomed(camera, 1e-9)), distance(zoomed(camera, 1e9))], [0.4, 12]);
});

test("a drag turns the mountain with the hand: half around for the height of the picture, up to nearly above", () => {
  close(orbited([1, -2, 0.5, 1, 0, 0.5], 0.5, 0), [-1, 0, 0.5, 1, 0, 0.5]);
  close(orbited([0, -2, 0, 0, 0, 0], 0, 0.25), [0, -Math.SQRT2, Math.SQRT2, 0, 0, 0]);
  close(orbited(orbited([1, -2, 0.5, 0, 0, 0], 0.2, 0.1), -0.2, -0.1), [1, -2, 0.5, 0, 0, 0]);
  for (const [dy, side] of [[9, 1], [-9, -1]]) {
    const [x, y, z] = orbited([0, -2, 1, 0, 0, 0], 0, dy);
    assert.ok(y < 0 && Math.abs(z - side * Math.hypot(0, 2, 1)) < 1e-5 && Math.abs(x) < 1e-9, "north stays ahead");
  }
});

test("what is shifted stays under the hand", () => {
  const ratio = { x: 1, y: 1, z: 0.7 };
  for (const camera of [[1.1, -2, 0.9, 0, 0, 0], [-2, 0.3, 0.1, 0, 0, 0], [0, -1e-3, 2, 0, 0, 0]]) {
    const projection = projectionOf(shifted(camera, 0.25, -0.125), ratio, 100, 640, 480);
    close(toPixel(projection, 50, 50, 0.5), [320 + 120, 240 - 60], 1e-3);
  }
});
