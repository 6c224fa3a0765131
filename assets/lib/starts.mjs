/**
 * Learning rates by starts: a line of starts through the walkers' own, and every rate from each of them.
 * Pure: which line, where everything is, and its drawing.
 *
 * A picture is a raster with a `line` (its first and last start) and ascending `rates`; an axis is 0 for
 * a line along x, 1 for one along y. The middles of its outermost cells are the ends of line and rates.
 */

import { figure } from "./captions.mjs";
import { rateWords } from "./rate_chart.mjs";
import { alikeWith, BEAD, courseKey, levelsOf, powers } from "./sweep.mjs";
import { t } from "./words.mjs";

const MARGIN = { left: 46, right: 6, top: 17, bottom: 33 }; // px; above and below stand the names of the axes
const APART = 2 * BEAD + 1; // px between beads that would lie over each other

/** The ends of the line of starts over the whole map, along an axis through `start`. */
export const lineOf = ({ x, y }, start, axis) => [x, y][axis].map((end) => start.map((own, n) => (n === axis ? end : own)));

/** Along which axis the line of a picture goes. */
export const axisOf = ([[first], [last]]) => (first === last ? 1 : 0);

/**
 * What is asked of the server, and where: {body, name, course, line, uphill}. From where on the line the walkers set
 * out now does not matter, and their rates only where they lie beyond those of the picture.
 */
export function startsWish({ asked, points, uphill }, grid, walker, axis) {
  const line = lineOf(grid, Array.from(points.slice(0, 2), exact), axis);
  const start = asked.start.map((own, n) => (n === axis ? null : own));
  const course = `${axis} ${courseKey({ ...asked, start }, walker)}`;
  return { body: JSON.stringify({ ...asked, walker, line }), name: `${course} ${asked.rates}`, course, line, uphill };
}

/** A coordinate as it was before it travelled in 32 bits. */
const exact = (value) => Number(value.toPrecision(7));

/** Whether a picture has all rates of the walkers that walk as `walker` does. */
export function holds({ rates: [lowest, ...rest] }, { asked, rates }, walker) {
  return alikeWith(asked, walker).every((i) => rates[i] >= lowest && rates[i] <= rest.at(-1));
}

/** Where the cells are painted on a picture of this size. */
export function startsFrame(width, height) {
  const { left, right, top, bottom } = MARGIN;
  return { x: left, y: top, width: Math.max(width - left - right, 1), height: Math.max(height - top - bottom, 1) };
}

const shareOfRate = (rate, { rates }) => Math.log(rate / rates[0]) / Math.log(rates.at(-1) / rates[0]);

function shareOfStart(start, { line: [first, last] }) {
  const n = axisOf([first, last]);
  return (start[n] - first[n]) / (last[n] - first[n]);
}

/** The cell [row, column] that is nearest to a start and a rate. */
export function cellNear(raster, start, rate) {
  const near = (share, count) => Math.round(Math.min(Math.max(share, 0), 1) * (count - 1));
  return [near(shareOfRate(rate, raster), raster.rows), near(shareOfStart(start, raster), raster.columns)];
}

/** Of all cells, the share that lies before a place in the line of their middles. */
const within = (share, count) => (share * (count - 1) + 0.5) / count;

/** Pixel of a start, by its share of the line. */
const across = (share, { x, width }, { columns }) => x + within(share, columns) * width;

/** Pixel of a rate. */
const up = (rate, { y, height }, raster) => y + (1 - within(shareOfRate(rate, raster), raster.rows)) * height;

/** Where the walkers' beads are, [{i, x, y, radius}]: those of nearly one rate beside each other, on the map's side. */
export function beadsOf({ raster, frame, start, walkers }) {
  const place = shareOfStart(start, raster);
  const [x, side] = [across(place, frame, raster), place > 0.5 ? -1 : 1];
  const placed = walkers.map(({ i, rate }) => ({ i, y: up(rate, frame, raster) })).filter(({ y }) => y >= frame.y && y <= frame.y + frame.height);
  const levels = levelsOf(placed.map(({ y }) => y), APART);
  return placed.map(({ i, y }, n) => ({ i, x: x + side * levels[n] * APART, y, radius: BEAD }));
}

/** What stands over the cells: axes, the line of the walkers' start, beads. `ticks` are [{share, text}] of the line. */
export function drawAxes(ctx, { raster, frame, start, axes, ticks }, { look, size }) {
  const { x, y, width, height } = frame;
  const axis = axisOf(raster.line);
  Object.assign(ctx, { font: `${11 * size}px system-ui, sans-serif`, fillStyle: look.quiet, textBaseline: "middle", textAlign: "right" });
  const [low, high] = [raster.rates[0], raster.rates.at(-1)].map(Math.log10);
  for (const power of powers(low, high, Math.max(Math.floor(height / 18), 2))) {
    ctx.fillText(rateWords(10 ** power), x - 7, up(10 ** power, frame, raster));
    ctx.fillRect(x - 4, up(10 ** power, frame, raster) - 0.5, 4, 1);
  }
  Object.assign(ctx, { textBaseline: "alphabetic", textAlign: "center" });
  for (const { share, text } of ticks) {
    ctx.fillText(text, across(share, frame, raster), y + height + 15);
    ctx.fillRect(across(share, frame, raster) - 0.5, y + height, 1, 4);
  }
  const along = { axis: axes[axis], other: axes[1 - axis], value: figure(raster.line[0][1 - axis], 3) };
  ctx.fillText(t("{axis} of the start, at {other} = {value}", along), x + width / 2, y + height + 29);
  ctx.textAlign = "left";
  ctx.fillText(t("learning rate"), x, y - 5);
  const at = across(shareOfStart(start, raster), frame, raster);
  for (const [color, wide] of [["#fff", 3], ["#14202b", 1]]) {
    ctx.fillStyle = color;
    ctx.fillRect(at - wide / 2, y, wide, height);
  }
}
