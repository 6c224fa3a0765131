/** The box of what moves: all that is drawn lies in it, and it is no larger than that needs. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, Moving } from "../../assets/lib/moving.mjs";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { drawMoving, makePicture, mapLens, mountainLens } from "../../assets/lib/picture.mjs";
import { climbOf, heard, hills, recorder, seeded } from "./helpers.mjs";

const [WIDTH, HEIGHT] = [600, 400];
const LOOK = { key: "light", mark: "#mark", halo: "#halo", recorded: "#recorded", edge: "#edge" };
const STYLE = { look: LOOK, size: 1, knows: [] };
const LENSES = {
  mountain: (grid) => mountainLens(grid, projectionOf([1.3, -1.2, 0.9, 0, 0, 0], { x: 1, y: 1, z: 0.4 }, grid.last, WIDTH, HEIGHT)),
  map: (grid) => mapLens(grid, { x: 120, y: 20, width: 360, height: 360 }),
};

/** Walks about a place; the last one ends with a flag, off the map if it goes far. */
function walked(random, far) {
  const grid = hills(random, 61);
  const at = [random(-1, 1), random(0, 2)];
  const walks = [0.1, far].map((reach) => Array.from({ length: 31 }, () => at.map((value) => value + random(-reach, reach))));
  const ending = { ending: "blew_up", step: 20, sentence: "", detail: "" };
  const climb = climbOf(walks, { endings: [ending, ending] });
  return { grid, climb, colors: ["#one", "#two"], paths: walks.map((_, i) => drape(grid, climb, i)) };
}

/** The pixels that lines and discs on a context touch, by the middle of each line. */
function touched(ctx) {
  const lines = ctx.calls.filter(({ name }) => name === "moveTo" || name === "lineTo").map(({ args }) => args);
  const discs = heard(ctx, "arc").flatMap(({ args: [x, y, r] }) => [[x - r, y - r], [x + r, y + r]]);
  return [...lines, ...discs].filter(([x, y]) => !Number.isNaN(x + y));
}

for (const [lens, makeLens] of Object.entries(LENSES))
  for (const far of [0.15, 0.6, 6])
    test(`on the ${lens}, what moves over ways ${far} long stays in the box`, () => {
      const random = seeded(7 + 10 * far);
      for (let n = 0; n < 5; n++) {
        const scene = walked(random, far);
        const picture = makePicture(scene, makeLens(scene.grid), [0, 1]);
        const [left, top, width, height] = boxOf(picture, 40, WIDTH, HEIGHT);
        assert.ok(left >= 0 && top >= 0 && left + width <= WIDTH && top + height <= HEIGHT, "in the scene");
        if (far < 0.2) assert.ok(width * height < 0.25 * WIDTH * HEIGHT, `${width} x ${height} for a short way`);
        const ctx = recorder();
        for (let time = 0; time <= 30; time += 0.3) drawMoving(ctx, picture, time, STYLE);
        for (const [x, y] of touched(ctx)) {
          const seen = x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
          assert.ok(!seen || (x >= left && x <= left + width && y >= top && y <= top + height), `${x}, ${y} is not in ${[left, top, width, height]}`);
        }
      }
    });

test("where names are written, or nothing is in sight, it is the whole", () => {
  const scene = walked(seeded(1), 0.3);
  const picture = makePicture(scene, LENSES.map(scene.grid), [0]);
  assert.notDeepEqual(boxOf(picture, 40, WIDTH, HEIGHT), [0, 0, WIDTH, HEIGHT]);
  picture.ways[0].name = "of mine";
  assert.deepEqual(boxOf(picture, 40, WIDTH, HEIGHT), [0, 0, WIDTH, HEIGHT]);
  const seen = { x: [NaN, NaN], y: [NaN, NaN] };
  assert.deepEqual(boxOf({ ways: [{ seen }] }, 40, WIDTH, HEIGHT), [0, 0, WIDTH, HEIGHT]);
  assert.deepEqual(boxOf({ ways: [] }, 40, WIDTH, HEIGHT), [0, 0, WIDTH, HEIGHT]);
});

test("a picture that is new is drawn on the whole; one that stays, in its box", () => {
  const scene = walked(seeded(2), 0.15);
  const ctx = recorder();
  const canvas = { getContext: () => ctx, style: {} };
  const moving = new Moving(canvas);
  const pictureNow = () => makePicture(scene, LENSES.map(scene.grid), [0]);
  for (let n = 0; n < 30; n++) moving.show(pictureNow(), 1, STYLE, WIDTH, HEIGHT);
  assert.deepEqual([canvas.width, canvas.height, canvas.style.width], [WIDTH, HEIGHT, "100%"], "a camera turns");
  const picture = pictureNow();
  for (let n = 0; n < 30; n++) moving.show(picture, 1, STYLE, WIDTH, HEIGHT);
  const [left, top, width, height] = boxOf(picture, 40, WIDTH, HEIGHT);
  assert.deepEqual([canvas.width, canvas.height], [width, height]);
  assert.deepEqual([canvas.style.left, canvas.style.top], [`${(100 * left) / WIDTH}%`, `${(100 * top) / HEIGHT}%`]);
  assert.deepEqual(ctx.calls.findLast(({ name }) => name === "translate").args, [-left, -top]);
  moving.clear(WIDTH, HEIGHT);
  assert.deepEqual([canvas.width, canvas.height], [WIDTH, HEIGHT]);
});
