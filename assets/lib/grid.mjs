/**
 * The ground as it is drawn: heights on an even mesh. Places are measured in cells (u to the east,
 * v to the north, 0 to cells - 1) and heights in shares of the drawn range (0 to 1).
 */

const FULL = 65534; // the share that stands for the highest height, as app/figures/ground.py packs it

/** Grid of packed heights (row v, column u), nan in holes, over the map x = [low, high], y = [low, high]. */
export function makeGrid(packed, cells, x, y) {
  const heights = Float32Array.from(packed, (share) => (share > FULL ? NaN : share / FULL));
  return { heights, cells, last: cells - 1, x, y };
}

/** Rows of heights, as plotly wants a surface; views of the one array, not copies. */
export function rows({ heights, cells }) {
  return Array.from({ length: cells }, (_, i) => heights.subarray(i * cells, (i + 1) * cells));
}

/** East coordinate in cells of the true x. */
export const toU = (grid, x) => ((x - grid.x[0]) / (grid.x[1] - grid.x[0])) * grid.last;

/** North coordinate in cells of the true y. */
export const toV = (grid, y) => ((y - grid.y[0]) / (grid.y[1] - grid.y[0])) * grid.last;

/** True [x, y] of a place in cells. */
export function toMap(grid, u, v) {
  const { x, y, last } = grid;
  return [x[0] + (u / last) * (x[1] - x[0]), y[0] + (v / last) * (y[1] - y[0])];
}

/** Height at a place in cells, bilinear between the mesh; places off the map take its edge's. Holes: nan. */
export function heightAt({ heights, cells, last }, u, v) {
  const i = Math.min(Math.max(Math.floor(u), 0), last - 1);
  const j = Math.min(Math.max(Math.floor(v), 0), last - 1);
  const s = Math.min(Math.max(u - i, 0), 1);
  const t = Math.min(Math.max(v - j, 0), 1);
  const k = j * cells + i;
  const south = heights[k] * (1 - s) + heights[k + 1] * s;
  const north = heights[k + cells] * (1 - s) + heights[k + cells + 1] * s;
  const height = south * (1 - t) + north * t;
  return Number.isNaN(height) ? besideHole(heights, [k, k + 1, k + cells, k + cells + 1], s, t) : height;
}

/** Height where some corner of the cell is in a hole: from those that are not; nan when all are. */
function besideHole(heights, corners, s, t) {
  const weights = [(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t];
  let [sum, share] = [0, 0];
  corners.forEach((corner, n) => {
    if (Number.isNaN(heights[corner])) return;
    sum += heights[corner] * weights[n];
    share += weights[n];
  });
  return share > 0 ? sum / share : NaN;
}

/**
 * The share [from, to] of the segment (u0, v0) to (u1, v1) that lies on the map, or null when none
 * does (Liang and Barsky 1984).
 */
export function onMap({ last }, u0, v0, u1, v1) {
  let from = 0;
  let to = 1;
  for (const [a, b] of [[u0, u1 - u0], [v0, v1 - v0]]) {
    if (!Number.isFinite(b)) return null;
    if (b === 0) {
      if (a < 0 || a > last) return null;
    } else {
      const enter = (b > 0 ? 0 - a : last - a) / b;
      const leave = (b > 0 ? last - a : 0 - a) / b;
      from = Math.max(from, enter);
      to = Math.min(to, leave);
    }
  }
  return from <= to ? [from, to] : null;
}
