/** A film's size in pixels: one of the menu, or sides that were typed, and how many times as fine it is drawn. */

import { t } from "./words.mjs";

const sizeText = ({ width, height }) => `${width} × ${height}`;

/**
 * {width, height, scale, odd}: a size of the menu, or else the `typed` one, made even (`odd` is how it was typed
 * then), as many times as fine as was `wished`, or as the `finest` picture allows.
 */
export function filmSize(chosen, typed, wished, finest) {
  const whole = { width: Math.floor(typed.width), height: Math.floor(typed.height) };
  const { width, height } = chosen ?? { width: whole.width - (whole.width % 2), height: whole.height - (whole.height % 2) };
  const scale = Math.min(wished, Math.floor(Math.min(finest.width / width, finest.height / height)));
  const odd = chosen || (whole.width === width && whole.height === height) ? "" : sizeText(whole);
  return { width: scale * width, height: scale * height, scale, odd };
}

/** What is not as it was chosen, in sentences. */
export function sizeRemarks({ odd, scale }, wished) {
  const even = odd && t("{size} has an odd side, and films have none.", { size: odd });
  const fine = scale < wished && t("So large, it can be {scale} × as fine at most.", { scale });
  return [even, fine].filter(Boolean);
}
