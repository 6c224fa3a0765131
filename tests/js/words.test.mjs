import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { language, numeral, speak, t, tn } from "../../assets/lib/words.mjs";

const ENGLISH = { language: "en", words: {} };
const RUSSIAN = { language: "ru", words: { "start at {place}": "старт: {place}", "{n} step": ["{n} шаг", "{n} шага", "{n} шагов"] } };
afterEach(() => speak(ENGLISH));

test("English is said as it stands in the code", () => {
  assert.equal(language(), "en");
  assert.equal(t("start at {place}", { place: "(1, 2)" }), "start at (1, 2)");
  assert.equal(tn("{n} step", "{n} steps", 1), "1 step");
  assert.equal(tn("{n} step", "{n} steps", 0), "0 steps");
});

test("a brace that names no value stays", () => {
  assert.equal(t("\\frac{1}{n}", { place: 1 }), "\\frac{1}{n}");
});

test("Russian counts in three forms", () => {
  speak(RUSSIAN);
  const said = [1, 3, 5, 11, 21, 22].map((n) => tn("{n} step", "{n} steps", n));
  assert.deepEqual(said, ["1 шаг", "3 шага", "5 шагов", "11 шагов", "21 шаг", "22 шага"]);
});

test("what has no translation is said in English, a value is never read as a text", () => {
  speak(RUSSIAN);
  assert.equal(t("saddle"), "saddle");
  assert.equal(t("start at {place}", { place: "{n} step" }), "старт: {n} step");
});

test("decimal signs are those of the reader", () => {
  assert.equal(numeral("−0.25"), "−0.25");
  speak(RUSSIAN);
  assert.equal(numeral("−0.25"), "−0,25");
});
