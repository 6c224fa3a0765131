/** Takes: the films of one order, shot one after another with one composer at a time. */

import { Composer } from "./composer.mjs";

/** How many films an order takes: slides for a talk have one of each walker too, where there are several. */
export const filmCount = ({ told, options }, walkers) => (told && options.slides !== "film" && walkers > 1 ? walkers + 1 : 1);

/** What those films show: each walker by itself, then all, on mountains seen as they are in `shot`. */
export function shotsOf(shot, film) {
  const walkers = shot.scene.climb.rates.length;
  const alone = (walker) => {
    const { camera } = shot.panels.find((panel) => panel.walkers.includes(walker));
    return { ...shot, panels: [{ walkers: [walker], camera }] };
  };
  return [...Array.from({ length: filmCount(film, walkers) - 1 }, (_, i) => alone(i)), shot];
}

/** A composer of several films: `next` goes on to the following one. A browser draws few mountains at a time. */
export class Takes {
  constructor(shots, film, make = (shot) => new Composer(shot, film)) {
    Object.assign(this, { films: shots.length, shots: [...shots], make });
  }

  prepare() {
    return this.next();
  }

  next() {
    this.dispose();
    this.composer = this.make(this.shots.shift());
    return this.composer.prepare();
  }

  frame(time, share) {
    return this.composer.frame(time, share);
  }

  dispose() {
    this.composer?.dispose();
  }
}
