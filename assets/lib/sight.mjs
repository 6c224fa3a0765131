/**
 * What is seen from a step: the disc of the ground nearby; of a mountaineer also the old heading and the
 * bearing seen. The new heading is the step's own arrow.
 */

import { onMap } from "./grid.mjs";
import { drawArrow, drawDashes } from "./overlay.mjs";
import { directionAt, isMountaineer } from "./records.mjs";
import { drawSheet, makeSheet } from "./ground_sheet.mjs";
import { inCells } from "./spot.mjs";
import { wayOf } from "./way.mjs";

const SPOKES = 48; // of the disc
const CELLS = 2; // of the ground that one ring of the disc spans
const MOST_RINGS = 8;
const REACH = 34; // px: how long a heading is drawn where the sight is small
const NEARBY = 0.05; // of the map's diagonal: a mountaineer's usual sight, and that of rules that have none

/** The disc of a mountaineer and what it sees; nothing for those of other rules. */
export function drawSight(ctx, spot, style) {
  const { grid, climb, i, k } = spot;
  if (!isMountaineer(climb, i) || !drawDisc(ctx, spot, style)) return;
  const { look, size } = style;
  const radius = radiusOf(spot);
  const along = (name, way) => spot.once(name, () => wayOf(spot, way.map((part, axis) => part * radius[axis]), REACH * size));
  const [was, seen] = [directionAt(climb, "heading", i, k - 1), directionAt(climb, "seen", i, k)];
  if (was) drawDashes(ctx, along("was", was), { ink: look.arrow, halo: look.halo, size });
  if (seen) drawArrow(ctx, along("seen", seen), { ink: look.halo, halo: look.arrow, size }); // a step's, inside out
}

/** The ground within a walker's sight; returns whether it has any. */
export function drawDisc(ctx, spot, { look, size, color }) {
  const sheet = spot.once("disc", () => discSheet(spot));
  if (sheet) drawSheet(ctx, sheet, { color, halo: look.halo, size });
  return Boolean(sheet);
}

function discSheet(spot) {
  const rings = discOf(spot.grid, spot.u, spot.v, radiusOf(spot))?.map((ring) => ring.map(([u, v]) => spot.lens.ground(u, v)));
  return rings ? makeSheet(rings, rings.at(-1)) : null;
}

/** How far a walker sees, in cells: [east, north]. */
function radiusOf({ grid, climb, i }) {
  const sight = climb.rules?.[i]?.values?.sight ?? NEARBY * Math.hypot(grid.x[1] - grid.x[0], grid.y[1] - grid.y[0]);
  return inCells(grid, [sight, sight]);
}

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
