/** The page without a person: what it asks for, what it says, and what stands on the stage nobody sees. */

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { readReel } from "../../assets/lib/link.mjs";
import { Reel, UnseenStage } from "../../assets/lib/reel.mjs";
import { FilmError } from "../../assets/lib/request.mjs";

afterEach(() => mock.restoreAll());

for (const [hash, expected] of [
  ["#reel=0a9f-12", { key: "0a9f", page: 12 }], ["", { key: undefined, page: NaN }],
  ["#reel=xyz-1", { key: undefined, page: NaN }], ["#reel=0a9f", { key: undefined, page: NaN }], ["#other", { key: undefined, page: NaN }],
])
  test(`an address that ends in "${hash}"`, () => assert.deepEqual(readReel(hash), expected));

/** A reel on page 3, a server that gives these answers one after another, and what it heard. */
function onPage(answers) {
  const heard = [];
  globalThis.location = { assign: mock.fn() };
  mock.method(globalThis, "fetch", async (url, { body }) => {
    heard.push([url, JSON.parse(body)]);
    return new Response(JSON.stringify(answers.shift()));
  });
  return { heard, reel: new Reel({}, { key: "0a9f", page: 3 }, "/site/") };
}

const job = (n, page = 3) => ({ film: { nth: n }, page, address: `?n=${n}#reel=0a9f-${page}` });

test("film after film, until there is none", async () => {
  const { heard, reel } = onPage([job(1), job(2), {}]);
  reel.shoot = async ({ nth }) => `token ${nth}`;
  await reel.run();
  assert.deepEqual(heard, [{}, { film: "token 1" }, { film: "token 2" }].map((news) => ["/site/reel/0a9f", news]));
  assert.equal(location.assign.mock.callCount(), 0);
});

test("a film of another page is opened there, and is not filmed here", async () => {
  const { heard, reel } = onPage([job(1), job(2, 4)]);
  reel.shoot = async ({ nth }) => `token ${nth}`;
  await reel.run();
  assert.deepEqual(heard.map(([, news]) => news), [{}, { film: "token 1" }]);
  assert.deepEqual(location.assign.mock.calls[0].arguments, ["?n=2#reel=0a9f-4"]);
});

test("what goes wrong is said in a sentence, and the next film is made", async () => {
  const { heard, reel } = onPage([job(1), job(2), job(3), {}]);
  const console_ = mock.method(console, "error", () => {});
  const failures = [new FilmError("No room."), new TypeError("x is not y")];
  reel.shoot = async ({ nth }) => {
    if (failures[nth - 1]) throw failures[nth - 1];
    return "token";
  };
  await reel.run();
  assert.deepEqual(heard.map(([, news]) => news), [
    {}, { problem: "No room." }, { problem: "The film could not be drawn (x is not y)." }, { film: "token" },
  ]);
  assert.equal(console_.mock.callCount(), 1, "and what nobody foresaw is in the console");
});

test("it waits for the stage, and gives up with what the page would have told a person", async () => {
  const { reel } = onPage([]);
  const waiting = reel.ready();
  reel.page.stage = { queue: Promise.resolve(), scene: {} };
  assert.equal(await waiting, reel.page.stage);
  Object.assign(reel.page, { stage: null, trouble: "The walk could not be made: no." });
  await assert.rejects(reel.ready(), new FilmError("The walk could not be made: no."));
});

test("the unseen stage knows its panels and their cameras, and draws none", async () => {
  const stage = Object.create(UnseenStage.prototype);
  const rig = { of: (i, linked) => (linked || i === 1 ? [1, 2, 3, 0, 0, 0] : null) };
  const climb = { key: "k", rates: [1, 2], steps: 1, points: new Float32Array(8), losses: new Float32Array(4), shape: [2, 2, 2] };
  Object.assign(stage, { rig, colors: [], shapes: [], clock: { playhead: 0 }, looks: {}, climb, ground: { key: "other" }, view: { layout: "side", linked: false } });
  await stage.arrange();
  assert.equal(stage.scene, undefined, "the ground is on its way");
  const grid = { x: [0, 1], y: [0, 1], last: 1, heights: new Float32Array(4), z: [0, 1] };
  stage.ground = { key: "k", grid };
  await stage.arrange();
  const of = () => stage.panels.map(({ walkers, own }) => [walkers, own]);
  assert.deepEqual(of(), [[[0], false], [[1], true]]);
  stage.view = { layout: "together", linked: true };
  await stage.arrange();
  assert.deepEqual(of(), [[[0, 1], true]]);
  assert.equal(stage.scene.climb, climb);
});
