/** What the page says in Russian, with the words of its own catalogue. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { captionOf, figure, mountaineerSentence, rateText, recordedText, spoken, updateText, whyText } from "../../assets/lib/captions.mjs";
import { speedText } from "../../assets/lib/clock.mjs";
import { FilmDesk } from "../../assets/lib/film_desk.mjs";
import { cellText, placeText, tempoText } from "../../assets/lib/raster_words.mjs";
import { rateWords } from "../../assets/lib/rate_chart.mjs";
import { stepText } from "../../assets/lib/readout.mjs";
import { spoken as told } from "../../assets/lib/speaker.mjs";
import { rateSentence, sweepWords } from "../../assets/lib/sweep.mjs";
import { columnsOf, csvOf } from "../../assets/lib/table.mjs";
import { roughly, sizeText } from "../../assets/lib/weight.mjs";
import { speak } from "../../assets/lib/words.mjs";
import { climbOf, spokenIn } from "./helpers.mjs";

beforeEach(() => speak(spokenIn("ru")));
afterEach(() => speak({ language: "en", words: {} }));

const DESCENT = climbOf([[[0, 0], [0.25, 0], [0.25, -0.5]]], { limits: [0.5, 0.5, 0.5], losses: [9.5, 4, 1] });

for (const [text, said] of [
  [() => figure(-1.5), "−1,500"],
  [() => figure(0.000123456), "1,23e−4"],
  [() => rateText(0.1), "0,1"],
  [() => rateWords(1e-5), "1e-5"],
  [() => rateWords(0.25), "0,25"],
  [() => speedText(0.5), "0,5×"],
  [() => sizeText(999_001), "1000 кБ"],
  [() => sizeText(2_340_000), "2,3 МБ"],
  [() => roughly(2_340_000), "2 МБ"],
  [() => placeText([1.5, -2]), "(1,50; −2,00)"],
])
  test(`a number is read as ${said}`, () => assert.equal(text(), said));

for (const [points, said] of [[1, "1 точка"], [3, "3 точки"], [5, "5 точек"], [11, "11 точек"], [21, "21 точка"], [102, "102 точки"]])
  test(`a recorded walk of ${said}`, () => {
    assert.equal(recordedText({ name: "SGD", steps: points - 1, pace: 1 }), `SGD: записанный путь, ${said}, по одной за шаг`);
    assert.match(recordedText({ name: "SGD", steps: points - 1, pace: 2.5 }), /, по 2,5 за шаг$/);
  });

const RASTER = { rows: 1, columns: 1, first: 1, endings: ["stuck"], minima: [[1, 2.5]], x: [0, 1], y: [0, 1], rate: 0.1, line: null, rates: null, steps: 100 };
for (const [steps, said] of [[1, "1 шаг"], [4, "4 шага"], [12, "12 шагов"], [31, "31 шаг"]])
  test(`a cell that arrives in ${said}`, () => {
    const raster = { ...RASTER, classes: [1], when: [steps] };
    assert.equal(cellText(raster, {}, 0, 0, false), `из (0,500; 0,500): минимум (1,00; 2,50) за ${said}`);
    assert.equal(tempoText(raster), `все за ${said}`);
  });

const SWEEP = {
  looks: { crawling: { words: "ещё ползёт" }, left: { words: "ушёл с карты" } },
  rates: [1e-4, 0.05], kinds: ["crawling", "left"], steps: [1, 3], losses: [0.5, 9], limit: 0.125, best: 1,
};

test("a sweep in words", () => {
  assert.equal(rateSentence(SWEEP, 0, false), "скорость 1e-4: ещё ползёт после 1 шага, итоговые потери 0,5000");
  const said = "Скорости от 1e-4 до 1e-4 — ещё ползёт; от 0,05 до 0,05 — ушёл с карты. Предел: 0,125. Лучшая: скорость 0,05: ушёл с карты на шаге 3, итоговые потери 9,000.";
  assert.equal(sweepWords(SWEEP, false), said);
});

for (const [count, said] of [[1, "1 участок"], [2, "2 участка"], [8, "8 участков"]])
  test(`a sweep with ${said} more than are told`, () => {
    const kinds = Array.from({ length: 12 + count }, (_, i) => (i % 2 ? "left" : "crawling"));
    assert.match(sweepWords({ ...SWEEP, kinds, rates: kinds.map((_, i) => i + 1), limit: null, best: null }, false), new RegExp(`; и ещё ${said}\\.$`));
  });

test("a walker's caption, and what is said of it aloud", () => {
  const caption = captionOf(DESCENT, 0, 1);
  assert.equal(caption.x, "0,2500 − 0,1 × 0,000 = 0,2500");
  assert.equal(spoken(1, caption), "Путник 2, скорость 0,1: шаг 1, потери 4,0000, курс 180°, поворот направо на 90°.");
  assert.equal(spoken(0, { ...caption, rule: "Adam" }).split(":")[0], "Путник 1, Adam, скорость 0,1");
  assert.equal(told(DESCENT, 1), "Путник 1, скорость 0,1: шаг 1, потери 4,0000.");
  assert.equal(stepText(DESCENT, 1), "шаг 1\n1: 4,0000");
});

test("how a rate compares with its limit, and how a mountaineer turns", () => {
  assert.equal(whyText(DESCENT, 0, 0), "0,100 — это 0,200 предела 0,500: затухает");
  assert.equal(mountaineerSentence(124, 10, 0.3), "был 124°, склон ведёт на 10°, поворот на 0,3 от −114°: теперь 89,8°");
});

test("the update as an equation, and as one of few words", () => {
  assert.equal(updateText(DESCENT), "новый вес = старый вес − скорость обучения × градиент");
  assert.equal(updateText({ ...DESCENT, uphill: true }, true), "новый = старый + скорость × градиент");
});

const SPANS = Object.fromEntries(["walk", "lead", "hold", "pause", "turn"].map((key) => [key, { least: 0, most: 60, usual: 0 }]));
for (const [walk, said] of [[0.5, "1,7 с, 51 кадр, шагов в секунду: 4, 1 пауза"], [0.8, "2,0 с, 60 кадров, шагов в секунду: 2,5, 1 пауза"]])
  test(`a film of ${said}`, () => {
    const mp4 = { suffix: ".mp4", single: false, options: [], weights: { "": [0.1, 0.003, 0.02] } };
    const page = { constants: { formats: { mp4 }, sizes: { hd: { width: 1280, height: 720 } }, options: {}, parts: [], spans: SPANS, sides: { width: {}, height: {} }, finest: { width: 7680, height: 4320 } }, stage: { climb: { ...DESCENT, surface: "bowl", endings: [{ step: 1 }] } } };
    const [, name] = new FilmDesk(page, {}).describe(["mp4", "hd", 30, "even", "terrain", [], "screen", "0", "", "", null, null, walk, 0, 0.2, 1, 0]);
    assert.match(name, new RegExp(`: 1280 × 720, ${said}, около \\d+ кБ$`));
  });

test("a table's heads are read, its file is data: English heads, and points", () => {
  const travels = [{ loss: 0.5, walked: 1.25, away: null }];
  const climb = { ...DESCENT, rules: [{ name: "Adam" }], travels };
  assert.deepEqual(columnsOf(false).slice(0, 2).map(({ head }) => head), ["Walker", "Rate"]);
  assert.equal(columnsOf(false)[5].text(columnsOf(false)[5].value(climb, 0)), "0,5000");
  assert.match(csvOf(climb, [0]), /^walker,learning rate,rule.*\r\n1,0\.1,Adam,still crawling,2,0\.5,1\.25,\r\n$/);
});
