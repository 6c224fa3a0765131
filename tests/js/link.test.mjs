/** The address bar: what it says, and when it is a new entry of the history. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { embedCode, embedded, inLanguage, isEmbedded, languageOf, queryOf, storyOf } from "../../assets/lib/link.mjs";

const USUAL = { layout: "side", linked: true, race: "linear", mesh: 120, look: null };
const CAMERA = [1.25, -2, 0.5, 0, 0, -0.06];

for (const [name, view, cameras, playhead, more] of [
  ["all as usual", {}, [], 0, ""],
  ["the layout", { layout: "together" }, [], 0, "&view=together"],
  ["cameras of their own", { linked: false }, [], 0, "&linked=0"],
  ["a log race", { race: "log" }, [], 0, "&race=log"],
  ["a finer mesh", { mesh: 200 }, [], 0, "&mesh=200"],
  ["basins of walker 3", { basins: 3 }, [], 0, "&basins=3"],
  ["a camera that moves", { motion: "orbit" }, [], 0, "&motion=orbit"],
  ["what is drawn where walkers stand", { knows: ["plane", "arrow"] }, [], 0, "&knows=arrow,plane"],
  ["that nothing is", { knows: [] }, [], 0, "&knows=none"],
  ["that the usual is, in whatever order", { knows: ["sight", "arrow"] }, [], 0, ""],
  ["a chosen look", { look: "slate" }, [], 0, "&look=slate"],
  ["a language that was chosen", { lang: "ru" }, [], 0, "&lang=ru"],
  ["a camera", {}, [CAMERA], 0, "&camera=1.25,-2,0.5,0,0,-0.06"],
  ["two cameras", {}, [CAMERA, CAMERA], 0, "&camera=1.25,-2,0.5,0,0,-0.06;1.25,-2,0.5,0,0,-0.06"],
  ["the playhead", {}, [], 12.34567, "&at=12.346"],
  ["a whole step", {}, [], 7, "&at=7"],
  ["nearly the start", {}, [], 0.0001, ""],
])
  test(`the query says ${name}`, () => assert.equal(queryOf("surface=bowl", { ...USUAL, ...view }, cameras, playhead), `surface=bowl${more}`));

test("a query is read back by the browser's own reader", () => {
  const query = queryOf("surface=bowl&rates=0.1,1", { ...USUAL, race: "log" }, [CAMERA], 3);
  const read = Object.fromEntries(new URLSearchParams(query));
  assert.deepEqual(read, { surface: "bowl", rates: "0.1,1", race: "log", camera: "1.25,-2,0.5,0,0,-0.06", at: "3" });
});

test("a story's link keeps the ground and the look, and nothing of a walk", () => {
  const walked = "surface=plane&parameter.a=2&start=1,1&rates=0.1&direction=up&steps=9&rule=adam&schedule=step(gamma:0.5)&hand=1:2&race=log&look=paper&camera=1,1,1,0,0,0&motion=orbit&at=3";
  assert.equal(storyOf(walked), "surface=plane&parameter.a=2&race=log&look=paper");
});

test("the same query in another language has one language, and all else as it was", () => {
  for (const query of ["surface=beale&at=3", "surface=beale&lang=ru&at=3"]) assert.equal(inLanguage(query, "en"), "surface=beale&at=3&lang=en");
  assert.equal(inLanguage("", "ru"), "lang=ru");
  assert.equal(languageOf("?surface=beale&lang=ru"), "ru");
  assert.equal(languageOf("?surface=beale"), "");
});

test("the page inside another one keeps saying so", () => {
  assert.equal(embedded("surface=beale"), "surface=beale&embed=1");
  assert.ok(isEmbedded(`?${embedded("surface=beale")}`));
  for (const search of ["", "?surface=beale", "?embed=0", "?embed", "?unembed=1"]) assert.ok(!isEmbedded(search));
});

test("the code to embed a page is one element, whatever its name", () => {
  const code = embedCode("http://here/?surface=beale&at=3", `a "b" <c> & d`);
  assert.match(code, /^<iframe src="http:\/\/here\/\?surface=beale&amp;at=3&amp;embed=1" title="Fall Line: a &quot;b&quot; &lt;c&gt; &amp; d"\s[^<>]*><\/iframe>\n$/);
  assert.match(embedCode("http://here/", "x"), /src="http:\/\/here\/\?[^"]*embed=1"/);
});
