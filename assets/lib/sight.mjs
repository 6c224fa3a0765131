/**
 * What a mountaineer sees at a step: the disc of its sight laid over the ground, the old heading and the
 * bearing seen. The new heading is the step's own arrow.
 */

import { onMap, toU, toV } from "./grid.mjs";
import { drawArrow, drawDashes, drawSheet } from "./overlay.mjs";
import { drapeSegment, place } from "./path.mjs";
import { directionAt, isMountaineer } from "./records.mjs";

const SPOKES = 48; // of the disc
const CELLS = 2; // of the ground that one ring of the disc spans
const MOST_RINGS = 8;
const REACH = 34; // px: how long a heading is drawn where the sight is small

/** The disc of walker `i` and what it sees at step `k`; nothing for those of other rules. */
export function drawSight(ctx, picture, i, k, { look, size, color }) {
  const { scene: { grid, climb }, lens } = picture;
  if (!isMountaineer(climb, i)) return;
  const [u, v] = place(grid, climb, i, k);
  const radius = inCells(grid, climb.rules[i].values.sight);
  const sheet = sheetOf(picture, i, k, [u, v], radius);
  if (!sheet) return;
  drawSheet(ctx, sheet, { color, halo: look.halo, size });
  const along = (way) => ray(grid, lens, u, v, way.map((part, axis) => part * radius[axis]), size);
  const [was, seen] = [directionAt(climb, "heading", i, k - 1), directionAt(climb, "seen", i, k)];
  if (was) drawDashes(ctx, ...along(was), { ink: look.arrow, halo: look.halo, size });
  if (seen) drawArrow(ctx, ...along(seen), { ink: look.halo, halo: look.arrow, size }); // a step's, inside out
}

/** The disc in pixels, kept until the next step: to see what ridges hide of it takes long. */
function sheetOf(picture, i, k, [u, v], radius) {
  picture.sheets ??= new Map();
  if (picture.sheets.get(i)?.k !== k) {
    const disc = discOf(picture.scene.grid, u, v, radius);
    picture.sheets.set(i, { k, sheet: disc?.map((ring) => ring.map(([x, y]) => picture.lens.point(x, y))) });
  }
  return picture.sheets.get(i).sheet;
}

/** A length on the map in cells, [east, north]. */
const inCells = (grid, length) => [toU(grid, grid.x[0] + length), toV(grid, grid.y[0] + length)];

/**
 * Places in cells on rings around (u, v), from its middle to its edge: [ring][spoke][u, v]. Each spoke
 * ends at the map's edge where that comes first. Null for a walker who is off the map.
 */
export function discOf(grid, u, v, [east, north]) {
  const rings = Math.min(Math.max(Math.ceil(Math.max(east, north) / CELLS), 1), MOST_RINGS);
  const spokes = Array.from({ length: SPOKES + 1 }, (_, n) => {
    const angle = (2 * Math.PI * n) / SPOKES;
    const [du, dv] = [Math.sin(angle) * east, Math.cos(angle) * north];
    const span = onMap(grid, u, v, u + du, v + dv);
    return span && span[0] === 0 && [du * span[1], dv * span[1]];
  });
  if (!spokes.every(Boolean)) return null;
  return Array.from({ length: rings + 1 }, (_, r) => spokes.map(([du, dv]) => [u + (du * r) / rings, v + (dv * r) / rings]));
}

/** A line over the ground as long as the sight, or as can be seen: [points, hidden], as arrows are drawn. */
function ray(grid, lens, u, v, [du, dv], size) {
  const [start, end] = [lens.point(u, v), lens.point(u + du, v + dv)];
  const stretch = Math.max(1, (REACH * size) / Math.hypot(end.x - start.x, end.y - start.y) || 1);
  const line = drapeSegment(grid, u, v, u + du * stretch, v + dv * stretch);
  const points = Array.from({ length: line.count }, (_, n) => lens.point(line.u[n], line.v[n], line.h[n]));
  return [points.map(({ x, y }) => [x, y]), start.hidden];
}
