/** Orders: one at a time, each as it was ordered; how far they are and how long they take, in words. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Orders, passesQuarter, progressText } from "../../assets/lib/film_orders.mjs";

const quiet = async () => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

/** Orders whose films end when the test says so: `ends[name]()`, with an error or without. */
function desk() {
  const [log, ends, states] = [[], {}, []];
  const make = (order) => {
    log.push(`make ${order.name}`);
    const cancelled = new Promise((_, reject) => order.stop.signal.addEventListener("abort", () => reject(order.stop.signal.reason)));
    return Promise.race([cancelled, new Promise((resolve, reject) => (ends[order.name] = (error) => (error ? reject(error) : resolve())))]);
  };
  const changed = (list) => states.push(list.map(({ name, state }) => `${name} ${state}`).join(", "));
  const failed = ({ name }, { message }) => log.push(`${name}: ${message}`);
  const orders = new Orders(make, { changed, failed });
  const add = (name) => orders.add({ name, same: [name] });
  return { orders, log, ends, states, add };
}

test("films are made one after another, in the order in which they came", async () => {
  const { log, ends, states, add } = desk();
  for (const name of "abc") add(name);
  await quiet();
  assert.deepEqual(log, ["make a"]);
  assert.equal(states.at(-1), "a running, b waiting, c waiting");
  for (const name of "abc") {
    ends[name]();
    await quiet();
  }
  assert.deepEqual(log, ["make a", "make b", "make c"]);
  assert.equal(states.at(-1), "");
});

test("the same order is taken once, as long as it waits or runs", async () => {
  const { ends, add, log } = desk();
  assert.ok(add("a"));
  assert.equal(add("a"), null);
  await quiet();
  ends.a(new Error("no"));
  await quiet();
  assert.ok(add("a"), "what failed may be ordered anew");
  assert.deepEqual(log, ["make a", "a: no", "make a"]);
});

test("who waits is cancelled without a trace; who runs makes room for the next", async () => {
  const { orders, log, ends, states, add } = desk();
  const [a, b] = ["a", "b", "c"].map(add);
  await quiet();
  orders.cancel(b);
  assert.equal(states.at(-1), "a running, c waiting");
  orders.cancel(a);
  assert.equal(states.at(-1), "c waiting", "at once");
  await quiet();
  ends.c();
  await quiet();
  assert.deepEqual(log, ["make a", "make c"]);
  assert.equal(states.at(-1), "");
});

test("the next film waits until a cancelled one has put its things away", async () => {
  let away;
  const log = [];
  const make = ({ name, stop }) => {
    log.push(name);
    return new Promise((_, reject) => (away = () => reject(stop.signal.reason)));
  };
  const orders = new Orders(make, { changed: () => {}, failed: assert.fail });
  const first = orders.add({ name: "a", same: 1 });
  orders.add({ name: "b", same: 2 });
  orders.cancel(first);
  await quiet();
  assert.deepEqual(log, ["a"]);
  away();
  await quiet();
  assert.deepEqual(log, ["a", "b"]);
});

test("one that fails stays, says why, does not hold up the others, and can be tried again", async () => {
  const { orders, log, ends, states, add } = desk();
  const a = add("a");
  add("b");
  await quiet();
  ends.a(new Error("the server is gone"));
  await quiet();
  assert.equal(states.at(-1), "a failed, b running");
  orders.retry(a);
  assert.equal(states.at(-1), "a waiting, b running");
  ends.b();
  await quiet();
  ends.a();
  await quiet();
  assert.deepEqual(log, ["make a", "a: the server is gone", "make b", "make a"]);
  assert.equal(states.at(-1), "");
});

for (const [done, all, seconds, text] of [
  [0, 120, 0, "Frame 0 of 120"], [3, 120, 1, "Frame 3 of 120"], [41, 121, 3, "Frame 41 of 121, about 6 s left"],
  [119, 120, 11.8, "Frame 119 of 120, about 1 s left"], [11, 910, 1, "Frame 11 of 910, about 90 s left"],
  [11, 3011, 1, "Frame 11 of 3011, about 5 min left"], [120, 120, 9, "Finishing the file…"],
])
  test(`${done} of ${all} frames, ${seconds} s after the first: ${text}`, () => assert.equal(progressText(done, all, seconds), text));

test("a film is told aloud four times", () => {
  for (const all of [4, 10, 300, 7200]) {
    const told = Array.from({ length: all }, (_, n) => passesQuarter(n, n + 1, all));
    assert.equal(told.filter(Boolean).length, 4, `${all} frames`);
    assert.ok(told.at(-1));
  }
});
