/** What is said of a picture of many walks: in its legend, and of one of its cells. */

import { figure, handOf, rateText } from "./captions.mjs";
import { cellOf, shares, tempo, UNKNOWN } from "./raster.mjs";

const ROWS = 6; // of a legend; more are summed up

export const placeText = ([x, y]) => `(${figure(x, 3)}, ${figure(y, 3)})`;

/** The rows of a legend, [{kind, name, share}], the largest first; then how many are left out. */
export function legendOf(raster, looks) {
  const { first, endings, minima } = raster;
  const name = (kind) => (kind < first ? looks.endings[endings[kind]].name : placeText(minima[kind - first]));
  const all = shares(raster).map(([kind, share]) => ({ kind, name: name(kind), share: percent(share) }));
  const shown = all.length > ROWS ? all.slice(0, ROWS - 1) : all;
  return { rows: shown, more: all.length - shown.length };
}

/** What light and dark mean; nothing where no walk reaches a minimum. */
export function tempoText(raster) {
  const pace = tempo(raster);
  if (!pace) return "";
  return pace.slow > pace.quick ? `light: ${stepsText(pace.quick)}\ndark: ${stepsText(pace.slow)}` : `all in ${stepsText(pace.quick)}`;
}

/** Where the walk of a cell leads, in a sentence. */
export function cellText(raster, looks, row, column, uphill) {
  const { start, rate, kind, step } = cellOf(raster, row, column);
  const from = `from ${placeText(start)}${raster.rates ? `, rate ${rateText(Number(rate.toPrecision(3)))}` : ""}`;
  if (kind === UNKNOWN) return `${from}: not walked yet`;
  const { first, endings, minima } = raster;
  if (kind < first) return `${from}: ${looks.endings[endings[kind]].told.replace("{steps}", stepsText(step)).replace("{step}", step)}`;
  return `${from}: ${uphill ? "summit" : "minimum"} at ${placeText(minima[kind - first])} in ${stepsText(step)}`;
}

/** That pictures of many walks leave out what a hand did; nothing where none did. */
export const handText = (climb, walker) => (handOf(climb, walker).length ? `Walker ${walker + 1}'s changes of the rate by hand are left out here` : "");

const stepsText = (count) => `${count} ${count === 1 ? "step" : "steps"}`;

/** A share as a whole percentage, never 0 for what is there. */
const percent = (share) => (share < 0.005 ? "<1 %" : `${Math.round(100 * share)} %`);
