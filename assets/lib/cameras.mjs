/**
 * Cameras to choose from: those that stand still, as the bearing they look from, and those that move
 * with the walk, as where they are at a time. All in units of the mountain's box; +y is north.
 */

import { fitting, turned } from "./camera.mjs";
import { heightAt } from "./grid.mjs";
import { positionAt } from "./path.mjs";

const NEARLY = 1e-3; // straight down there is no north: the eye stands a hair to the south
const WINDOW = 4; // steps before and after a moment whose way says where a walker is heading
const BEHIND = 0.85;
const OVER = 0.42; // over the ground under the eye, and over the walker
const AHEAD = 0.2;

/**
 * `aim(panel, time, scene, start)` is a camera for a panel {ratio, size, grid, walkers}; one that `moves` is
 * asked in each frame, and told the camera that it `start`ed from, or null.
 */
export const CAMERAS = {
  quarter: { aim: () => null }, // the one that fits, whatever the panel's size becomes
  above: { aim: ({ ratio, size }) => fitting(ratio, ...size, [0, -NEARLY, 1]) },
  side: { aim: ({ ratio, size }) => fitting(ratio, ...size, [0, -1, 0.12]) },
  valley: { aim: ({ ratio, size, grid }) => fitting(ratio, ...size, [...valley(grid, ratio), 0.55]) },
  follow: { moves: true, aim: ({ ratio, grid, walkers }, time, { paths }) => behind(grid, ratio, paths[walkers[0]], time) },
  orbit: { moves: true, aim: ({ ratio, size }, time, { climb }, start) => turned(start ?? fitting(ratio, ...size), (2 * Math.PI * time) / climb.steps) },
};

/** The direction [x, y] of least curvature around the lowest place, from the south: along its valley. */
export function valley(grid, ratio) {
  const [u, v] = lowest(grid);
  const h = grid.last / 24; // cells: small against a valley, large against the mesh
  const at = (a, b) => heightAt(grid, within(u, h, grid) + a * h, within(v, h, grid) + b * h);
  const xx = (at(1, 0) - 2 * at(0, 0) + at(-1, 0)) / ratio.x ** 2;
  const yy = (at(0, 1) - 2 * at(0, 0) + at(0, -1)) / ratio.y ** 2;
  const xy = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * ratio.x * ratio.y);
  // The axes of a symmetric 2 x 2 matrix: half the angle of (xx - yy, 2 xy) is that of the larger curvature.
  const along = Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2;
  const [x, y] = [Math.cos(along), Math.sin(along)];
  if (Number.isNaN(x)) return [0, -1];
  return y > 0 ? [-x, -y] : [x, y];
}

function lowest({ heights, cells }) {
  const least = heights.reduce((best, height, k) => (height < heights[best] || Number.isNaN(heights[best]) ? k : best), 0);
  return [least % cells, Math.floor(least / cells)];
}

const within = (value, margin, { last }) => Math.min(Math.max(value, margin), last - margin);

/** Over the shoulder of a walker: behind it on its way, above the ground, looking where it goes. */
export function behind(grid, ratio, path, time) {
  const box = ({ u, v, h }) => [(u / grid.last - 0.5) * ratio.x, (v / grid.last - 0.5) * ratio.y, (h - 0.5) * ratio.z];
  const [x, y, z] = box(positionAt(path, time));
  const [dx, dy] = way(box(positionAt(path, Math.max(time - WINDOW, 0))), box(positionAt(path, time + WINDOW)), box(positionAt(path, Infinity)));
  const [a, b] = [x - dx * BEHIND, y - dy * BEHIND];
  const under = heightAt(grid, (a / ratio.x + 0.5) * grid.last, (b / ratio.y + 0.5) * grid.last);
  const eye = Math.max(z, ((under || 0) - 0.5) * ratio.z) + OVER;
  return [a, b, eye, x + dx * AHEAD, y + dy * AHEAD, z];
}

/** The unit vector [x, y] from one place to the next, or else to the last; north where nobody moves. */
function way(from, to, last) {
  for (const [x, y] of [to, last]) {
    const [dx, dy] = [x - from[0], y - from[1]];
    const length = Math.hypot(dx, dy);
    if (length > 1e-6) return [dx / length, dy / length];
  }
  return [0, 1];
}
