/** Matrices against the published formulas, pixels against hand-computed ones and their own way back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxMatrix, invert, lookAt, makeProjection, multiply, perspective, rayThrough, toPixel,
} from "../../assets/lib/projection.mjs";
import { close, seeded } from "./helpers.mjs";

const IDENTITY = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
const times = (m, p) => [0, 1, 2, 3].map((r) => m[r] * p[0] + m[4 + r] * p[1] + m[8 + r] * p[2] + m[12 + r] * p[3]);
const matrix = (random) => Float64Array.from({ length: 16 }, () => random(-2, 2));
const list = (m) => Array.from(m);

function someCamera(random) {
  const target = [random(-0.3, 0.3), random(-0.3, 0.3), random(-0.3, 0.3)];
  const [far, turn, tilt] = [random(1.5, 5), random(0, 2 * Math.PI), random(-1.4, 1.4)];
  const way = [Math.cos(turn) * Math.cos(tilt), Math.sin(turn) * Math.cos(tilt), Math.sin(tilt)];
  return { eye: target.map((a, i) => a + far * way[i]), target };
}

test("multiply applies the right factor first, then the left", () => {
  const random = seeded(1);
  for (let n = 0; n < 20; n++) {
    const [a, b, p] = [matrix(random), matrix(random), [random(), random(), random(), 1]];
    close(times(multiply(a, b), p), times(a, times(b, p)));
  }
});

test("invert undoes seeded matrices, on both sides", () => {
  const random = seeded(2);
  for (let n = 0; n < 200; n++) {
    const m = matrix(random);
    close(list(multiply(m, invert(m))), list(IDENTITY), 1e-8);
    close(list(multiply(invert(m), m)), list(IDENTITY), 1e-8);
  }
});

test("invert exchanges rows where a pivot is zero, and is null where there is no inverse", () => {
  const swap = Float64Array.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0);
  close(list(invert(swap)), list(swap));
  assert.equal(invert(new Float64Array(16)), null);
});

test("lookAt is gluLookAt with z up", () => {
  const random = seeded(3);
  for (let n = 0; n < 50; n++) {
    const { eye, target } = someCamera(random);
    // The OpenGL reference pages: f = centre - eye, s = f x up, u = s x f; rows s, u, -f, after translate(-eye).
    const length = Math.hypot(...eye.map((e, i) => target[i] - e));
    const f = eye.map((e, i) => (target[i] - e) / length);
    const flat = Math.hypot(f[0], f[1]);
    const s = [f[1] / flat, -f[0] / flat, 0];
    const u = [s[1] * f[2], -s[0] * f[2], s[0] * f[1] - s[1] * f[0]];
    const p = [random(-1, 1), random(-1, 1), random(-1, 1)];
    const moved = p.map((a, i) => a - eye[i]);
    const along = (axis) => axis.reduce((sum, a, i) => sum + a * moved[i], 0);
    close(times(lookAt(eye, target), [...p, 1]), [along(s), along(u), -along(f), 1]);
  }
});

test("perspective is gluPerspective", () => {
  const [fovy, aspect, near, far] = [0.9, 1.7, 0.5, 20];
  const f = 1 / Math.tan(fovy / 2);
  const [c, d] = [(far + near) / (near - far), (2 * far * near) / (near - far)];
  close(list(perspective(fovy, aspect, near, far)), [f / aspect, 0, 0, 0, 0, f, 0, 0, 0, 0, c, -1, 0, 0, d, 0]);
});

test("boxMatrix puts the first and the last cell on the box's corners", () => {
  const m = boxMatrix(119, { x: 1, y: 0.5, z: 0.7 });
  close(times(m, [0, 0, 0, 1]), [-0.5, -0.25, -0.35, 1]);
  close(times(m, [119, 119, 1, 1]), [0.5, 0.25, 0.35, 1]);
});

test("pixels worked out by hand: eye 2 south of the origin, 90 degrees high, 200 x 100 px", () => {
  const m = multiply(perspective(Math.PI / 2, 2), lookAt([0, -2, 0], [0, 0, 0]));
  const projection = makeProjection(m, 200, 100);
  for (const [point, pixel] of [
    [[0, 0, 0], [100, 50]],
    [[1, 0, 0], [125, 50]], // half of the half height to the east, 50 px of which are one
    [[0, 0, 1], [100, 25]],
    [[0, 2, 2], [100, 25]], // twice as far and twice as high
    [[-4, 0, -2], [0, 100]],
  ]) close(toPixel(projection, ...point), pixel);
});

test("the eye of a projection is the camera's, in cells; a pixel's ray passes through its point", () => {
  const random = seeded(4);
  const [last, ratio] = [119, { x: 1, y: 0.6, z: 0.7 }];
  for (let n = 0; n < 100; n++) {
    const { eye, target } = someCamera(random);
    const m = multiply(multiply(perspective(Math.PI / 4, 1.3), lookAt(eye, target)), boxMatrix(last, ratio));
    const projection = makeProjection(m, 520, 400);
    const cells = [(eye[0] / ratio.x + 0.5) * last, (eye[1] / ratio.y + 0.5) * last, eye[2] / ratio.z + 0.5];
    close(projection.eye, cells, 1e-5);
    const p = [random(0, last), random(0, last), random()];
    const [near, far] = rayThrough(projection, ...toPixel(projection, ...p));
    const t = (p[0] - near[0]) / (far[0] - near[0]);
    close(near.map((a, i) => a + t * (far[i] - a)), p, 1e-4);
    close(toPixel(projection, ...far), toPixel(projection, ...p), 1e-6);
  }
});
