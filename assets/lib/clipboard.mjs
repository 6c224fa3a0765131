/** The clipboard, behind a button that says what came of it. */

import { t } from "./words.mjs";

const MOMENT = 1600; // ms

/** Copy a text; the button says so for a moment, or for good what to do where there is no clipboard. */
export async function copy(text, say, usual, otherwise, { clipboard } = navigator) {
  if (!clipboard) return say(otherwise);
  say(await clipboard.writeText(text).then(() => t("Copied"), () => otherwise));
  return setTimeout(() => say(usual), MOMENT);
}
