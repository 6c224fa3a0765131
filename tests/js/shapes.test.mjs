/** Shapes of walkers, and the signs on the flags where walks ended. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawFlag, drawWalker } from "../../assets/lib/overlay.mjs";
import { drawShape, SIGNS, traceShape } from "../../assets/lib/shapes.mjs";
import { close, heard, recorder } from "./helpers.mjs";

const DIAMOND = [[0, -1], [1, 0], [0, 1], [-1, 0]];
const STYLE = { color: "red", halo: "white", size: 2 };

test("a shape has its corners around its place, in the order given, and is closed", () => {
  const ctx = recorder();
  traceShape(ctx, DIAMOND, 10, 20, 3);
  const corners = ctx.calls.filter(({ name }) => /To$/.test(name)).map(({ args }) => args);
  close(corners, [[10, 17], [13, 20], [10, 23], [7, 20]]);
  assert.equal(ctx.calls.at(-1).name, "closePath");
});

for (const none of [[], undefined])
  test(`no corners (${JSON.stringify(none)}) are a disc`, () => {
    const ctx = recorder();
    traceShape(ctx, none, 10, 20, 3);
    close(heard(ctx, "arc")[0].args, [10, 20, 3, 0, 2 * Math.PI]);
  });

test("borders lie under the shape, the outermost first, as far out as they say", () => {
  const ctx = recorder();
  drawShape(ctx, DIAMOND, 0, 0, 5, "red", [[3, "black"], [1, "white"]]);
  assert.deepEqual(heard(ctx, "stroke").map(({ strokeStyle, lineWidth }) => [strokeStyle, lineWidth]), [["black", 6], ["white", 2]]);
  assert.equal(ctx.calls.at(-1).name, "fill");
  assert.equal(ctx.calls.at(-1).fillStyle, "red");
});

test("a walker is drawn in its own shape, twice as large at twice the size", () => {
  const reach = (size) => {
    const ctx = recorder();
    drawWalker(ctx, { x: 0, y: 0, hidden: false }, { ...STYLE, shape: DIAMOND, size });
    return Math.max(...heard(ctx, "lineTo").map(({ args }) => args[0]));
  };
  close(reach(2), 2 * reach(1));
});

test("each ending has a sign of its own, inside its flag", () => {
  const drawn = Object.keys(SIGNS).map((why) => {
    const ctx = recorder();
    drawFlag(ctx, { x: 0, y: 0, hidden: false }, why, STYLE);
    const from = ctx.calls.findLastIndex(({ name }) => name === "beginPath");
    const places = ctx.calls.slice(from).filter(({ name }) => /To$/.test(name)).map(({ args }) => args);
    assert.ok(places.every(([x, y]) => x > 0 && x < 32 && y > -60 && y < -32), why);
    return JSON.stringify(places);
  });
  assert.equal(new Set(drawn).size, 4);
});

test("a flag of an ending without a sign is plain", () => {
  const [plain, signed] = [undefined, "left"].map((why) => {
    const ctx = recorder();
    drawFlag(ctx, { x: 0, y: 0, hidden: false }, why, STYLE);
    return heard(ctx, "stroke").length;
  });
  assert.deepEqual([plain, signed], [2, 3]);
});
