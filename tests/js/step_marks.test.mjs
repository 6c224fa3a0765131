/** The next step as an arrow and as a ghost, and rate times gradient beside it, on a map of 10 px a cell. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { drape } from "../../assets/lib/path.mjs";
import { makePicture, mapLens } from "../../assets/lib/picture.mjs";
import { spotOf } from "../../assets/lib/spot.mjs";
import { drawGhost, drawSlope, drawStep } from "../../assets/lib/step_marks.mjs";
import { climbOf, close, ground, heard, recorder } from "./helpers.mjs";

const FRAME = { x: 0, y: 0, width: 400, height: 400 };
const STYLE = { look: { arrow: "#arrow", halo: "#halo", astray: "#astray" }, color: "#one", halo: "#halo", size: 1 };
const WALK = [[10, 10], [14, 18], [30, 18]];

function spotAt(time, more = {}, walk = WALK) {
  const grid = ground(() => 0.3, 41, [0, 40], [0, 40]);
  const moves = Float32Array.from(walk.slice(1).flatMap(([x, y], k) => [x - walk[k][0], y - walk[k][1]]));
  const climb = climbOf([walk], { rates: [0.5], gradients: Float32Array.of(-8, 4, -20, 20, 6, 2), moves, ...more });
  return spotOf(makePicture({ grid, climb, colors: ["#one"], paths: [drape(grid, climb, 0)] }, mapLens(grid, FRAME), [0]), 0, time);
}

function drawn(draw, ...of) {
  const ctx = recorder();
  draw(ctx, spotAt(...of), STYLE);
  return ctx;
}

/** Where the line ends that was stroked first in a colour. */
const endOf = (ctx, color) => {
  const stroke = ctx.calls.findIndex(({ name, strokeStyle }) => name === "stroke" && strokeStyle === color);
  return ctx.calls.slice(0, Math.max(stroke, 0)).findLast(({ name }) => name === "lineTo")?.args;
};

test("rate times gradient has its true length, downhill or up, whatever the rule's step is", () => {
  close(endOf(drawn(drawSlope, 0), "#halo"), [140, 320]);
  close(endOf(drawn(drawSlope, 0.9), "#halo"), [140, 320]);
  close(endOf(drawn(drawSlope, 1), "#halo"), [240, 320]);
  close(endOf(drawn(drawSlope, 1, { uphill: true }), "#halo"), [40, 120]);
  close(endOf(drawn(drawSlope, 1, { schedule: Float32Array.of(0.5, 0.25) }), "#halo"), [190, 270]);
});

test("at the end of a walk there is still a slope, with the last rate, but no step", () => {
  close(endOf(drawn(drawSlope, 2, { schedule: Float32Array.of(0.5, 0.25) }), "#halo"), [285, 225]);
  for (const draw of [drawStep, drawGhost]) assert.equal(drawn(draw, 2).calls.length, 0);
});

test("a slope too short to be seen has no arrow, a step of the same length has one that shows its way", () => {
  const tiny = { gradients: new Float32Array(6).fill(0.2), moves: Float32Array.of(0.06, 0.08, 0, 0) };
  assert.equal(drawn(drawSlope, 0, tiny).calls.length, 0);
  close(endOf(drawn(drawStep, 0, tiny), "#arrow"), [112, 284], 1e-3);
  assert.equal(drawn(drawGhost, 0, tiny).calls.length, 0, "its bead would lie on the walker");
});

test("the ghost stands where the step ends, hollow, at the end of dashes", () => {
  const ctx = drawn(drawGhost, 0.5);
  close(heard(ctx, "arc").at(-1).args.slice(0, 2), [140, 220]);
  assert.equal(heard(ctx, "fill").length, 0);
  assert.ok(heard(ctx, "setLineDash").some(({ args }) => args[0].length === 2));
  close(endOf(ctx, "#one"), [140, 220]);
});

test("of a step that leaves the map only the dashes are seen, as far as the map goes", () => {
  const ctx = drawn(drawGhost, 0, {}, [[30, 10], [50, 10], [50, 10]]);
  assert.equal(heard(ctx, "arc").length, 0);
  close(endOf(ctx, "#one"), [400, 300]);
});
