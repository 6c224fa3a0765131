/** Long films: how long they take to make, more or less, and what is said before one is begun. */

import { numeral, t } from "./words.mjs";
import { roughly } from "./weight.mjs";

const megapixels = ({ width, height }) => (width * height) / 1e6;
const kindOf = ({ film, shot }) => (film.turn || shot?.motion ? "moving" : "still");

/** Seconds for each megapixel of an order's frames, of which `count` took so many `seconds`, by the kind of its camera. */
export const paceOf = (order, count, seconds) => ({ [kindOf(order)]: seconds / count / megapixels(order.film) });

/** Seconds that an order takes at a pace {still, moving}. */
export const secondsOf = (order, pace) => pace[kindOf(order)] * megapixels(order.film) * order.frames;

/** A time as it is said of what is not known to the minute. */
export function timeText(seconds) {
  if (seconds < 90) return t("{n} s", { n: Math.ceil(seconds) });
  if (seconds < 90 * 60) return t("{n} min", { n: Math.round(seconds / 60) });
  return t("{n} h", { n: numeral((seconds / 3600).toFixed(1)) });
}

/** What there is to ask before a long film is begun; `pace` is that of the page's `own` last film, or of a machine like many. */
export function longText(order, { usual, own = {} }) {
  const said = { n: order.frames, time: timeText(secondsOf(order, { ...usual, ...own })), size: roughly(order.bytes) };
  if (kindOf(order) in own) return t("It has {n} frames: at the pace of your last film about {time}, and about {size}. Press Save again to make it.", said);
  return t("It has {n} frames: on a small laptop about {time}, and about {size}. Press Save again to make it.", said);
}

/** Why a film cannot have so many frames; "" where it can. */
export const tooLong = ({ frames, film: { most } }) =>
  frames > most ? t("It would have {n} frames, and in this format {most} are the most. Make it shorter, with fewer frames a second, or as an MP4.", { n: frames, most }) : "";
