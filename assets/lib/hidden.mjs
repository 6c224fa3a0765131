/** What a ridge hides, and what a ray hits: marches over the height field. */

import { heightAt } from "./grid.mjs";

const STEPS = 64; // plotly.md's measurement found these enough on 120 to 200 cells
const TOLERANCE = 0.004; // of the drawn height: a point on the ground must not hide itself

/** Whether the ground stands between a point (u, v, h) and the eye [u, v, h]. */
export function isHidden(grid, u, v, h, eye) {
  const [du, dv, dh] = [eye[0] - u, eye[1] - v, eye[2] - h];
  // Past the map's edge, or above its highest peak, nothing can stand in the way.
  let reach = 1;
  if (du) reach = Math.min(reach, ((du > 0 ? grid.last : 0) - u) / du);
  if (dv) reach = Math.min(reach, ((dv > 0 ? grid.last : 0) - v) / dv);
  if (dh > 0) reach = Math.min(reach, (1 - h) / dh);
  for (let i = 1; i <= STEPS; i++) {
    // Short steps near the point, where a fold of the ground matters most.
    const t = reach * (i / STEPS) ** 2;
    if (heightAt(grid, u + du * t, v + dv * t) > h + dh * t + TOLERANCE) return true;
  }
  return false;
}

/** Tells quickly, for many places, whether the ground there hides behind a ridge: as its nearest mesh point does, asked once. */
export function groundSight(grid, eye) {
  const known = new Uint8Array(grid.heights.length); // 0: not asked yet
  return (u, v) => {
    const [i, j] = [u, v].map((place) => Math.min(Math.max(Math.round(place), 0), grid.last));
    const k = j * grid.cells + i;
    known[k] ||= isHidden(grid, i, j, grid.heights[k] + TOLERANCE, eye) ? 2 : 1;
    return known[k] === 2;
  };
}

/** Where the ray from `near` to `far` first meets the ground, from above or below: [u, v], or null. */
export function hit(grid, near, far) {
  const at = (t) => near.map((a, i) => a + (far[i] - a) * t);
  const span = insideBox(grid, near, far);
  if (!span) return null;
  const height = ([u, v, h]) => h - heightAt(grid, u, v);
  const side = height(at(span[0])) < -1e-9 ? -1 : 1; // a ray that enters under the ground is below it
  const above = (place) => side * height(place);
  const steps = grid.cells * 3;
  let last = span[0];
  for (let i = 0; i <= steps; i++) {
    const t = span[0] + ((span[1] - span[0]) * i) / steps;
    if (above(at(t)) <= 1e-9) return bisect(at, above, last, t).slice(0, 2);
    last = t;
  }
  return null;
}

/** The share of the ray that is inside the mountain's box, or null. */
function insideBox(grid, near, far) {
  let [from, to] = [0, 1];
  for (const [i, high] of [[0, grid.last], [1, grid.last], [2, 1]]) {
    const d = far[i] - near[i];
    const [a, b] = [-near[i] / d, (high - near[i]) / d];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from < to ? [from, to] : null;
}

function bisect(at, above, outside, inside) {
  for (let i = 0; i < 40; i++) {
    const middle = (outside + inside) / 2;
    if (above(at(middle)) > 0) outside = middle;
    else inside = middle;
  }
  return at(inside);
}
