/** The player's bar: its scrubber and its readings. The buttons are the page's own. */

import * as clocks from "./clock.mjs";
import { element, prepare } from "./canvas.mjs";
import { t } from "./words.mjs";

const [HIGH, BEAD, GROOVE] = [20, 8, 3]; // px: the scrubber, and the radii of its thumb and its track; style.css says the same

export class Transport {
  constructor({ bar, scrub, reading }, command) {
    Object.assign(this, { bar, reading });
    this.range = element("input", "scrub", { type: "range", min: 0, step: "any", ariaLabel: t("Playhead, in steps") });
    this.range.addEventListener("input", () => command((clock) => clocks.seek(clock, Number(this.range.value))));
    this.canvas = element("canvas", "thumb", { ariaHidden: "true" });
    scrub.append(this.range, this.canvas);
    const fit = () => this.fit(scrub.clientWidth);
    new ResizeObserver(fit).observe(scrub);
    new MutationObserver(fit).observe(document.documentElement, { attributes: true }); // light or dark
  }

  /**
   * Show the clock; its words and the range's own value only when they are `due`: a value that changes in
   * each frame has the page laid out in each frame. The thumb that is seen is drawn, like all else that moves.
   */
  show({ playhead, steps, playing }, due) {
    if (steps !== this.steps) this.range.max = this.steps = steps;
    this.share = playhead / steps;
    this.draw();
    if (due) this.range.value = playhead;
    if (due) this.read(t("step {step} of {steps}", { step: Math.floor(playhead + 1e-9), steps }));
    if (playing !== this.playing) this.bar.dataset.playing = this.playing = playing;
  }

  /** Words are written when they change, not in each frame: the browser lays the page out anew. */
  read(words) {
    if (words !== this.said) this.range.ariaValueText = this.reading.textContent = this.said = words;
  }

  fit(width) {
    this.width = width;
    this.ink = getComputedStyle(this.canvas).color;
    this.draw();
  }

  draw() {
    if (!this.width) return;
    const x = BEAD + (this.share ?? 0) * (this.width - 2 * BEAD);
    const ctx = prepare(this.canvas, this.width, HIGH);
    ctx.fillStyle = this.ink;
    ctx.beginPath();
    ctx.roundRect(BEAD - GROOVE, HIGH / 2 - GROOVE, x - BEAD + GROOVE, 2 * GROOVE, GROOVE);
    ctx.moveTo(x + BEAD, HIGH / 2);
    ctx.arc(x, HIGH / 2, BEAD, 0, 2 * Math.PI);
    ctx.fill();
  }
}
