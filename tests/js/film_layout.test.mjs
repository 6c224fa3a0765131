/** A film's frame: nothing overlaps and nothing leaves it, whatever is chosen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutFrame } from "../../assets/lib/film_layout.mjs";

const SIZES = [[1280, 720], [1920, 1080], [1080, 1080], [3840, 2160], [1080, 1920], [640, 360], [500, 900], [2160, 500]];
const SLACK = 1; // px, for whole numbers

const apart = (a, b) =>
  a.x + a.width <= b.x + SLACK || b.x + b.width <= a.x + SLACK || a.y + a.height <= b.y + SLACK || b.y + b.height <= a.y + SLACK;
const within = (a, b) =>
  a.x >= b.x - SLACK && a.y >= b.y - SLACK && a.x + a.width <= b.x + b.width + SLACK && a.y + a.height <= b.y + b.height + SLACK;

function* choices() {
  for (const [width, height] of SIZES)
    for (let count = 1; count <= 9; count++)
      for (const arrangement of ["screen", "row", "grid"])
        for (let bits = 0; bits < 32; bits++)
          yield { width, height, count, parts: { arrangement, map: Boolean(bits & 1), race: Boolean(bits & 2), numbers: Boolean(bits & 4), data: Boolean(bits & 8), footer: bits & 16 ? "mine" : "" } };
}

function each(check) {
  for (const { width, height, count, parts } of choices()) {
    const frame = layoutFrame(width, height, count, parts);
    check(frame, { width, height, count, parts }, JSON.stringify({ width, height, count, parts }));
  }
}

test("nothing overlaps, nothing leaves the frame", () => {
  each(({ title, footer, panels, map, data, race }, { width, height, parts }, what) => {
    assert.equal(Boolean(footer), Boolean(parts.footer), what);
    const all = [title, footer, ...panels.map(({ card }) => card), map, data, race].filter(Boolean);
    const frame = { x: 0, y: 0, width, height };
    all.forEach((one, i) => {
      assert.ok(one.width > 0 && one.height > 0 && within(one, frame), what);
      for (const other of all.slice(i + 1)) assert.ok(apart(one, other), `${what}: ${JSON.stringify([one, other])}`);
    });
  });
});

test("each panel has a mountain inside its card, with room for its words", () => {
  each(({ panels, size }, { count }, what) => {
    assert.equal(panels.length, count, what);
    for (const { card, scene } of panels) {
      assert.ok(within(scene, card), what);
      assert.ok(scene.y - card.y >= 26 * size && card.y + card.height - scene.y - scene.height >= 24 * size - SLACK, what);
      assert.ok(Math.abs(scene.height - panels[0].scene.height) <= SLACK && scene.width === panels[0].scene.width, what);
    }
  });
});

test("map, data and race are there when they were chosen, below the mountains from left to right or beside them from the top", () => {
  each(({ map, data, race, panels, size }, { width, height, parts }, what) => {
    assert.deepEqual([map, data, race].map(Boolean), [parts.map, parts.data, parts.race], what);
    const strip = [map, data, race].filter(Boolean);
    const cards = panels.map(({ card }) => card);
    const [right, lowest] = [Math.max(...cards.map(({ x, width: w }) => x + w)), Math.max(...cards.map(({ y, height: h }) => y + h))];
    const below = strip.every(({ y }) => y > lowest);
    for (const part of strip) assert.ok(below ? part.width > Math.min(0.2 * width, part.height) : part.x > right && part.height > 0.2 * height, what);
    strip.slice(1).forEach((part, i) => assert.ok((below ? part.x - strip[i].x - strip[i].width : part.y - strip[i].y - strip[i].height) > 5 * size, what));
    const filled = strip.reduce((sum, part) => sum + (below ? part.width / width : part.height / height), 0);
    if (strip.length) assert.ok(filled > (below ? 0.9 : 0.8), what);
  });
});

test("a row is one line, a grid has no more lines than columns and one", () => {
  const lines = (arrangement, count) => new Set(layoutFrame(1280, 720, count, { arrangement, map: true, race: true }).panels.map(({ card }) => card.y)).size;
  for (let count = 1; count <= 9; count++) {
    assert.equal(lines("row", count), 1);
    assert.equal(lines("grid", count), Math.ceil(count / Math.ceil(Math.sqrt(count))));
  }
});

test("mountains are never smaller than in another arrangement, and one or two of them have the strip beside them", () => {
  const chosen = { map: true, race: true, numbers: true };
  const large = (arrangement, count, [width, height]) => {
    const { scene } = layoutFrame(width, height, count, { ...chosen, arrangement }).panels[0];
    return Math.min(scene.width / 1.15, scene.height);
  };
  for (const size of SIZES)
    for (let count = 1; count <= 9; count++)
      for (const other of ["row", "grid"]) assert.ok(large("screen", count, size) >= large(other, count, size), `${size} ${count} ${other}`);
  const beside = [1, 2, 3, 4].map((count) => {
    const { map, race } = layoutFrame(1280, 720, count, chosen);
    return map.x === race.x;
  });
  assert.deepEqual(beside, [true, true, false, false]);
});

test("all walkers on one mountain: their words stand beside it, or above it where the card is high", () => {
  const of = (width, height) => layoutFrame(width, height, 1, { walkers: 4, numbers: true }).panels[0];
  const [wide, high] = [of(1280, 720), of(1080, 1920)];
  assert.ok(wide.scene.x - wide.card.x > 300 && wide.scene.height === Math.floor(wide.card.height));
  assert.ok(high.scene.y - high.card.y > 100 && high.scene.width === Math.floor(high.card.width));
});

test("numbers stand under mountains that are wide enough, and only when chosen", () => {
  const has = (count, numbers) => layoutFrame(1280, 720, count, { map: false, race: false, numbers }).numbers;
  assert.deepEqual([has(1, true), has(3, true), has(1, false)], [true, true, false]);
});

test("twice the size is the same picture, twice as large", () => {
  const parts = { map: true, race: true, numbers: true };
  const [small, large] = [layoutFrame(1280, 720, 3, parts), layoutFrame(2560, 1440, 3, parts)];
  const flat = ({ title, panels, map, race }) => [title, ...panels.flatMap(Object.values), map, race].flatMap(Object.values);
  flat(small).forEach((value, i) => assert.ok(Math.abs(2 * value - flat(large)[i]) <= 3, String(i)));
});
