/** Who draws what stands for longer than a frame, the page or a worker beside it; what is up is always of the picture that is seen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Beside } from "../../assets/lib/beside.mjs";
import { projectionOf } from "../../assets/lib/camera.mjs";
import { drape } from "../../assets/lib/path.mjs";
import { lensFrom, makePicture, mapLens, mountainLens } from "../../assets/lib/picture.mjs";
import { Standing } from "../../assets/lib/standing.mjs";
import { climbOf, ground, recorder } from "./helpers.mjs";

const FRAME = { x: 0, y: 0, width: 400, height: 400 };
const LOOK = { key: "light", mark: "#mark", halo: "#halo", arrow: "#arrow", recorded: "#recorded", edge: "#edge" };
const STYLE = { look: LOOK, size: 1, knows: ["arrow"] };
const PLAYING = { playing: true, due: false };
const AT_REST = { playing: false, due: true };

globalThis.OffscreenCanvas = class {
  getContext() {
    return recorder();
  }
};

const grid = ground(() => 0.3, 41, [0, 40], [0, 40]);
function pictureOf() {
  const climb = climbOf([[[5, 5], [10, 5], [15, 5], [20, 5], [25, 5]]]);
  const scene = { grid, climb, colors: ["#one"], paths: [drape(grid, climb, 0)] };
  return makePicture(scene, mapLens(grid, FRAME), [0]);
}

/** What stands on a poster that remembers what was put up, and a worker whose answers wait. */
function workshop() {
  const up = [];
  const asked = [];
  const poster = { show: (...[, , draw]) => up.push((draw(recorder()), "here")), put: (bitmap) => up.push(bitmap), clear: () => up.push(null) };
  const draw = (number, picture, { time }) => new Promise((resolve) => asked.push({ picture, time, answer: (bitmap, passed) => (resolve({ bitmap, passed }), new Promise(setImmediate)) }));
  const standing = new Standing(poster, { ready: true, draw });
  const show = (picture, time, pace, style = STYLE) => standing.show(picture, time, style, 400, 400, pace);
  return { up, asked, standing, show };
}

test("the first drawing of a picture is the page's own; once it plays on, the worker's", async () => {
  const { up, asked, standing, show } = workshop();
  const picture = pictureOf();
  show(picture, 0, PLAYING);
  assert.deepEqual([up, asked.length], [["here"], 0]);
  show(picture, 0.5, PLAYING);
  assert.equal(asked.length, 0, "no step was taken");
  show(picture, 1.1, PLAYING);
  assert.equal(asked[0].time, 1.1);
  const before = standing.passed;
  await asked[0].answer("at 1", [7]);
  assert.notDeepEqual(before, [7], "what moves is drawn from where the drawing that is up ends");
  assert.deepEqual([up, standing.passed], [["here", "at 1"], [7]]);
});

test("one drawing at a time is asked for, then the newest", async () => {
  const { asked, show } = workshop();
  const picture = pictureOf();
  for (const time of [0, 1, 2, 3]) show(picture, time, PLAYING);
  assert.deepEqual(asked.map(({ time }) => time), [1]);
  await asked[0].answer("at 1", [1]);
  show(picture, 3.2, PLAYING);
  assert.deepEqual(asked.map(({ time }) => time), [1, 3.2]);
});

for (const [name, change] of [
  ["at rest", ({ show, picture }) => show(picture, 1, AT_REST)],
  ["seen from elsewhere", ({ show }) => show(pictureOf(), 1, PLAYING)],
  ["when time runs back", ({ show, picture }) => show(picture, 0.2, PLAYING)],
])
  test(`${name} the page draws, and what the worker had begun is not put up`, async () => {
    const shop = { ...workshop(), picture: pictureOf() };
    for (const time of [0, 1]) shop.show(shop.picture, time, PLAYING);
    change(shop);
    assert.deepEqual(shop.up, ["here", "here"]);
    const { passed } = shop.standing;
    await shop.asked[0].answer("too late", [99]);
    assert.deepEqual([shop.up, shop.standing.passed], [["here", "here"], passed]);
  });

test("what is cleared stays clear, whatever comes", async () => {
  const { up, asked, standing, show } = workshop();
  const picture = pictureOf();
  for (const time of [0, 1]) show(picture, time, PLAYING);
  standing.clear();
  await asked[0].answer("too late", [99]);
  assert.deepEqual(up, ["here", null]);
});

test("an empty answer changes nothing", async () => {
  const { up, asked, show } = workshop();
  const picture = pictureOf();
  for (const time of [0, 1]) show(picture, time, PLAYING);
  await asked[0].answer(null, [1]);
  assert.deepEqual(up, ["here"]);
});

test("a lens is made again from what can be sent", () => {
  const projection = projectionOf([1.4, 1.2, 1, 0, 0, 0], { x: 1, y: 1, z: 0.5 }, 40, 300, 200);
  for (const lens of [mapLens(grid, FRAME), mountainLens(grid, projection)]) {
    const again = lensFrom(grid, structuredClone(lens.from));
    assert.deepEqual([again.point(3, 4), again.ground(30, 20), again.flat], [lens.point(3, 4), lens.ground(30, 20), lens.flat]);
  }
});

/** A page's worker that keeps its mail. */
class Mail {
  constructor() {
    Mail.last = this;
    this.mail = [];
  }

  postMessage(orders) {
    this.mail.push(structuredClone(orders));
  }

  terminate() {
    this.ended = true;
  }
}

test("a scene is sent once, a picture once, and all that is asked for in a frame together", async () => {
  globalThis.Worker = Mail;
  const beside = new Beside();
  assert.equal(beside.ready, false, "not before it says so");
  Mail.last.onmessage({ data: [] });
  assert.equal(beside.ready, true);
  const [one, other] = [pictureOf(), pictureOf()];
  const two = { ...one };
  beside.draw(1, one, { time: 1 });
  beside.draw(2, two, { time: 1 });
  await null;
  beside.draw(1, one, { time: 2 });
  await null;
  const drawn = beside.draw(1, other, { time: 3 });
  await null;
  const parts = Mail.last.mail.map((orders) => orders.map(({ number, scene, from }) => [number, Boolean(scene), Boolean(from)]));
  assert.deepEqual(parts, [[[1, true, true], [2, false, true]], [[1, false, false]], [[1, true, true]]]);
  const [{ order }] = Mail.last.mail[0];
  Mail.last.onmessage({ data: [{ order, bitmap: "of time 1", passed: [1] }, { order: Mail.last.mail[2][0].order, bitmap: "drawn", passed: [3] }] });
  assert.deepEqual(await drawn, { bitmap: "drawn", passed: [3] }, "not what was asked for before");
});

test("where no worker can be had, or one fails, it is never ready", () => {
  globalThis.Worker = Mail;
  const failing = new Beside();
  assert.equal(failing.ready, false);
  Mail.last.onmessage({ data: [] });
  Mail.last.onerror();
  assert.deepEqual([failing.ready, Mail.last.ended], [false, true]);
  globalThis.Worker = class {
    constructor() {
      throw new Error("SecurityError");
    }
  };
  assert.equal(new Beside().ready, false);
});
