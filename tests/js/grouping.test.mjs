/** How panels stand beside each other. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { columns, isSwiped } from "../../assets/lib/grouping.mjs";

for (const [count, width, height, expected] of [
  [1, 1200, 600, 1], [2, 1200, 600, 2], [3, 1500, 500, 3], [4, 900, 800, 2], [9, 900, 800, 3], [2, 600, 1200, 1], [5, 390, 3000, 1], [9, 559, 100, 1],
  [3, 684, 440, 3], [9, 1116, 512, 5], // in more rows there would be words, and hardly a mountain
])
  test(`${count} panels on ${width} x ${height}: ${expected} columns`, () =>
    assert.equal(columns(count, { clientWidth: width, clientHeight: height }), expected));

test("never more columns than panels, never none", () => {
  for (let count = 1; count <= 9; count++)
    for (const width of [300, 560, 900, 2500])
      for (const height of [0, 200, 700, 2000]) {
        const n = columns(count, { clientWidth: width, clientHeight: height });
        assert.ok(n >= 1 && n <= count, `${count} on ${width} x ${height}: ${n}`);
      }
});

for (const [count, width, swiped] of [[3, 390, false], [4, 390, true], [9, 390, true], [9, 860, false], [1, 300, false]])
  test(`${count} panels on ${width} px are ${swiped ? "" : "not "}swiped`, () => assert.equal(isSwiped(count, { clientWidth: width }), swiped));
