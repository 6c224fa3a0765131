/** The last step's overshoot: what was walked beyond the lowest place on its line (going up: the highest). */

import { moveOf } from "./captions.mjs";
import { heightAt, onMap } from "./grid.mjs";
import { drawHollow, runsThrough, strokeRuns } from "./overlay.mjs";
import { drapeSegment, place } from "./path.mjs";

const SHORT = 3; // cells: of a shorter step the slopes at its ends tell more than drawn heights
const FINE = 4; // places looked at in a cell
const SEEN = 2; // px: less than this nobody sees

/**
 * How much of the step that led to a spot was walked when the loss along its line was least, 0 to 1:
 * 1 is at the step's end, where nothing was overshot. NaN where that cannot be said.
 */
export function lowestShare(spot) {
  const { grid, climb, i, k } = spot;
  if (k === 0) return NaN;
  const ends = [...place(grid, climb, i, k - 1), spot.u, spot.v];
  const cells = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]);
  return cells < SHORT ? bySlopes(spot) : byHeights(grid, ends, cells, climb.uphill ? -1 : 1);
}

/** Where the slope along the step is level if it changes evenly: exact on ground of constant curvature. */
function bySlopes({ climb, i, k, at }) {
  const sign = climb.uphill ? -1 : 1;
  const [before, after] = [at - 1, at].map((row) => sign * [0, 1].reduce((sum, axis) => sum + climb.gradients[2 * row + axis] * moveOf(climb, i, k - 1, axis), 0));
  if (after <= 0) return 1;
  return before >= 0 ? 0 : before / (before - after);
}

/** The lowest of the drawn heights along the step, as far as it is on the map, to a quarter of a cell. */
function byHeights(grid, [u0, v0, u1, v1], cells, sign) {
  const span = onMap(grid, u0, v0, u1, v1);
  if (!span) return NaN;
  const [from, to] = span;
  const parts = Math.min(Math.max(Math.ceil(FINE * cells * (to - from)), 8), 512);
  const share = (n) => from + ((to - from) * n) / parts;
  const heights = Array.from({ length: parts + 1 }, (_, n) => sign * heightAt(grid, u0 + (u1 - u0) * share(n), v0 + (v1 - v0) * share(n)));
  return share(heights.reduce((best, height, n) => (height <= heights[best] || Number.isNaN(heights[best]) ? n : best), 0));
}

/** Draw the part beyond, and a ring at the lowest place. */
export function drawOvershoot(ctx, spot, { look, halo, size }) {
  const beyond = spot.once("overshoot", () => beyondOf(spot));
  if (!beyond) return;
  strokeRuns(ctx, beyond.runs, halo, 5.6 * size);
  strokeRuns(ctx, beyond.runs, look.astray, 3 * size);
  drawHollow(ctx, beyond.lowest, { color: look.astray, halo, size: 0.6 * size });
}

/** The part beyond in pixels: {runs, lowest}; null where none is to be seen. */
function beyondOf(spot) {
  const { grid, climb, lens, i, k } = spot;
  const share = lowestShare(spot);
  if (!(share < 1)) return null;
  const [u, v] = place(grid, climb, i, k - 1);
  const line = drapeSegment(grid, u + (spot.u - u) * share, v + (spot.v - v) * share, spot.u, spot.v, 48);
  if (line.count < 2) return null;
  const points = Array.from({ length: line.count }, (_, n) => lens.point(line.u[n], line.v[n], line.h[n]));
  const [lowest, end] = [points[0], points.at(-1)];
  return Math.hypot(end.x - lowest.x, end.y - lowest.y) < SEEN ? null : { runs: runsThrough(points), lowest };
}
