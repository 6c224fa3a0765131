/** What is wrong with a scenario, field by field, and where the page says so. */

import { MOST } from "./rates.mjs";

const HIDDEN = ["file", "walk"]; // words without a control
const BOXES = { "start.x": "start-x", "start.y": "start-y", steps: "steps" };

/**
 * What each control says: [id, props] for all of them, whether something is wrong or not. `problems`
 * are sentences by field, as the server sends them; `parameters` the keys of the surface's own, `words`
 * of what it is made of.
 */
export function placed(problems, parameters, words = []) {
  const said = (field) => problems[field] ?? null;
  const rates = Array.from({ length: MOST }, (_, i) => said(`rates.${i}`));
  return [
    ...Object.entries(BOXES).map(([field, id]) => [id, { error: said(field) }]),
    ...parameters.map((key) => [{ type: "parameter", key }, { error: said(`parameter.${key}`) }]),
    ...words.filter((key) => !HIDDEN.includes(key)).map((key) => [{ type: "word", key }, { error: said(`word.${key}`) !== null }]),
    ["words-problem", { children: words.map((key) => said(`word.${key}`)).filter(Boolean) }],
    // Long sentences stand below the rows; a row itself only turns red.
    ...rates.map((sentence, i) => [`rate-${i}`, { error: sentence !== null }]),
    ["rates-problem", { children: [said("rates"), ...rates].filter(Boolean) }],
  ];
}

/** Those of `says` that differ from what `told` remembers, which learns them; at first all is well. */
export function newly(says, told) {
  return says.filter(([id, props]) => {
    const [key, text] = [JSON.stringify(id), JSON.stringify(props)];
    const before = told.get(key);
    told.set(key, text);
    return before === undefined ? Object.values(props).some((value) => value?.length || value === true) : before !== text;
  });
}
