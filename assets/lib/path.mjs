/**
 * A walk laid over the ground: each step cut into short pieces that follow it, cut off where it
 * leaves the map. `step` says when, in steps and fractions, the walker is at a vertex.
 */

import { heightAt, onMap, toU, toV } from "./grid.mjs";

const MOST_VERTICES = 20000; // of one walk: a walk of 10,000 steps still draws in milliseconds
const LIFT = 0.006; // of the drawn height: the trail stays a little above the ground

/**
 * The path of walker `i`: {u, v, h, step, gap, count}. `gap[k]` is 1 where the walker was off the
 * map between vertex k - 1 and vertex k.
 */
export function drape(grid, climb, i) {
  const path = makePath();
  const most = Math.max(1, Math.floor(MOST_VERTICES / climb.steps));
  // Always there: float32 may round a start at the map's edge off the map.
  const [u, v] = place(grid, climb, i, 0);
  push(path, u, v, (heightAt(grid, u, v) || 0) + LIFT, 0, 0);
  for (let k = 0; k < climb.steps; k++) {
    const [u0, v0, u1, v1] = [...place(grid, climb, i, k), ...place(grid, climb, i, k + 1)];
    const span = onMap(grid, u0, v0, u1, v1);
    if (span) addSegment(path, grid, k, [u0, v0, u1, v1], span, most);
  }
  return seal(path);
}

/**
 * How many steps of a recorded walk pass in one step of the climb: one, so that points can be counted
 * along; more where it has more steps than the climb, so that both end together.
 */
export const paceOf = (recorded, steps) => Math.max(1, recorded / steps);

/** Where walker `i` stands after `k` steps, in cells. */
export function place(grid, climb, i, k) {
  const at = (i * (climb.steps + 1) + k) * 2;
  return [toU(grid, climb.points[at]), toV(grid, climb.points[at + 1])];
}

/** A polyline over the ground from one place to another, cut at the map's edge. */
export function drapeSegment(grid, u0, v0, u1, v1, most = 24) {
  const path = makePath();
  const span = onMap(grid, u0, v0, u1, v1);
  if (span) addSegment(path, grid, 0, [u0, v0, u1, v1], span, most);
  return seal(path);
}

/**
 * Where a walker is at a time in steps: {u, v, h, vertex, away}. `vertex` is the last one passed;
 * `away` says that it is off the map, and the place is where it left.
 */
export function positionAt(path, time) {
  const vertex = lastAtOrBefore(path.step, path.count, time);
  const next = vertex + 1;
  const ended = next >= path.count;
  if (ended || path.gap[next]) {
    const { u, v, h } = path;
    const away = time > path.step[vertex] + 1e-6;
    return { u: u[vertex], v: v[vertex], h: h[vertex], vertex, away };
  }
  const share = (time - path.step[vertex]) / (path.step[next] - path.step[vertex] || 1);
  const mix = (a) => a[vertex] + (a[next] - a[vertex]) * share;
  return { u: mix(path.u), v: mix(path.v), h: mix(path.h), vertex, away: false };
}

/** Index of the last of `count` rising values that is at most `limit`; 0 when none is. */
export function lastAtOrBefore(values, count, limit) {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function addSegment(path, grid, k, [u0, v0, u1, v1], [from, to], most) {
  const [du, dv] = [u1 - u0, v1 - v0];
  const pieces = Math.min(Math.max(Math.ceil(Math.hypot(du, dv) * (to - from)), 1), most);
  const fresh = path.u.length === 0 || path.step.at(-1) < k + from - 1e-9;
  for (let j = fresh ? 0 : 1; j <= pieces; j++) {
    const t = from + ((to - from) * j) / pieces;
    const broken = fresh && j === 0 && path.u.length > 0;
    addVertex(path, grid, u0 + du * t, v0 + dv * t, k + t, broken ? 1 : 0);
  }
}

/** A vertex on the ground; over a hole there is none, and the next one comes after a gap. */
function addVertex(path, grid, u, v, step, gap) {
  const height = heightAt(grid, u, v);
  if (!Number.isNaN(height)) push(path, u, v, height + LIFT, step, gap || path.torn ? 1 : 0);
  path.torn = Number.isNaN(height);
}

function push(path, u, v, h, step, gap) {
  path.u.push(u);
  path.v.push(v);
  path.h.push(h);
  path.step.push(step);
  path.gap.push(gap);
}

const makePath = () => ({ u: [], v: [], h: [], step: [], gap: [] });

const seal = (path) => ({
  u: Float64Array.from(path.u),
  v: Float64Array.from(path.v),
  h: Float64Array.from(path.h),
  step: Float64Array.from(path.step),
  gap: Uint8Array.from(path.gap),
  count: path.u.length,
});
