/** The address bar: what it says, and when it is a new entry of the history. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { AddressBar, embedCode, embedded, isEmbedded, queryOf } from "../../assets/lib/link.mjs";

const USUAL = { layout: "side", linked: true, race: "linear", mesh: 120, look: null };
const CAMERA = [1.25, -2, 0.5, 0, 0, -0.06];

for (const [name, view, cameras, playhead, more] of [
  ["all as usual", {}, [], 0, ""],
  ["the layout", { layout: "together" }, [], 0, "&view=together"],
  ["cameras of their own", { linked: false }, [], 0, "&linked=0"],
  ["a log race", { race: "log" }, [], 0, "&race=log"],
  ["a finer mesh", { mesh: 200 }, [], 0, "&mesh=200"],
  ["basins of walker 3", { basins: 3 }, [], 0, "&basins=3"],
  ["a chosen look", { look: "slate" }, [], 0, "&look=slate"],
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

function bar() {
  const written = [];
  const write = (how) => (state, title, url) => written.push(`${how} ${url}`);
  const address = new AddressBar({ state: null, pushState: write("push"), replaceState: write("replace") }, 400);
  return { address, written };
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
