/** Sheets over the ground: what is seen of it, and planes that touch it. */

import { FAINT, runsThrough, strokeRuns } from "./overlay.mjs";

const TINT = 0.28; // of full strength
const THROUGH = 0.75; // of that, under the ground, where a sheet shows through it

/**
 * A sheet of points [row][column] {x, y, hidden} with an `edge`, ready to be drawn in many frames. One that
 * shows `through` the ground may lie under it. `even` sheets are hidden nowhere, or everywhere.
 */
export function makeSheet(rows, edge, through = false) {
  const points = rows.flat();
  const even = points.every(({ x, hidden }) => hidden === points[0].hidden && !Number.isNaN(x));
  const runs = runsThrough(through ? edge.map((point) => ({ ...point, hidden: false })) : edge);
  return { rows, edge, through, even, runs };
}

/** Tinted, with a line along its edge. Patches of one strength are one path, so that no seams show. */
export function drawSheet(ctx, sheet, { color, halo, size }) {
  ctx.fillStyle = color;
  if (sheet.even) fill(ctx, [sheet.edge], sheet.edge[0].hidden, sheet.through);
  else for (const hidden of [true, false]) fill(ctx, patchesOf(sheet.rows).filter(([corner]) => corner.hidden === hidden), hidden, sheet.through);
  strokeRuns(ctx, sheet.runs, halo, 3.2 * size);
  strokeRuns(ctx, sheet.runs, color, 1.4 * size);
}

function fill(ctx, patches, hidden, through) {
  ctx.globalAlpha = (hidden ? (through ? THROUGH : FAINT) : 1) * TINT;
  ctx.beginPath();
  for (const patch of patches) tracePatch(ctx, patch);
  ctx.fill();
}

const patchesOf = (rows) => rows.slice(1).flatMap((row, r) => row.slice(1).map((corner, n) => [corner, row[n], rows[r][n], rows[r][n + 1]]));

function tracePatch(ctx, patch) {
  if (patch.some(({ x }) => Number.isNaN(x))) return; // over a hole
  patch.forEach(({ x, y }, n) => (n ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}
