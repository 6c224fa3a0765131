/** What stands on a mountain or map for longer than a frame: what was walked, and what walkers know after a step. */

import { Poster, screenRatio } from "./canvas.mjs";
import { drawKnowing, knowing, TrailLayer } from "./picture.mjs";

export class Standing {
  constructor(canvas) {
    this.poster = new Poster(canvas);
    this.trails = new TrailLayer(new OffscreenCanvas(1, 1));
  }

  /** Bring it to a time in steps where a step was taken; where nothing is known, where trails are `due`. */
  show(picture, time, style, width, height, due) {
    const steps = knowing(picture, time, style).map(([{ i, k }]) => [i, k]);
    const known = [style.knows, steps].join();
    const stepped = known !== this.known;
    this.known = known;
    const grown = this.trails.show(picture, time, style, width, height, screenRatio(), stepped || (due && !steps.length));
    if (!grown && !stepped) return;
    this.poster.show(width, height, (ctx) => {
      ctx.drawImage(this.trails.canvas, 0, 0, width, height);
      drawKnowing(ctx, picture, time, style);
    });
  }

  clear() {
    this.poster.clear();
  }
}
