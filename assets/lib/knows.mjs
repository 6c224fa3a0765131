/**
 * What a walker knows, as rows that can be switched on: what is drawn on the ground, from the lowest
 * layer to the highest. app/knows.py has their names and help.
 */

import { drawContour } from "./contour.mjs";
import { drawOvershoot } from "./overshoot.mjs";
import { drawDisc, drawSight } from "./sight.mjs";
import { drawGhost, drawSlope, drawStep } from "./step_marks.mjs";
import { drawTangent } from "./tangent.mjs";

export const KNOWS = [
  { key: "contour", draw: drawContour },
  { key: "disc", draw: drawDisc },
  { key: "plane", draw: drawTangent },
  { key: "sight", draw: drawSight },
  { key: "overshoot", draw: drawOvershoot },
  { key: "ghost", draw: drawGhost },
  { key: "gradient", draw: drawSlope },
  { key: "arrow", draw: drawStep },
];

/** What is switched on unless somebody says otherwise; app/view.py says the same. */
export const USUAL = ["arrow", "sight"];

/** Draw what is switched on of pairs [spot, style], one for each walker. */
export function drawKnown(ctx, spots, shown) {
  for (const { key, draw } of KNOWS) if (shown.includes(key)) for (const [spot, style] of spots) draw(ctx, spot, style);
}
