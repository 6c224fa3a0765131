/** What stands on a mountain or map for longer than a frame: what was walked, and what walkers know after a step. */

import { screenRatio } from "./canvas.mjs";
import { drawKnowing, knowing, TrailLayer } from "./picture.mjs";

let made = 0;

export class Standing {
  /** `poster` is what it is put up on; `beside` draws while it is played, where there is one. */
  constructor(poster, beside = null) {
    Object.assign(this, { poster, beside, number: made++, passed: [] });
    this.trails = new TrailLayer(new OffscreenCanvas(1, 1));
  }

  /**
   * Bring it to a time in steps where a step was taken; where nothing is known, where trails are `due`.
   * `passed` are the last vertices of the ways that are up then: the worker's drawings come a little later.
   */
  show(picture, time, style, width, height, { due, playing = false }) {
    const steps = knowing(picture, time, style).map(([{ i, k }]) => [i, k]);
    const known = [style.knows, steps].join();
    const away = playing && picture === this.picture && time >= this.time && Boolean(this.beside?.ready);
    if (this.away && !away) this.known = null; // what is up is not what was drawn here
    const stepped = known !== this.known;
    const wanted = stepped || (due && !steps.length);
    Object.assign(this, { picture, time, away });
    if (away && (this.asked || !wanted)) return;
    this.known = known;
    if (away) this.ask(picture, { time, style, size: [width, height], ratio: screenRatio() });
    else this.draw(picture, time, style, width, height, stepped, wanted);
  }

  draw(picture, time, style, width, height, stepped, wanted) {
    this.asked = null; // an answer that is under way comes too late
    const grown = this.trails.show(picture, time, style, width, height, screenRatio(), wanted);
    if (!grown && !stepped) return;
    this.passed = this.trails.last;
    this.poster.show(width, height, (ctx) => {
      ctx.drawImage(this.trails.canvas, 0, 0, width, height);
      drawKnowing(ctx, picture, time, style);
    });
  }

  /** Have it drawn beside. */
  async ask(picture, moment) {
    const asked = (this.asked = {});
    const { bitmap, passed } = await this.beside.draw(this.number, picture, moment);
    if (asked !== this.asked) return;
    this.asked = null;
    if (!bitmap) return;
    this.poster.put(bitmap);
    this.passed = passed;
  }

  clear() {
    this.asked = null;
    this.poster.clear();
  }
}
