/** Films: how many frames, what they are called, and how they travel, with a made-up server. */

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { fileName } from "../../assets/lib/file.mjs";
import { Crew, makeFilm, makeRecord } from "../../assets/lib/film.mjs";
import { FilmError } from "../../assets/lib/request.mjs";

afterEach(() => mock.restoreAll());

const quiet = async () => {
  for (let n = 0; n < 30; n++) await Promise.resolve();
};
const answer = (status, data = {}) => new Response(JSON.stringify(data), { status });

test("a file's name says what is in it, in letters that any disk takes", () => {
  const film = { key: "himmelblau", rates: [0.01, 0.1 + 0.2, 1e-7], uphill: false, steps: 60 };
  assert.equal(fileName(film), "himmelblau-down-rates_0.01_0.3_1e-7-60_steps");
  assert.equal(fileName({ ...film, rates: [12], uphill: true }), "himmelblau-up-rates_12-60_steps");
  const nine = fileName({ ...film, rates: Array(9).fill(0.000123456) });
  assert.match(nine, /^[\w.-]{1,140}$/);
});

// -- a whole film -----------------------------------------------------------------------------

/** A film of 15 frames; `sends(index)` may refuse a frame or stall, `drawn(index)` hears each drawn. */
async function film({ sends = quiet, drawn = () => {}, settings = {}, more = {} } = {}) {
  const [controller, log] = [new AbortController(), { calls: [], drawn: [], progress: [], frames: {}, most: 0 }];
  let [underWay, index] = [0, 0];
  mock.method(globalThis, "fetch", async (url, { method = "GET", body } = {}) => {
    log.calls.push(`${method} ${url}`);
    if (method === "POST") return (log.order = JSON.parse(body)) && answer(200, { film: "f1" });
    if (method === "DELETE") return answer(200);
    return new Response("bytes", { headers: { "Content-Disposition": 'attachment; filename="a.mp4"' } });
  });
  const send = async ({ bitmap, type, url }) => {
    log.most = Math.max(log.most, ++underWay);
    await sends(Number(url.split("/").at(-1)), controller);
    underWay--;
    log.frames[url] = `${type} ${bitmap}`;
  };
  const crew = { send: (frame) => ({ sent: send(frame) }), dismiss: mock.fn() };
  const composer = {
    prepare: async () => log.drawn.push("prepared"),
    frame: async (time, share) => {
      log.drawn.push([time, share]);
      drawn(index++, controller);
      return { transferToImageBitmap: () => `at ${time}` };
    },
    next: async () => log.drawn.push("next"),
    ...more,
  };
  const what = { format: "mp4", width: 1280, height: 720, fps: 10, walk: 1, hold: 0.5, name: "a", single: false, options: {}, ...settings };
  const how = { base: "/films", link: "http://here/?surface=beale", steps: 50, stops: [0, 20, 50], playhead: 12.5, progress: (...args) => log.progress.push(args), signal: controller.signal, crew };
  log.result = await makeFilm(composer, what, how).catch((error) => error);
  assert.equal(crew.dismiss.mock.callCount(), 1, "the workers go home, however it ends");
  return log;
}

test("a film: ordered, drawn in order over walk and hold, sent whole, at most 4 under way, fetched", async () => {
  const { calls, order, drawn, frames, most, progress, result } = await film();
  assert.deepEqual(order, { format: "mp4", width: 1280, height: 720, fps: 10, frames: 15, options: {}, name: "a" });
  assert.equal(drawn.shift(), "prepared");
  assert.deepEqual(drawn, Array.from({ length: 15 }, (_, n) => [Math.min(n / 9, 1) * 50, Math.min(n / 9, 1)]));
  for (let n = 0; n < 15; n++) assert.equal(frames[`/films/f1/${n}`], `image/jpeg at ${drawn[n][0]}`);
  assert.equal(most, 4);
  assert.deepEqual(progress, Array.from({ length: 16 }, (_, n) => [n, 15]));
  assert.deepEqual([calls[0], calls.at(-1), calls.length], ["POST /films", "GET /films/f1/file", 2]);
  assert.deepEqual([result.name, await result.blob.text()], ["a.mp4", "bytes"]);
});

test("a film stands still at its lead and where something happens, and every frame is ordered", async () => {
  const { order, drawn } = await film({ settings: { lead: 0.2, pause: 0.3, easing: "eased" } });
  assert.equal(order.frames, 15 + 2 + 3 * 3);
  const times = drawn.slice(1).map(([time]) => time);
  assert.deepEqual([0, 20, 50].map((stop) => times.filter((time) => time === stop).length), [2 + 1 + 3, 3, 1 + 3 + 5]);
});

test("a picture is one PNG of the moment the playhead shows, from the camera as it stands", async () => {
  const { order, drawn, frames } = await film({ settings: { single: true, lossless: true, format: "png" } });
  assert.equal(order.frames, 1);
  assert.deepEqual(drawn, ["prepared", [12.5, 0]]);
  assert.deepEqual(frames, { "/films/f1/0": "image/png at 12.5" });
});

test("an order of several films has the frames of all, and says what they show", async () => {
  const { order, drawn, frames } = await film({ settings: { format: "pptx", told: true, look: "slate", title: "Why", hold: 0 }, more: { films: 3 } });
  assert.deepEqual([order.frames, order.films, order.look, order.title, order.link], [30, 3, "slate", "Why", "http://here/?surface=beale"]);
  const one = Array.from({ length: 10 }, (_, n) => [Math.min(n / 9, 1) * 50, Math.min(n / 9, 1)]);
  assert.deepEqual(drawn, ["prepared", ...one, "next", ...one, "next", ...one]);
  assert.equal(Object.keys(frames).length, 30);
  assert.equal(frames["/films/f1/20"], "image/jpeg at 0");
});

test("a record is ordered and comes back, without frames", async () => {
  const calls = [];
  mock.method(globalThis, "fetch", async (url, { method, body }) => {
    calls.push([method, url, JSON.parse(body)]);
    return new Response("x,y", { headers: { "Content-Disposition": "attachment; filename=a.csv" } });
  });
  const order = { format: "csv", name: "a", link: "http://here/?surface=beale" };
  const { blob, name } = await makeRecord("/record", order, new AbortController().signal);
  assert.deepEqual([await blob.text(), name, calls], ["x,y", "a.csv", [["POST", "/record", order]]]);
});

test("a cancelled film stops drawing and is deleted", async () => {
  const { result, drawn, calls } = await film({ drawn: (index, controller) => index === 2 && controller.abort() });
  assert.equal(result.name, "AbortError");
  assert.equal(drawn.length - 1, 3);
  assert.deepEqual(calls, ["POST /films", "DELETE /films/f1"]);
});

test("a film can be cancelled while the server keeps a frame waiting, in the middle and at the end", async () => {
  for (const stuck of [0, 14]) {
    const stall = (index, controller) => (index >= stuck ? quiet().then(() => controller.abort()).then(() => new Promise(() => {})) : quiet());
    const { result, calls } = await film({ sends: stall });
    assert.equal(result.name, "AbortError");
    assert.equal(calls.at(-1), "DELETE /films/f1");
  }
});

test("nothing of a frame stays behind: its signal is heard by those under way alone", async () => {
  const [add, remove] = ["addEventListener", "removeEventListener"].map((name) => AbortSignal.prototype[name]);
  let [heard, most] = [0, 0];
  mock.method(AbortSignal.prototype, "addEventListener", function (...words) {
    most = Math.max(most, ++heard);
    return add.apply(this, words);
  });
  mock.method(AbortSignal.prototype, "removeEventListener", function (...words) {
    heard--;
    return remove.apply(this, words);
  });
  const { frames } = await film({ settings: { walk: 30 } });
  assert.equal(Object.keys(frames).length, 305);
  assert.ok(heard === 0 && most <= 4, `${heard} after it, ${most} at a time`);
});

test("a frame that is refused ends the film with the server's sentence", async () => {
  const refuse = async (index) => {
    if (index === 3) throw new FilmError("This film is gone. Save again.");
  };
  const { result, drawn, calls } = await film({ sends: refuse });
  assert.ok(result instanceof FilmError);
  assert.equal(result.message, "This film is gone. Save again.");
  assert.ok(drawn.length < 12, "and no frame is drawn in vain");
  assert.deepEqual(calls, ["POST /films", "DELETE /films/f1"]);
});

test("a mountain that cannot be drawn leaves no film behind", async () => {
  const { result, calls } = await film({ drawn: (index) => { if (index === 1) throw new Error("no WebGL"); } });
  assert.equal(result.message, "no WebGL");
  assert.ok(calls.includes("DELETE /films/f1"));
});

test("the crew: each worker has one frame at a time, the next waits for whoever is free first", async () => {
  const workers = [];
  globalThis.Worker = function () {
    Object.assign(this, { frames: [], words: [], terminate: mock.fn() });
    this.postMessage = ({ url, speech }) => [this.frames.push(url), this.words.push(speech?.language)];
    this.addEventListener = () => {};
    workers.push(this);
  };
  const crew = new Crew(2);
  const results = ["a", "b", "c", "d"].map((url) => crew.send({ url, bitmap: null }).sent.then(() => `${url} sent`, (error) => error.message));
  const at = (url) => workers.find(({ frames }) => frames.at(-1) === url);
  await quiet();
  assert.deepEqual(workers.map(({ frames }) => frames.length), [1, 1]);
  at("b").onmessage({ data: {} });
  await quiet();
  assert.deepEqual(at("c").frames, ["b", "c"]);
  assert.deepEqual(at("c").words, ["en", undefined], "a worker hears the words once");
  at("c").onmessage({ data: { error: "This film is gone." } });
  at("a").onerror();
  await quiet();
  at("d").onmessage({ data: {} });
  const said = await Promise.all(results);
  assert.deepEqual([said[0].endsWith("."), ...said.slice(1)], [true, "b sent", "This film is gone.", "d sent"]);
  crew.dismiss();
  assert.ok(workers.every(({ terminate }) => terminate.mock.callCount() === 1));
});

test("a worker that did not load fails its first frame instead of keeping it for ever", async () => {
  globalThis.Worker = function () {
    this.addEventListener = (kind, hear) => kind === "error" && hear();
  };
  await assert.rejects(new Crew(1).send({ url: "a", bitmap: null }).sent, FilmError);
});
