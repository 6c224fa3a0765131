/**
 * The rates: learning rate against step, on a small canvas of their own.
 *
 * `rates` are (walkers, steps), row by row: the rate of step k holds from time k to time k + 1. A
 * frame is {x, y, width, height, steps}, as in the race; a range is {log, low, high}.
 */

import { element, prepare } from "./canvas.mjs";
import { drawLines, drawRunners, FAINT, playheadAt } from "./race.mjs";
import { numeral, t } from "./words.mjs";

const FAR = 8; // walkers whose highest rates are this many times apart need a log axis
const DEEP = 100; // a log axis ends so far below the lowest walker's highest rate: many schedules end at 0
const MOST_TICKS = 4;
const REACH = 6; // px that lines may reach beyond the frame's sides

const MARGIN = { left: 58, right: 14, top: 42, bottom: 24 }; // px: beside the race's, and below the card's head

export class RateChart {
  constructor(host) {
    this.host = host;
    this.standing = element("canvas", "overlay", { ariaHidden: "true" });
    this.canvas = element("canvas", "overlay", { role: "img", ariaLabel: t("Learning rate against step, one line per walker") });
    host.append(this.standing, this.canvas);
  }

  lay({ climb, colors, shapes }, { style }) {
    this.size = [this.host.clientWidth, this.host.clientHeight]; // to ask in each frame would cost
    this.chart = { ...rateChart(climb, ...this.size), colors, shapes };
    drawStanding(prepare(this.standing, ...this.size), this.chart, style);
  }

  draw(time, style) {
    drawRates(prepare(this.canvas, ...this.size), this.chart, time, style);
  }
}

/** A climb's chart {rates, range, frame, lines} on a picture of this size. */
export function rateChart({ rates: typed, schedule, steps }, width, height) {
  const rates = schedule ?? Float32Array.from({ length: typed.length * steps }, (_, k) => typed[Math.floor(k / steps)]);
  const { left, right, top, bottom } = MARGIN;
  const frame = { x: left, y: top, width: Math.max(width - left - right, 1), height: Math.max(height - top - bottom, 1), steps };
  const range = rateRange(rates, steps);
  return { rates, range, frame, lines: rateLines(rates, steps, frame, range) };
}

/** The range that shows all walkers: linear from 0, or log where their highest rates are far apart. */
export function rateRange(rates, steps) {
  const peaks = rowsOf(rates, steps).map((row) => row.reduce((a, b) => Math.max(a, b), 0));
  const [least, most] = [Math.min(...peaks), Math.max(...peaks)];
  if (!(most >= FAR * least)) return { log: false, low: -0.05 * most, high: 1.08 * most };
  const lowest = rates.reduce((a, b) => Math.min(a, b), least);
  return { log: true, low: Math.max(lowest, least / DEEP) / 1.3, high: 1.3 * most };
}

/** The numbers to mark: 1, 2 or 5 times a power of ten apart, or powers of ten; at most four. */
export function rateTicks({ log, low, high }) {
  if (log) return decades(Math.ceil(Math.log10(low)), Math.floor(Math.log10(high)));
  const rough = high / MOST_TICKS;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const apart = [1, 2, 5, 10].find((m) => m * unit >= rough) * unit;
  return Array.from({ length: Math.floor(high / apart) + 1 }, (_, n) => n * apart);
}

function decades(first, last) {
  const every = Math.ceil((last - first + 1) / MOST_TICKS);
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, n) => 10 ** (last - n * every)).reverse();
}

/** A rate in few characters: 0.25, 1e-5. */
export function rateWords(rate) {
  const short = Number(rate.toPrecision(3));
  return numeral(short !== 0 && (short < 1e-3 || short >= 1e4) ? short.toExponential() : String(short));
}

/** Pixel of a rate; far below the frame for 0 on a log axis, since canvases dislike infinity. */
export function rateAt(rate, { y, height }, { log, low, high }) {
  const share = log ? Math.log(rate / low) / Math.log(high / low) : (rate - low) / (high - low);
  return y + (1 - Math.max(share, -5)) * height;
}

/** Pixel stairs [x0, y0, x1, y1, ...] of each walker. */
export function rateLines(rates, steps, frame, range) {
  return rowsOf(rates, steps).map((row) => stairs(Array.from(row, (rate) => rateAt(rate, frame, range)), frame));
}

/** Steps that share a pixel become its first, lowest, highest and last: the line looks the same. */
function stairs(ys, { x, width }) {
  const together = Math.max(Math.floor(ys.length / width), 1);
  const line = [];
  for (let k = 0; k < ys.length; k += together) {
    const some = ys.slice(k, k + together);
    const [left, right] = [k, k + some.length].map((step) => x + (step / ys.length) * width);
    if (some.length > 1) line.push(left, some[0], left, Math.min(...some), left, Math.max(...some));
    line.push(left, some.at(-1), right, some.at(-1));
  }
  return line;
}

/** Where each walker's bead is, [x, y]: on its rate of now; at the end, on that of the last step. */
export function beads({ rates, frame, range }, time) {
  const k = Math.min(Math.floor(time), frame.steps - 1);
  return rowsOf(rates, frame.steps).map((row) => [playheadAt(frame, time), rateAt(row[k], frame, range)]);
}

/** Lines as the race draws them. */
const racing = (lines, { colors, shapes }) => lines.map((line, i) => ({ line, pace: 1, color: colors[i], shape: shapes?.[i] }));

/** What stands still of a chart {rates, lines, colors, shapes, frame, range}: ticks, and the lines whole. */
export function drawStanding(ctx, chart, style) {
  drawTicks(ctx, chart, style);
  drawLines(ctx, racing(chart.lines, chart), chart.frame, style);
}

/**
 * What moves, to lie over what stands: a veil over what is to come, the playhead, a bead per walker.
 * A veil costs a rectangle; drawing the lines again, bright and faint, costs a whole frame.
 */
export function drawRates(ctx, chart, time, style) {
  const { frame } = chart;
  const head = playheadAt(frame, time);
  ctx.save();
  ctx.globalAlpha = 1 - FAINT;
  ctx.fillStyle = style.look.card;
  ctx.fillRect(head, frame.y, frame.x + frame.width + REACH - head, frame.height);
  ctx.restore();
  drawRunners(ctx, { frame, racers: racing(beads(chart, time), chart) }, time, style);
}

/** Numbers beside lines across the frame, and the first and the last step below it. */
function drawTicks(ctx, { frame, range }, { look, size }) {
  const { x, y, width, height, steps } = frame;
  ctx.font = `${11 * size}px system-ui, sans-serif`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  for (const rate of rateTicks(range)) {
    const level = rateAt(rate, frame, range);
    ctx.fillStyle = look.grid;
    ctx.fillRect(x, level - size / 2, width, size);
    ctx.fillStyle = look.quiet;
    ctx.fillText(rateWords(rate), x - 8 * size, level);
  }
  ctx.textBaseline = "top";
  ctx.fillText(t("step {step}", { step: steps }), x + width, y + height + 5 * size);
  ctx.textAlign = "left";
  ctx.fillText("0", x, y + height + 5 * size);
}

/** One row per walker, without copying. */
const rowsOf = (rates, steps) => Array.from({ length: rates.length / steps }, (_, i) => rates.subarray(i * steps, (i + 1) * steps));
