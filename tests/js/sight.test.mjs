/** The disc that a mountaineer sees, on a map whose pixels one can work out. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { makePicture, mapLens } from "../../assets/lib/picture.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { discOf, drawSight } from "../../assets/lib/sight.mjs";
import { spotOf } from "../../assets/lib/spot.mjs";
import { climbOf, close, ground, heard, recorder } from "./helpers.mjs";

const FRAME = { x: 0, y: 0, width: 400, height: 400 }; // 10 px a cell, north up
const STYLE = { look: { halo: "#halo", arrow: "#arrow" }, size: 1, color: "#one" };
const GRID = ground(() => 0.3, 41, [0, 40], [0, 40]);

/** A mountaineer of two steps who heads north and sees the east. */
function pictureOf(start, sight = 5, grid = GRID, lens = mapLens(grid, FRAME)) {
  const climb = climbOf([[start, [start[0], start[1] + 1], start]], {
    rules: [{ key: "mountaineer", name: "Mountaineer", values: { sight, trust: 0.5 } }],
    records: { seen: Float32Array.of(0, 1, 1, 0), heading: Float32Array.of(0, 1, Math.SQRT1_2, Math.SQRT1_2) },
  });
  return makePicture({ grid, climb, colors: ["#one"], paths: [drape(grid, climb, 0)] }, lens, [0]);
}

function draw(picture, k, ctx = recorder()) {
  drawSight(ctx, spotOf(picture, 0, k), STYLE);
  return ctx;
}

/** Where the line that was stroked in this colour ends. */
const endOf = (ctx, color) => {
  const stroke = ctx.calls.findIndex(({ name, strokeStyle, lineWidth }) => name === "stroke" && strokeStyle === color && lineWidth === 2);
  return ctx.calls.slice(0, stroke).findLast(({ name }) => name === "lineTo")?.args;
};

test("the disc has the sight's radius on the map, also where x and y have other units", () => {
  const rings = discOf(GRID, 20, 20, [5, 3]);
  assert.ok(rings.length >= 3, "it follows the ground between its middle and its edge");
  for (const [u, v] of rings.at(-1)) close(((u - 20) / 5) ** 2 + ((v - 20) / 3) ** 2, 1);
  rings[0].forEach((place) => close(place, [20, 20]));
});

test("the disc is cut at the map's edge, and there is none for those who are away", () => {
  const edge = discOf(GRID, 38, 20, [5, 5]).at(-1);
  close(Math.max(...edge.map(([u]) => u)), 40);
  close(Math.min(...edge.map(([u]) => u)), 33);
  assert.equal(discOf(GRID, 41, 20, [5, 5]), null);
  assert.equal(discOf(GRID, NaN, 20, [5, 5]), null);
  assert.equal(heard(draw(pictureOf([NaN, 3]), 0), "fill").length, 0);
});

test("a disc, the old heading in dashes, the bearing seen as an arrow as long as the sight", () => {
  const ctx = draw(pictureOf([20, 20]), 1);
  const edge = heard(ctx, "lineTo").map(({ args }) => Math.hypot(args[0] - 200, args[1] - 190));
  close(Math.max(...edge.slice(0, 500)), 50, 1e-6, "5 cells of 10 pixels");
  close(endOf(ctx, "#arrow"), [200, 140], 1e-6, "north");
  close(endOf(ctx, "#halo"), [250, 190], 1e-6, "east");
  assert.ok(heard(ctx, "setLineDash").some(({ args }) => args[0].length === 2));
  assert.ok(heard(ctx, "fill").every(({ globalAlpha, fillStyle }) => fillStyle !== "#one" || globalAlpha < 0.5), "the ground shows");
});

test("before the first step there is no old heading; a short sight's arrows can still be seen", () => {
  const ctx = draw(pictureOf([20, 20], 0.5), 0);
  assert.ok(heard(ctx, "setLineDash").length === 0);
  close(endOf(ctx, "#halo"), [200, 166], 1e-6);
});

test("behind a ridge the disc is faint, over a hole it has none", () => {
  const behind = { ...mapLens(GRID, FRAME), ground: (u, v) => ({ x: u, y: v, hidden: u > 20 }) };
  const alphas = heard(draw(pictureOf([20, 20], 5, GRID, behind), 0), "fill").filter(({ fillStyle }) => fillStyle === "#one").map(({ globalAlpha }) => globalAlpha);
  assert.ok(alphas[0] < alphas[1]);
  const torn = { ...mapLens(GRID, FRAME), ground: (u, v) => ({ x: u > 22 ? NaN : u, y: v, hidden: false }) };
  const ctx = draw(pictureOf([20, 20], 5, GRID, torn), 0);
  assert.ok(heard(ctx, "lineTo").every(({ args }) => !Number.isNaN(args[0])) && heard(ctx, "closePath").length > 0);
});

test("other rules have no disc; the same step is not worked out twice", () => {
  const picture = pictureOf([20, 20]);
  let asked = 0;
  const { point } = picture.lens;
  picture.lens = { ...picture.lens, point: (...where) => (asked++, point(...where)) };
  draw(picture, 0);
  const once = asked;
  draw(picture, 0);
  assert.ok(asked - once < once / 4);
  draw(picture, 1);
  assert.ok(asked > 2 * once * 0.9);
  picture.scene.climb.rules = [{ key: "adam", name: "Adam", values: {} }];
  assert.equal(draw(picture, 1).calls.length, 0);
});
