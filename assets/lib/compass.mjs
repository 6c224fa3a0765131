/**
 * The compass of a panel: where a walker was heading, which way is steepest, and which it takes. It
 * turns with the camera, so that its needles point as the arrows on the mountain do.
 */

import { heading, moveOf } from "./captions.mjs";
import { drawArrow, drawDashes } from "./overlay.mjs";
import { directionAt } from "./records.mjs";
import { N_, t } from "./words.mjs";

const RADIUS = 19; // px, as all lengths here, at a size of 1
const ROOM = 15; // around the disc: the letter of north goes round there
const WORDS = 112; // the width of what stands beside it
const LINE = 14;
const SANS = "system-ui, 'Segoe UI', Roboto, sans-serif";
const SMALLEST = 0.82; // size: of smaller words nobody reads the numbers
const NARROW = 230; // px: the width of a scene in which there is no room for words

/** Compass degrees at step `k`: {before, steepest, taken}; null where there is no such way. */
export function headingsOf(climb, i, k) {
  const { steps, uphill, gradients } = climb;
  const move = (n) => (n < 0 || n >= steps ? null : [0, 1].map((axis) => moveOf(climb, i, n, axis)));
  const slope = [0, 1].map((axis) => (uphill ? 1 : -1) * gradients[(i * (steps + 1) + k) * 2 + axis]);
  return {
    before: degreesOf(directionAt(climb, "heading", i, k - 1) ?? move(k - 1)),
    steepest: degreesOf(k < steps ? (directionAt(climb, "seen", i, k) ?? slope) : slope),
    taken: degreesOf(move(k)),
  };
}

/** Null for a direction that is none. */
const degreesOf = (way) => (way && Number.isFinite(way[0] + way[1]) && (way[0] || way[1]) ? heading(...way) : null);

/** Whole degrees, as captions say them. */
const degreesText = (angle) => (angle === null ? "–" : `${Math.round(angle) % 360}°`);

/** [width, height] of the compass for so many walkers in a scene `across` px wide. */
export function compassBox({ size }, walkers, across) {
  const scale = Math.max(size, SMALLEST);
  const disc = 2 * (RADIUS + ROOM);
  return [(worded(walkers, across) ? disc + WORDS : disc) * scale, disc * scale];
}

const worded = (walkers, across) => walkers.length === 1 && across >= NARROW;

/** Draw it in the upper right corner of a scene `across` px wide, whose right edge is at `right`. */
export function drawCompass(ctx, { scene, lens, walkers }, time, style, across, right = across) {
  const k = Math.min(Math.floor(time + 1e-9), scene.climb.steps);
  const own = { ...style, size: Math.max(style.size, SMALLEST) };
  const from = (RADIUS + ROOM) * own.size;
  const disc = { x: right - from, y: from, radius: RADIUS * own.size, north: -lens.bearing };
  const needles = needlesOf(scene, walkers, k, own);
  drawDisc(ctx, disc, own);
  for (const needle of needles) drawNeedle(ctx, disc, needle);
  if (worded(walkers, across)) needles.forEach((needle, n) => drawRow(ctx, right - 2 * from, disc.y + (n - 1) * LINE * own.size, needle, own));
}

/**
 * The needles in the order in which they cover each other: of one walker all three, drawn as they are on the
 * ground; of several the ways they take, each in its colour.
 */
function needlesOf({ climb, colors }, walkers, k, { look, size }) {
  const arrow = { draw: drawArrow, ink: { ink: look.arrow, halo: look.halo, size } };
  if (walkers.length > 1) return walkers.map((i) => ({ ...arrow, ink: { ...arrow.ink, ink: colors[i] }, angle: headingsOf(climb, i, k).taken }));
  const { before, steepest, taken } = headingsOf(climb, walkers[0], k);
  return [
    { ...arrow, word: N_("before"), angle: before, draw: drawDashes },
    { ...arrow, word: N_("steepest"), angle: steepest, ink: { ink: look.halo, halo: look.arrow, size: 1.4 * size } },
    { ...arrow, word: N_("taken"), angle: taken },
  ];
}

/** The pixel so far from the middle, in compass degrees. */
function towards({ x, y, north }, angle, length) {
  const turn = ((angle + north) * Math.PI) / 180;
  return [x + Math.sin(turn) * length, y - Math.cos(turn) * length];
}

function drawNeedle(ctx, disc, { angle, draw, ink }) {
  if (angle !== null) draw(ctx, { points: [[disc.x, disc.y], towards(disc, angle, disc.radius)], hidden: false }, ink);
}

/** The disc, as bright as the middle of a mountain, with its four marks and the letter of north. */
function drawDisc(ctx, disc, { look, size }) {
  ctx.beginPath();
  ctx.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
  ctx.fillStyle = look.ground[Math.floor(look.ground.length / 2)][1];
  ctx.strokeStyle = look.quiet;
  ctx.lineWidth = 1.2 * size;
  ctx.fill();
  ctx.beginPath();
  ctx.arc(disc.x, disc.y, disc.radius + 3 * size, 0, 2 * Math.PI);
  for (const angle of [0, 90, 180, 270]) {
    ctx.moveTo(...towards(disc, angle, disc.radius + 1 * size));
    ctx.lineTo(...towards(disc, angle, disc.radius + 5 * size));
  }
  ctx.stroke();
  write(ctx, t("N"), ...towards(disc, 0, disc.radius + 10 * size), { look, size, font: `700 ${10 * size}px ${SANS}`, color: look.ink, align: "center" });
}

/** A needle beside its word and its degrees, which end at `right`. */
function drawRow(ctx, right, y, { word, angle, draw, ink }, { look, size }) {
  const left = right - WORDS * size;
  draw(ctx, { points: [[left + 2 * size, y], [left + 17 * size, y]], hidden: false }, { ...ink, size: 0.75 * ink.size });
  write(ctx, t(word), left + 24 * size, y, { look, size, font: `400 ${11 * size}px ${SANS}`, color: look.quiet, align: "left" });
  write(ctx, degreesText(angle), right, y, { look, size, font: `600 ${11 * size}px ${SANS}`, color: look.ink, align: "right" });
}

/** With a rim of paper: a steep camera brings mountains under it. */
function write(ctx, text, x, y, { look, size, font, color, align }) {
  Object.assign(ctx, { font, fillStyle: color, textAlign: align, textBaseline: "middle", strokeStyle: look.card, lineWidth: 3 * size, lineJoin: "round" });
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}
