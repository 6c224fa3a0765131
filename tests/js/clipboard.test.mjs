/** What a button says of what it copied. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { copy } from "../../assets/lib/clipboard.mjs";

/** What the button said, and after a moment. */
async function said(writeText) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const words = [];
  await copy("text", (word) => words.push(word), "Copy", "No clipboard", { clipboard: writeText && { writeText } });
  mock.timers.runAll();
  mock.timers.reset();
  return words;
}

test("what was copied is said for a moment", async () => {
  let copied = null;
  assert.deepEqual(await said(async (text) => (copied = text)), ["Copied", "Copy"]);
  assert.equal(copied, "text");
});

test("where nothing can be copied the button says what to do", async () => {
  assert.deepEqual(await said(() => Promise.reject(new Error())), ["No clipboard", "Copy"]);
  assert.deepEqual(await said(null), ["No clipboard"]);
});
