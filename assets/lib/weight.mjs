/** How large a file will be: an estimate before it is made, and a size in words. */

import { numeral, t } from "./words.mjs";

const FIT = 5e6; // bytes: what a GIF that must fit may have

const megabytes = (size) => t("{size} MB", { size: numeral(size) });

export const sizeText = (bytes) => (bytes < 1e6 ? t("{size} kB", { size: Math.ceil(bytes / 1e3) }) : megabytes((bytes / 1e6).toFixed(1)));

/**
 * Bytes that a film of `count` frames will have, more or less: mountains differ. The format's
 * `weights` are bytes per pixel, measured on films of the page (app/film/formats.py).
 */
export function weightOf({ width, height, turn, options, weights }, count) {
  const chosen = Object.values(options).find((choice) => choice in weights) ?? Object.keys(weights)[0];
  const [first, still, turning] = weights[chosen];
  const bytes = Math.round(width * height * (first + (turn ? turning : still) * (count - 1)));
  return options.fit && options.fit !== "any" ? Math.min(bytes, FIT) : bytes;
}

/** The same with one significant digit, so that nobody takes it for a promise. */
export function roughly(bytes) {
  const unit = 10 ** Math.floor(Math.log10(bytes));
  const rounded = Math.round(bytes / unit) * unit;
  return rounded < 1e6 ? sizeText(rounded) : megabytes(String(rounded / 1e6));
}
