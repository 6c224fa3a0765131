/** The playhead, one command at a time. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, COMMANDS, makeClock, seek, shownAt, speedText, stepBy, toggle, withSteps } from "../../assets/lib/clock.mjs";

const at = (playhead, more = {}) => ({ ...makeClock(50), playhead, ...more });

test("a new clock rests at the start", () => {
  assert.deepEqual(makeClock(50), { steps: 50, playhead: 0, playing: false, speed: 1, loop: false });
});

for (const [name, clock, seconds, playhead, playing] of [
  ["a resting clock stays", at(7), 1, 7, false],
  ["a whole walk takes 10 seconds", at(0, { playing: true }), 2, 10, true],
  ["speed 4 is four times as fast", at(0, { playing: true, speed: 4 }), 2, 40, true],
  ["it stops at the end", at(49, { playing: true }), 2, 50, false],
  ["it stops when it lands on the end", at(45, { playing: true }), 1, 50, false],
  ["a loop begins again", at(48, { playing: true, loop: true }), 1, 3, true],
  ["a loop goes round more than once", at(0, { playing: true, loop: true }), 25, 25, true],
])
  test(`advance: ${name}`, () => {
    const later = advance(clock, seconds);
    assert.deepEqual(later, { ...clock, playhead, playing });
  });

for (const [name, change, clock, playhead, playing] of [
  ["toggle plays", toggle, at(7), 7, true],
  ["toggle pauses where it is", toggle, at(7, { playing: true }), 7, false],
  ["toggle at the end plays from the start", toggle, at(50), 0, true],
  ["seek pauses", (clock) => seek(clock, 12.5), at(7, { playing: true }), 12.5, false],
  ["seek stays within the walk, before", (clock) => seek(clock, -3), at(7), 0, false],
  ["seek stays within the walk, behind", (clock) => seek(clock, 99), at(7), 50, false],
  ["a step on from between two", (clock) => stepBy(clock, 1), at(7.4, { playing: true }), 8, false],
  ["a step on from a whole one", (clock) => stepBy(clock, 1), at(7), 8, false],
  ["a step back from between two", (clock) => stepBy(clock, -1), at(7.4), 7, false],
  ["a step back from a whole one", (clock) => stepBy(clock, -1), at(7), 6, false],
  ["no step before the start", (clock) => stepBy(clock, -1), at(0), 0, false],
  ["no step behind the end", (clock) => stepBy(clock, 1), at(50), 50, false],
])
  test(name, () => assert.deepEqual(change(clock), { ...clock, playhead, playing }));

test("a clock for a shorter walk keeps its place where it can, and its settings", () => {
  const clock = at(30, { playing: true, speed: 2, loop: true });
  assert.deepEqual(withSteps(clock, 20), { ...clock, steps: 20, playhead: 20 });
  assert.deepEqual(withSteps(clock, 90), { ...clock, steps: 90, playhead: 30 });
});

test("no function changes the clock it was given", () => {
  const clock = Object.freeze(at(20, { playing: true }));
  for (const change of [toggle, (c) => advance(c, 1), (c) => seek(c, 3), (c) => stepBy(c, 1), (c) => withSteps(c, 9)]) change(clock);
});

for (const [name, playhead] of Object.entries({ first: 0, back: 7, play: 7.5, forward: 8, last: 50 }))
  test(`command ${name}`, () => assert.deepEqual(COMMANDS[name](at(7.5)), at(playhead, { playing: name === "play" })));

test("a speed has two digits", () => assert.deepEqual([0.1, 1, 10 ** 0.35].map(speedText), ["0.1×", "1×", "2.2×"]));

test("who wants no motion sees whole steps while it plays, and any moment at rest", () => {
  const clock = { ...makeClock(9), playhead: 3.7 };
  assert.deepEqual([shownAt({ ...clock, playing: true }, true), shownAt({ ...clock, playing: true }, false), shownAt(clock, true)], [3, 3.7, 3.7]);
});
