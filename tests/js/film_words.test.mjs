/** The words on a film's frame: what the page's footers say is there where numbers are chosen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { captionOf } from "../../assets/lib/captions.mjs";
import { layoutFrame } from "../../assets/lib/film_layout.mjs";
import { drawFooter, drawTitle, drawWords, equationOf } from "../../assets/lib/film_words.mjs";
import { climbOf, heard, recorder } from "./helpers.mjs";

const WALKS = Array.from({ length: 9 }, () => [[0, 0], [1, 1], [2, 2]]);
const CLIMB = climbOf(WALKS, { limits: Float32Array.from(WALKS.flat(), () => 0.05) });

/** What is written beside a panel of these walkers, with its place: [{text, y}]. */
function words(walkers, numbers) {
  const parts = layoutFrame(1280, 720, 1, { numbers, walkers: walkers.length, map: true, race: true });
  const shot = { look: { ink: "#ink", quiet: "#quiet" }, scene: { climb: CLIMB, colors: WALKS.map(() => "#one") } };
  const ctx = recorder();
  drawWords(ctx, shot, parts, { ...parts.panels[0], walkers }, 1);
  const written = heard(ctx, "fillText").map(({ args }) => ({ text: args[0], y: args[2] }));
  return { ...parts.panels[0], remarks: written.filter(({ text }) => text === captionOf(CLIMB, 0, 1).remark.text), written };
}

test("one walker's remark stands below its update, under the mountain, when numbers are chosen", () => {
  const { card, scene, remarks, written } = words([0], true);
  assert.equal(remarks.length, 1);
  assert.ok(remarks[0].y < card.y + card.height && remarks[0].y === Math.max(...written.map(({ y }) => y)));
  assert.ok(written.every(({ y }) => y < scene.y || y > scene.y + scene.height), "no word on the mountain");
  assert.equal(words([0], false).remarks.length, 0);
});

test("walkers on one mountain have their remarks where numbers are chosen, beside the mountain, and no line meets another", () => {
  for (const count of [3, 9]) {
    const { remarks, written, card } = words([...WALKS.keys()].slice(0, count), true);
    assert.equal(remarks.length, count, `${count} walkers`);
    const lines = [...new Set(written.map(({ y }) => y))].sort((a, b) => a - b);
    assert.ok(lines.slice(1).every((y, n) => y - lines[n] >= 17) && lines.at(-1) < card.y + card.height, `${count} walkers`);
  }
  assert.equal(words([0, 1], false).remarks.length, 0);
});

test("a mountain's head names its walker by the number that it has on the page", () => {
  for (const i of [0, 2]) assert.ok(words([i], true).written.some(({ text }) => text === String(i + 1)), String(i));
});

test("the equation is of those who are in the film", () => {
  const rules = ["gradient_descent", "adam"].map((key) => ({ key, name: key, direction: "", values: {}, changes: [] }));
  const climb = { ...CLIMB, rules };
  assert.equal(equationOf(climb, [0]), equationOf(CLIMB));
  assert.match(equationOf(climb, [1]), /^adam: .*direction/);
  assert.doesNotMatch(equationOf(climb, [0, 1]), /adam/);
});

test("a title of one's own stands first, and the mountain's name moves behind it; the line at the bottom stays in its place", () => {
  const parts = layoutFrame(1280, 720, 1, { footer: "TU, 2026" });
  const shot = { look: { ink: "#ink", quiet: "#quiet" }, ground: { name: "Beale", scale: "" }, scene: { climb: CLIMB, recorded: [] } };
  const said = (title, equation = false) => {
    const ctx = recorder();
    drawTitle(ctx, shot, parts, 1, { title, equation });
    return heard(ctx, "fillText").map(({ args }) => args[0]).join("|");
  };
  assert.match(said("Lecture 3"), /Lecture 3.*Beale/);
  assert.ok(said("").includes("Beale") && !said("").includes("Lecture"));
  assert.deepEqual([false, true].map((equation) => said("", equation).includes(equationOf(CLIMB))), [false, true]);
  const ctx = recorder();
  drawFooter(ctx, shot, parts, "TU, 2026");
  const [{ args: [text, x, y] }] = heard(ctx, "fillText");
  assert.ok(text === "TU, 2026" && x >= parts.footer.x && y > parts.panels[0].card.y + parts.panels[0].card.height && y < 720);
});
