/** Climbs asked of a made-up server; waits cost no time. */

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { ClimbDesk } from "../../assets/lib/climb_desk.mjs";

afterEach(() => {
  mock.restoreAll();
  mock.timers.reset();
});

const quiet = async () => {
  for (let n = 0; n < 30; n++) await Promise.resolve();
};

/** A desk whose server answers when told to: `answer(status, data)`, or `answer(null)` for silence. */
function desk() {
  const [asked, heard, waiting] = [[], [], []];
  mock.method(globalThis, "fetch", (url, { method, body }) => {
    asked.push([method, url, body].join(" "));
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  });
  const hear = Object.fromEntries(["climb", "problems", "silent"].map((name) => [name, (words) => heard.push([name, words])]));
  const answer = async (status, data) => {
    const { resolve, reject } = waiting.shift();
    if (status === null) reject(new TypeError("fetch failed"));
    else resolve({ ok: status < 400, status, json: async () => data });
    await quiet();
  };
  return { asked, heard, answer, desk: new ClimbDesk("/climb", hear) };
}

test("a climb is heard", async () => {
  const { asked, heard, answer, desk: one } = desk();
  one.ask("a");
  await answer(200, { link: "a" });
  assert.deepEqual(asked, ["POST /climb a"]);
  assert.deepEqual(heard, [["climb", { link: "a" }]]);
});

test("one is asked for at a time, and of those that wait only the newest", async () => {
  const { asked, heard, answer, desk: one } = desk();
  for (const wish of ["a", "b", "c"]) one.ask(wish);
  assert.equal(asked.length, 1);
  await answer(200, { link: "A" });
  await answer(200, { link: "C" });
  assert.deepEqual(asked, ["POST /climb a", "POST /climb c"]);
  assert.deepEqual(heard, [["climb", { link: "A" }], ["climb", { link: "C" }]]);
  one.ask("d");
  assert.equal(asked.length, 3, "a desk at rest asks at once");
});

test("the wish that waits is on its way before the page lays out the walk that came", async () => {
  const { asked, answer, desk: one } = desk();
  let sent = 0;
  one.hear.climb = () => queueMicrotask(() => (sent = asked.length));
  for (const wish of ["a", "b"]) one.ask(wish);
  await answer(200, { link: "A" });
  assert.equal(sent, 2);
});

test("what is wrong is passed on, field by field", async () => {
  const { heard, answer, desk: one } = desk();
  one.ask("a");
  await answer(200, { problems: { steps: "None." } });
  assert.deepEqual(heard, [["problems", { steps: "None." }]]);
});

test("a silent server is told of once and asked again, the newest wish first", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { asked, heard, answer, desk: one } = desk();
  one.ask("a");
  await answer(null);
  mock.timers.tick(60_000);
  await quiet();
  one.ask("b");
  await answer(null);
  mock.timers.tick(60_000);
  await quiet();
  await answer(200, { link: "B" });
  assert.deepEqual(asked.map((line) => line.at(-1)), ["a", "a", "b"]);
  assert.deepEqual(heard.map(([name]) => name), ["silent", "climb"]);
  assert.match(heard[0][1], /does not answer.*\.$/);
});

test("a server that stumbles is not asked again", async () => {
  const { asked, heard, answer, desk: one } = desk();
  one.ask("a");
  await answer(500);
  assert.equal(asked.length, 1);
  assert.match(heard[0][1], /answered 500.*Change a value/);
});

test("more may be sent than was asked", async () => {
  const { asked, heard, answer, desk: one } = desk();
  one.hear.order = (wish) => `${wish}, please`;
  one.ask("a");
  await answer(200, { link: "a" });
  assert.deepEqual([asked, heard.length], [["POST /climb a, please"], 1]);
});
