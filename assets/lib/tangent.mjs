/**
 * The tangent plane: how the ground would go on if its slope stayed as it is here, loss + gradient . d.
 * It is drawn as the mountain's heights are: on a log scale a plane is bent.
 */

import { heightAt } from "./grid.mjs";
import { lossAt, shareOf } from "./heights.mjs";
import { drawSheet, makeSheet } from "./ground_sheet.mjs";
import { inCells } from "./spot.mjs";

const HALF = 0.09; // of the map's side, from the walker to the patch's edge
const MOST = 0.35; // of the drawn height, that a patch rises and falls at most
const FLOOR = -0.1; // the lowest drawn height of a patch
const PARTS = 8; // of the patch, each way
const LIFT = 0.006;

/**
 * Places and heights of a patch of the plane, in rows along the contours from its lowest to its highest:
 * [row][column] {u, v, h}. Null where the walker has no finite loss and slope.
 */
export function tangentPatch(spot) {
  const { grid, u, v, loss } = spot;
  const scale = grid.scale;
  const steepness = perCell(grid, spot.gradient);
  const slope = Math.hypot(...steepness);
  if (!Number.isFinite(loss + slope + u + v)) return null;
  const [du, dv] = slope ? steepness.map((part) => part / slope) : [0, 1];
  const [down, up] = reach(scale, loss, slope, HALF * grid.last);
  const lift = heightAt(grid, u, v) + LIFT - shareOf(scale, loss); // through the walker, as it is drawn
  return even(-down, up).map((along) =>
    even(-HALF * grid.last, HALF * grid.last).map((across) => ({
      u: within(u + du * along - dv * across, grid.last),
      v: within(v + dv * along + du * across, grid.last),
      h: shareOf(scale, loss + slope * along) + lift,
    })),
  );
}

/** How far the patch goes down and up, in cells: less where that would leave the picture. */
function reach(scale, loss, slope, half) {
  const share = shareOf(scale, loss);
  const [low, high] = [Math.max(share - MOST, Math.min(FLOOR, share)), share + MOST].map((edge) => lossAt(scale, edge));
  return [loss - low, high - loss].map((room) => (slope * half > room ? room / slope : half));
}

const even = (from, to) => Array.from({ length: PARTS + 1 }, (_, n) => from + ((to - from) * n) / PARTS);

const within = (place, last) => Math.min(Math.max(place, 0), last);

/** A slope per unit of x and y as one per cell. */
const perCell = (grid, gradient) => inCells(grid, [1, 1]).map((cells, axis) => gradient[axis] / cells);

/** Draw the plane; it has no picture on the map. */
export function drawTangent(ctx, spot, { color, halo, size }) {
  if (spot.lens.flat) return;
  const sheet = spot.once("tangent", () => tangentSheet(spot));
  if (sheet) drawSheet(ctx, sheet, { color, halo, size });
}

function tangentSheet(spot) {
  const rows = tangentPatch(spot)?.map((row) => row.map(({ u, v, h }) => spot.lens.point(u, v, h)));
  return rows ? makeSheet(rows, around(rows), true) : null;
}

/** The edge of a sheet, from corner to corner. */
const around = (rows) => [...rows[0], ...rows.map((row) => row.at(-1)), ...rows.at(-1).toReversed(), ...rows.map((row) => row[0]).toReversed()];
