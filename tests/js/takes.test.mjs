/** Takes: which films an order has, what each shows, and that one composer is at work at a time. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { FilmError } from "../../assets/lib/request.mjs";
import { filmCount, shotsOf, Takes } from "../../assets/lib/takes.mjs";

const TALK = { told: true, options: { slides: "talk" } };

for (const [name, film, walkers, count] of [
  ["a talk of three", TALK, 3, 4], ["a talk of one", TALK, 1, 1], ["one slide", { told: true, options: { slides: "film" } }, 3, 1],
  ["a talk, as nothing else is said", { told: true, options: {} }, 2, 3], ["an MP4", { told: false, options: {} }, 3, 1],
  ["what an older server tells of", { options: {} }, 3, 1], ["a talk of one of three", { ...TALK, walker: 2 }, 3, 1],
])
  test(`${name} has ${count} film(s)`, () => assert.equal(filmCount(film, walkers), count));

test("each walker by itself, from the camera of its panel, then all as they stand", () => {
  const panels = [{ walkers: [1], camera: "left" }, { walkers: [0, 2], camera: null }];
  const shot = { scene: { climb: { rates: [1, 2, 3] } }, panels, look: "slate" };
  const shots = shotsOf(shot, TALK);
  assert.deepEqual(shots.map((one) => one.panels), [
    [{ walkers: [0], camera: null }], [{ walkers: [1], camera: "left" }], [{ walkers: [2], camera: null }], panels,
  ]);
  assert.ok(shots.every(({ look, scene }) => look === "slate" && scene === shot.scene));
  assert.deepEqual(shotsOf(shot, { options: {} }), [shot]);
});

test("arranged anew, each panel has the camera from which its first walker is seen; as on the screen, nothing changes", () => {
  const shot = { scene: { climb: { rates: Float64Array.of(1, 2) } }, panels: [{ walkers: [0], camera: "left" }, { walkers: [1], camera: "right" }] };
  const panels = (arrangement, from = shot) => shotsOf(from, { options: {}, arrangement })[0].panels;
  const together = [{ walkers: [0, 1], camera: "left" }];
  assert.deepEqual(panels("together"), together);
  for (const arrangement of ["row", "grid"]) {
    assert.deepEqual(panels(arrangement), shot.panels);
    assert.deepEqual(panels(arrangement, { ...shot, panels: together }), [0, 1].map((i) => ({ walkers: [i], camera: "left" })));
  }
  assert.equal(panels("screen"), shot.panels);
  assert.deepEqual(shotsOf(shot, { ...TALK, arrangement: "together" }).map(({ panels: all }) => all.length), [1, 1, 1]);
});

test("a film of one walker shows it alone, from where it is seen, however the others stand; one that is not there is refused", () => {
  const panels = [{ walkers: [1], camera: "left" }, { walkers: [0, 2], camera: "right" }];
  const shot = { scene: { climb: { rates: [1, 2, 3] } }, panels, look: "slate" };
  for (const film of [{ options: {} }, TALK, { options: {}, arrangement: "together" }]) {
    const all = [1, 2, 3].map((walker) => shotsOf(shot, { ...film, walker }).map((one) => one.panels));
    assert.deepEqual(all, [[[{ walkers: [0], camera: "right" }]], [[{ walkers: [1], camera: "left" }]], [[{ walkers: [2], camera: "right" }]]]);
  }
  assert.throws(() => shotsOf(shot, { options: {}, walker: 5 }), (error) => error instanceof FilmError && error.message === "There is no walker 5 here: the last one is 3. Choose again who is in the film.");
});

test("one film after another, each drawn by a composer of its own, and none left behind", async () => {
  const log = [];
  const make = (shot) => ({
    prepare: async () => log.push(`${shot} prepared`),
    frame: async (time) => `${shot} at ${time}`,
    dispose: () => log.push(`${shot} gone`),
  });
  const takes = new Takes(["a", "b"], {}, make);
  assert.equal(takes.films, 2);
  await takes.prepare();
  assert.equal(await takes.frame(1), "a at 1");
  await takes.next();
  assert.equal(await takes.frame(2), "b at 2");
  takes.dispose();
  assert.deepEqual(log, ["a prepared", "a gone", "b prepared", "b gone"]);
  new Takes(["a"], {}, make).dispose(); // before anything was drawn
});
