/** What a climb in one file does that the page does not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { lookOf, unzip } from "../../assets/lib/standalone.mjs";

test("what was zipped comes out as it went in", async () => {
  const text = `${"plotly ".repeat(1000)}→ −`;
  assert.equal(await unzip(new Uint8Array(gzipSync(text))), text);
  await assert.rejects(unzip(new Uint8Array([1, 2, 3])));
});

test("the look is the one chosen, or else the first that suits the system", () => {
  const looks = { day: { key: "day", dark: false }, night: { key: "night", dark: true }, noon: { key: "noon", dark: false } };
  for (const dark of [true, false]) for (const look of Object.keys(looks)) assert.equal(lookOf({ look }, looks, dark), look);
  assert.equal(lookOf({ look: null }, looks, true), "night");
  assert.equal(lookOf({ look: null }, looks, false), "day");
});
