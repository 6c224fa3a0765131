/** A mountain chosen in the menu: shown before the controls hear of it, unless another is chosen meanwhile. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Choice } from "../../assets/lib/choice.mjs";

const ADAM = { rule: "adam", values: { beta: 0.9, eps: 1 }, schedule: "constant", schedule_values: {}, changes: [] };

/** A page whose climbs arrive when told to. */
function page() {
  const [log, climbs, drawn] = [[], [], []];
  const queue = new Promise((done) => drawn.push(done));
  const made = {
    walkers: { methods: [ADAM] },
    constants: { rules: [{ key: "adam", fitted: ["eps"] }] },
    walk: (wish) => new Promise((done) => climbs.push(done) && log.push(["walk", wish.surface])),
    theStage: () => ({ queue }),
    setProps: (id, { data }) => log.push([id, data]),
  };
  return { log, climbs, drawn: drawn[0], choice: new Choice(made) };
}

const quiet = () => new Promise((done) => setImmediate(done));
const chosen = (surface) => ["chosen", { surface, methods: [{ ...ADAM, values: { beta: 0.9 } }] }];

test("what a link opens, and what stays, is no choice", () => {
  const { log, choice } = page();
  assert.deepEqual([choice.hear("beale", true), choice.hear("beale", false), choice.hear("booth", true)], [false, false, false]);
  assert.deepEqual(log, []);
});

test("the controls hear of it when it stands, with methods that fit any ground", async () => {
  const { log, climbs, drawn, choice } = page();
  choice.hear("beale", true);
  assert.equal(choice.hear("booth", false), true);
  climbs[0]();
  await quiet();
  assert.deepEqual([log, choice.hear("booth", false)], [[["walk", "booth"]], true]);
  drawn();
  await quiet();
  assert.deepEqual([log.at(-1), choice.hear("booth", false)], [chosen("booth"), false]);
});

test("of two in a row the controls hear of the second alone", async () => {
  const { log, climbs, drawn, choice } = page();
  for (const surface of ["beale", "booth", "matyas"]) choice.hear(surface, surface === "beale");
  drawn();
  for (const arrived of climbs) arrived();
  await quiet();
  assert.deepEqual(log, [["walk", "booth"], ["walk", "matyas"], chosen("matyas")]);
});
