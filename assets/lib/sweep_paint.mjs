/** A sweep on a canvas: two curves over the rates, their ticks, and the walkers' beads. */

import { rateWords } from "./rate_chart.mjs";
import { drawShape } from "./shapes.mjs";
import { beadsOf, placeOfRate, powers } from "./sweep.mjs";

/** `chart` is {sweep, frame, range, lines, walkers: [{i, rate}], chosen, cursor}; `scene` has the walkers' colors and shapes. */
export function drawSweep(ctx, chart, scene, { look, size }) {
  ctx.font = `${11 * size}px system-ui, sans-serif`;
  drawTicks(ctx, chart, look);
  ctx.lineJoin = "round";
  strokeAll(ctx, chart.lines.losses, look.quiet, 1.6, [5, 4]);
  strokeAll(ctx, chart.lines.steps, look.ink, 2.2, []);
  if (chart.cursor !== null) drawCursor(ctx, chart, look);
  drawBeads(ctx, beadsOf(chart), chart.chosen, scene, look);
}

function strokeAll(ctx, lines, color, width, dash) {
  Object.assign(ctx, { strokeStyle: color, lineWidth: width });
  ctx.setLineDash(dash);
  for (const line of lines) {
    ctx.beginPath();
    for (let k = 0; k < line.length; k += 2) ctx.lineTo(line[k], line[k + 1]);
    if (line.length === 2) ctx.lineTo(line[0] + 1, line[1]); // one rate alone is a dot
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** Steps at the left, losses at the right, rates below the band. */
function drawTicks(ctx, { sweep, frame, range }, look) {
  const { x, y, width, height } = frame;
  const bottom = y + height;
  ctx.fillStyle = look.grid;
  for (const share of [0, 0.5, 1]) ctx.fillRect(x, bottom - share * height - 0.5, width, 1);
  ctx.fillStyle = look.quiet;
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  for (const share of [0, 0.5, 1]) ctx.fillText(String(Math.round(share * sweep.walked)), x - 7, bottom - share * height);
  ctx.textAlign = "left";
  const losses = range ? powers(range.low, range.high, Math.max(Math.floor(height / 24), 2)) : [];
  for (const power of losses) ctx.fillText(rateWords(10 ** power), x + width + 7, bottom - ((power - range.low) / (range.high - range.low)) * height);
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "center";
  const [low, high] = [sweep.rates[0], sweep.rates.at(-1)].map(Math.log10);
  for (const power of powers(low, high, Math.max(Math.floor(width / 52), 2))) ctx.fillText(rateWords(10 ** power), placeOfRate(10 ** power, frame, sweep), frame.ticks);
}

function drawCursor(ctx, { sweep, frame, cursor }, look) {
  ctx.fillStyle = look.ink;
  ctx.fillRect(placeOfRate(sweep.rates[cursor], frame, sweep) - 0.5, frame.y, 1, frame.height);
}

/** Beads [{i, x, y, radius}] with their walkers' numbers; the chosen one in a ring. */
export function drawBeads(ctx, beads, chosen, { colors, shapes, inks }, look) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = "700 10px system-ui, sans-serif";
  for (const { i, x, y, radius } of beads) {
    const ring = i === chosen ? [2.5, look.ink] : [1, look.card];
    drawShape(ctx, shapes?.[i], x, y, radius, colors[i], [ring]);
    ctx.fillStyle = inks?.[i] ?? "#fff";
    ctx.fillText(String(i + 1), x, y + 0.5);
  }
}
