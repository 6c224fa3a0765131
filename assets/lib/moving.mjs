/**
 * What moves on a mountain or map, on a canvas no larger than its ways need: the browser copies such a canvas
 * whole in every frame, and most walks leave most of a panel empty.
 */

import { prepare } from "./canvas.mjs";
import { drawMoving } from "./picture.mjs";

const AROUND = 40; // px around a way at a scene's scale of 1: a flag is the largest thing that moves
const GRID = 20; // px: at the usual zooms of a page a whole number of the screen's own
const CALM = 10; // frames of one picture: while cameras turn and starts are dragged, another box in each would have the page laid out in each

export class Moving {
  constructor(canvas) {
    this.canvas = canvas;
  }

  /** Draw a picture at a time in steps; `drawn` are the last vertices that stand below, one for each way. */
  show(picture, time, style, width, height, drawn) {
    this.frames = picture === this.picture ? this.frames + 1 : 0;
    this.picture = picture;
    if (this.frames > CALM) picture.box ??= boxOf(picture, AROUND * style.size, width, height);
    drawMoving(this.prepare(picture.box ?? [0, 0, width, height], width, height), picture, time, style, drawn);
  }

  clear(width, height) {
    this.picture = null;
    this.prepare([0, 0, width, height], width, height);
  }

  /** The cleared context of a box in a scene; its pixels are the scene's. */
  prepare([left, top, across, down], width, height) {
    const place = [left, top, across, down, width, height].join();
    if (place !== this.place) {
      this.place = place;
      const share = (part, whole) => `${(100 * part) / whole}%`; // it grows as the photograph below does
      Object.assign(this.canvas.style, { left: share(left, width), top: share(top, height), width: share(across, width), height: share(down, height) });
    }
    const ctx = prepare(this.canvas, across, down);
    ctx.translate(-left, -top);
    return ctx;
  }
}

/** Where all that moves on a picture has room, [left, top, width, height] in px: the whole where names are written. */
export function boxOf({ ways }, around, width, height) {
  const spans = [["x", width], ["y", height]].map(([axis, most]) => {
    const [low, high] = extent(ways.map(({ seen }) => seen[axis]));
    const from = Math.max(Math.floor((low - around) / GRID) * GRID, 0);
    const to = Math.min(Math.ceil((high + around) / GRID) * GRID, most);
    return [from, to - from];
  });
  const [[left, across], [top, down]] = spans;
  const whole = ways.some(({ name }) => name) || !(across > 0 && down > 0); // out of sight, or none at all
  return whole ? [0, 0, width, height] : [left, top, across, down];
}

/** The lowest and the highest of some lists of numbers, those that are none left out. */
function extent(lists) {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists)
    for (const value of list) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  return [low, high];
}
