/** The map: plotly's standing contours, and the canvas above where all walkers walk. */

import { element, Poster, screenRatio } from "./canvas.mjs";
import { dragged } from "./drag.mjs";
import { rows, toU, toV } from "./grid.mjs";
import { CONFIG } from "./mountain.mjs";
import { Moving } from "./moving.mjs";
import { makePicture, mapLens } from "./picture.mjs";
import { drawRaster } from "./raster_paint.mjs";
import { placeText, readOut } from "./readout.mjs";
import { mapPixel, mapPlace } from "./screen_path.mjs";
import { Standing } from "./standing.mjs";
import { t } from "./words.mjs";

const BARE = "rgba(20,40,55,0.5)"; // lines over pictures, which are pale in every look
const FINGER = 28; // px around the start that a finger drags it from; elsewhere it scrolls the page
const HEAD = 30; // px: the card's heading, which a number beside the map must not meet

export class ContourMap {
  constructor(host, { onPick, onDrag, beside }) {
    this.host = host;
    this.under = new Poster(element("canvas", "overlay", { ariaHidden: "true" }));
    this.plot = element("div", "plot");
    this.line = element("i", "map-line", { hidden: true });
    const standing = element("canvas", "overlay", { ariaHidden: "true" });
    this.standing = new Standing(new Poster(standing), beside);
    this.canvas = element("canvas", "overlay", { role: "img", ariaLabel: t("Map with all paths") });
    this.moving = new Moving(this.canvas);
    host.append(this.under.canvas, this.plot, this.line, standing, this.canvas);
    readOut(host, (left, top) => this.textAt(left, top));
    dragged(host, { at: (left, top) => this.placeAt(left, top), holds: (place) => this.nearStart(place), onPick, onDrag });
  }

  textAt(left, top) {
    const place = this.picture && this.placeAt(left, top);
    return place && placeText(this.grid, this.picture.scene.climb.axes ?? ["x", "y"], ...place);
  }

  /** The place [u, v] under a pixel, or null off the map. */
  placeAt(left, top) {
    if (!this.frame) return null;
    const [u, v] = mapPlace(this.grid, this.frame, left, top);
    return Math.min(u, v) >= 0 && Math.max(u, v) <= this.grid.last ? [u, v] : null;
  }

  /** Whether a finger at a place is on the start. */
  nearStart([u, v]) {
    const [way] = this.picture?.ways.slice(-1) ?? [];
    const cell = this.frame.width / this.grid.last;
    return Boolean(way) && Math.hypot(u - way.path.u[0], v - way.path.v[0]) * cell < FINGER;
  }

  async raise(grid, figure) {
    this.grid = grid;
    this.figure = figure;
    this.size = [this.host.clientWidth, this.host.clientHeight];
    const margin = { ...figure.layout.margin, t: HEAD };
    const { layout, frame } = fitMap(grid, { ...figure.layout, margin }, ...this.size);
    this.frame = frame;
    await globalThis.Plotly.react(this.plot, [contours(grid, figure, this.bare)], layout, { ...CONFIG, staticPlot: true });
    this.spread(this.basins);
    this.mark(this.ends);
  }

  /** Leave the ground's colours out from the next raise on, so that what lies under the lines is seen. */
  uncolored(bare) {
    this.bare = bare;
  }

  /** Lay a picture {raster, looks, stale} under the contour lines, or null. */
  spread(basins) {
    this.basins = basins;
    if (!this.frame) return;
    this.under.canvas.classList.toggle("stale", Boolean(basins?.stale));
    if (basins && this.bare) this.under.show(...this.size, (ctx) => drawRaster(ctx, basins, this.frame, screenRatio()));
    else this.under.clear();
  }

  /** Show the line between two places, or none. */
  mark(ends) {
    this.ends = ends;
    this.line.hidden = !ends || !this.frame;
    if (this.line.hidden) return;
    const [[x, y], [toX, toY]] = ends.map(([x, y]) => mapPixel(this.grid, this.frame, toU(this.grid, x), toV(this.grid, y)));
    Object.assign(this.line.style, { left: `${x}px`, top: `${y}px`, width: `${Math.hypot(toX - x, toY - y)}px`, rotate: `${Math.atan2(toY - y, toX - x)}rad` });
  }

  project(scene, walkers) {
    this.picture = makePicture(scene, mapLens(this.grid, this.frame), walkers);
  }

  draw(time, style, pace) {
    const smaller = { ...style, size: 0.8 * style.size };
    this.standing.show(this.picture, time, smaller, ...this.size, pace);
    this.moving.show(this.picture, time, smaller, ...this.size, this.standing.passed);
  }
}

/** plotly's contours; `bare` ones are lines alone. */
export function contours(grid, figure, bare = false) {
  const [trace] = figure.data;
  const { line, contours: lines } = trace;
  const over = bare ? { line: { ...line, color: BARE }, contours: { ...lines, coloring: "none" } } : { contours: { ...lines, coloring: "fill" } };
  return { ...trace, z: rows(grid), ...over };
}

/** The layout that keeps x and y equally long on a picture of this size, and the ground's frame in it. */
export function fitMap(grid, layout, width, height) {
  const { l, r, t, b } = layout.margin;
  const spans = grid.equal === false ? [1, 1] : [grid.x[1] - grid.x[0], grid.y[1] - grid.y[0]];
  const scale = Math.max(Math.min((width - l - r) / spans[0], (height - t - b) / spans[1]), 0);
  const [w, h] = spans.map((span) => span * scale);
  const x = l + (width - l - r - w) / 2;
  const y = t + (height - t - b - h) / 2;
  const margin = { ...layout.margin, l: x, r: width - x - w, t: y, b: height - y - h };
  return { layout: { ...layout, width, height, margin }, frame: { x, y, width: w, height: h } };
}
