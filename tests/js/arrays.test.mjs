/** Arrays as numpy packs them: base64.b64encode(np.array(..., "<f4" or "u1").tobytes()). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, unfold } from "../../assets/lib/arrays.mjs";

test("numpy's float32, with a nan and an inf", () => {
  const found = decode({ dtype: "f4", bdata: "AAAAAAAAgD8AAMC///9/fwAAwH8AAIB/zczMPQ==" });
  assert.deepEqual(found, Float32Array.of(0, 1, -1.5, 3.4028235e38, NaN, Infinity, 0.1));
});

test("numpy's uint8", () => {
  assert.deepEqual(decode({ dtype: "u1", bdata: "AAH/" }), Uint8Array.of(0, 1, 255));
});

test("numpy's uint16 and float64", () => {
  assert.deepEqual(decode({ dtype: "u2", bdata: "AQAQJw==" }), Uint16Array.of(1, 10_000));
  assert.deepEqual(decode({ dtype: "f8", bdata: "mpmZmZmZuT8=" }), Float64Array.of(0.1));
});

test("nothing is nothing, and an unknown kind is named", () => {
  assert.equal(decode({ dtype: "f4", bdata: "" }).length, 0);
  assert.throws(() => decode({ dtype: "i8", bdata: "" }), /i8/);
});

test("heights that numpy folded (np.diff along rows, then columns, wrapping) are unfolded", () => {
  const bytes = decode({ dtype: "u1", bdata: "AgIFDA95SkuUAAAAAADHAgLH" });
  assert.deepEqual(Array.from(unfold(bytes, 3)), [1, 2, 65535, 7, 0, 40000, 300, 65535, 9]);
});
