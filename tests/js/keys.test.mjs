/** Keys of the player, and when they are somebody else's. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeClock } from "../../assets/lib/clock.mjs";
import { commandOf, listen } from "../../assets/lib/keys.mjs";

const CLOCK = { ...makeClock(50), playhead: 7 };

for (const [key, playhead, playing] of [[" ", 7, true], ["ArrowRight", 8, false], ["ArrowLeft", 6, false], ["Home", 0, false], ["End", 50, false]])
  test(`key '${key}'`, () => assert.deepEqual(commandOf({ key })(CLOCK), { ...CLOCK, playhead, playing }));

test("other keys, and keys held with a modifier, are nobody's", () => {
  for (const key of ["a", "Enter", "ArrowUp", "Tab", "Escape"]) assert.equal(commandOf({ key }), null);
  for (const held of ["ctrlKey", "metaKey", "altKey"]) assert.equal(commandOf({ key: " ", [held]: true }), null);
});

/** Whether a key pressed on an element (its tag or attribute, as a selector names it) moves the clock. */
function moves(key, element) {
  let [moved, prevented, hear] = [0, false, null];
  listen({ command: () => moved++ }, { addEventListener: (_, handler) => (hear = handler) });
  const closest = (selectors) => (selectors.split(", ").some((one) => one.replace(/:not\(.*?\)+|\.scrub\)| \*/g, "") === element) ? {} : null);
  hear({ key, target: { closest }, preventDefault: () => (prevented = true) });
  assert.equal(prevented, moved === 1, "only a key that is used is kept from the browser");
  return moved === 1;
}

for (const [element, space, arrow] of [
  ["div", true, true], ["button", false, true], ["a", false, true], ["input", false, false], ["textarea", false, false],
  ["select", false, false], ["[role=slider]", false, false], ["[role=dialog]", false, false], ["[contenteditable]", false, false],
])
  test(`on ${element}, space ${space ? "plays" : "is its own"}, an arrow ${arrow ? "steps" : "is its own"}`, () => {
    assert.deepEqual([moves(" ", element), moves("ArrowRight", element)], [space, arrow]);
  });

test("keys work where the target is no element", () => {
  let moved = 0;
  listen({ command: () => moved++ }, { addEventListener: (_, hear) => hear({ key: " ", target: {}, preventDefault() {} }) });
  assert.equal(moved, 1);
});
