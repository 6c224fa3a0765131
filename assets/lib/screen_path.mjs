/** A path as one camera sees it: pixels, and what is behind a ridge. */

import { isHidden } from "./hidden.mjs";
import { toPixel } from "./projection.mjs";

const CLOSE = 0.4; // px: nearer vertices cannot be told apart and are left out

/**
 * Pixels of a path's vertices under a projection of the mountain: {x, y, hidden, step, gap, count}.
 * Vertices that fall on the one before are dropped, so that a walk which has come to rest costs
 * nothing, however many steps it stands there.
 */
export function projectPath(grid, path, projection) {
  const { eye } = projection;
  return thin(path, (i) => {
    const [x, y] = toPixel(projection, path.u[i], path.v[i], path.h[i]);
    return [x, y, () => isHidden(grid, path.u[i], path.v[i], path.h[i], eye)];
  });
}

/** Pixels of a path's vertices on the map, where nothing is hidden. `frame` is {x, y, width, height}. */
export function flattenPath(grid, path, frame) {
  return thin(path, (i) => [...mapPixel(grid, frame, path.u[i], path.v[i]), () => false]);
}

/** Pixel of a place in cells on the map. */
export function mapPixel({ last }, frame, u, v) {
  return [frame.x + (u / last) * frame.width, frame.y + (1 - v / last) * frame.height];
}

/** Place in cells under a pixel of the map. */
export function mapPlace({ last }, frame, px, py) {
  return [((px - frame.x) / frame.width) * last, (1 - (py - frame.y) / frame.height) * last];
}

function thin(path, pixel) {
  const out = { x: [], y: [], hidden: [], step: [], gap: [] };
  let [lastX, lastY] = [Infinity, Infinity];
  for (let i = 0; i < path.count; i++) {
    const [x, y, hidden] = pixel(i);
    const near = Math.abs(x - lastX) < CLOSE && Math.abs(y - lastY) < CLOSE;
    if (near && !path.gap[i]) continue;
    out.x.push(x);
    out.y.push(y);
    out.hidden.push(hidden());
    out.step.push(path.step[i]);
    out.gap.push(path.gap[i]);
    [lastX, lastY] = [x, y];
  }
  return { ...out, count: out.x.length };
}
