/** The player's bar: its scrubber and its readings. The buttons are the page's own. */

import * as clocks from "./clock.mjs";
import { element } from "./canvas.mjs";
import { t } from "./words.mjs";

export class Transport {
  constructor({ bar, scrub, reading }, command) {
    Object.assign(this, { bar, reading, turn: 0 });
    this.range = element("input", "scrub", { type: "range", min: 0, step: "any", ariaLabel: t("Playhead, in steps") });
    this.range.addEventListener("input", () => command((clock) => clocks.seek(clock, Number(this.range.value))));
    scrub.append(this.range);
  }

  /** Show the clock; its words only when they are `due`. */
  show({ playhead, steps, playing }, due) {
    if (steps !== this.steps) this.range.max = this.steps = steps;
    // The thumb moves a pixel or two a frame: every third frame is as smooth, and costs a third.
    this.turn = due ? 0 : (this.turn + 1) % 3;
    if (this.turn === 0) this.range.value = playhead;
    if (due) this.read(t("step {step} of {steps}", { step: Math.floor(playhead + 1e-9), steps }));
    if (playing !== this.playing) this.bar.dataset.playing = this.playing = playing;
  }

  /** Words are written when they change, not in each frame: the browser lays the page out anew. */
  read(words) {
    if (words !== this.said) this.range.ariaValueText = this.reading.textContent = this.said = words;
  }
}
