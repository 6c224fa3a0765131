/** Requests to the film room against a made-up server; waits cost no time. */

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { FilmError, request } from "../../assets/lib/request.mjs";

afterEach(() => mock.restoreAll());

const answer = (status, data = {}) => new Response(JSON.stringify(data), { status });
const silence = () => new TypeError("fetch failed");
const quiet = async () => {
  for (let n = 0; n < 30; n++) await Promise.resolve();
};

/** `request` against a server that answers in this order, and is silent after. */
async function ask(answers, options = {}, ...tries) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const fetched = mock.method(globalThis, "fetch", async () => {
    const next = answers.shift() ?? silence();
    if (next instanceof Error) throw next;
    return next;
  });
  let [result, done] = [null, false];
  request("/film", options, ...tries).then((value) => (result = value), (error) => (result = error)).finally(() => (done = true));
  for (let n = 0; n < 20 && !done; n++) {
    await quiet();
    mock.timers.tick(5000);
  }
  mock.timers.reset();
  return { result, tries: fetched.mock.callCount() };
}

for (const [name, answers, tries, ends] of [
  ["an answer is taken", [answer(200)], 1, 200],
  ["silence is asked again", [silence(), silence(), answer(200)], 3, 200],
  ["a stumble of the server is asked again", [answer(503), answer(200)], 2, 200],
  ["a refusal is not, and its sentence is shown", [answer(422, { message: "Too long. Try 60 s." })], 1, "Too long. Try 60 s."],
  ["a refusal without words gets some", [new Response("<html>", { status: 404 })], 1, /answered 404/],
  ["a stumble that stays gives the server's sentence", [answer(500), answer(500), answer(507, { message: "The disk is full." })], 3, "The disk is full."],
  ["silence that stays says what to do", [silence(), silence(), silence()], 3, /does not answer.*press Save again/],
])
  test(`request: ${name}`, async () => {
    const asked = await ask(answers, {}, 3);
    assert.equal(asked.tries, tries);
    if (typeof ends === "number") return assert.equal(asked.result.status, ends);
    assert.ok(asked.result instanceof FilmError);
    assert.match(asked.result.message, ends instanceof RegExp ? ends : new RegExp(`^${ends}$`));
  });

test("request: one that was cancelled is not asked again", async () => {
  const { result, tries } = await ask([new DOMException("stop", "AbortError"), answer(200)], { signal: AbortSignal.abort() });
  assert.deepEqual([result.name, tries], ["AbortError", 1]);
});

test("request: who says to be busy is asked more often, who is silent is not", async () => {
  const busy = Array.from({ length: 9 }, () => answer(503));
  assert.equal((await ask([...busy, answer(200)], {}, 3, 20)).result.status, 200);
  assert.equal((await ask([silence(), silence(), silence(), answer(200)], {}, 3, 20)).tries, 3);
});

test("request: a silent server is given up on after a few tries", async () => {
  const { result, tries } = await ask([]);
  assert.ok(result instanceof FilmError && tries >= 3 && tries <= 6, String(tries));
});

test("a worker encodes a frame, sends it, and says so, or says what went wrong", async () => {
  const [sent, told] = [[], []];
  const canvas = (width, height) => ({ width, height, getContext: () => ({ drawImage: (bitmap) => bitmap.width }), convertToBlob: async ({ type }) => `${type} ${width} x ${height}` });
  Object.assign(globalThis, { onmessage: null, postMessage: (data) => told.push(data), OffscreenCanvas: function (...size) { return canvas(...size); } });
  await import("../../assets/lib/frame_worker.mjs");
  const closed = mock.fn();
  for (const reply of [answer(200), answer(410, { message: "This film is gone." })]) {
    mock.method(globalThis, "fetch", async (url, { method, body }) => sent.push([method, url, body]) && reply);
    await globalThis.onmessage({ data: { bitmap: { width: 4, height: 2, close: closed }, type: "image/jpeg", url: "/films/f1/7" } });
  }
  assert.deepEqual(sent[0], ["PUT", "/films/f1/7", "image/jpeg 4 x 2"]);
  assert.deepEqual(told, [{}, { error: "This film is gone." }]);
  assert.equal(closed.mock.callCount(), 2, "each picture's memory is given back");
});
