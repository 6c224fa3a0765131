/** What of the stage, the map and the film desk needs no page: the map's frame, settings. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings } from "../../assets/lib/film_desk.mjs";
import { sizeRemarks } from "../../assets/lib/film_size.mjs";
import { contours, fitMap } from "../../assets/lib/map.mjs";
import { makeScene, readClimb, readGround } from "../../assets/lib/scene.mjs";
import { close } from "./helpers.mjs";

test("the map keeps x and y equally long, centred in what its margins leave", () => {
  const margin = { l: 40, r: 10, t: 10, b: 30 };
  for (const [x, y, width, height, frame] of [
    [[0, 4], [0, 2], 450, 440, { x: 40, y: 110, width: 400, height: 200 }],
    [[0, 2], [0, 4], 450, 440, { x: 140, y: 10, width: 200, height: 400 }],
    [[-1, 1], [5, 7], 850, 440, { x: 240, y: 10, width: 400, height: 400 }],
  ]) {
    const fitted = fitMap({ x, y }, { margin, font: 1 }, width, height);
    assert.deepEqual(fitted.frame, frame);
    const { l, r, t, b } = fitted.layout.margin;
    assert.deepEqual([l, t, width - l - r, height - t - b], Object.values(frame), "plotly's margins leave just the frame");
    assert.deepEqual([fitted.layout.width, fitted.layout.font], [width, 1]);
  }
  const tiny = fitMap({ x: [0, 1], y: [0, 1] }, { margin }, 20, 20).frame;
  assert.deepEqual([tiny.width, tiny.height], [0, 0], "no room is no map, not a negative one");
});

const CONSTANTS = {
  formats: {
    mp4: { suffix: ".mp4", single: false, options: ["quality"] },
    png: { suffix: ".png", single: true, options: ["scale"] },
  },
  options: { quality: "good", scale: "1" },
  sides: { width: { least: 64, most: 3840, usual: 1600 }, height: { least: 64, most: 2160, usual: 900 } },
  finest: { width: 7680, height: 4320 },
  spans: { walk: { least: 0.5, most: 60, usual: 8 }, hold: { least: 0, most: 60, usual: 2 }, turn: { least: -4, most: 4, usual: 0 } },
  sizes: { "720p": { width: 1280, height: 720 } },
  parts: ["numbers", "map", "race"],
};
const USUAL = ["mp4", "720p", "30", "even", "slate", ["map", "numbers"], "row", "2", " My talk ", "", 1001, 701, 8, 2, 0.5];

test("the film dialog's values, by name", () => {
  assert.deepEqual(readSettings(USUAL, CONSTANTS), {
    format: "mp4", look: "slate", title: "My talk", footer: "", suffix: ".mp4", single: false, width: 1280, height: 720,
    options: { quality: "good" }, scale: 1, odd: "", fps: 30, easing: "even", walk: 8, hold: 2, turn: 0.5, arrangement: "row", walker: 2, map: true, race: false, numbers: true,
  });
});

test("a format's own options are read, and no others; a finer picture has more pixels", () => {
  const { options, width, height, scale } = readSettings([...USUAL.with(0, "png"), "best", "4"], CONSTANTS);
  assert.deepEqual([options, width, height, scale], [{ scale: "4" }, 5120, 2880, 4]);
  assert.deepEqual(readSettings([...USUAL, "best", "4"], CONSTANTS).options, { quality: "best" });
});

for (const [name, index, given, key, expected] of [
  ["an empty walk", 12, "", "walk", 8], ["no walk at all", 12, 0, "walk", 0.5], ["an endless walk", 12, 1e9, "walk", 60],
  ["an empty hold", 13, null, "hold", 2], ["a negative hold", 13, -1, "hold", 0],
  ["an empty turn", 14, undefined, "turn", 0], ["many turns", 14, 99, "turn", 4], ["many turns back", 14, -99, "turn", -4],
  ["a picture's turn", 0, "png", "turn", 0],
])
  test(`${name} becomes ${key} ${expected}`, () => {
    assert.equal(readSettings(Object.assign([...USUAL], { [index]: given }), CONSTANTS)[key], expected);
  });

for (const [typed, format, fine, size, odd] of [
  [[1001, 701], "mp4", "1", [1000, 700, 1], "1001 × 701"], [[1000, 700.9], "mp4", "1", [1000, 700, 1], ""], [[3840, 2160], "png", "4", [7680, 4320, 2], ""],
  [["", null], "mp4", "1", [1600, 900, 1], ""], [[5, 99999], "mp4", "1", [64, 2160, 1], ""], [[500, 901], "png", "4", [2000, 3600, 4], "500 × 901"],
])
  test(`${typed} typed and ${fine} times as fine is ${size}`, () => {
    const { width, height, scale, odd: said } = readSettings([format, "custom", ...USUAL.slice(2, 10), ...typed, 8, 2, 0.5, "best", fine], CONSTANTS);
    assert.deepEqual([[width, height, scale], said], [size, odd]);
  });

test("what is not as it was chosen is said", () => {
  assert.deepEqual(sizeRemarks({ odd: "", scale: 2 }, 2), []);
  assert.deepEqual(sizeRemarks({ odd: "501 × 9", scale: 2 }, 4), ["501 × 9 has an odd side, and films have none.", "So large, it can be 2 × as fine at most."]);
});

test("what the server packs becomes a scene: numpy's arrays, a path per walker", () => {
  const heights = { dtype: "u1", bdata: "AAMAAAAAAAA=" }; // 0, 65534, 0, 65534, folded: rising to the east
  const ground = readGround({ heights, cells: 2, x: [0, 2], y: [0, 1], minima: [[0, 0.5]], maxima: [], name: "ramp" });
  close(Array.from(ground.grid.heights), [0, 1, 0, 1]);
  assert.deepEqual([ground.name, ground.grid.minima], ["ramp", [[0, 0.5]]]);
  const floats = (...values) => ({ dtype: "f4", bdata: Buffer.from(Float32Array.from(values).buffer).toString("base64") });
  const climb = readClimb({ steps: 1, rates: [0.1], points: floats(2, 0.5, 1, 0.5), gradients: floats(10, 0, 10, 0), losses: floats(2, 1), limits: floats(2, 2) });
  const { paths } = makeScene(ground, climb, ["red"]);
  close([paths[0].u[0], paths[0].v[0], paths[0].u.at(-1), paths[0].h.at(-1)], [1, 0.5, 0.5, 0.506], 1e-6);
});

test("over a picture the map's contours are dark lines alone, whatever the look's are", () => {
  const grid = { cells: 2, heights: Float32Array.of(0, 1, 2, 3) };
  const figure = { data: [{ line: { color: "white", width: 1 }, contours: { size: 0.1 } }] };
  assert.deepEqual(contours(grid, figure).contours, { size: 0.1, coloring: "fill" });
  const { line, contours: lines } = contours(grid, figure, true);
  assert.deepEqual(lines, { size: 0.1, coloring: "none" });
  assert.equal(line.width, 1);
  assert.match(line.color, /^rgba\((\d?\d),(\d?\d),(\d?\d),/);
});
