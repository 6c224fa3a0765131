/** One finger or the mouse turns, two fingers and the wheel zoom, the right button shifts, a press that rests is a click. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { gripped } from "../../assets/lib/grip.mjs";

let [hear, away, said] = [];

beforeEach(() => {
  [hear, away, said] = [{}, {}, []];
  const host = { addEventListener: (name, listener) => (hear[name] = listener), getBoundingClientRect: () => ({ left: 100, top: 50 }) };
  globalThis.addEventListener = (name, listener) => (away[name] = listener);
  globalThis.removeEventListener = (name, listener) => away[name] === listener && delete away[name];
  gripped(host, new Proxy({}, { get: (_, name) => (...words) => said.push([name, ...words]) }));
});

const event = (type, pointerId, clientX, clientY, more) => ({ type, pointerId, clientX, clientY, button: 0, buttons: 1, ...more });
const down = (id, x, y = 0, more = {}) => hear.pointerdown(event("pointerdown", id, x, y, more));
const move = (id, x, y = 0, more = {}) => away.pointermove?.(event("pointermove", id, x, y, more));
const up = (id, x, y = 0, type = "pointerup") => away[type]?.(event(type, id, x, y));

test("a drag turns, wherever the hand goes, until it lets go", () => {
  down(1, 200, 60);
  move(1, 210, 62);
  move(2, 500, 500); // another pointer only passes by
  move(1, -900, 62);
  up(1, -900, 62);
  move(1, 5, 5);
  assert.deepEqual(said, [["begin"], ["turn", 10, 2], ["turn", -1110, 0], ["end", true]]);
});

test("a press that rests is a click where it went down; one that comes back is not", () => {
  down(1, 200, 60);
  move(1, 202, 61);
  up(1, 202, 61);
  assert.deepEqual(said.slice(2), [["end", false], ["click", 100, 10]]);
  said.length = 0;
  down(1, 200, 60);
  move(1, 230, 60);
  move(1, 200, 60);
  up(1, 200, 60);
  assert.deepEqual(said.at(-1), ["end", true]);
});

test("a right button, or Shift, shifts, and neither clicks nor brings up a menu", () => {
  down(1, 0, 0, { button: 2, buttons: 2 });
  move(1, 10, 5, { buttons: 2 });
  move(1, 20, 5, { shiftKey: true });
  up(1, 20, 5);
  assert.deepEqual(said, [["begin"], ["shift", 10, 5], ["shift", 10, 0], ["end", true]]);
  down(1, 0, 0, { button: 2, buttons: 2 });
  up(1, 0);
  assert.deepEqual(said.at(-1), ["end", true]);
  let shown = true;
  hear.contextmenu({ preventDefault: () => (shown = false) });
  assert.equal(shown, false);
});

test("fingers that part bring it nearer, that meet send it away; two are no click", () => {
  down(1, 0);
  move(1, 10);
  down(2, 110);
  said.length = 0;
  move(2, 210);
  move(1, 110);
  assert.deepEqual(said, [["zoom", 0.5], ["zoom", 2]]);
  up(1, 110);
  move(2, 212);
  up(2, 212);
  assert.deepEqual(said.slice(2), [["turn", 2, 0], ["end", true]]);
});

test("fingers in one place have no distance", () => {
  down(1, 5);
  down(2, 5);
  move(2, 9);
  move(2, 5);
  assert.deepEqual(said.filter(([name]) => name === "zoom"), []);
});

test("a touch that the browser takes over is no click", () => {
  down(1, 5);
  up(1, 5, 0, "pointercancel");
  assert.deepEqual(said, [["begin"], ["end", true]]);
  assert.deepEqual(away, {}, "nobody listens any more");
});

test("the wheel zooms, in pixels or in lines, and the page stays", () => {
  let scrolled = true;
  for (const [deltaY, deltaMode] of [[160, 0], [10, 1], [-160, 0]]) hear.wheel({ deltaY, deltaMode, preventDefault: () => (scrolled = false) });
  const factors = said.filter(([name]) => name === "zoom").map(([, factor]) => factor);
  assert.ok(!scrolled && factors[0] > 1 && factors[0] === factors[1] && Math.abs(factors[2] * factors[0] - 1) < 1e-12);
});
