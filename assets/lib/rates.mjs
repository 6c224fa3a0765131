/** The list of learning rates, as text that people typed, and sliders in powers of ten. */

import { N_, t } from "./words.mjs";

export const MOST = 9;

/** Place of a typed rate on a slider (its power of ten), or null when it is no positive number. */
export function positionOf(text) {
  const rate = String(text ?? "").trim() === "" ? NaN : Number(text);
  if (!(rate > 0) || !Number.isFinite(rate)) return null;
  return Number(Math.min(Math.max(Math.log10(rate), -6), 1).toFixed(2));
}

/** A slider's rate as text, with the three digits a hand can aim at. */
export const textOf = (position) => String(Number((10 ** position).toPrecision(3)));

const NEAR = 0.006; // powers of ten: a slider knows two digits of them, and what is typed more

/** Where a slider must go to show a typed rate, or null when it may stay where it is. */
export function placeOf(text, place) {
  const position = positionOf(text);
  return position === null || Math.abs(position - place) < NEAR ? null : position;
}

/**
 * The rates, as text, after some boxes and sliders (ids in `moved`) have changed: a box says what it
 * says, a slider that was dragged gives a rate unless it agrees with the one there.
 */
export function followed(rates, texts, places, moved) {
  return texts.map((text, i) => {
    const now = moved.includes(`rate-${i}`) || !(i in rates) ? text : rates[i];
    const dragged = moved.includes(`rate-slider-${i}`) && !moved.includes(`rate-${i}`);
    const agrees = positionOf(now) !== null && placeOf(now, places[i]) === null;
    return dragged && !agrees ? textOf(places[i]) : now;
  });
}

/** The rates with one more, or a sentence when there is no room. */
export function addRate(rates, rate) {
  if (rates.length >= MOST) return t("Nine walkers are the most that fit. Remove one, then add {rate}.", { rate });
  return [...rates, rate];
}

const NONE = N_("None of the 400 rates that were tried diverges for good with this rule, from this start.");

/** The rates after a button of suggestions was pressed, or a sentence where it can do nothing. */
export function suggested(id, rates, presets) {
  if (!presets) return t("The suggestions are still being computed. Try again in a moment.");
  if (id === "suggest") return [presets.too_small, presets.good, presets.too_large];
  const rate = presets[id.replace("preset-", "").replace("-", "_")];
  return rate === undefined ? t(NONE) : addRate(rates, rate);
}

/** The rates without walker `i`, or a sentence when it is the last one. */
export function removeRate(rates, i) {
  if (rates.length <= 1) return t("One walker must stay. Change its rate instead.");
  return rates.filter((_, n) => n !== i);
}

/** Rows without a rate are not shown, but for the first. */
export const rowStyles = (count) => Array.from({ length: MOST }, (_, i) => (i < Math.max(count, 1) ? {} : { display: "none" }));
