/** Streams of lines asked of a made-up server; waits cost no time. */

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { linesOf, StreamDesk } from "../../assets/lib/stream.mjs";

afterEach(() => {
  mock.restoreAll();
  mock.timers.reset();
});

const quiet = async () => {
  for (let n = 0; n < 60; n++) await Promise.resolve();
};

const bytes = (text) => new TextEncoder().encode(text);

/** A body whose chunks are these texts; with an error the connection breaks after them. */
const bodyOf = (chunks, error) =>
  new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(typeof chunk === "string" ? bytes(chunk) : chunk));
      if (error) controller.error(error);
      else controller.close();
    },
  });

async function all(body) {
  const found = [];
  for await (const line of linesOf(body)) found.push(line);
  return found;
}

test("lines are whole however they are cut, also within a letter", async () => {
  const text = bytes('{"a":"é"}\n\n[1,2]\n3');
  for (let cut = 0; cut <= text.length; cut++) {
    assert.deepEqual(await all(bodyOf([text.slice(0, cut), text.slice(cut)])), [{ a: "é" }, [1, 2], 3]);
  }
  assert.deepEqual(await all(bodyOf([])), []);
});

/** A desk and its server, which answers when told to: `answer(status, body, type)` or `answer(null)`. */
function desk() {
  mock.timers.enable({ apis: ["setTimeout"] });
  const [asked, heard, waiting] = [[], [], []];
  mock.method(globalThis, "fetch", (url, { method, body, signal }) => {
    asked.push({ text: [method, url, body].join(" "), signal });
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  });
  const hear = Object.fromEntries(["begin", "part", "done", "sorry", "waiting"].map((name) => [name, (word) => heard.push(word === undefined ? name : [name, word])]));
  const answer = async (status, body, type = "application/x-ndjson") => {
    const { resolve, reject } = waiting.shift();
    if (status === null) reject(new TypeError("fetch failed"));
    else resolve({ ok: status < 400, status, headers: new Map([["Content-Type", type]]), body, json: async () => body });
    await pass();
  };
  const pass = async () => {
    for (let n = 0; n < 4; n++) {
      await quiet();
      mock.timers.tick(2000);
    }
    await new Promise((done) => setImmediate(done));
    await quiet();
  };
  return { asked, heard, answer, pass, desk: new StreamDesk("/basins", hear) };
}

test("the first line begins, others are parts, the end is told", async () => {
  const { asked, heard, answer, pass, desk: one } = desk();
  one.ask("{}");
  await pass();
  await answer(200, bodyOf(["1\n2\n", "3\n"]));
  assert.deepEqual(asked.map(({ text }) => text), ["POST /basins {}"]);
  assert.deepEqual(heard, [["begin", 1], ["part", 2], ["part", 3], "done"]);
});

test("of wishes in quick succession only the last is asked for, and one that is late is closed", async () => {
  const { asked, heard, answer, pass, desk: one } = desk();
  for (const wish of ["a", "b", "c"]) one.ask(wish);
  await pass();
  assert.deepEqual(asked.map(({ text }) => text), ["POST /basins c"]);
  one.ask("d");
  assert.ok(asked[0].signal.aborted);
  await pass();
  await answer(200, bodyOf(["1\n"])); // to the one that is closed
  await answer(200, bodyOf(["5\n"]));
  assert.deepEqual(heard, [["begin", 5], "done"]);
});

test("who stops hears nothing more", async () => {
  const { asked, heard, pass, desk: one } = desk();
  one.ask("a");
  await pass();
  one.stop();
  await pass();
  assert.ok(asked[0].signal.aborted);
  assert.deepEqual([heard, asked.length], [[], 1]);
});

test("a busy and a silent server, and a connection that breaks, are asked again", async () => {
  const { asked, heard, answer, pass, desk: one } = desk();
  one.ask("a");
  await pass();
  await answer(503);
  await answer(null);
  await answer(200, bodyOf([], new TypeError("network error")));
  await answer(200, bodyOf(["1\n"]));
  assert.equal(asked.length, 4);
  assert.deepEqual(heard.map(([name]) => name), ["waiting", "waiting", "waiting", "begin", "d"]);
  assert.match(heard[0][1], /busy.*\.$/);
  assert.match(heard[1][1], /does not answer.*\.$/);
});

test("what is wrong, and a server that stumbles, are told and not asked again", async () => {
  const { asked, heard, answer, pass, desk: one } = desk();
  one.ask("a");
  await pass();
  await answer(200, { problems: { steps: "Too many.", walker: "Nobody." } }, "application/json");
  one.ask("b");
  await pass();
  await answer(500);
  assert.equal(asked.length, 2);
  assert.deepEqual(heard[0], ["sorry", "Too many. Nobody."]);
  assert.match(heard[1][1], /answered 500/);
});
