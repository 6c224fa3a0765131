/**
 * One moment of some walkers on one mountain or map, drawn on a canvas. The page's panels and the
 * film's frames both come from here, so that a film shows what was on the screen.
 */

import { prepare } from "./canvas.mjs";
import { shortName } from "./captions.mjs";
import { drawFlag, drawMark, drawName, drawTip, drawTrail, drawWalker } from "./overlay.mjs";
import { heightAt, toU, toV } from "./grid.mjs";
import { groundSight, isHidden } from "./hidden.mjs";
import { drawKnown } from "./knows.mjs";
import { lastAtOrBefore, place, positionAt } from "./path.mjs";
import { bearingOf, toPixel } from "./projection.mjs";
import { flattenPath, mapPixel, projectPath } from "./screen_path.mjs";
import { spotOf } from "./spot.mjs";

const LIFT = 0.006;
const FRESH = 10; // steps: the last part of a way, bright, while all before it lies on the layer of what was walked, paler
const MOST_FRESH = 120; // vertices: it is drawn in every frame

/** How places become pixels on the mountain under a projection; `ground` takes places on the ground alone, and is quick. */
export function mountainLens(grid, projection) {
  const hides = groundSight(grid, projection.eye);
  return {
    from: projection,
    bearing: bearingOf(projection, grid),
    sides: { left: 0, right: projection.width },
    path: (path) => projectPath(grid, path, projection),
    point(u, v, h = heightAt(grid, u, v) + LIFT) {
      const [x, y] = toPixel(projection, u, v, h);
      return { x, y, hidden: isHidden(grid, u, v, h, projection.eye) };
    },
    ground(u, v, h = heightAt(grid, u, v) + LIFT) {
      const [x, y] = toPixel(projection, u, v, h);
      return { x, y, hidden: hides(u, v) };
    },
  };
}

/** How places become pixels on the map inside `frame` {x, y, width, height}. */
export function mapLens(grid, frame) {
  const point = (u, v) => {
    const [x, y] = mapPixel(grid, frame, u, v);
    return { x, y, hidden: false };
  };
  const sides = { left: frame.x, right: frame.x + frame.width };
  return { from: frame, flat: true, sides, path: (path) => flattenPath(grid, path, frame), point, ground: point };
}

/** The lens that another one was made `from`, in a place that lenses cannot be sent to. */
export const lensFrom = (grid, from) => (from.matrix ? mountainLens : mapLens)(grid, from);

/**
 * A scene seen through a lens, made once per camera: the ways of recorded walks, which any panel
 * shows, under those of the chosen walkers. `seen` is a way's path on the screen.
 */
export function makePicture(scene, lens, walkers) {
  const label = (i) => (walkers.length > 1 ? String(i + 1) : "");
  const own = walkers.map((i) => ({ i, label: label(i), path: scene.paths[i], pace: 1, steps: scene.climb.steps }));
  const ways = [...(scene.recorded ?? []), ...own].map((way) => ({ ...way, seen: lens.path(way.path) }));
  return { scene, lens, walkers, ways };
}

/**
 * The canvas of what has been walked. Time that runs forward only adds to it, so that a frame
 * costs the same on the thousandth step as on the first.
 */
export class TrailLayer {
  constructor(canvas) {
    this.canvas = canvas;
  }

  /**
   * Bring the layer to a time in steps, where that is `due` or cannot wait: each canvas that changes
   * costs a frame, and drawMoving draws what is not here yet. `style` is {look, size}, in CSS pixels.
   * Returns whether anything is drawn anew.
   */
  show(picture, time, style, width, height, ratio, due = true) {
    const last = picture.ways.map((way) => lastPassed(way, time));
    const key = [style.look.key, style.size, width, height, ratio].join();
    const fresh = picture !== this.picture || key !== this.key || last.some((v, n) => v < this.last[n]);
    if (!fresh && (!due || last.every((v, n) => v === this.last[n]))) return false;
    if (fresh) this.clear(picture, style, width, height, ratio);
    Object.assign(this, { picture, key });
    picture.ways.forEach((way, n) => {
      if (last[n] === this.last[n]) return;
      const own = wayStyle(picture.scene, way, style);
      this.dots[n] = drawTrail(this.ctx, way.seen, this.last[n], last[n], this.dots[n], own);
    });
    this.last = last;
    return true;
  }

  clear(picture, style, width, height, ratio) {
    this.ctx = prepare(this.canvas, width, height, ratio);
    this.last = picture.ways.map(() => -1);
    this.dots = picture.ways.map(() => null);
    drawMarks(this.ctx, picture.scene, picture.lens, style);
  }
}

/** What the walkers know at a time. `style` is {look, size, knows}. */
export function drawKnowing(ctx, picture, time, style) {
  drawKnown(ctx, knowing(picture, time, style), style.knows);
}

/** Pairs [spot, style] of the walkers that are on the map, where anything is to be drawn of them. */
export function knowing(picture, time, style) {
  if (!style.knows.length) return [];
  const there = ({ i, path }) => i !== undefined && !positionAt(path, time).away;
  return picture.ways.filter(there).map((way) => [spotOf(picture, way.i, time), { ...style, ...wayStyle(picture.scene, way, style) }]);
}

/**
 * What moves: walkers and the last piece of their way. `drawn` are the last vertices that a trail layer
 * holds, one per way, or none: those just passed.
 */
export function drawMoving(ctx, picture, time, style, drawn = []) {
  const { scene, lens, ways } = picture;
  const ends = ways.map((way) => positionAt(way.path, timeOf(way, time)));
  const tips = ends.map(({ u, v, h }) => lens.point(u, v, h));
  const styles = ways.map((way) => wayStyle(scene, way, style));
  ways.forEach((way, n) => {
    const vertex = lastPassed(way, time);
    const fresh = Math.max(lastPassed(way, time - FRESH), vertex - MOST_FRESH);
    drawTip(ctx, way.seen, Math.min(drawn[n] ?? vertex, fresh), vertex, ends[n].away ? null : tips[n], styles[n]);
  });
  ways.forEach(({ label }, n) => {
    drawEnd(ctx, picture, ways[n], time, ends[n].away && tips[n], styles[n]);
    drawWalker(ctx, tips[n], { ...styles[n], label });
  });
  ways.forEach(({ name }, n) => name && drawName(ctx, shortName(name), tips[n], lens.sides, styles[n]));
}

/** The flag of a walk that has ended, where it did; `away` is the pixel where it left the map, if it has. */
function drawEnd(ctx, { scene, lens }, { i, path }, time, away, style) {
  const { step, ending } = scene.climb.endings[i] ?? { step: null };
  const over = step !== null && time >= step;
  if (!over && !away) return;
  const { u, v, h } = positionAt(path, step ?? 0);
  drawFlag(ctx, away || lens.point(u, v, h), over ? ending : "left", style);
}

/** Where the clock stands on a way: a recorded walk has a pace of its own, and may end before the climb. */
const timeOf = ({ pace, steps }, time) => Math.min(time * pace, steps);

const lastPassed = (way, time) => lastAtOrBefore(way.seen.step, way.seen.count, timeOf(way, time));

function drawMarks(ctx, scene, lens, { look, size }) {
  const { grid, climb } = scene;
  const own = { ink: look.mark, halo: look.halo, size };
  for (const [x, y] of climb.uphill ? grid.maxima : grid.minima) {
    drawMark(ctx, "end", lens.point(toU(grid, x), toV(grid, y)), own);
  }
  drawMark(ctx, "start", lens.point(...place(grid, climb, 0, 0)), own);
}

const wayStyle = (scene, { i }, { look, size }) =>
  i === undefined ? { color: look.recorded, halo: look.edge, ring: look.edge, size } : { color: scene.colors[i], shape: scene.shapes?.[i], number: scene.inks?.[i], halo: look.halo, size };
