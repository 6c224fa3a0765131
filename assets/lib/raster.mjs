/**
 * A picture of many walks: for each start, or start and rate, how its walk ended and at which step.
 * Rows go up the map, or up the rates. A class from `first` on is a minimum, one below is an ending;
 * app/walk/basins.py says more.
 */

import { decode } from "./arrays.mjs";

export const UNKNOWN = -1; // the class of a cell that is not walked yet
const MOST = 0.98; // of the walks lie between `quick` and `slow`, but for as many beyond either end

/** An empty picture, as the first line of the server's answer describes it. */
export function makeRaster(about) {
  const cells = about.rows * about.columns;
  const rates = about.line && decode(about.rates);
  return { ...about, rates, minima: [...about.minima], classes: new Int16Array(cells).fill(UNKNOWN), when: new Uint16Array(cells), done: 0 };
}

/**
 * Put a part of an interlaced picture in its place. Until a finer one comes, a cell stands for its
 * neighbours to the right and above, as in the passes of a PNG.
 */
export function put(raster, part) {
  const [classes, steps] = [decode(part.classes), decode(part.steps)];
  const [, columns] = part.classes.shape;
  // The first row and column of a pass are 0, or half of what lies between two of them.
  const block = { tall: part.row % part.down || part.down, wide: part.column % part.right || part.right };
  classes.forEach((kind, n) => {
    const row = part.row + Math.floor(n / columns) * part.down;
    fill(raster, row, part.column + (n % columns) * part.right, block, kind, steps[n]);
  });
  raster.minima.push(...part.found);
  raster.done = part.done;
}

function fill({ rows, columns, classes, when }, row, column, { tall, wide }, kind, step) {
  const end = Math.min(column + wide, columns);
  for (let r = row; r < Math.min(row + tall, rows); r++) {
    classes.fill(kind, r * columns + column, r * columns + end);
    when.fill(step, r * columns + column, r * columns + end);
  }
}

/** Steps in which nearly all of the quickest and of the slowest walks reach a minimum; null where none does. */
export function tempo({ classes, when, first, steps }) {
  const counts = new Uint32Array(steps + 1);
  classes.forEach((kind, k) => kind >= first && counts[when[k]]++);
  const all = counts.reduce((a, b) => a + b, 0);
  if (!all) return null;
  const at = (share) => {
    let sum = 0;
    return counts.findIndex((count) => (sum += count) >= share * all && sum > 0);
  };
  return { quick: at(1 - MOST), slow: at(MOST) };
}

/** How much of the picture is of each class: [[class, share from 0 to 1]], the largest first. */
export function shares({ classes }) {
  const counts = new Map();
  for (const kind of classes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  counts.delete(UNKNOWN);
  return [...counts].map(([kind, count]) => [kind, count / classes.length]).sort((a, b) => b[1] - a[1]);
}

/** What is known of a cell: {start: [x, y], rate, kind, step}. */
export function cellOf(raster, row, column) {
  const k = row * raster.columns + column;
  const rate = raster.rates ? raster.rates[row] : raster.rate;
  return { start: startOf(raster, row, column), rate, kind: raster.classes[k], step: raster.when[k] };
}

function startOf({ rows, columns, x, y, line }, row, column) {
  const between = ([low, high], share) => low + share * (high - low);
  if (!line) return [between(x, (column + 0.5) / columns), between(y, (row + 0.5) / rows)];
  const share = columns > 1 ? column / (columns - 1) : 0;
  return [0, 1].map((axis) => between([line[0][axis], line[1][axis]], share));
}
