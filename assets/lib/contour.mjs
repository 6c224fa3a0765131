/** The contour a walker stands on: all places as high as this one. */

import { heightAt } from "./grid.mjs";
import { runsThrough, strokeRuns } from "./overlay.mjs";

const LIFT = 0.006;
const CLOSE = 5; // px: a chord of an arc as narrow as a walker's bead is half a pixel from it
const OTHERS = 0.55; // of full strength
const STRETCH = 16; // cells of a row that are passed over together

const measured = new WeakMap(); // of each grid: its stretches

// The sides of a cell that a level crosses, in pairs, by which of its corners are above it:
// 1 south-west, 2 south-east, 4 north-east, 8 north-west. Sides: 0 south, 1 east, 2 north, 3 west.
const CROSSED = [[], [3, 0], [0, 1], [3, 1], [1, 2], null, [0, 2], [3, 2], [2, 3], [2, 0], null, [2, 1], [1, 3], [1, 0], [0, 3], []];
const SADDLES = { 5: [[3, 0, 1, 2], [0, 1, 2, 3]], 10: [[0, 1, 2, 3], [3, 0, 1, 2]] }; // by whether their middle is above

/**
 * The lines where the ground is as high as `level`, by marching squares (Lorensen and Cline 1987, in two
 * dimensions): lists of places [u, v] from one end to the other; closed ones end where they began.
 */
export function contourLines(grid, level) {
  const links = linksOf(grid, level);
  const lines = [];
  const ends = [...links.keys()].filter((side) => links.get(side).length === 1);
  for (const first of [...ends, ...links.keys()]) {
    if (links.has(first)) lines.push(followed(links, first).map((side) => crossing(grid, level, side)));
  }
  return lines;
}

/** Which sides are joined inside a cell: side -> the one or two it leads to. */
function linksOf(grid, level) {
  const { cells, last } = grid;
  const { count, low, high } = stretchesOf(grid);
  const links = new Map();
  for (let j = 0; j < last; j++)
    for (let n = 0; n < count; n++) {
      if (!(low[j * count + n] <= level && level < high[j * count + n])) continue;
      const end = j * cells + Math.min((n + 1) * STRETCH, last);
      for (let k = j * cells + n * STRETCH; k < end; k++) linkCell(links, grid, level, k);
    }
  return links;
}

function linkCell(links, { heights, cells }, level, k) {
  const [a, b, c, d] = [heights[k], heights[k + 1], heights[k + cells + 1], heights[k + cells]];
  const above = (a > level) | ((b > level) << 1) | ((c > level) << 2) | ((d > level) << 3);
  if (above === 0 || above === 15 || Number.isNaN(a + b + c + d)) return;
  const sides = CROSSED[above] ?? SADDLES[above][Number((a + b + c + d) / 4 > level)];
  for (let n = 0; n < sides.length; n += 2) join(links, sideOf(k, cells, sides[n]), sideOf(k, cells, sides[n + 1]));
}

/** The lowest and the highest corner of each stretch of cells, row by row: most of the ground is nowhere near a level. */
function stretchesOf(grid) {
  if (measured.has(grid)) return measured.get(grid);
  const { heights, cells, last } = grid;
  const count = Math.ceil(last / STRETCH);
  const [low, high] = [Infinity, -Infinity].map((none) => new Float64Array(count * last).fill(none));
  for (let at = 0; at < low.length; at++) {
    const [j, from] = [Math.floor(at / count), (at % count) * STRETCH];
    for (const row of [j, j + 1])
      for (const h of heights.subarray(row * cells + from, row * cells + Math.min(from + STRETCH, last) + 1)) {
        if (h < low[at]) low[at] = h;
        if (h > high[at]) high[at] = h;
      }
  }
  measured.set(grid, { count, low, high });
  return measured.get(grid);
}

/** A side's number: of the corner it starts from, and whether it goes north. */
const sideOf = (k, cells, side) => [2 * k, 2 * (k + 1) + 1, 2 * (k + cells), 2 * k + 1][side];

function join(links, a, b) {
  for (const [from, to] of [[a, b], [b, a]]) {
    if (links.has(from)) links.get(from).push(to);
    else links.set(from, [to]);
  }
}

/** The sides from one on, taken out of the links. */
function followed(links, first) {
  const line = [first];
  for (let side = first, next; ; side = next) {
    const ways = links.get(side);
    links.delete(side);
    next = ways?.find((way) => links.has(way));
    if (next === undefined) return ways?.includes(first) && line.length > 2 ? [...line, first] : line;
    line.push(next);
  }
}

function crossing({ heights, cells }, level, side) {
  const k = side >> 1;
  const north = side & 1;
  const [from, to] = [heights[k], heights[k + (north ? cells : 1)]];
  const share = (level - from) / (to - from);
  const [u, v] = [k % cells, Math.floor(k / cells)];
  return north ? [u, v + share] : [u + share, v];
}

/** Draw the contour under a spot; fainter, the other places as high. Cut-off ground is level: nobody stands on a contour there. */
export function drawContour(ctx, spot, { color, halo, size }) {
  const [own, others] = spot.once("contour", () => runsOf(spot));
  strokeRuns(ctx, others, color, 1.3 * size, OTHERS);
  strokeRuns(ctx, own, halo, 3 * size, 0.8);
  strokeRuns(ctx, own, color, 1.6 * size);
}

/** [runs of the line that passes the walker, runs of all other ones]. */
function runsOf(spot) {
  const { grid, lens, u, v } = spot;
  const level = heightAt(grid, u, v);
  const lines = spot.shared("contour", () => contourLines(grid, level));
  const own = nearest(lines, u, v);
  const runs = (line) => runsThrough(thinned(line.map((where) => lens.ground(...where, level + LIFT))));
  return [own ? runs(own) : [], lines.filter((line) => line !== own).flatMap(runs)];
}

/** Without points that lie within CLOSE of the one before, but for the last. */
function thinned(points) {
  let before = points[0];
  return points.filter((point, n) => {
    const kept = n === 0 || n === points.length - 1 || !(Math.hypot(point.x - before.x, point.y - before.y) < CLOSE);
    if (kept) before = point;
    return kept;
  });
}

/** The line that comes nearest to a place. */
function nearest(lines, u, v) {
  const away = lines.map((line) => Math.min(...line.map(([x, y]) => Math.hypot(x - u, y - v))));
  return lines[away.indexOf(Math.min(...away))];
}
