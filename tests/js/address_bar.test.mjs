/** The address bar: when it is written, and what can be undone. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { AddressBar } from "../../assets/lib/address_bar.mjs";

function bar() {
  const written = [];
  const told = [];
  const history = { state: null, back: () => written.push("back"), forward: () => written.push("forward") };
  for (const how of ["push", "replace"])
    history[`${how}State`] = (state, title, url) => {
      written.push(`${how} ${url}`);
      history.state = state;
    };
  return { address: new AddressBar((can) => told.push(can), history, 400), history, written, told };
}

function timed(name, run) {
  test(name, () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      run(bar());
    } finally {
      mock.timers.reset();
    }
  });
}

timed("the first scenario, and each view of it, replace the entry once all is quiet", ({ address, written }) => {
  address.show("a", "a");
  for (let n = 0; n < 50; n++) {
    mock.timers.tick(100);
    address.show("a", `a&at=${n}`);
  }
  assert.deepEqual(written, []);
  mock.timers.tick(400);
  assert.deepEqual(written, ["replace ?a&at=49"]);
});

timed("a new scenario is a new entry once all is quiet; a drag over many is one", ({ address, written }) => {
  address.show("a", "a");
  mock.timers.tick(400);
  for (const n of [1, 2, 3]) address.show(`b${n}`, `b${n}`);
  mock.timers.tick(400);
  address.show("b3", "b3&at=1");
  mock.timers.tick(400);
  assert.deepEqual(written, ["replace ?a", "push ?b3", "replace ?b3&at=1"]);
});

timed("a link that was opened makes no entry", ({ address, written }) => {
  address.show("a", "a");
  address.opened(undefined);
  address.show("b", "b");
  mock.timers.tick(1000);
  assert.deepEqual(written, ["replace ?b"]);
});

timed("what was done can be undone and done again, and not farther", ({ address, history, written, told }) => {
  for (const name of ["a", "b", "c"]) {
    address.show(name, name);
    mock.timers.tick(400);
  }
  written.length = 0;
  assert.deepEqual(told.at(-1), { undo: true, redo: false });
  address.redo();
  assert.deepEqual(written, [], "there is nothing newer");
  address.undo();
  history.state = { entry: 1 }; // as the browser says when it is there
  address.opened("b");
  assert.deepEqual([written.at(-1), told.at(-1)], ["back", { undo: true, redo: true }]);
  address.redo();
  assert.equal(written.at(-1), "forward");
  history.state = { entry: 0 };
  address.opened("a");
  assert.deepEqual(told.at(-1), { undo: false, redo: true });
  address.undo();
  assert.equal(written.length, 2, "what is before the page is not ours");
  address.show("d", "d");
  mock.timers.tick(400);
  assert.deepEqual(told.at(-1), { undo: true, redo: false }, "a new way leaves the old one");
});

timed("a change that still waits for quiet is undone as well", ({ address, written }) => {
  address.show("a", "a");
  mock.timers.tick(400);
  address.show("b", "b");
  address.undo();
  assert.deepEqual(written, ["replace ?a", "push ?b", "back"]);
  mock.timers.tick(1000);
  assert.equal(written.length, 3, "and is not written again");
});
