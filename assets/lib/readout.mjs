/** Numbers under a pointer, beside it: what a picture says at a place. */

import { figure } from "./captions.mjs";
import { element } from "./canvas.mjs";
import { heightAt, toMap } from "./grid.mjs";
import { lossAt } from "./heights.mjs";
import { t } from "./words.mjs";

const GAP = 14; // px between the pointer and the words

/** What a map says at a place in cells; the loss is read from the drawn heights, so to three digits. */
export function placeText(grid, axes, u, v) {
  const [x, y] = toMap(grid, u, v);
  const loss = lossAt(grid.scale, heightAt(grid, u, v));
  const height = Number.isNaN(loss) ? t("no loss here") : t("loss ≈ {loss}", { loss: figure(loss, 3) });
  return `${axes[0]} ${figure(x)}\n${axes[1]} ${figure(y)}\n${height}`;
}

/** What a race says at a step: the loss of each walker. */
export function stepText(climb, step) {
  const losses = Array.from(climb.rates, (_, i) => `${i + 1}: ${figure(climb.losses[i * (climb.steps + 1) + step], 5)}`);
  return [t("step {step}", { step }), ...losses].join("\n");
}

/** Show `textAt(left, top)` beside a pointer over a host, while there is any. */
export function readOut(host, textAt) {
  const words = element("div", "readout", { hidden: true, ariaHidden: "true" });
  host.append(words);
  const hide = () => (words.hidden = true);
  host.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return; // a finger would cover it
    const box = host.getBoundingClientRect();
    const [left, top] = [event.clientX - box.left, event.clientY - box.top];
    const text = textAt(left, top);
    words.hidden = !text;
    if (!text) return;
    words.textContent = text;
    const over = left > box.width / 2;
    Object.assign(words.style, { left: over ? "auto" : `${left + GAP}px`, right: over ? `${box.width - left + GAP}px` : "auto", top: top > box.height / 2 ? "auto" : `${top}px`, bottom: top > box.height / 2 ? `${box.height - top}px` : "auto" });
  });
  host.addEventListener("pointerleave", hide);
  host.addEventListener("pointerdown", hide);
}
