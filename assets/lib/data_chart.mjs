/** The data beside the mountain: plotly's standing points, and each walker's curve over them. */

import { element, prepare } from "./canvas.mjs";
import { answers, weightsAt } from "./neuron.mjs";
import { CONFIG } from "./mountain.mjs";
import { raceFrame } from "./race.mjs";
import { t } from "./words.mjs";

const POINTS = 96; // of a curve

export class DataChart {
  constructor(host) {
    this.host = host;
    this.plot = element("div", "plot");
    this.canvas = element("canvas", "overlay", { role: "img", ariaLabel: t("Data, and what each walker's neuron answers") });
    host.append(this.plot, this.canvas);
  }

  /** Show the data of a ground, or nothing where it has none. */
  async raise({ neuron }, figure) {
    this.neuron = neuron;
    this.host.closest(".card").hidden = !neuron;
    if (!neuron) return;
    this.size = [this.host.clientWidth, this.host.clientHeight];
    const [width, height] = this.size;
    const layout = { ...figure.layout, width, height };
    await globalThis.Plotly.react(this.plot, figure.data, layout, { ...CONFIG, staticPlot: true });
    this.frame = dataFrame(layout);
  }

  draw(scene, time, style) {
    if (!this.neuron) return;
    drawCurves(prepare(this.canvas, ...this.size), this.neuron, scene, time, this.frame, style);
  }
}

/** Where the curves go, in pixels, and the ranges they span. */
export const dataFrame = (layout) => ({ ...raceFrame(layout), xs: layout.xaxis.range });

/** Each walker's curve at a time in steps, inside the frame; all walkers', or those of the given ones. */
export function drawCurves(ctx, neuron, scene, time, frame, { size }, walkers = [...scene.climb.rates.keys()]) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(frame.x, frame.y, frame.width, frame.height);
  ctx.clip();
  ctx.lineWidth = 2.4 * size;
  walkers.forEach((i) => {
    ctx.strokeStyle = scene.colors[i];
    strokeCurve(ctx, curveOf(neuron, scene.climb, i, time, frame));
  });
  ctx.restore();
}

/** Pixels [x0, y0, x1, y1, ...] of walker `i`'s curve; none when its weights are no numbers. */
export function curveOf(neuron, climb, i, time, { x, y, width, height, xs: [left, right], range: [low, high] }) {
  const shares = Array.from({ length: POINTS }, (_, n) => n / (POINTS - 1));
  const values = answers(neuron, ...weightsAt(climb, i, time), shares.map((share) => left + share * (right - left)));
  if (!values.every(Number.isFinite)) return [];
  // Far beyond the frame is as good as just beyond it, and canvases dislike huge numbers.
  const up = (value) => Math.min(Math.max((value - low) / (high - low), -5), 6);
  return shares.flatMap((share, n) => [x + share * width, y + (1 - up(values[n])) * height]);
}

function strokeCurve(ctx, line) {
  ctx.beginPath();
  for (let k = 0; k < line.length; k += 2) ctx.lineTo(line[k], line[k + 1]);
  ctx.stroke();
}
