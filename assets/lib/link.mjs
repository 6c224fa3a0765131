/** Links: the scenario, as the server wrote it, and how it is looked at. */

import { toText } from "./camera.mjs";
import { USUAL } from "./knows.mjs";

/** The query of the page now. app/view.py reads these keys again; what is as usual is left out. */
export function queryOf(scenario, { layout, linked, race, mesh, look, basins = 0, knows = USUAL, lang = "", motion = "" }, cameras, playhead) {
  const usual = [
    ["view", layout, "side"],
    ["linked", linked ? "1" : "0", "1"],
    ["race", race, "linear"],
    ["mesh", String(mesh), "120"],
    ["basins", String(basins), "0"],
    ["knows", sorted(knows), sorted(USUAL)],
    ["look", look ?? "", ""],
    ["lang", lang, ""],
    ["motion", motion, ""],
    ["camera", cameras.map(toText).join(";"), ""],
    ["at", String(Number(playhead.toFixed(3))), "0"],
  ];
  const parts = usual.filter(([, value, normal]) => value !== normal);
  return [scenario, ...parts.map(([key, value]) => `${key}=${value}`)].join("&");
}

const sorted = (keys) => [...keys].sort().join() || "none";

const WALKED = ["start", "rates", "direction", "steps", "rule", "schedule", "hand", "camera", "motion", "at"];

/** The same ground in the same look with its own story: its own start and rates, and from where it all is seen. */
export function storyOf(query) {
  const told = query.split("&").filter((part) => !WALKED.includes(part.split("=")[0]));
  return told.join("&");
}

/** The same query in another language. */
export const inLanguage = (query, lang) => [...query.split("&").filter((part) => part && !part.startsWith("lang=")), `lang=${lang}`].join("&");

/** The language that an address was given by hand; "" where it was not. */
export const languageOf = (search) => new URLSearchParams(search).get("lang") ?? "";

const EMBED = "embed=1";

/** Whether the page shall show its stage alone, inside another page. */
export const isEmbedded = (search) => new URLSearchParams(search).get("embed") === "1";

/** The same query for the page inside another one. */
export const embedded = (query) => `${query}&${EMBED}`;

const ESCAPES = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;", "'": "&#x27;" };
const escaped = (text) => text.replace(/[&"<>']/g, (character) => ESCAPES[character]);

/** What to paste into another page, to have the page at `address` in it with its stage alone; as app/film/links.py says it. */
export function embedCode(address, name) {
  const [page, query = ""] = address.split("?");
  const frame = `src="${escaped(`${page}?${embedded(query)}`)}" title="${escaped(`Fall Line: ${name}`)}"`;
  return `<iframe ${frame}\n  width="960" height="600" style="border: 0" loading="lazy" allowfullscreen></iframe>\n`;
}

/** Who opened this page to have it filmed, and as which of their pages: `#reel=key-page`. */
export function readReel(hash) {
  const [, key, page] = /^#reel=([0-9a-f]+)-(\d+)$/.exec(hash) ?? [];
  return { key, page: Number(page) };
}
