/** One moment of a scene: what is drawn, and where, on a map whose pixels one can work out. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { drape, paceOf } from "../../assets/lib/path.mjs";
import { drawKnowing, drawMoving, makePicture, mapLens, mountainLens, TrailLayer } from "../../assets/lib/picture.mjs";
import { toPixel } from "../../assets/lib/projection.mjs";
import { climbOf, close, ground, heard, recorder } from "./helpers.mjs";

const FRAME = { x: 0, y: 0, width: 400, height: 400 }; // 10 px a cell, north up
const STYLE = { look: { key: "light", mark: "#mark", halo: "#halo", arrow: "#arrow", recorded: "#recorded", edge: "#edge" }, size: 1, knows: ["arrow"] };
const MINIMA = [[5, 5], [35, 30]];

/** A scene on ground of 41 cells where x and y are cells. */
function sceneOf(walks, more = {}, grid = ground(() => 0.3, 41, [0, 40], [0, 40])) {
  Object.assign(grid, { minima: MINIMA, maxima: [[20, 39]] });
  const climb = climbOf(walks, more);
  return { grid, climb, colors: ["#one", "#two"], paths: walks.map((_, i) => drape(grid, climb, i)) };
}

const layerOf = (ctx) => new TrailLayer({ getContext: () => ctx });

/** All of a moment on one context: what was walked, then what moves. */
function draw(scene, time, style = {}, lens = mapLens(scene.grid, FRAME)) {
  const ctx = recorder();
  const picture = makePicture(scene, lens, scene.paths.map((_, i) => i));
  layerOf(ctx).show(picture, time, { ...STYLE, ...style }, 400, 400, 1);
  drawKnowing(ctx, picture, time, { ...STYLE, ...style });
  drawMoving(ctx, picture, time, { ...STYLE, ...style });
  return ctx;
}

const discs = (ctx, color) => heard(ctx, "fill").filter(({ fillStyle }) => fillStyle === color).length;
const arrowEnd = (ctx) => {
  const first = ctx.calls.findIndex(({ name, strokeStyle }) => name === "stroke" && strokeStyle === "#arrow");
  return first < 0 ? null : ctx.calls.slice(0, first).findLast(({ name }) => name === "lineTo").args;
};

test("the start has a ring; each minimum a star, and uphill each summit instead", () => {
  const scene = sceneOf([[[10, 10], [20, 10]]]);
  for (const [uphill, stars] of [[false, 2], [true, 1]]) {
    const ctx = draw({ ...scene, climb: { ...scene.climb, uphill } }, 0);
    assert.equal(discs(ctx, "#ffd34d"), stars);
    const ring = heard(ctx, "stroke").findIndex(({ strokeStyle }) => strokeStyle === "#mark");
    assert.ok(ring >= 0);
    assert.ok(heard(ctx, "arc").some(({ args }) => args[0] === 100 && args[1] === 300 && args[2] === 6.5));
  }
});

test("a walker stands between two steps, its trail behind it", () => {
  const ctx = draw(sceneOf([[[10, 10], [20, 10], [20, 30]]]), 1.5);
  const bead = heard(ctx, "arc").at(-1).args;
  close(bead.slice(0, 2), [200, 200]);
  const trail = heard(ctx, "lineTo").filter(({ args }) => args[0] > 100 && args[0] < 200 && args[1] === 300);
  assert.ok(trail.length >= 9, "along the first step");
});

test("the last piece of the way follows the walker between two vertices", () => {
  const ctx = draw(sceneOf([[[10, 10], [20, 10], [20, 30]]]), 1.53, { knows: [] });
  const [x, y] = heard(ctx, "arc").at(-1).args;
  close([x, y], [200, 194]);
  const tip = heard(ctx, "lineTo").at(-1);
  close(tip.args, [x, y]);
  assert.equal(tip.strokeStyle, "#one");
});

test("walkers have numbers when there are several", () => {
  const walks = [[[10, 10], [20, 10]], [[10, 10], [10, 20]]];
  assert.deepEqual(heard(draw(sceneOf(walks), 0), "fillText").map(({ args }) => args[0]), ["1", "2"]);
  assert.deepEqual(heard(draw(sceneOf(walks.slice(1)), 0), "fillText").map(({ args }) => args[0]).filter(Boolean), []);
});

const HALF = { rates: [0.5], gradients: Float32Array.of(-8, 4, 0, 0) };

test("a step that goes astray is drawn in a colour of its own", () => {
  const scene = sceneOf([[[10, 10], [14, 8]]], { ...HALF, records: { astray: Float32Array.of(1) } });
  const look = { ...STYLE.look, astray: "#astray" };
  const inks = (scene) => heard(draw(scene, 0, { look }), "stroke").map(({ strokeStyle }) => strokeStyle);
  assert.ok(inks(scene).includes("#astray") && !inks(scene).includes("#arrow"));
  scene.climb.records.astray[0] = 0;
  assert.ok(!inks(scene).includes("#astray"));
});

test("the arrow is the step: down -rate * gradient, up the other way", () => {
  const scene = sceneOf([[[10, 10], [14, 8]]], HALF);
  close(arrowEnd(draw(scene, 0)), [140, 320]);
  close(arrowEnd(draw({ ...scene, climb: { ...scene.climb, uphill: true } }, 0)), [60, 280]);
  assert.equal(arrowEnd(draw(scene, 0, { knows: [] })), null);
});

test("on a mountain of other units the arrow still ends at the next point", () => {
  const grid = ground(() => 0.3, 41, [-1, 1], [0, 8]); // 20 cells and 5 cells a unit
  const next = [0 + 0.5 * 1.2, 4 - 0.5 * 2];
  const scene = sceneOf([[[0, 4], next]], { rates: [0.5], gradients: Float32Array.of(-1.2, 2, 0, 0) }, grid);
  close(arrowEnd(draw(scene, 0)), [200 + 10 * 20 * 0.6, 200 + 10 * 5 * 1], 1e-3);
});

test("a tiny step gets an arrow long enough to show its way; none where there is no way, or none one could see", () => {
  const tiny = sceneOf([[[10, 10], [10, 10]]], { gradients: Float32Array.of(-3e-3, 4e-3, 0, 0) });
  const [x, y] = arrowEnd(draw(tiny, 0));
  close([x - 100, y - 300], [12, 16], 0.2); // 20 px in all
  for (const gradient of [[0, 0], [NaN, 1], [Infinity, 0], [3e-6, 4e-6]]) {
    const scene = sceneOf([[[10, 10], [10, 10]]], { gradients: Float32Array.of(...gradient, 0, 0) });
    assert.equal(arrowEnd(draw(scene, 0)), null);
  }
});

test("a walker that left the map gets a flag where it left, and no arrow", () => {
  const scene = sceneOf([[[30, 10], [50, 10], [60, 10]]], { gradients: Float32Array.from({ length: 6 }, () => -20) });
  const flags = (ctx) => heard(ctx, "moveTo").filter(({ args }) => Math.abs(args[0] - 400) < 1e-3 && args[1] === 300).length;
  const there = draw(scene, 1.5);
  assert.equal(flags(there), 2, "halo and colour");
  assert.equal(arrowEnd(there), null);
  close(heard(there, "arc").at(-1).args.slice(0, 2), [400, 300], 1e-3);
  assert.equal(flags(draw(scene, 0.2)), 0);
});

test("on the mountain the same scene is faint behind a ridge", () => {
  const ridge = ground((u) => (Math.abs(u - 16) <= 2 ? 0.8 : 0.1), 41, [0, 40], [0, 40]);
  const scene = sceneOf([[[4, 20], [36, 20]]], {}, ridge);
  for (const [side, time, faint] of [[1, 0.1, true], [-1, 0.1, false], [1, 0.9, false], [-1, 0.9, true]]) {
    const projection = projectionOf([1.6 * side, 0, 0.5, 0, 0, 0], { x: 1, y: 1, z: 0.7 }, 40, 640, 480);
    const lens = mountainLens(ridge, projection);
    const ctx = draw(scene, time, {}, lens);
    const bead = heard(ctx, "arc").at(-1);
    assert.equal(bead.globalAlpha < 1, faint, `side ${side} at ${time}`);
    close(bead.args.slice(0, 2), toPixel(projection, 4 + 32 * time, 20, 0.106), 0.5);
    assert.equal(lens.point(4, 20).hidden, side === 1);
  }
});

test("the layer of what was walked: added to as time runs, begun anew when it runs back or all looks different", () => {
  const scene = sceneOf([[[10, 10], [20, 10], [20, 20], [30, 20]]]);
  const [first, second] = [0, 1].map(() => makePicture(scene, mapLens(scene.grid, FRAME), [0]));
  const ctx = recorder();
  const layer = layerOf(ctx);
  const show = (time, { picture = first, look = "light", size = 1, width = 400 } = {}) => {
    const before = ctx.calls.length;
    layer.show(picture, time, { ...STYLE, size, look: { ...STYLE.look, key: look } }, width, 400, 1);
    const calls = ctx.calls.slice(before);
    const cleared = calls.some(({ name }) => name === "clearRect");
    return [cleared, calls.some(({ name, args }) => name === "lineTo" && Math.round(args[0]) === 110 && Math.round(args[1]) === 300)];
  };
  for (const [time, change, anew, again] of [
    [0.5, {}, true, true],
    [1, {}, false, false], // only what came since
    [1.0001, {}, false, false],
    [2.5, {}, false, false],
    [2.5, { look: "dark" }, true, true],
    [2.5, { look: "dark" }, false, false],
    [1.5, { look: "dark" }, true, true], // back in time
    [1.5, { look: "dark", width: 500 }, true, true],
    [1.5, { look: "dark", width: 500, size: 2 }, true, true],
    [1.5, { look: "dark", width: 500, size: 2, picture: second }, true, true],
  ]) assert.deepEqual(show(time, change), [anew, again], `${time} ${Object.keys(change)}`);
});

/** A recorded walk of four steps beside a climb of so many. */
function recordedBeside(steps) {
  const scene = sceneOf([Array.from({ length: steps + 1 }, (_, k) => [20 + k, 30])]);
  const walk = climbOf([[[5, 5], [15, 5], [15, 15], [25, 15], [25, 25]]]);
  return { ...scene, recorded: [{ name: "epochs", steps: 4, pace: paceOf(4, steps), path: drape(scene.grid, walk, 0) }] };
}

for (const [steps, time, place, dots, why] of [
  [8, 0, [50, 350], 1, "it begins with the climb"],
  [8, 1.5, [150, 300], 2, "one point a step"],
  [8, 4, [250, 150], 5, "at its end"],
  [8, 7, [250, 150], 5, "it rests there while the climb goes on"],
  [2, 1, [150, 250], 3, "two points a step where it has more than the climb"],
  [2, 2, [250, 150], 5, "so that both end together"],
])
  test(`a recorded walk of 5 points after ${time} of ${steps} steps: ${why}`, () => {
    const ctx = draw(recordedBeside(steps), time, { knows: [] });
    const name = heard(ctx, "fillText").at(-1); // over all beads
    assert.equal(name.args[0], "epochs");
    assert.equal(name.fillStyle, "#recorded");
    close(name.args.slice(1), [place[0] + 12, place[1]]);
    assert.ok(heard(ctx, "arc").some(({ args }) => args[0] === place[0] && args[1] === place[1] && args[2] === 6.4), "a bead");
    const seen = heard(ctx, "arc").filter(({ args, fillStyle }) => args[2] === 2.1).map(({ args }) => args.slice(0, 2).join());
    assert.ok(new Set(seen).size >= dots, "its points are dots");
    const ahead = heard(ctx, "lineTo").filter(({ strokeStyle, args }) => strokeStyle === "#recorded" && args[1] < place[1] - 1);
    assert.deepEqual(ahead, [], "no trail where it has not been");
  });

test("a recorded walk takes no step of the rule, and its name stays on the picture", () => {
  const scene = recordedBeside(8);
  scene.climb.gradients.fill(-10);
  const strokes = heard(draw(scene, 1), "stroke").filter(({ strokeStyle }) => strokeStyle === "#arrow");
  assert.equal(strokes.length, 2, "one arrow's line and head: the climb's own walker's");
  const name = (left, right) => heard(draw(scene, 4, {}, { ...mapLens(scene.grid, FRAME), sides: { left, right } }), "fillText").at(-1).args.slice(1);
  assert.deepEqual([name(0, 400), name(0, 300), name(200, 300)], [[262, 150], [196, 150], [229, 134]]); // 42 px wide
});

test("what is not due waits, and lies with what moves until then", () => {
  const scene = sceneOf([[[10, 10], [20, 10], [30, 10]]]);
  const picture = makePicture(scene, mapLens(scene.grid, FRAME), [0]);
  const [trail, top] = [recorder(), recorder()];
  const layer = layerOf(trail);
  layer.show(picture, 0.5, STYLE, 400, 400, 1, false);
  const first = heard(trail, "stroke").length;
  assert.ok(first > 0, "the first picture cannot wait");
  layer.show(picture, 1.5, STYLE, 400, 400, 1, false);
  assert.equal(heard(trail, "stroke").length, first);
  drawMoving(top, picture, 1.5, { ...STYLE, knows: [] }, layer.last);
  const xs = heard(top, "lineTo").map(({ args }) => args[0]);
  const start = heard(top, "moveTo")[0].args[0];
  assert.ok(start < Math.min(...xs) && xs.length > 4, "from the last piece of the trail to the walker");
  layer.show(picture, 1.5, STYLE, 400, 400, 1, true);
  assert.ok(heard(trail, "stroke").length > first);
});

test("a walk that has ended keeps a flag where it did, from that step on; others have none", () => {
  const scene = sceneOf([[[10, 10], [20, 10], [20, 20], [21, 20]]]);
  const ended = (step) => ({ ...scene, climb: { ...scene.climb, endings: [{ ending: "reached", step }] } });
  const poles = (scene, time) => heard(draw(scene, time, { knows: [] }), "lineTo").filter(({ args }) => Math.abs(args[0] - 216) < 1e-9 && args[1] < 200);
  assert.equal(poles(ended(2), 1.9).length, 0);
  for (const time of [2, 3]) assert.equal(poles(ended(2), time).length, 4, "two corners on its right, halo and colour");
  assert.equal(poles(ended(null), 3).length, 0);
});

test("a way is bright for ten steps behind the walker and paler before; a frame never draws more of it than that", () => {
  const scene = sceneOf([Array.from({ length: 101 }, (_, k) => [0.4 * k, 20])]);
  const picture = makePicture(scene, mapLens(scene.grid, FRAME), [0]);
  const [trail, top] = [recorder(), recorder()];
  const layer = layerOf(trail);
  layer.show(picture, 50, STYLE, 400, 400, 1);
  drawMoving(top, picture, 50, { ...STYLE, knows: [] }, layer.last);
  const strength = (ctx) => Math.max(...heard(ctx, "stroke").filter(({ strokeStyle }) => strokeStyle === "#one").map(({ globalAlpha }) => globalAlpha));
  assert.ok(strength(trail) < 0.7 && strength(top) === 1);
  const xs = ["moveTo", "lineTo"].flatMap((name) => heard(top, name)).filter(({ args }) => args[1] === 200).map(({ args }) => args[0]);
  close([Math.min(...xs), Math.max(...xs)], [160, 200], 0.01); // steps 40 to 50, of 4 px each
  const wild = sceneOf([Array.from({ length: 41 }, (_, k) => [k % 2 ? 39 : 1, 20])]); // 38 cells a step
  const far = recorder();
  drawMoving(far, makePicture(wild, mapLens(wild.grid, FRAME), [0]), 40, { ...STYLE, knows: [] });
  assert.ok(heard(far, "lineTo").length <= 2 * 122, "halo and colour");
});
