/** Keys, whose they are, and the sheet that names them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeClock } from "../../assets/lib/clock.mjs";
import { HANDS, KEYS, listen, rowOf } from "../../assets/lib/keys.mjs";
import { byGroup } from "../../assets/lib/sheet.mjs";

const CLOCK = { ...makeClock(50), playhead: 7 };

/** What happens to a page when keys are pressed: the clock, and the names of what it was asked to do. */
function pressed(...events) {
  const done = [];
  let [clock, hear] = [CLOCK, null];
  const stage = { command: (change) => (clock = change(clock)) };
  const page = new Proxy({ stage, away: true }, { get: (known, name) => known[name] ?? ((...values) => done.push([name, ...values].join(" "))) });
  listen(page, KEYS, { addEventListener: (_, handler) => (hear = handler) });
  for (const event of events) hear({ target: {}, preventDefault() {}, ...event });
  return { clock, done };
}

for (const [key, playhead, playing] of [[" ", 7, true], ["ArrowRight", 8, false], ["ArrowLeft", 6, false], ["Home", 0, false], ["End", 50, false]])
  test(`key '${key}'`, () => assert.deepEqual(pressed({ key }).clock, { ...CLOCK, playhead, playing }));

for (const [name, event, deed] of [
  ["1", { key: "1" }, "chooseCamera quarter"], ["6", { key: "6" }, "chooseCamera orbit"],
  ["Ctrl Z", { key: "z", ctrlKey: true }, "undo"], ["Command Z", { key: "z", metaKey: true }, "undo"],
  ["Ctrl Shift Z", { key: "Z", ctrlKey: true, shiftKey: true }, "redo"], ["Ctrl Y", { key: "y", ctrlKey: true }, "redo"],
  ["R", { key: "R", shiftKey: true }, "tellStory"], ["F", { key: "f" }, "togglePresent"], ["Escape", { key: "Escape" }, "leave"], ["T", { key: "t" }, "startTour"], ["?", { key: "?", shiftKey: true }, "openSheet"],
])
  test(`${name}: ${deed}`, () => assert.deepEqual(pressed(event).done, [deed]));

test("other keys, and keys held with a modifier, are nobody's", () => {
  for (const key of ["a", "z", "Enter", "ArrowUp", "Tab"]) assert.equal(rowOf({ key }, KEYS), null);
  for (const held of ["ctrlKey", "metaKey", "altKey"]) assert.equal(rowOf({ key: "f", [held]: true }, KEYS), null);
  assert.equal(rowOf({ key: "z", ctrlKey: true, altKey: true }, KEYS), null);
});

test("Escape is the browser's own where nobody presents", () => {
  let hear;
  listen({ away: false, leave: assert.fail }, KEYS, { addEventListener: (_, handler) => (hear = handler) });
  hear({ key: "Escape", target: {}, preventDefault: assert.fail });
});

test("no two rows have one key, and the sheet has all of them in their groups", () => {
  const events = KEYS.map(({ key, ctrl, shift }) => ({ key, ctrlKey: ctrl, shiftKey: shift }));
  assert.deepEqual(events.map((event) => rowOf(event, KEYS)), KEYS);
  assert.deepEqual(byGroup([...HANDS, ...KEYS]).flatMap(([, rows]) => rows), [...HANDS, ...KEYS]);
});

/** Whether a key pressed on an element (its tag or attribute, as a selector names it) moves the clock. */
function moves(key, element) {
  let [moved, prevented, hear] = [0, false, null];
  listen({ stage: { command: () => moved++ } }, KEYS, { addEventListener: (_, handler) => (hear = handler) });
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
