/** Two fingers zoom, one does not, and plotly hears nothing of two. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pinched } from "../../assets/lib/pinch.mjs";

function host() {
  const [hear, zooms] = [{}, []];
  const target = { addEventListener: (name, handler) => (hear[name] = handler) };
  const { addEventListener } = globalThis;
  globalThis.addEventListener = target.addEventListener;
  pinched(target, (factor) => zooms.push(factor));
  globalThis.addEventListener = addEventListener;
  const send = (name, pointerId, clientX, clientY = 0, pointerType = "touch") => hear[name]({ pointerId, clientX, clientY, pointerType });
  const heard = () => {
    let through = true;
    hear.touchmove({ stopPropagation: () => (through = false) });
    return through;
  };
  return { send, zooms, heard };
}

test("fingers that part bring it nearer, that meet send it away", () => {
  const { send, zooms, heard } = host();
  send("pointerdown", 1, 0);
  send("pointermove", 1, 10);
  assert.ok(heard(), "one finger turns the mountain");
  send("pointerdown", 2, 110);
  send("pointermove", 2, 210);
  send("pointermove", 1, 110);
  assert.deepEqual(zooms, [0.5, 2]);
  assert.ok(!heard());
  send("pointerup", 1, 110);
  send("pointermove", 2, 400);
  assert.ok(heard() && zooms.length === 2);
});

test("a mouse has no fingers, and fingers in one place no distance", () => {
  const { send, zooms } = host();
  send("pointerdown", 1, 0, 0, "mouse");
  send("pointerdown", 2, 9, 0, "mouse");
  send("pointermove", 2, 99, 0, "mouse");
  send("pointerdown", 3, 5);
  send("pointerdown", 4, 5);
  send("pointermove", 4, 9);
  assert.deepEqual(zooms, []);
});
