/** What the browser has ready: a frame, plotly.js, and how much motion its person wants. */

import { t } from "./words.mjs";

/** Resolves when the browser has had the time to show what was drawn. */
export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves when plotly.js, whose script loads beside the page, is there. */
export function plotlyLoaded() {
  if (globalThis.Plotly) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.getElementById("plotly-js");
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(t("plotly.js did not load"))));
  });
}

const calm = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)");

/** Whether the person's system asks for less motion. */
export const reducesMotion = () => Boolean(calm?.matches);
