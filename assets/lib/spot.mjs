/** Where a walker stands after whole steps, and what was worked out there: once a step, not once a frame. */

import { place } from "./path.mjs";

class Spot {
  /** Walker `i` of a picture after `k` steps; (u, v) is its place in cells. */
  constructor(picture, i, k) {
    const { scene, lens } = picture;
    Object.assign(this, { scene, lens, grid: scene.grid, climb: scene.climb, i, k, kept: new Map() });
    [this.u, this.v] = place(this.grid, this.climb, i, k);
  }

  /** Where this is in arrays that have a row for each step and one for the end. */
  get at() {
    return this.i * (this.climb.steps + 1) + this.k;
  }

  /** Whether no step follows. */
  get last() {
    return this.k >= this.climb.steps;
  }

  get loss() {
    return this.climb.losses[this.at];
  }

  /** The slope that the walker felt here, per unit of x and of y. */
  get gradient() {
    return [0, 1].map((axis) => this.climb.gradients[2 * this.at + axis]);
  }

  /** What `make()` gives, kept under a key. */
  once(key, make) {
    return keptIn(this.kept, key, make);
  }

  /** The same, kept for all pictures of the scene: what is true of the ground, whoever looks. */
  shared(key, make) {
    const places = (this.scene.places ??= []);
    if (places[this.i]?.k !== this.k) places[this.i] = { k: this.k, kept: new Map() };
    return keptIn(places[this.i].kept, key, make);
  }
}

function keptIn(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

/** The spot of walker `i` at a time in steps: the same one until its next step. */
export function spotOf(picture, i, time) {
  const k = Math.min(Math.floor(time + 1e-9), picture.scene.climb.steps);
  picture.spots ??= [];
  if (picture.spots[i]?.k !== k) picture.spots[i] = new Spot(picture, i, k);
  return picture.spots[i];
}

/** A vector on the map in cells: [east, north]. */
export const inCells = (grid, vector) => [grid.x, grid.y].map(([low, high], axis) => (vector[axis] * grid.last) / (high - low));
