/** What the tests share: seeded numbers, made-up grounds and climbs, and a context that remembers. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { makeGrid } from "../../assets/lib/grid.mjs";

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function seeded(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return (low = 0, high = 1) => low + (high - low) * next();
}

/** Numbers, or nested lists of them, that agree within `within`. */
export function close(actual, expected, within = 1e-9, what = "") {
  const [a, b] = [[actual].flat(3), [expected].flat(3)];
  assert.equal(a.length, b.length, what);
  a.forEach((value, i) => assert.ok(Math.abs(value - b[i]) <= within, `${what} [${i}]: ${value} is not ${b[i]}`));
}

/** A ground of heights f(u, v) from 0 to 1, packed as the server packs it. */
export function ground(f, cells = 41, x = [-2, 2], y = [-1, 3]) {
  const packed = Uint16Array.from({ length: cells * cells }, (_, k) => Math.round(f(k % cells, Math.floor(k / cells)) * 65534));
  return Object.assign(makeGrid(packed, cells, x, y), { minima: [], maxima: [] });
}

/** A smooth ground with hills of 4 to 9 cells. */
export function hills(random, cells = 61) {
  const bumps = Array.from({ length: 6 }, () => [random(0, cells), random(0, cells), random(4, 9), random(0.2, 1)]);
  const sum = (u, v) => bumps.reduce((h, [a, b, wide, high]) => h + high * Math.exp(-(((u - a) ** 2 + (v - b) ** 2) / (2 * wide ** 2))), 0);
  const most = Math.max(...Array.from({ length: cells * cells }, (_, k) => sum(k % cells, Math.floor(k / cells))));
  return ground((u, v) => sum(u, v) / most, cells);
}

/** A climb of given walks: one list of [x, y] per walker; gradients and losses when they matter. */
export function climbOf(walks, more = {}) {
  const steps = walks[0].length - 1;
  const ending = { ending: "crawling", step: null, sentence: "still crawling", detail: "" };
  return {
    steps,
    uphill: false,
    rates: walks.map(() => 0.1),
    points: Float32Array.from(walks.flat(2)),
    gradients: Float32Array.from(walks.flat(2), () => 0),
    losses: Float32Array.from(walks.flat(1), () => 0),
    limits: Float32Array.from(walks.flat(1), () => NaN),
    endings: walks.map(() => ending),
    race: { best: 0 },
    ...more,
  };
}

/** A 2D context that draws nothing: `calls` holds each call with its arguments and the state it saw. */
export function recorder() {
  const [calls, saved] = [[], []];
  const state = { globalAlpha: 1, fillStyle: "", strokeStyle: "", lineWidth: 1, globalCompositeOperation: "source-over" };
  const get = (_, name) => {
    if (name === "calls") return calls;
    if (name in state) return state[name];
    return (...args) => {
      calls.push({ name, args, ...state });
      if (name === "save") saved.push({ ...state });
      if (name === "restore") Object.assign(state, saved.pop());
      return name === "measureText" ? { width: 7 * args[0].length } : undefined;
    };
  };
  return new Proxy(state, { get });
}

/** The page's words in a language, read from its catalogue as the server sends them. */
export function spokenIn(language) {
  const file = readFileSync(new URL(`../../surfaces/words/${language}/page.po`, import.meta.url), "utf-8");
  const entries = file.trim().split("\n\n").slice(1).map((entry) => {
    const texts = [...entry.matchAll(/^(msg\w+)[^"]*((?:".*"\n?)+)/gm)].map(([, kind, lines]) => [kind, lines.trim().split("\n").map((line) => JSON.parse(line)).join("")]);
    const said = texts.filter(([kind]) => kind === "msgstr").map(([, text]) => text);
    return [texts[0][1], said.length > 1 ? said : said[0]];
  });
  return { language, words: Object.fromEntries(entries) };
}

/** The calls of one name that a recorder heard. */
export const heard = (ctx, name) => ctx.calls.filter((call) => call.name === name);
