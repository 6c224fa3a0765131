/** The compass: which headings it shows, where its needles point, and how it turns with the camera. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { compassBox, drawCompass, headingsOf } from "../../assets/lib/compass.mjs";
import { bearingOf, toPixel } from "../../assets/lib/projection.mjs";
import { climbOf, close, heard, recorder } from "./helpers.mjs";

const LOOK = { arrow: "#arrow", halo: "#halo", quiet: "#quiet", ink: "#ink", ground: [[0, "#low"], [1, "#high"]] };
const STYLE = { look: LOOK, size: 1 };
const WALK = [[0, 0], [0, 2], [3, 2], [3, 2]]; // north, east, then no step

const climb = (more = {}) => climbOf([WALK], { gradients: Float32Array.of(0, -1, -1, -1, 4, 0, 0, 0), moves: Float32Array.of(0, 2, 3, 0, 0, 0), ...more });

test("the heading before, the steepest, and the one taken", () => {
  assert.deepEqual(headingsOf(climb(), 0, 0), { before: null, steepest: 0, taken: 0 });
  const second = headingsOf(climb(), 0, 1);
  close([second.before, second.steepest, second.taken], [0, 45, 90]);
  assert.deepEqual(headingsOf(climb(), 0, 2), { before: 90, steepest: 270, taken: null });
  assert.deepEqual(headingsOf(climb(), 0, 3), { before: null, steepest: null, taken: null });
  assert.deepEqual(headingsOf(climb({ uphill: true }), 0, 2), { before: 90, steepest: 90, taken: null });
});

test("a mountaineer's steepest is what it has seen, and it keeps its heading where it stood still", () => {
  const records = { seen: Float32Array.of(1, 0, 0, -1, 0, 0), heading: Float32Array.of(1, 0, 1, 0, 1, 0) };
  assert.deepEqual(headingsOf(climb({ records }), 0, 1), { before: 90, steepest: 180, taken: 90 });
});

function drawn(bearing, walkers = [0], across = 400, more = {}) {
  const ctx = recorder();
  const scene = { climb: climb(more), colors: ["#one", "#two"] };
  drawCompass(ctx, { scene, lens: { bearing }, walkers }, 1, STYLE, across);
  return ctx;
}

/** How a needle lies on the screen that ends in a line of this colour: degrees from up, clockwise. */
function needle(ctx, ink, n = 0) {
  const stroke = ctx.calls.filter(({ name, strokeStyle, lineWidth }) => name === "stroke" && strokeStyle === ink && lineWidth === 2)[n];
  const before = ctx.calls.slice(0, ctx.calls.indexOf(stroke));
  const [from, to] = ["moveTo", "lineTo"].map((name) => before.findLast((call) => call.name === name).args);
  return ((Math.atan2(to[0] - from[0], from[1] - to[1]) * 180) / Math.PI + 360) % 360;
}

test("needles point as on a map seen from the south, and turn with the camera", () => {
  close(needle(drawn(0), "#arrow", 1), 90, 1e-6);
  close(needle(drawn(90), "#arrow", 1), 0, 1e-6, "seen from the west, east is ahead");
  close(needle(drawn(-30), "#arrow", 1), 120, 1e-6);
  const [letter] = heard(drawn(90), "fillText");
  assert.equal(letter.args[0], "N");
  assert.ok(letter.args[1] < 400 - 34 - 20, "to the left");
});

test("the degrees of one walker stand under each other; of several there are only needles, in their colours", () => {
  const words = heard(drawn(0), "fillText").map(({ args }) => args);
  assert.deepEqual(words.map(([text]) => text), ["N", "before", "0°", "steepest", "45°", "taken", "90°"]);
  assert.equal(new Set(words.filter(([text]) => text.endsWith("°")).map(([, x]) => x)).size, 1);
  const two = { ...climbOf([WALK, WALK]), moves: Float32Array.of(0, 2, 3, 0, 0, 0, 0, 2, 0, -1, 0, 0) };
  const several = drawn(0, [0, 1], 400, two);
  assert.deepEqual(heard(several, "fillText").map(({ args }) => args[0]), ["N"]);
  close([needle(several, "#one"), needle(several, "#two")], [90, 180], 1e-6);
});

test("it stays within its box, in the upper right corner; where there is no room it has no words", () => {
  for (const [across, walkers] of [[400, [0]], [200, [0]], [400, [0, 1]]]) {
    const [width, height] = compassBox(STYLE, walkers, across);
    const ctx = drawn(37, walkers, across, climbOf([WALK, WALK]));
    const places = ["moveTo", "lineTo", "fillText"].flatMap((name) => heard(ctx, name)).map(({ name, args }) => args.slice(name === "fillText" ? 1 : 0));
    assert.ok(places.every(([x, y]) => x >= across - width && x <= across && y >= 0 && y <= height));
    assert.equal(heard(ctx, "fillText").length > 1, across === 400 && walkers.length === 1);
  }
});

test("the bearing of a view: what lies ahead of the eye is drawn above what lies nearer", () => {
  const map = { x: [-2, 2], y: [0, 4] };
  for (const [east, north, bearing] of [[0, -1, 0], [-1, 0, 90], [0, 1, 180], [1, 0, 270], [1, -1, 315]]) {
    const projection = projectionOf([1.4 * east, 1.4 * north, 1.2, 0, 0, 0], { x: 1, y: 1, z: 0.7 }, 40, 400, 300);
    close((bearingOf(projection, map) - bearing + 540) % 360, 180, 1e-6);
    const y = (steps) => toPixel(projection, 20 - steps * east, 20 - steps * north, 0.5)[1];
    assert.ok(y(5) < y(0));
  }
  const above = projectionOf([0, 0, 2, 0, 0, 0], { x: 1, y: 1, z: 0.7 }, 40, 400, 300);
  close(bearingOf(above, map), 0, 1e-6);
});
