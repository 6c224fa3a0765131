/** What is said about a walker, against tables worked out by hand. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { captionOf, directionsText, figure, heading, mountaineerSentence, rateText, turn, updateOf, updateText, spoken, whyText } from "../../assets/lib/captions.mjs";
import { equationOf } from "../../assets/lib/film_words.mjs";
import { climbOf, close, seeded } from "./helpers.mjs";

for (const [value, text] of [
  [1.23456, "1.235"], [12.3456, "12.35"], [123.456, "123.5"], [1234.56, "1235"], [12345.6, "12346"],
  [0.123456, "0.1235"], [0.0123456, "0.01235"], [0.00123456, "0.00123"],
  [123456, "1.23e5"], [0.000123456, "1.23e−4"], [-0.000123456, "−1.23e−4"], [-6.02e23, "−6.02e23"],
  [0, "0.000"], [-0, "0.000"], [-1.5, "−1.500"], [1, "1.000"], [10, "10.00"], [0.001, "0.00100"],
  [NaN, "–"], [Infinity, "∞"], [-Infinity, "−∞"],
  // rounding up to the next power of ten must not add a digit
  [9.99996, "10.00"], [99.9996, "100.0"], [999.96, "1000"], [0.99996, "1.000"], [-9.99996, "−10.00"],
  [99999.7, "1.00e5"], [5e-324, "4.94e−324"],
])
  test(`figure ${value}`, () => assert.equal(figure(value), text));

test("figures are near their value and narrow, for any size and sign; 5 digits show 5", () => {
  const random = seeded(15);
  for (let n = 0; n < 2000; n++) {
    const value = random(-1, 1) * 10 ** random(-30, 30);
    const text = figure(value);
    close(Number(text.replaceAll("−", "-")) / value, 1, 0.006, text);
    assert.match(text, /^−?\d[\d.]*(e−?\d+)?$/);
    assert.ok(text.length <= (value < 0 ? 9 : 8), text);
  }
  assert.deepEqual([Math.PI, 31.4159265, 314159.265, 3.14159265e-7].map((v) => figure(v, 5)), ["3.1416", "31.416", "314159", "3.142e−7"]);
});

test("a rate is said as it was typed", () => {
  const rates = [0.1, 0.30000000000000004, 1e-7, 12, 0.123456789];
  assert.deepEqual(rates.map(rateText), ["0.1", "0.3", "1e-7", "12", "0.123457"]);
});

for (const [dx, dy, degrees] of [[0, 1, 0], [1, 1, 45], [1, 0, 90], [1, -1, 135], [0, -1, 180], [-1, 0, 270], [-1, 1, 315], [-1e-20, 1, 0]])
  test(`heading of ${dx} east, ${dy} north`, () => {
    close(heading(dx, dy), degrees);
    assert.ok(heading(dx, dy) < 360);
  });

for (const [from, to, change] of [[124, 10, -114], [10, 124, 114], [350, 10, 20], [10, 350, -20], [0, 180, 180], [180, 0, 180], [270, 90, 180], [45, 45, 0], [359.5, 0.5, 1]])
  test(`turn from ${from} to ${to}`, () => assert.equal(turn(from, to), change));

// The same sentences as tests/walk/test_compass.py has for the walker's own words.
for (const [was, seen, trust, sentence] of [
  [124, 10, 0.3, "was 124°, the slope says 10°, turning 0.3 of −114°: now 89.8°"],
  [350, 10, 0.5, "was 350°, the slope says 10°, turning 0.5 of 20°: now 0°"],
  [0, 359.97, 1, "was 0°, the slope says 0°, turning 1 of 0°: now 0°"],
  [90, 270, 0.1, "was 90°, the slope says 270°, turning 0.1 of 180°: now 108°"],
])
  test(`the mountaineer from ${was} to ${seen}`, () => assert.equal(mountaineerSentence(was, seen, trust), sentence));

test("the mountaineer's sentence of the first step, and of no slope in sight", () => {
  assert.equal(mountaineerSentence(null, 10, 0.3), "the slope says 10°: now 10°");
  assert.equal(mountaineerSentence(124.04, null, 0.3), "no slope in sight: still 124°");
  assert.equal(mountaineerSentence(null, null, 0.3), "no slope in sight");
});

test("32 bits on either side of straight behind: the mountaineer turned right", () => {
  const [was, behind] = [heading(Math.fround(0.6), Math.fround(0.8)), heading(Math.fround(-0.6), Math.fround(-0.8))];
  for (const hair of [-1e-5, 0, 1e-5]) assert.match(mountaineerSentence(was, behind + hair, 0.5), /0\.5 of 180°: now 126\.9°$/);
});

const CLIMB = climbOf([[[9, 9], [9, 9], [9, 9], [9, 9]], [[1, 2], [0.5, 2.5], [0.5, 2], [NaN, NaN]]], {
  rates: [0.1, 0.25],
  losses: Float32Array.of(0, 0, 0, 0, 5, 4, 3, NaN),
  gradients: Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 2, -2, 0, 2, 1, 1, NaN, NaN),
  endings: [
    { ending: "crawling", step: null, sentence: "still crawling" },
    { ending: "blew_up", step: 3, sentence: "blew up at step 3" },
  ],
});

test("the update says new = old - rate x gradient, with the numbers of that step", () => {
  const { x, y } = updateOf(CLIMB, 1, 0);
  assert.equal(x, "1.000 − 0.25 × 2.000 = 0.5000");
  assert.equal(y, "2.000 − 0.25 × (−2.000) = 2.500");
  assert.equal(updateOf({ ...CLIMB, uphill: true }, 1, 0).x, "1.000 + 0.25 × 2.000 = 0.5000");
});

test("the heading of the step, and the turn into it", () => {
  const said = [0, 1, 2].map((k) => updateOf(CLIMB, 1, k)).map(({ heading, turned }) => [heading, turned]);
  assert.deepEqual(said, [["315°", ""], ["180°", "↺ 135°"], ["–", ""]]);
  assert.deepEqual(updateOf(CLIMB, 0, 1).heading, "–", "a walker at rest heads nowhere");
  const straight = updateOf(climbOf([[[0, 0], [1, 0], [2, 0], [2, -1]]]), 0, 1);
  assert.equal(straight.heading, "90°");
  assert.match(straight.turned, /\b0°/);
  const right = updateOf(climbOf([[[0, 0], [1, 0], [2, 0], [2, -1]]]), 0, 2);
  assert.deepEqual([right.heading, right.turned], ["180°", "↻ 90°"]);
});

// The same table as tests/walk/test_why.py has for the walk's own words.
for (const { rate, limit, uphill, sentence } of JSON.parse(readFileSync(new URL("../why.json", import.meta.url), "utf8")))
  test(`a rate of ${rate} beside a limit of ${limit}, ${uphill ? "up" : "down"}`, () => {
    const numbers = Float32Array.of(Number(String(limit).replace("inf", "Infinity")), NaN);
    assert.equal(whyText(climbOf([[[0, 0], [1, 1]]], { rates: [rate], limits: numbers, uphill }), 0, 0), sentence);
  });

test("a limit is that of the place where the last update began", () => {
  const climb = { ...CLIMB, limits: Float32Array.of(1, 2, 3, 4, 0, 0, 0, 0), schedule: Float32Array.of(9, 9, 6, 0, 0, 0) };
  assert.equal(captionOf(climb, 0, 3).remark.text, "rate 6.00 is 2.00 times the limit 3.00: it overshoots");
});

test("the ending is said from its own step on, or at the end", () => {
  const said = (i, times) => times.map((time) => captionOf(CLIMB, i, time)).map(({ step, kind, ending, outcome }) => [step, kind, ending, outcome]);
  assert.deepEqual(said(1, [0, 2.99, 3]), [[0, "walking", "", ""], [2, "walking", "", ""], [3, "blew_up", "blew up at step 3", "blew up"]]);
  assert.deepEqual(said(0, [2.99, 3]), [[2, "walking", "", ""], [3, "crawling", "still crawling", "still crawling"]]);
  const { rate, loss, k } = captionOf(CLIMB, 1, 3);
  assert.deepEqual([rate, loss, k], ["0.25", "–", 2], "the last update stays, the loss of the end shows");
  assert.equal(captionOf(CLIMB, 1, 1.5).loss, "4.0000");
});

test("another rule's update says the step it really takes, with the rate of that step", () => {
  const moved = { ...CLIMB, rules: [{ key: "gradient_descent", name: "Gradient descent" }, { key: "adam", name: "Adam" }] };
  moved.moves = Float32Array.of(0, 0, 0, 0, 0, 0, -0.5, 0.5, 0, -0.5, NaN, NaN);
  moved.schedule = Float32Array.of(0.1, 0.1, 0.1, 0.25, 0.125, 0.1);
  assert.equal(updateOf(moved, 1, 0).x, "1.000 − 0.2500 × 2.000 = 0.5000");
  assert.equal(updateOf(moved, 1, 1).y, "2.500 − 0.1250 × 4.000 = 2.000");
  assert.equal(updateOf({ ...moved, uphill: true }, 1, 0).x, "1.000 + 0.2500 × (−2.000) = 0.5000");
  assert.deepEqual([0, 1].map((i) => captionOf(moved, i, 0).rule), ["rate", "Adam"]);
  assert.equal(captionOf(CLIMB, 1, 0).rule, "rate");
});

test("a rate that a hand drives is that of the moment, and is said to be driven", () => {
  const rules = [{ key: "gradient_descent", changes: [[1, 0.5]] }, { key: "adam", name: "Adam", changes: [[0, 3], [2, 4]] }];
  const driven = (i, time) => captionOf({ ...CLIMB, rules }, i, time);
  assert.deepEqual([0, 0.9, 1, 2].map((time) => driven(0, time).rate), ["0.1", "0.1", "0.5", "0.5"]);
  assert.deepEqual([0, 1].map((i) => driven(i, 0).rule), ["by hand", "Adam, by hand"]);
  assert.ok(driven(1, 0).byHand && !captionOf(CLIMB, 1, 0).byHand);
});

test("a caption is spoken in one sentence", () => {
  const caption = { rule: "rate", rate: "0.1", step: 3, loss: "2.500", heading: "10°", turned: "↺ 114°", ending: "", remark: { kind: "limit", text: "no limit is known here" } };
  assert.equal(spoken(1, caption), "Walker 2, rate 0.1: step 3, loss 2.500, heading 10°, turned left 114°.");
  assert.equal(
    spoken(0, { ...caption, heading: "–", turned: "", ending: "reached the bottom at step 3" }),
    "Walker 1, rate 0.1: step 3, loss 2.500, heading –, reached the bottom at step 3.",
  );
  assert.match(spoken(0, { ...caption, rule: "Adam" }), /^Walker 1, Adam, rate 0\.1: /);
  const turns = { ...caption, remark: { kind: "turn", text: "was 124°, now 10°" } };
  assert.match(spoken(0, turns), /turned left 114°, was 124°, now 10°\.$/);
});

test("the equation over all names the gradient where that is true, and says what else is a direction", () => {
  const plain = { key: "gradient_descent", name: "Gradient descent", changes: [], direction: "the gradient" };
  const adam = { key: "adam", name: "Adam", changes: [], direction: "what it makes of the gradients so far" };
  const [descent, both] = [[plain, plain], [plain, adam]].map((rules) => ({ ...CLIMB, rules }));
  assert.equal(updateText(descent), "new weight = old weight − learning rate × gradient");
  assert.equal(updateText({ ...both, uphill: true }, true), "new = old + rate × direction");
  assert.deepEqual([directionsText(descent), directionsText({ ...CLIMB, rules: [adam, adam] })], ["", "Adam: the direction is what it makes of the gradients so far"]);
  assert.equal(directionsText(both).split("\n").length, 2);
  assert.deepEqual([0, 1].map((i) => captionOf(both, i, 0).direction), ["the gradient", "the direction (Adam: what it makes of the gradients so far)"]);
  assert.equal(captionOf({ ...CLIMB, uphill: true }, 0, 0).sign, "plus");
  assert.equal(equationOf(descent), "new = old − rate × gradient");
  assert.equal(equationOf({ ...CLIMB, rules: [adam, adam], uphill: true }), "climbing: Adam: new = old + rate × direction");
  assert.equal(equationOf(both), "new = old − rate × direction");
});
