/** A worker that draws what stands on mountains and map, beside the page's own thread. */

import { Poster } from "./canvas.mjs";
import { lensFrom, makePicture } from "./picture.mjs";
import { Standing } from "./standing.mjs";

/** Keeps what is put up, to be sent. */
class Parcel extends Poster {
  put(bitmap) {
    this.bitmap = bitmap;
  }
}

let scene;
const desks = new Map(); // by number: what is drawn there, and of what picture

onmessage = ({ data: orders }) => {
  const drawn = orders.map(fulfil);
  postMessage(drawn, drawn.map(({ bitmap }) => bitmap).filter(Boolean));
};

/** An order as beside.mjs writes it -> {order, bitmap, passed}; no bitmap where there is no room. */
function fulfil({ order, number, scene: other, from, walkers, moment }) {
  if (other) {
    scene = other;
    desks.clear();
  }
  if (!desks.has(number)) desks.set(number, { standing: new Standing(new Parcel()) });
  const desk = desks.get(number);
  if (from) desk.picture = makePicture(scene, lensFrom(scene.grid, from), walkers);
  const { time, style, size, ratio } = moment;
  globalThis.devicePixelRatio = ratio; // a worker has none of its own
  desk.standing.known = null; // the page may have drawn itself since this was drawn here
  desk.standing.show(desk.picture, time, style, ...size, { due: true });
  return { order, bitmap: desk.standing.poster.bitmap, passed: desk.standing.passed };
}

postMessage([]); // it is ready
