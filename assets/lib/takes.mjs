/** Takes: the films of one order, shot one after another with one composer at a time. */

import { Composer } from "./composer.mjs";
import { groupsOf } from "./grouping.mjs";
import { FilmError } from "./request.mjs";
import { t } from "./words.mjs";

const LAYOUTS = { row: "side", grid: "side", together: "together" }; // of arrangements; another one is as on the screen

/** How many films an order takes: slides for a talk have one of each walker too, where there are several. */
export const filmCount = ({ told, options, walker }, walkers) => (told && options.slides !== "film" && !walker && walkers > 1 ? walkers + 1 : 1);

/** What those films show: each walker by itself, then all as they are arranged, on mountains seen as they are in `shot`. */
export function shotsOf(shot, film) {
  const alone = filmCount(film, shot.scene.climb.rates.length) - 1;
  return [...Array.from({ length: alone }, (_, i) => seen(shot, [[i]])), arranged(shot, film)];
}

/** All walkers, on mountains as a film has them; or the `walker` it is of, counted from 1. */
export function arranged(shot, { arrangement, walker }) {
  if (walker) return alone(shot, walker);
  const layout = LAYOUTS[arrangement];
  return layout ? seen(shot, groupsOf([...shot.scene.climb.rates], layout)) : shot;
}

function alone(shot, walker) {
  const { length: most } = shot.scene.climb.rates;
  if (walker > most) throw new FilmError(t("There is no walker {walker} here: the last one is {most}. Choose again who is in the film.", { walker, most }));
  return seen(shot, [[walker - 1]]);
}

/** The same with other panels: each has the camera from which its first walker is seen now. */
function seen(shot, groups) {
  const cameraOf = (walker) => shot.panels.find(({ walkers }) => walkers.includes(walker)).camera;
  return { ...shot, panels: groups.map((walkers) => ({ walkers, camera: cameraOf(walkers[0]) })) };
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
