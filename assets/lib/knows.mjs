/**
 * What a walker knows, as rows that can be switched on: what is drawn on the ground, from the lowest
 * layer to the highest, or in the corner of a panel. app/knows.py has their names and help.
 */

import { drawCompass } from "./compass.mjs";
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
  { key: "compass", corner: drawCompass },
];

/** What is switched on unless somebody says otherwise; app/view.py says the same. */
export const USUAL = ["arrow", "sight"];

/** Draw what is switched on of pairs [spot, style], one for each walker. */
export function drawKnown(ctx, spots, shown) {
  for (const { key, draw } of KNOWS) if (draw && shown.includes(key)) for (const [spot, style] of spots) draw(ctx, spot, style);
}

/** Draw what is switched on in the corner of a scene `across` px wide; `right` is its edge on this canvas. */
export function drawCorner(ctx, picture, time, style, across, right) {
  for (const { key, corner } of KNOWS) if (corner && style.knows.includes(key)) corner(ctx, picture, time, style, across, right);
}

/** Whether something in the corner is switched on. */
export const cornered = (shown) => KNOWS.some(({ key, corner }) => corner && shown.includes(key));

/** What is switched on, with the compass or without it: films choose it anew. */
export const withCompass = (shown, on) => [...shown.filter((key) => key !== "compass"), ...(on ? ["compass"] : [])];
