/** Words and margins in proportion to a picture's size. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { seenBy, sizedChart, sizedScene } from "../../assets/lib/sized.mjs";

const axis = (size, title) => ({ color: "red", tickfont: { size, family: "sans" }, ...(title && { title: { text: "loss", font: { size: title } } }) });

test("a chart's words and margins grow together; all else stays", () => {
  const layout = { font: 1, margin: { l: 40, r: 10, t: 20, b: 30 }, xaxis: axis(10, 12), yaxis: axis(12, 14) };
  assert.deepEqual(sizedChart(layout, 2), { font: 1, margin: { l: 80, r: 20, t: 40, b: 60 }, xaxis: axis(20, 24), yaxis: axis(24, 28) });
  assert.deepEqual(sizedChart(layout, 1), layout);
});

test("words stay large enough to read", () => {
  const { xaxis } = sizedChart({ margin: {}, xaxis: axis(10, 12), yaxis: axis(10) }, 0.1);
  assert.deepEqual([xaxis.tickfont.size, xaxis.title.font.size], [8, 8]);
});

test("a 3D scene's labels, which plotly sizes twice over, get the root of it", () => {
  const layout = { dragmode: "orbit", xaxis: axis(10, 12), yaxis: axis(10, 12), zaxis: axis(9, 12) };
  const scene = sizedScene(layout, 4, [1, 1, 1, 0, 0, 0]);
  assert.deepEqual([scene.dragmode, scene.xaxis.tickfont.size, scene.zaxis.tickfont.size], ["orbit", 20, 18]);
  assert.deepEqual([scene.yaxis.title.text, scene.yaxis.title.font.size, scene.yaxis.color], ["loss", 48, "red"]);
});

for (const [from, eye, seen] of [
  ["three quarters", [0.42, -1, 1.1], [true, true, true]], ["above", [0, -0.001, 1], [true, true, false]],
  ["the south", [0, -1, 0.12], [true, false, true]], ["the west", [-3, 0.2, 0.3], [false, true, true]],
])
  test(`from ${from}, axes that are seen from their end are left out`, () => {
    const camera = [...eye.map((e) => e + 0.5), 0.5, 0.5, 0.5];
    const scene = sizedScene({ xaxis: axis(10, 12), yaxis: axis(10, 12), zaxis: axis(9, 12) }, 1, camera);
    assert.deepEqual([scene.xaxis.visible, scene.yaxis.visible, scene.zaxis.visible], seen);
    const change = seenBy(camera);
    assert.deepEqual(["x", "y", "z"].map((name) => change[`scene.${name}axis.visible`]), seen, "and so a layout is changed");
    assert.deepEqual(change["scene.camera"], scene.camera);
  });

test("layouts that were given stay as they are", () => {
  const layout = { margin: { l: 40 }, xaxis: axis(10, 12), yaxis: axis(10) };
  const before = structuredClone(layout);
  sizedChart(layout, 3);
  assert.deepEqual(layout, before);
});
