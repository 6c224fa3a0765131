/**
 * A coarser mountain while it turns, where each picture takes long: without a graphics card nearly
 * all of that time goes into triangles. The same corners are drawn, only fewer of them.
 */

const SLOW = 0.05; // s a frame: where turning looks like a row of pictures
const REST = 100; // ms without a turn until the mountain is whole again; a hand that lets go is not waited for
const ACROSS = 40; // cells of the coarse mesh, about
const CELL = 6; // corners of a cell in plotly's mesh: two triangles
const CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1], [1, 0], [0, 1]]; // in this order; the first four are all there are

export class Coarse {
  on = false;

  /** Of the mountains of a studio. */
  constructor(studio) {
    this.studio = studio;
  }

  /** Hear of each frame whether a hand holds a mountain and whether one has `turned`, and how many `seconds` it took. */
  frame(held, turned, seconds, now) {
    const over = this.held && !held; // what turns in this frame is the last of it
    this.held = held;
    if (over) this.at = -Infinity;
    else if (turned) {
      if (this.on) for (const mountain of this.studio.mountains) mountain.finish();
      if (!this.on && this.turning && seconds > SLOW) this.coarsen(true);
      this.at = now;
    }
    if (this.on && now - this.at > REST && !held) this.coarsen(false);
    this.turning = turned && !over;
  }

  /** All with fewer corners, or whole again: which a hand that lets go asks for too, for the next frame may be long in coming. */
  coarsen(on) {
    for (const mountain of this.studio.mountains) mountain.coarsen(on);
    this.on = on;
  }
}

/** Which of the `count` corners of plotly's mesh make a coarse one: their numbers, three a triangle; null for a mesh with holes. */
export function coarseCorners(count) {
  const last = Math.sqrt(count / CELL); // cells a side
  if (!Number.isInteger(last)) return null;
  const stride = Math.max(Math.ceil(last / ACROSS), 1);
  const starts = Array.from({ length: Math.ceil(last / stride) }, (_, n) => n * stride);
  const end = (from, side) => (side ? Math.min(from + stride, last) : from);
  return Uint32Array.from(starts.flatMap((i) => starts.flatMap((j) => CORNERS.map(([di, dj]) => cornerAt(end(i, di), end(j, dj), last)))));
}

/** The number of the corner (i, j): the first of its own cell, or a later one of the last cell before the edge. */
function cornerAt(i, j, last) {
  const [beyond, above] = [Number(i === last), Number(j === last)];
  const cell = (i - beyond) * last + (j - above);
  return CELL * cell + CORNERS.findIndex(([di, dj]) => di === beyond && dj === above);
}
