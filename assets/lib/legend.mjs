/** The legend under the panels: the walkers that nobody here chose. */

import { element } from "./canvas.mjs";
import { recordedText } from "./captions.mjs";

/** Say what the recorded walks of a scene are. */
export function explain(host, { recorded }, look) {
  const lines = recorded.map((walk) => {
    const chip = element("i", "dot");
    chip.style.background = look.recorded;
    return element("span", "", {}, chip, recordedText(walk));
  });
  host.replaceChildren(...lines);
}
