/** Figures in the colours of a look. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { painted } from "../../assets/lib/look.mjs";

const LOOK = { ink: "#123456", ground: [[0, "#000000"], [0.5, "#777777"], [1, "#ffffff"]] };

for (const [part, expected] of [
  ["var(--ink)", "#123456"],
  ["var(--ground-1)", "#777777"],
  ["var(--ink) and more", "var(--ink) and more"],
  ["x", "x"],
  [12, 12],
  [null, null],
  [[0, "var(--ground-2)"], [0, "#ffffff"]],
  [{ font: { size: 11, color: "var(--ink)" }, show: false }, { font: { size: 11, color: "#123456" }, show: false }],
])
  test(`painted ${JSON.stringify(part)}`, () => assert.deepEqual(painted(part, LOOK), expected));

test("what was painted for one look can be painted for another", () => {
  const figure = { data: [{ colorscale: [[0, "var(--ground-0)"]] }] };
  assert.equal(painted(figure, LOOK).data[0].colorscale[0][1], "#000000");
  assert.equal(painted(figure, { ground: [[0, "#ff0000"]] }).data[0].colorscale[0][1], "#ff0000");
});
