/** What is drawn on the canvas above a mountain: hidden parts faint, all of it where it should be. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cutIntoRuns, drawArrow, drawFlag, drawMark, drawTip, drawTrail, drawWalker } from "../../assets/lib/overlay.mjs";
import { close, heard, recorder } from "./helpers.mjs";

const STYLE = { color: "red", halo: "white", ink: "black", size: 1 };
/** A screen path along a line, 10 px a vertex; letters say in sight "o", hidden "h", after a gap "|". */
function line(text) {
  const vertices = [...text.matchAll(/(\|?)([oh])/g)];
  return {
    x: vertices.map((_, i) => 10 * i),
    y: vertices.map(() => 5),
    hidden: vertices.map(([, , letter]) => letter === "h"),
    gap: vertices.map(([, bar]) => (bar ? 1 : 0)),
    step: vertices.map((_, i) => i / 2), // every other vertex is a whole step
    count: vertices.length,
  };
}
const said = (runs) => runs.map(({ hidden, points }) => `${hidden ? "h" : "o"}${points.filter((_, i) => i % 2 === 0).join(" ")}`);

for (const [text, from, to, runs] of [
  ["ooo", 0, 2, ["o0 10 20"]],
  ["ooo", 0, 1, ["o0 10"]],
  ["ooo", 1, 2, ["o10 20"]],
  ["oohho", 0, 4, ["o0 10 20", "h20 30 40", "o40"]], // the piece up to the ridge is still in sight
  ["oohho", 2, 4, ["h20 30 40", "o40"]],
  ["oo|oo", 0, 3, ["o0 10", "o20 30"]],
  ["oo|hh", 1, 3, ["o10", "h20 30"]],
  ["o", 0, 0, ["o0"]],
])
  test(`runs of ${text} from ${from} to ${to}`, () => assert.deepEqual(said(cutIntoRuns(line(text), from, to)), runs));

test("a trail: hidden stretches faint, the border wider and laid under, the context left as it was", () => {
  const ctx = recorder();
  drawTrail(ctx, line("ooohhh"), -1, 5, null, STYLE);
  const strokes = heard(ctx, "stroke").map(({ strokeStyle, globalAlpha, globalCompositeOperation: under, lineWidth }) =>
    [strokeStyle, globalAlpha < 0.5, under === "destination-over", lineWidth]);
  assert.deepEqual(strokes.map((stroke) => stroke.slice(0, 3)), [
    ["red", true, false], ["red", false, false], ["white", true, true], ["white", false, true],
  ]);
  assert.ok(strokes[2][3] > strokes[0][3]);
  assert.deepEqual([ctx.globalAlpha, ctx.globalCompositeOperation], [1, "source-over"]);
});

/** Centres of the dots a context was asked for: two discs each. */
const dots = (ctx) => heard(ctx, "arc").filter((_, i) => i % 2 === 0).map(({ args, globalAlpha }) => [args[0], globalAlpha < 0.5]);

test("a trail has a dot per whole step, faint behind a ridge, and ends at its last vertex", () => {
  const ctx = recorder();
  const dot = drawTrail(ctx, line("ooohhoo"), -1, 4, null, STYLE);
  assert.equal(Math.max(...heard(ctx, "lineTo").map(({ args }) => args[0])), 40);
  assert.deepEqual(dots(ctx), [[0, false], [20, false], [40, true]]);
  assert.deepEqual(dot, [40, 5]);
});

test("a trail drawn piece by piece has the dots and the pieces of one drawn whole", () => {
  const path = { ...line("ooohhooo|ooo"), x: [0, 3, 5, 8, 12, 13, 14, 16, 30, 33, 36], step: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11] };
  const pieces = (ctx) => {
    const found = new Set();
    let at = null;
    for (const { name, args } of ctx.calls) {
      if (name === "lineTo") found.add(`${at} ${args[0]}`);
      if (name === "lineTo" || name === "moveTo") at = args[0];
    }
    return [...found].sort();
  };
  const [whole, parts] = [recorder(), recorder()];
  drawTrail(whole, path, -1, 10, null, STYLE);
  let [from, dot] = [-1, null];
  for (const to of [0, 1, 4, 5, 8, 10]) {
    dot = drawTrail(parts, path, from, to, dot, STYLE);
    from = to;
  }
  assert.deepEqual(dots(parts), dots(whole));
  assert.deepEqual(pieces(parts), pieces(whole));
});

test("dots that would touch are left out", () => {
  const ctx = recorder();
  drawTrail(ctx, { ...line("ooooooooo"), x: [0, 1, 2, 3, 4, 5, 6, 7, 8], step: [0, 1, 2, 3, 4, 5, 6, 7, 8] }, -1, 8, null, STYLE);
  assert.deepEqual(dots(ctx).map(([x]) => x), [0, 5]);
});

test("the tip runs from the last vertex to the walker, faint when it is hidden", () => {
  for (const hidden of [false, true]) {
    const ctx = recorder();
    drawTip(ctx, line("ooo"), 1, 1, { x: 17, y: 6, hidden }, STYLE);
    assert.deepEqual(heard(ctx, "moveTo").at(-1).args, [10, 5]);
    const { args, globalAlpha, strokeStyle } = heard(ctx, "lineTo").at(-1);
    assert.deepEqual([args, globalAlpha < 0.5, strokeStyle], [[17, 6], hidden, "red"]);
    assert.equal(ctx.globalAlpha, 1);
  }
});

test("the tip holds what the trail does not hold yet, and ends there when the walker is away", () => {
  const ctx = recorder();
  drawTip(ctx, line("oooo"), 0, 2, null, STYLE);
  assert.deepEqual(heard(ctx, "lineTo").at(-1).args, [20, 5]);
  const none = recorder();
  drawTip(none, line("oooo"), 2, 2, null, STYLE);
  assert.equal(heard(none, "stroke").length, 0);
});

test("a walker has its colour, its number, and is fainter behind a ridge", () => {
  for (const hidden of [false, true]) {
    const ctx = recorder();
    drawWalker(ctx, { x: 30, y: 40, hidden }, { ...STYLE, label: "3" });
    const discs = heard(ctx, "arc");
    assert.ok(discs.every(({ args, globalAlpha }) => args[0] === 30 && args[1] === 40 && (globalAlpha < 1) === hidden));
    assert.equal(heard(ctx, "fill").at(-1).fillStyle, "red");
    assert.equal(heard(ctx, "fillText")[0].args[0], "3");
    assert.equal(ctx.globalAlpha, 1);
  }
  const alone = recorder();
  drawWalker(alone, { x: 1, y: 2 }, { ...STYLE, label: "" });
  assert.equal(heard(alone, "fillText").length, 0);
});

test("an arrow runs along its points, its head at the tip points the same way", () => {
  const ctx = recorder();
  drawArrow(ctx, { points: [[0, 0], [10, 0], [20, 0]], hidden: false }, STYLE);
  const wings = heard(ctx, "lineTo").map(({ args }) => args).filter(([, y]) => y !== 0);
  assert.equal(wings.length, 4);
  assert.ok(wings.every(([x, y]) => x < 20 && x > 5 && Math.abs(y) < 8));
  close(wings[0][1], -wings[1][1]);
  assert.deepEqual([...new Set(heard(ctx, "stroke").map(({ strokeStyle }) => strokeStyle))], ["white", "black"]);
  const nothing = recorder();
  drawArrow(nothing, { points: [[0, 0]], hidden: false }, STYLE);
  drawArrow(nothing, { points: [], hidden: false }, STYLE);
  assert.equal(nothing.calls.length, 0);
});

test("an arrow, a flag and the marks are faint behind a ridge and stand at their place", () => {
  const place = { x: 50, y: 60 };
  for (const [name, draw] of [
    ["arrow", (ctx, hidden) => drawArrow(ctx, { points: [[50, 60], [70, 60]], hidden }, STYLE)],
    ["flag", (ctx, hidden) => drawFlag(ctx, { ...place, hidden }, "reached", STYLE)],
    ["start", (ctx, hidden) => drawMark(ctx, "start", { ...place, hidden }, STYLE)],
    ["end", (ctx, hidden) => drawMark(ctx, "end", { ...place, hidden }, STYLE)],
  ])
    for (const hidden of [false, true]) {
      const ctx = recorder();
      draw(ctx, hidden);
      const strokes = heard(ctx, "stroke");
      assert.ok(strokes.length >= 2 && strokes.every(({ globalAlpha }) => globalAlpha < 0.5 === hidden), name);
      const near = ctx.calls.filter(({ name }) => ["moveTo", "lineTo", "arc"].includes(name));
      assert.ok(near.every(({ args }) => Math.hypot(args[0] - 50, args[1] - 60) < 36), name);
      assert.equal(ctx.globalAlpha, 1, name);
    }
});
