/** A scene: what the server sends of a ground and of a climb, unpacked and laid over each other. */

import { decode, unfold } from "./arrays.mjs";
import { makeGrid } from "./grid.mjs";
import { drape, paceOf } from "./path.mjs";

/** What the server sends of a ground, with its heights unpacked. */
export function readGround(data) {
  const grid = makeGrid(unfold(decode(data.heights), data.cells), data.cells, data.x, data.y);
  return { ...data, grid: Object.assign(grid, { minima: data.minima, maxima: data.maxima, equal: data.equal, scale: data.drawn, recorded: (data.recorded ?? []).map(readWalk) }) };
}

/** A walk that somebody recorded, as a climb of one walker. */
function readWalk({ name, points, losses }) {
  return { name, points: decode(points), losses: decode(losses), steps: losses.shape.at(-1) - 1, rates: [0] };
}

/** What the server sends of a climb, with its arrays unpacked. */
export function readClimb(data) {
  const names = ["points", "gradients", "losses", "limits", "moves", "schedule"];
  const arrays = names.filter((key) => data[key]).map((key) => [key, decode(data[key])]);
  const records = Object.entries(data.records ?? {}).map(([name, record]) => [name, decode(record)]);
  return { ...data, ...Object.fromEntries(arrays), records: Object.fromEntries(records) };
}

/** A climb laid over a ground: all that a picture of it needs. */
export function makeScene(ground, climb, colors, shapes, inks) {
  const paths = climb.rates.map((_, i) => drape(ground.grid, climb, i));
  const recorded = (ground.grid.recorded ?? []).map((walk) => ({ ...walk, pace: paceOf(walk.steps, climb.steps), path: drape(ground.grid, walk, 0) }));
  return { grid: ground.grid, climb, colors, shapes, inks, paths, recorded };
}
