/** The race: loss against step on plotly's standing axes; lines bright up to the playhead. */

import { element, Poster, prepare } from "./canvas.mjs";
import { CONFIG } from "./mountain.mjs";
import { readOut, stepText } from "./readout.mjs";
import { drawShape } from "./shapes.mjs";
import { t } from "./words.mjs";

export const FAINT = 0.22; // of full strength, for what is to come; style.css has the same

export class Race {
  constructor(host) {
    this.host = host;
    this.plot = element("div", "plot");
    const hidden = { ariaHidden: "true" };
    this.faint = new Poster(element("canvas", "overlay faint", hidden)); // what is to come
    this.bright = new Poster(element("canvas", "overlay", hidden)); // what was walked
    this.walks = new OffscreenCanvas(1, 1); // the same, only ever added to while time runs forward
    this.canvas = element("canvas", "overlay", { role: "img", ariaLabel: t("Loss against step, one line per rate") });
    host.append(this.plot, this.faint.canvas, this.bright.canvas, this.canvas);
    readOut(host, (left) => this.textAt(left));
  }

  textAt(left) {
    const { frame, climb } = this;
    const step = frame && Math.round(((left - frame.x) / frame.width) * frame.steps);
    return climb && step >= 0 && step <= climb.steps ? stepText(climb, step) : "";
  }

  async lay(scene, { figures, view }) {
    this.climb = scene.climb;
    await this.raise(scene.climb, figures.race, view.race);
    this.project(scene, view.race);
  }

  /** Axes for this climb; drawn anew only when they changed. */
  async raise(climb, figure, scale) {
    this.size = [this.host.clientWidth, this.host.clientHeight]; // to ask in each frame would cost
    const layout = raceLayout(climb, figure.layout, scale, ...this.size);
    const key = JSON.stringify(layout);
    if (key === this.key) return;
    this.key = key;
    await globalThis.Plotly.react(this.plot, [], layout, { ...CONFIG, staticPlot: true });
    this.frame = raceFrame(layout);
  }

  project(scene, scale) {
    this.racers = racersOf(scene, scale, this.frame);
    this.fresh = true;
  }

  draw(time, style, due = true) {
    const { racers, frame, size } = this;
    if (this.fresh) this.faint.show(...size, (ctx) => drawLines(ctx, racers, frame, style));
    if (this.fresh || time < this.walked) {
      this.ink = prepare(this.walks, ...size);
      this.walked = 0;
    }
    this.fresh = false;
    const top = prepare(this.canvas, ...size);
    // What is not due yet lies with what moves: each canvas that changes costs a frame.
    const fresh = racers.map((racer) => ({ ...racer, line: stretch(racer.line, this.walked * racer.pace, time * racer.pace) }));
    drawLines(due ? this.ink : top, fresh, frame, style);
    if (due) this.walked = time;
    if (due) this.bright.show(...size, (ctx) => ctx.drawImage(this.walks, 0, 0, ...size));
    drawRunners(top, this, time, style);
  }
}

/** plotly's layout for the axes of a climb's race. */
export function raceLayout(climb, layout, scale, width, height) {
  const { xaxis, [scale]: yaxis } = climb.race;
  return {
    ...layout,
    width,
    height,
    xaxis: withAxis(layout.xaxis, xaxis),
    yaxis: withAxis(layout.yaxis, yaxis),
  };
}

const withAxis = (look, axis) => ({ ...look, ...axis, title: { ...look.title, ...axis.title } });

/** Where the lines go, in pixels, and the ranges they span. */
export function raceFrame({ width, height, margin, xaxis, yaxis }) {
  return {
    x: margin.l,
    y: margin.t,
    width: width - margin.l - margin.r,
    height: height - margin.t - margin.b,
    steps: xaxis.range[1],
    range: yaxis.range,
  };
}

/** All that run, the climb's own walkers last: [{line, pace}], with the `color` and `shape` of those that have one. */
export function racersOf({ climb, colors, shapes, recorded = [] }, scale, frame) {
  const own = raceLines(climb, scale, frame).map((line, i) => ({ line, pace: 1, color: colors[i], shape: shapes?.[i] }));
  const others = recorded.map((walk) => {
    const [line] = raceLines({ ...walk, race: climb.race }, scale, { ...frame, steps: frame.steps * walk.pace });
    return { line, pace: walk.pace };
  });
  return [...others, ...own];
}

/** Pixel lines [x0, y0, x1, y1, ...] of each walker; a walk that blew up ends where it did. */
export function raceLines(climb, scale, frame) {
  const { best } = climb.race;
  const value = scale === "log" ? (loss) => Math.log10(Math.max(Math.abs(loss - best), 1e-300)) : (loss) => loss;
  const [low, high] = frame.range;
  return climb.rates.map((_, i) => {
    const line = [];
    for (let k = 0; k <= climb.steps; k++) {
      const share = (value(climb.losses[i * (climb.steps + 1) + k]) - low) / (high - low);
      if (!Number.isFinite(share)) break;
      // Far beyond the frame is as good as just beyond it, and canvases dislike huge numbers.
      const y = frame.y + (1 - Math.min(Math.max(share, -0.2), 5)) * frame.height;
      line.push(frame.x + (k / frame.steps) * frame.width, y);
    }
    return line;
  });
}

/** All lines, whole, in their colours. */
export function drawLines(ctx, racers, frame, { look, size }) {
  ctx.save();
  clip(ctx, frame);
  ctx.lineJoin = "round";
  ctx.lineWidth = 2.2 * size;
  racers.forEach(({ line, color }) => {
    ctx.strokeStyle = color ?? look.recorded;
    ctx.beginPath();
    for (let k = 0; k < line.length; k += 2) ctx.lineTo(line[k], line[k + 1]);
    ctx.stroke();
  });
  ctx.restore();
}

/** Pixel of a time in steps. */
export const playheadAt = (frame, time) => frame.x + (time / frame.steps) * frame.width;

/** One moment on one canvas: what is to come faint, what was walked bright, then the runners. */
export function drawRace(ctx, race, time, style, layer, { width, height }) {
  const head = playheadAt(race.frame, time);
  for (const [from, to, alpha] of [[head, width, FAINT], [0, head, 1]]) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(from, 0, Math.max(to - from, 0), height);
    ctx.clip();
    ctx.globalAlpha = alpha;
    ctx.drawImage(layer, 0, 0, width, height);
    ctx.restore();
  }
  drawRunners(ctx, race, time, style);
}

/** The playhead, and a bead per walker. */
export function drawRunners(ctx, { frame, racers }, time, { look, size }) {
  const head = playheadAt(frame, time);
  ctx.strokeStyle = look.quiet;
  ctx.lineWidth = size;
  ctx.beginPath();
  ctx.moveTo(head, frame.y);
  ctx.lineTo(head, frame.y + frame.height);
  ctx.stroke();
  ctx.save();
  clip(ctx, frame);
  racers.forEach(({ line, pace, color, shape }) => {
    if (!line.length) return;
    drawShape(ctx, shape, ...pointAt(line, time * pace), 4 * size, color ?? look.recorded, [[1.5 * size, color ? "#fff" : look.edge]]);
  });
  ctx.restore();
}

/** The stretch of a line between two times in steps. */
export function stretch(line, from, to) {
  const last = line.length / 2 - 1;
  if (from >= last) return [];
  const whole = line.slice(2 * Math.floor(from) + 2, 2 * Math.min(Math.floor(to), last) + 2);
  return [...pointAt(line, from), ...whole, ...pointAt(line, to)];
}

/** Pixel of a line at a time in steps; its end from there on. */
function pointAt(line, time) {
  const k = Math.min(Math.floor(time), line.length / 2 - 1);
  const next = Math.min(k + 1, line.length / 2 - 1);
  return [0, 1].map((n) => line[2 * k + n] + (line[2 * next + n] - line[2 * k + n]) * (time - k || 0));
}

function clip(ctx, frame) {
  ctx.beginPath();
  ctx.rect(frame.x - 6, frame.y, frame.width + 12, frame.height);
  ctx.clip();
}
