/**
 * Walkers, trails, dots, arrows and marks, drawn on any 2D canvas: a panel's, the map's, a film's.
 * What is behind a ridge is drawn faint. Sizes are in CSS pixels times `size`.
 */

import { drawShape, drawSign, SIGNS, traceShape } from "./shapes.mjs";

export const FAINT = 0.3; // of full strength, behind a ridge
const DOT_GAP = 5; // px between step dots; nearer ones would make a thick line
const TRAIL = 2.6; // px wide
const AGED = 0.62; // of full strength, for what was walked longer ago
const BORDER = 4.8;
const FLAG = [[0, 0], [0, -30], [16, -30], [16, -16], [0, -16]]; // px

/**
 * The older way: vertices `from` to `to` of a screen path, with a dot at each whole step, on a canvas that holds
 * nothing but trails: borders are laid under what is there, so that a trail drawn piece by piece
 * looks like one drawn whole. `dot` is the pixel of the last dot; the new last one is returned.
 */
export function drawTrail(ctx, path, from, to, dot, style) {
  const runs = cutIntoRuns(path, Math.max(from, 0), to);
  strokeRuns(ctx, runs, style.color, TRAIL * style.size, AGED);
  ctx.globalCompositeOperation = "destination-over";
  strokeRuns(ctx, runs, style.halo, BORDER * style.size);
  ctx.globalCompositeOperation = "source-over";
  return drawDots(ctx, path, from + 1, to, dot, style);
}

/** The fresh way, from vertex `from` over vertex `to` to where the walker is, if it is there. */
export function drawTip(ctx, path, from, to, tip, { color, halo, size }) {
  const runs = from < to ? cutIntoRuns(path, from, to) : [];
  if (tip) runs.push({ hidden: tip.hidden, points: [path.x[to], path.y[to], tip.x, tip.y] });
  if (!runs.length) return;
  strokeRuns(ctx, runs, halo, BORDER * size);
  strokeRuns(ctx, runs, color, TRAIL * size);
  drawDots(ctx, path, from, to, null, { color, halo, size });
}

/** Stretches of a path, vertex `from` to `to`, all in sight or all hidden: [{hidden, points}]. */
export function cutIntoRuns(path, from, to) {
  const runs = [];
  let run = null;
  for (let i = from; i <= to; i++) {
    const [x, y, hidden] = [path.x[i], path.y[i], path.hidden[i]];
    if (!run || path.gap[i]) runs.push((run = { hidden, points: [x, y] }));
    else {
      run.points.push(x, y);
      if (hidden !== run.hidden) runs.push((run = { hidden, points: [x, y] }));
    }
  }
  return runs;
}

/** Lines through runs of points, those behind a ridge faint. */
export function strokeRuns(ctx, runs, color, width, strength = 1) {
  ctx.lineWidth = width;
  ctx.lineJoin = ctx.lineCap = "round";
  ctx.strokeStyle = color;
  for (const hidden of [true, false]) {
    ctx.globalAlpha = (hidden ? FAINT : 1) * strength;
    ctx.beginPath();
    for (const { points } of runs.filter((run) => run.hidden === hidden)) {
      ctx.moveTo(points[0], points[1]);
      for (let i = 2; i < points.length; i += 2) ctx.lineTo(points[i], points[i + 1]);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function drawDots(ctx, path, from, to, dot, { color, halo, size }) {
  for (let i = from; i <= to; i++) {
    const [x, y] = [path.x[i], path.y[i]];
    if (!Number.isInteger(path.step[i])) continue;
    if (dot && Math.hypot(x - dot[0], y - dot[1]) < DOT_GAP * size) continue;
    dot = [x, y];
    ctx.globalAlpha = path.hidden[i] ? FAINT : 1;
    disc(ctx, x, y, 3.1 * size, halo);
    disc(ctx, x, y, 2.1 * size, color);
  }
  ctx.globalAlpha = 1;
  return dot;
}

/** A walker: a bead in its shape and colour, with its number where more than one shares the picture. */
export function drawWalker(ctx, { x, y, hidden }, { color, shape, size, label, number = "#fff", ring = "#fff" }) {
  ctx.globalAlpha = hidden ? FAINT + 0.15 : 1;
  drawShape(ctx, shape, x, y, 6.4 * size, color, [[2.6 * size, "rgba(10,20,30,0.35)"], [1.6 * size, ring]]);
  if (label) {
    ctx.fillStyle = number;
    ctx.font = `700 ${9.5 * size}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(label, x, y + 0.5 * size);
  }
  ctx.globalAlpha = 1;
}

/** An arrow along a way {points: [[x, y], ...], hidden}; the last pair is the head's tip. */
export function drawArrow(ctx, { points, hidden }, { ink, halo, size }) {
  if (points.length < 2) return;
  const [tipX, tipY] = points.at(-1);
  const [backX, backY] = points.at(-2);
  const angle = Math.atan2(tipY - backY, tipX - backX);
  ctx.globalAlpha = hidden ? FAINT : 1;
  for (const [color, extra] of [[halo, 2.4], [ink, 0]]) {
    ctx.strokeStyle = ctx.fillStyle = color;
    ctx.lineWidth = (2 + extra) * size;
    ctx.lineJoin = ctx.lineCap = "round";
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.stroke();
    head(ctx, tipX, tipY, angle, 8 * size, extra * size);
  }
  ctx.globalAlpha = 1;
}

/** Points {x, y, hidden} as runs, with gaps where one of them is over a hole. */
export function runsThrough(points) {
  const [x, y, hidden] = ["x", "y", "hidden"].map((key) => points.map((point) => point[key]));
  return cutIntoRuns({ x, y, hidden, gap: x.map((at, n) => n > 0 && Number.isNaN(at + x[n - 1])) }, 0, points.length - 1);
}

/** The same way without a head, in dashes: where somebody was heading before. */
export function drawDashes(ctx, { points, hidden }, { ink, halo, size }) {
  ctx.globalAlpha = hidden ? FAINT : 1;
  ctx.lineCap = ctx.lineJoin = "butt";
  for (const [color, width, dashes] of [[halo, 4.4, []], [ink, 2, [4, 3]]]) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width * size;
    ctx.setLineDash(dashes.map((length) => length * size));
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function head(ctx, x, y, angle, length, border) {
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const side of [-1, 1]) {
    const a = angle + Math.PI + side * 0.45;
    ctx.lineTo(x + Math.cos(a) * length, y + Math.sin(a) * length);
  }
  ctx.closePath();
  ctx.fill();
  ctx.lineWidth = border || 0.5;
  ctx.stroke();
}

/** A walker that is not there yet: the outline of its bead. */
export function drawHollow(ctx, { x, y, hidden }, { color, halo, shape, size }) {
  ctx.globalAlpha = hidden ? FAINT : 1;
  ctx.lineJoin = "round";
  traceShape(ctx, shape, x, y, 5.6 * size);
  for (const [style, width] of [[halo, 4.6], [color, 2.2]]) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width * size;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** A name beside a bead, readable on any ground; above it where the `sides` {left, right} are too near. */
export function drawName(ctx, name, { x, y }, sides, { color, halo, size }) {
  ctx.font = `600 ${11 * size}px system-ui, sans-serif`;
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5 * size;
  ctx.strokeStyle = halo;
  ctx.fillStyle = color;
  ctx.textAlign = "left";
  const at = nameAt(x, y, ctx.measureText(name).width, sides, size);
  ctx.strokeText(name, ...at);
  ctx.fillText(name, ...at);
}

function nameAt(x, y, width, { left, right }, size) {
  const away = 12 * size;
  if (x + away + width <= right) return [x + away, y];
  if (x - away - width >= left) return [x - away - width, y];
  return [Math.max(Math.min(x - width / 2, right - width), left), y - 16 * size];
}

/** A flag where a walk ended, with a sign that says why (none where nobody knows). */
export function drawFlag(ctx, { x, y, hidden }, why, { color, halo, size }) {
  ctx.globalAlpha = hidden ? FAINT : 1;
  ctx.lineJoin = ctx.lineCap = "round";
  for (const [style, width] of [[halo, 4.5], [color, 2]]) {
    ctx.strokeStyle = ctx.fillStyle = style;
    ctx.lineWidth = width * size;
    ctx.beginPath();
    FLAG.forEach(([dx, dy], n) => ctx[n ? "lineTo" : "moveTo"](x + dx * size, y + dy * size));
    ctx.stroke();
    if (style === color) ctx.fill();
  }
  if (SIGNS[why]) drawSign(ctx, SIGNS[why], x + 8 * size, y - 23 * size, 4 * size, "#fff", 1.8 * size);
  ctx.globalAlpha = 1;
}

/** Marks that stand still: a ring at the start, a star at each minimum (or summit). */
export function drawMark(ctx, kind, { x, y, hidden }, { ink, halo, size }) {
  ctx.globalAlpha = hidden ? FAINT : 1;
  ctx.lineJoin = "round";
  for (const [style, width] of [[halo, 4.5], [ink, 1.8]]) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width * size;
    ctx.beginPath();
    if (kind === "start") ctx.arc(x, y, 6.5 * size, 0, 2 * Math.PI);
    else star(ctx, x, y, 7.5 * size);
    ctx.stroke();
    if (style === ink && kind !== "start") {
      ctx.fillStyle = "#ffd34d";
      ctx.fill();
    }
  }
  ctx.globalAlpha = 1;
}

function star(ctx, x, y, radius) {
  for (let i = 0; i < 10; i++) {
    const r = i % 2 ? radius * 0.45 : radius;
    const a = (i * Math.PI) / 5 - Math.PI / 2;
    ctx.lineTo(x + Math.cos(a) * r, y + Math.sin(a) * r);
  }
  ctx.closePath();
}

function disc(ctx, x, y, radius, color) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = color;
  ctx.fill();
}
