/** Sheets over the ground: what is seen of it, and planes that touch it. */

import { FAINT, runsThrough, strokeRuns } from "./overlay.mjs";

const TINT = 0.28; // of full strength
const THROUGH = 0.75; // of that, under the ground, where a sheet shows through it

/**
 * A sheet of points [row][column] {x, y, hidden}, tinted, with a line along its `edge`. Patches of one
 * strength are one path, so that no seams show. One that shows `through` the ground may lie under it.
 */
export function drawSheet(ctx, rows, edge, { color, halo, size, through = false }) {
  ctx.fillStyle = color;
  for (const hidden of [true, false]) {
    ctx.globalAlpha = (hidden ? (through ? THROUGH : FAINT) : 1) * TINT;
    ctx.beginPath();
    for (const patch of patchesOf(rows)) if (patch[0].hidden === hidden) tracePatch(ctx, patch);
    ctx.fill();
  }
  const runs = runsThrough(through ? edge.map((point) => ({ ...point, hidden: false })) : edge);
  strokeRuns(ctx, runs, halo, 3.2 * size);
  strokeRuns(ctx, runs, color, 1.4 * size);
}

const patchesOf = (rows) => rows.slice(1).flatMap((row, r) => row.slice(1).map((corner, n) => [corner, row[n], rows[r][n], rows[r][n + 1]]));

function tracePatch(ctx, patch) {
  if (patch.some(({ x }) => Number.isNaN(x))) return; // over a hole
  patch.forEach(({ x, y }, n) => (n ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}
