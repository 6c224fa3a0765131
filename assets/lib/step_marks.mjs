/** The step about to be taken: as an arrow, as a ghost of the walker at its end, and beside the slope it comes from. */

import { moveOf, rateAt } from "./captions.mjs";
import { drawArrow, drawDashes, drawHollow } from "./overlay.mjs";
import { recordOf } from "./records.mjs";
import { inCells } from "./spot.mjs";
import { wayOf } from "./way.mjs";

const SHORTEST_ARROW = 20; // px: a shorter one shows no direction
const RESTING = 1e-3; // px: a walker whose step is shorter has come to rest and shows no arrow
const TINY = 3; // px: an arrow of true length that is shorter cannot be seen

/** The step, at least so long that its direction can be seen. */
export function drawStep(ctx, spot, { look, size }) {
  const way = spot.once("step", () => wayOf(spot, stepOf(spot), SHORTEST_ARROW * size));
  if (!way || way.length < RESTING) return;
  const astray = recordOf(spot.climb, "astray", spot.i, spot.k)?.[0] === 1;
  drawArrow(ctx, way, { ink: astray ? look.astray : look.arrow, halo: look.halo, size });
}

/** The learning rate times the gradient, downhill: what gradient descent would do. An arrow inside out, wider than the step's. */
export function drawSlope(ctx, spot, { look, size }) {
  const way = spot.once("slope", () => wayOf(spot, slopeOf(spot)));
  if (way && !(way.length <= TINY)) drawArrow(ctx, way, { ink: look.halo, halo: look.arrow, size: 1.5 * size });
}

/** The place the step leads to. */
export function drawGhost(ctx, spot, { color, halo, shape, size }) {
  const way = spot.once("ghost", () => wayOf(spot, stepOf(spot)));
  if (!way || way.length <= TINY) return;
  drawDashes(ctx, way, { ink: color, halo, size });
  if (way.whole) drawHollow(ctx, way.end, { color, halo, shape, size });
}

/** The step from a spot in cells; null where none follows. */
const stepOf = ({ grid, climb, i, k, last }) => (last ? null : inCells(grid, [0, 1].map((axis) => moveOf(climb, i, k, axis))));

/** The rate of a spot times its gradient, downhill or up, in cells. At the end, the rate is that of the last step. */
function slopeOf({ grid, climb, i, k, gradient }) {
  const rate = rateAt(climb, i, Math.min(k, climb.steps - 1));
  return inCells(grid, gradient.map((slope) => (climb.uphill ? 1 : -1) * rate * slope));
}
