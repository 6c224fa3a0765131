/** The race: pixels of losses, lines that end where a walk did, what is drawn at a moment. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawLines, drawRace, drawRunners, playheadAt, raceFrame, raceLayout, raceLines, racersOf, stretch } from "../../assets/lib/race.mjs";
import { climbOf, close, heard, recorder } from "./helpers.mjs";

const LAYOUT = { width: 500, height: 250, margin: { l: 60, r: 40, t: 20, b: 30 }, xaxis: { range: [0, 4] }, yaxis: { range: [0, 10] } };
const FRAME = raceFrame(LAYOUT);
const RATES = (...losses) => climbOf(losses.map((line) => line.map(() => [0, 0])), { losses: Float32Array.from(losses.flat()) });

test("the frame is what the margins leave, with the ranges of the axes", () => {
  assert.deepEqual(FRAME, { x: 60, y: 20, width: 400, height: 200, steps: 4, range: [0, 10] });
});

test("the layout takes the chosen scale's axis, and keeps the looks of both", () => {
  const looks = { font: 1, xaxis: { color: "x" }, yaxis: { color: "y" } };
  const race = { xaxis: { range: [0, 4] }, linear: { type: "linear" }, log: { type: "log" } };
  const layout = raceLayout({ race }, looks, "log", 500, 250);
  assert.deepEqual([layout.font, layout.width, layout.height], [1, 500, 250]);
  const { xaxis, yaxis } = layout;
  assert.deepEqual([xaxis.color, xaxis.range, yaxis.color, yaxis.type], ["x", [0, 4], "y", "log"]);
});

test("losses in pixels, worked out by hand", () => {
  const [line] = raceLines(RATES([10, 5, 2.5, 0, 0]), "linear", FRAME);
  close(line, [60, 20, 160, 120, 260, 170, 360, 220, 460, 220]);
});

test("on a log scale: the distance from the best, in powers of ten", () => {
  const climb = { ...RATES([11, 2, 1.1, 1.01, 1]), race: { best: 1 } };
  const [line] = raceLines(climb, "log", { ...FRAME, range: [-2, 2] });
  close(line.filter((_, i) => i % 2), [70, 120, 170, 220, 260], 0.01); // the best itself: just below the frame
});

test("a line ends at its first loss that is no number; the others go on", () => {
  const lines = raceLines(RATES([8, 9, NaN, 3, 3], [8, Infinity, NaN, NaN, NaN], [8, 6, 4, 2, 1], [NaN, 1, 1, 1, 1]), "linear", FRAME);
  assert.deepEqual(lines.map((line) => line.length / 2), [2, 1, 5, 0]);
});

test("losses far beyond the frame stay in numbers a canvas can draw", () => {
  const [line] = raceLines(RATES([3e38, -3e38, 1e20, 0, 0]), "linear", FRAME);
  assert.ok(line.every((px) => Math.abs(px) < 2000));
  assert.ok(line[1] < FRAME.y && line[3] > FRAME.y + FRAME.height, "and outside it");
});

test("each whole line in its walker's colour, inside the frame", () => {
  const ctx = recorder();
  drawLines(ctx, [{ line: [60, 20, 160, 120] }, { line: [60, 30], color: "blue" }], FRAME, STYLE);
  assert.deepEqual(heard(ctx, "stroke").map(({ strokeStyle }) => strokeStyle), ["ink", "blue"]);
  assert.deepEqual(heard(ctx, "lineTo").map(({ args }) => args), [[60, 20], [160, 120], [60, 30]]);
  const [{ args }] = heard(ctx, "rect");
  assert.ok(args[0] <= FRAME.x && args[1] === FRAME.y && args[3] === FRAME.height);
  const names = ctx.calls.map(({ name }) => name);
  assert.ok(names.indexOf("clip") < names.indexOf("stroke") && names.at(-1) === "restore");
});

const LINES = [[60, 20, 160, 120, 260, 170, 360, 220, 460, 220], [60, 20, 160, 40], []];
const RACERS = LINES.map((line, i) => ({ line, pace: 1, color: ["red", "blue", "green"][i] }));
const STYLE = { look: { quiet: "grey", recorded: "ink", edge: "edge" }, size: 1 };

test("a moment on one canvas: bright up to the playhead, faint behind it", () => {
  for (const [time, head] of [[0, 60], [1.5, 210], [4, 460]]) {
    const ctx = recorder();
    drawRace(ctx, { frame: FRAME, racers: RACERS }, time, STYLE, "layer", { width: 500, height: 250 });
    const cuts = heard(ctx, "rect").slice(0, 2).map(({ args }) => args);
    assert.deepEqual(cuts, [[head, 0, 500 - head, 250], [0, 0, head, 250]]);
    const [coming, walked] = heard(ctx, "drawImage");
    assert.deepEqual(coming.args, ["layer", 0, 0, 500, 250], "a finer layer fills the same place");
    assert.ok(coming.globalAlpha < 0.5 && walked.globalAlpha === 1);
    assert.equal(ctx.globalAlpha, 1);
  }
});

test("the runners: a line at the playhead, a bead on each line, none without a line", () => {
  const ctx = recorder();
  drawRunners(ctx, { frame: FRAME, racers: RACERS }, 1.5, STYLE);
  assert.equal(playheadAt(FRAME, 1.5), 210);
  assert.deepEqual(heard(ctx, "moveTo")[0].args, [210, 20]);
  assert.deepEqual(heard(ctx, "lineTo")[0].args, [210, 220]);
  const beads = heard(ctx, "fill").map(({ fillStyle }) => fillStyle).filter((color) => color !== "#fff");
  assert.deepEqual(beads, ["red", "blue"]);
  const places = heard(ctx, "arc").map(({ args }) => args.slice(0, 2));
  close(places[0], [210, 145]); // half way from step 1 to 2
  close(places.at(-1), [160, 40]); // where its line ended
});

test("a recorded walk runs too, at its own pace, and in no walker's colour", () => {
  for (const [pace, xs, x] of [[1, [60, 160, 260], 160], [2, [60, 110, 160], 160]]) {
    const recorded = [{ rates: [0], steps: 2, pace, losses: Float32Array.of(10, 5, 0) }];
    const racers = racersOf({ climb: RATES([8, 6, 4, 2, 0]), colors: ["red"], recorded }, "linear", FRAME);
    assert.deepEqual(racers.map(({ color }) => color), [undefined, "red"]);
    close(racers[0].line.filter((_, i) => i % 2 === 0), xs);
    const ctx = recorder();
    drawRunners(ctx, { frame: FRAME, racers: racers.slice(0, 1) }, 1, STYLE);
    close(heard(ctx, "arc").at(-1).args.slice(0, 2), [x, pace === 1 ? 120 : 220]);
    assert.equal(heard(ctx, "fill").at(-1).fillStyle, "ink");
  }
});

test("a stretch of a line runs from one time to another, and adds up to the whole", () => {
  const line = [0, 0, 10, 10, 20, 0, 30, 10];
  assert.deepEqual(stretch(line, 0, 3), [0, 0, 10, 10, 20, 0, 30, 10, 30, 10]);
  assert.deepEqual(stretch(line, 0.5, 1.5), [5, 5, 10, 10, 15, 5]);
  assert.deepEqual(stretch(line, 1.25, 1.75), [12.5, 7.5, 17.5, 2.5]);
  assert.deepEqual(stretch(line, 2.5, 9), [25, 5, 30, 10, 30, 10]);
  assert.deepEqual(stretch(line, 3, 4), []);
  assert.deepEqual(stretch([], 0, 1), []);
});
