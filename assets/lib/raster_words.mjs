/** What is said of a picture of many walks: in its legend, and of one of its cells. */

import { figure, handOf, rateText } from "./captions.mjs";
import { cellOf, shares, tempo, UNKNOWN } from "./raster.mjs";
import { t, tn } from "./words.mjs";

const ROWS = 6; // of a legend; more are summed up

export const placeText = ([x, y]) => t("({x}, {y})", { x: figure(x, 3), y: figure(y, 3) });

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
  const [quick, slow] = [pace.quick, pace.slow].map(stepsText);
  return pace.slow > pace.quick ? t("light: {quick}\ndark: {slow}", { quick, slow }) : t("all in {steps}", { steps: quick });
}

/** Where the walk of a cell leads, in a sentence. */
export function cellText(raster, looks, row, column, uphill) {
  const { start, rate, kind, step } = cellOf(raster, row, column);
  const place = placeText(start);
  const from = raster.rates ? t("from {place}, rate {rate}", { place, rate: rateText(Number(rate.toPrecision(3))) }) : t("from {place}", { place });
  return `${from}: ${leadsTo(raster, looks, kind, step, uphill)}`;
}

function leadsTo({ first, endings, minima }, looks, kind, step, uphill) {
  if (kind === UNKNOWN) return t("not walked yet");
  const steps = stepsText(step);
  if (kind < first) return looks.endings[endings[kind]].told.replace("{steps}", steps).replace("{step}", step);
  const place = placeText(minima[kind - first]);
  return uphill ? t("summit at {place} in {steps}", { place, steps }) : t("minimum at {place} in {steps}", { place, steps });
}

/** That pictures of many walks leave out what a hand did; nothing where none did. */
export const handText = (climb, walker) => (handOf(climb, walker).length ? t("Walker {walker}'s changes of the rate by hand are left out here", { walker: walker + 1 }) : "");

const stepsText = (count) => tn("{n} step", "{n} steps", count);

/** A share as a whole percentage, never 0 for what is there. */
const percent = (share) => (share < 0.005 ? "<1 %" : `${Math.round(100 * share)} %`);
