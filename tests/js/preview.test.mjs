/** The preview: which frames, how small, and that the newest wish alone is drawn, with nothing left behind. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { FilmError } from "../../assets/lib/request.mjs";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

/** Elements that remember their properties and children. */
class Node {
  children = [];
  append(...nodes) {
    this.children.push(...nodes);
  }
  toggleAttribute(name, on) {
    this[name] = on;
  }
  getContext = () => ({ drawImage: (frame) => (this.shows = frame.text) });
}
globalThis.document = { createElement: () => new Node(), getElementById: () => null };

const { Preview, shown, small } = await import("../../assets/lib/preview.mjs");

const FILM = { width: 1280, height: 720, scale: 1, fps: 10, walk: 1, hold: 0.5, single: false };
const order = (more = {}) => async () => ({ film: { ...FILM, ...more }, shot: "shot", steps: 40, playhead: 7, stops: [] });
const quiet = async () => {
  for (let n = 0; n < 60; n++) await Promise.resolve();
};

for (const [film, frames] of [
  [FILM, [0, 7, 14]], [{ ...FILM, single: true }, [0]], [{ ...FILM, walk: 0.2, hold: 0 }, [0, 1]], [{ ...FILM, walk: 0.1, hold: 0 }, [0]],
])
  test(`of ${JSON.stringify(film)} the frames ${frames} are shown`, () => assert.deepEqual(shown(film, []), frames));

for (const [width, height, scale] of [[1280, 720, 1], [1920, 1080, 1], [1080, 1080, 1], [5120, 2880, 4], [200, 100, 1]])
  test(`${width} x ${height} at ${scale}: laid out as the film is, drawn into 16 to 9`, () => {
    const film = small({ ...FILM, width, height, scale }, 480);
    const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);
    near(film.width / film.scale, width / scale);
    near(film.height / film.scale, height / scale);
    assert.ok(film.width <= 480.001 && film.height <= 270.001 && film.scale <= 1);
  });

/** A preview whose composers write down what they do; `stall` resolves when the test says so. */
function preview({ stall = () => {}, fails } = {}) {
  const log = [];
  const make = (shot, film) => ({
    prepare: async () => {
      log.push(`prepare ${film.title ?? ""}`.trim());
      if (fails) throw fails;
      await stall();
    },
    frame: async (time) => ({ text: `at ${time}`, width: 480, height: 270 }),
    dispose: () => log.push("dispose"),
  });
  const host = new Node();
  return { seen: new Preview(host, make), host, log, canvases: host.children.slice(0, 3).map(({ children }) => children[0]) };
}

const pause = async () => {
  mock.timers.tick(400);
  await quiet();
};

test("three frames, each with what it shows in words; the composer is gone when they are there", async () => {
  const { seen, host, log, canvases } = preview();
  seen.wish(order());
  assert.equal(host.ariaBusy, "true");
  await pause();
  assert.equal(host.ariaBusy, "false");
  assert.deepEqual(log, ["prepare", "dispose"]);
  assert.deepEqual(canvases.map(({ shows }) => shows), [`at 0`, `at ${(7 / 9) * 40}`, "at 40"]);
  assert.deepEqual(canvases.map(({ ariaLabel }) => ariaLabel), ["Preview: 0.0 s, step 0 of 40", "Preview: 0.7 s, step 31 of 40", "Preview: 1.4 s, step 40 of 40"]);
});

test("of a picture one, at the moment on the stage", async () => {
  const { seen, host, canvases } = preview();
  seen.wish(order({ single: true }));
  await pause();
  assert.deepEqual(host.children.slice(0, 3).map(({ hidden }) => hidden), [false, true, true]);
  assert.equal(canvases[0].ariaLabel, "Preview: this moment, step 7 of 40");
});

test("who types is waited for, and the last wish alone is drawn", async () => {
  const { seen, log } = preview();
  for (const title of ["L", "Le", "Lec"]) {
    seen.wish(order({ title }));
    mock.timers.tick(100);
    await quiet();
  }
  await pause();
  assert.deepEqual(log, ["prepare Lec", "dispose"]);
});

test("a wish that comes while another is drawn: that one ends early, and no two are drawn at a time", async () => {
  let go;
  const { seen, log, canvases } = preview({ stall: () => new Promise((resolve) => (go = resolve)) });
  seen.wish(order({ title: "a" }));
  await pause();
  seen.wish(order({ title: "b" }));
  await pause();
  assert.deepEqual(log, ["prepare a"]);
  go();
  await quiet();
  assert.deepEqual(log, ["prepare a", "dispose", "prepare b"]);
  assert.equal(canvases[0].shows, undefined);
  go();
  await quiet();
  assert.equal(canvases[2].shows, "at 40");
});

test("a dialog that closes stops it, before it began and in the middle", async () => {
  let go;
  const { seen, log, canvases } = preview({ stall: () => new Promise((resolve) => (go = resolve)) });
  seen.wish(order());
  seen.wish(null);
  await pause();
  assert.deepEqual(log, []);
  seen.wish(order());
  await pause();
  seen.wish(null);
  go();
  await quiet();
  assert.deepEqual(log, ["prepare", "dispose"]);
  assert.equal(canvases[0].shows, undefined);
});

test("what cannot be drawn is said, and the composer put away", async () => {
  const { seen, host, log } = preview({ fails: new FilmError("This browser draws no 3D.") });
  seen.wish(order());
  await pause();
  assert.deepEqual(log, ["prepare", "dispose"]);
  assert.equal(host.children.at(-1).textContent, "This browser draws no 3D.");
  assert.equal(host.ariaBusy, "false");
});
