/** Clicks pick, drags are heard on the way; a finger drags only what it holds. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { dragged } from "../../assets/lib/drag.mjs";

/** A host of 100 x 100 px whose places are its pixels, and what is heard of it. */
function host(holds = () => true) {
  const [hear, heard] = [{}, []];
  const fake = { addEventListener: (name, handler) => (hear[name] = handler), getBoundingClientRect: () => ({ left: 10, top: 20 }), setPointerCapture() {} };
  const at = (left, top) => (left < 100 && top < 100 ? [left, top] : null);
  dragged(fake, { at, holds, onPick: (...place) => heard.push(["pick", ...place]), onDrag: (...place) => heard.push(["drag", ...place]) });
  const send = (name, x = 0, y = 0, more = {}) => hear[name]({ clientX: 10 + x, clientY: 20 + y, button: 0, pointerType: "mouse", pointerId: 1, preventDefault: () => heard.push(["held"]), ...more });
  return { send, heard };
}

test("a press that hardly moves is a click", () => {
  const { send, heard } = host();
  send("pointerdown", 50, 50);
  send("pointermove", 52, 51);
  send("pointerup");
  assert.deepEqual(heard, [["pick", 50, 50]]);
});

test("a drag is heard on the way and picked at its end, on the map only", () => {
  const { send, heard } = host();
  send("pointermove", 1, 1);
  send("pointerdown", 50, 50);
  send("pointermove", 60, 50);
  send("pointermove", 160, 50);
  send("pointerup", 160, 50);
  send("pointermove", 70, 70);
  assert.deepEqual(heard, [["drag", 60, 50], ["drag", 60, 50], ["pick", 60, 50]]);
});

test("off the map nothing begins, nor with another button, nor where the browser takes over", () => {
  const { send, heard } = host();
  for (const [down, end] of [[[150, 50], "pointerup"], [[50, 50, { button: 2 }], "pointerup"], [[50, 50], "pointercancel"]]) {
    send("pointerdown", ...down);
    send(end);
    send("pointermove", 60, 60);
  }
  assert.deepEqual(heard, []);
});

test("a finger drags what it holds, and scrolls the page from elsewhere; its taps are clicks", () => {
  const touch = { pointerType: "touch" };
  const { send, heard } = host(([x]) => x < 20);
  send("pointerdown", 50, 50, touch);
  send("touchstart");
  send("pointermove", 70, 50, touch);
  send("pointerup");
  assert.deepEqual(heard, []);
  send("pointerdown", 50, 50, touch);
  send("pointerup");
  send("pointerdown", 10, 50, touch);
  send("touchstart");
  send("pointermove", 30, 50, touch);
  send("pointerup");
  assert.deepEqual(heard, [["pick", 50, 50], ["held"], ["drag", 30, 50], ["pick", 30, 50]]);
});
