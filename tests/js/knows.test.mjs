/** What a walker knows: only what is switched on is drawn, and worked out once a step. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { KNOWS, USUAL, drawKnown, withCompass } from "../../assets/lib/knows.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { drawKnowing, drawMoving, makePicture, mapLens } from "../../assets/lib/picture.mjs";
import { spotOf } from "../../assets/lib/spot.mjs";
import { climbOf, ground, recorder } from "./helpers.mjs";

const LOOK = { key: "light", halo: "#halo", arrow: "#arrow", astray: "#astray", recorded: "#r", edge: "#e", mark: "#m" };
const ROWS = KNOWS.filter(({ draw }) => draw);
const WALK = [[8, 20], [26, 24], [17, 18]];

/** A mountaineer in a bowl, seen from above by a lens that is no map: it knows all there is to know. */
function pictureOf() {
  const grid = Object.assign(ground((u, v) => ((u - 20) ** 2 + (v - 20) ** 2) / 800, 41, [0, 40], [0, 40]), { scale: { low: 0, high: 800, unit: null } });
  const gradients = Float32Array.from(WALK.flatMap(([x, y]) => [2 * (x - 20), 2 * (y - 20)]));
  const climb = climbOf([WALK], {
    gradients,
    losses: Float32Array.from(WALK, ([x, y]) => (x - 20) ** 2 + (y - 20) ** 2),
    moves: Float32Array.of(18, 4, -9, -6),
    rules: [{ key: "mountaineer", name: "Mountaineer", values: { sight: 4, trust: 0.5 } }],
    records: { seen: Float32Array.of(1, 0, -1, 0), heading: Float32Array.of(1, 0, -0.8, -0.6) },
  });
  const lens = { ...mapLens(grid, { x: 0, y: 0, width: 400, height: 400 }), flat: false };
  return makePicture({ grid, climb, colors: ["#one"], paths: [drape(grid, climb, 0)] }, lens, [0]);
}

const style = (knows) => ({ look: LOOK, size: 1, knows });

function drawn(knows, picture = pictureOf(), time = 1) {
  const ctx = recorder();
  drawKnowing(ctx, picture, time, style(knows));
  drawMoving(ctx, picture, time, style(knows));
  return ctx.calls.length;
}

test("each row draws something of its own, and nothing when it is off", () => {
  const nothing = drawn([]);
  for (const { key } of ROWS) assert.ok(drawn([key]) > nothing, key);
  assert.equal(drawn(["compass"]), nothing, "that stands in the corner");
  const all = ROWS.map(({ key }) => key);
  assert.equal(drawn(all) - nothing, all.reduce((sum, key) => sum + drawn([key]) - nothing, 0));
  assert.equal(new Set(all).size, all.length);
  assert.ok(USUAL.every((key) => all.includes(key)));
});

test("nothing is worked out again before the next step", () => {
  const picture = pictureOf();
  let asked = 0;
  for (const name of ["point", "ground"]) {
    const way = picture.lens[name];
    picture.lens[name] = (...where) => (asked++, way(...where));
  }
  const spots = (time) => [[spotOf(picture, 0, time), { ...style([]), color: "#one", halo: "#halo" }]];
  const all = KNOWS.map(({ key }) => key);
  drawKnown(recorder(), spots(1), all);
  const first = asked;
  assert.ok(first > 100);
  for (const time of [1, 1.3, 1.99]) drawKnown(recorder(), spots(time), all);
  assert.equal(asked, first);
  drawKnown(recorder(), spots(2), all);
  assert.ok(asked > first);
});

test("films choose the compass anew, and leave all else as the page has it", () => {
  assert.deepEqual(withCompass(["arrow", "compass"], false), ["arrow"]);
  assert.deepEqual(withCompass(["arrow"], true), ["arrow", "compass"]);
  for (const on of [false, true]) assert.deepEqual(withCompass(withCompass(USUAL, on), on), withCompass(USUAL, on));
});
