/** The words on a film's frame: title, rates, endings, numbers. What they say comes from captions.mjs. */

import { captionOf, directionsText, recordedText, updateText, widest } from "./captions.mjs";
import { LIST } from "./film_layout.mjs";
import { drawShape } from "./shapes.mjs";
import { t } from "./words.mjs";

const BETWEEN = "   ·   ";
const SANS = "system-ui, 'Segoe UI', Roboto, sans-serif";
const MONO = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** Which mountain this is, or a `title` of one's own, and which rule walks on it, if its `equation` is wanted; the step on the right. */
export function drawTitle(ctx, { ground, scene, look }, { title, size }, time, { title: own, equation, walkers }) {
  const y = title.y + title.height / 2;
  const rule = equation ? equationOf(scene.climb, walkers) : "";
  const { steps } = scene.climb;
  const step = t("step {step} of {steps}", { step: Math.min(Math.floor(time + 1e-9), steps), steps });
  const right = title.x + title.width;
  const taken = write(ctx, step, right, y, { look, font: `500 ${16 * size}px ${SANS}`, align: "right" });
  const width = write(ctx, own || ground.name, title.x, y, { look, font: `700 ${21 * size}px ${SANS}`, room: title.width - taken - 24 * size });
  const room = title.width - width - taken - 48 * size;
  const rest = [own && ground.name, ground.scale, ...scene.recorded.map(recordedText)].filter(Boolean).join(BETWEEN);
  drawAfter(ctx, rule, rest, { look, x: title.x + width + 20 * size, y, room, size });
}

/** A line of one's own, below all. */
export function drawFooter(ctx, { look }, { footer, size }, text) {
  write(ctx, text, footer.x, footer.y + footer.height / 2, { look, quiet: true, font: `500 ${15 * size}px ${SANS}`, room: footer.width });
}

/** How all walk, or the given ones: the rule, where they have one in common, and its equation. */
export function equationOf(whole, walkers) {
  const climb = walkers && whole.rules ? { ...whole, rules: walkers.map((i) => whole.rules[i]) } : whole;
  const names = [...new Set((climb.rules ?? []).map(({ name }) => name))];
  const rule = names.length === 1 && directionsText(climb) ? names[0] : "";
  return [climb.uphill ? t("climbing") : "", rule, updateText(climb, true)].filter(Boolean).join(": ");
}

/** What is said after the title: on one line, or on two smaller ones where it is long. */
function drawAfter(ctx, rule, rest, { look, x, y, room, size }) {
  const own = (px) => ({ look, quiet: true, font: `400 ${px * size}px ${SANS}`, room });
  const all = [rule, rest].filter(Boolean).join(BETWEEN);
  ctx.font = own(15).font;
  if (ctx.measureText(all).width <= room) write(ctx, all, x, y, own(15));
  else [rule, rest].forEach((line, n) => write(ctx, line, x, y + (n ? 8 : -8) * size, own(12)));
}

/** A panel's words: rate and ending above its mountain; loss, heading and the update below. */
export function drawWords(ctx, shot, parts, { card, scene, walkers }, time) {
  const captions = walkers.map((i) => ({ i, ...captionOf(shot.scene.climb, i, time) }));
  if (walkers.length > 1) return drawTogether(ctx, shot, parts, card, captions);
  drawHead(ctx, shot, parts, card, captions[0]);
  drawNumbers(ctx, shot, parts, { card, scene }, captions[0]);
}

function drawHead(ctx, { look, scene }, { size }, card, caption) {
  const y = card.y + 18 * size;
  let x = card.x + 12 * size;
  drawChip(ctx, scene, caption.i, x + 7 * size, y, size);
  x += 22 * size;
  x += write(ctx, `${caption.rule} `, x, y, { look, quiet: true, font: `400 ${15 * size}px ${SANS}` });
  x += write(ctx, caption.rate, x, y, { look, font: `700 ${17 * size}px ${SANS}` });
  const right = card.x + card.width - 12 * size;
  const room = right - x - 10 * size;
  write(ctx, caption.ending, right, y, { look, font: `600 ${14 * size}px ${SANS}`, align: "right", room });
}

function drawNumbers(ctx, { look }, { size, numbers }, { card }, caption) {
  const x = card.x + 12 * size;
  const room = card.width - 24 * size;
  const bottom = card.y + card.height;
  const facts = t("loss {loss}   step {step}   heading {heading} {turned}", caption);
  const y = numbers ? bottom - 68 * size : bottom - 12 * size;
  write(ctx, facts, x, y, { look, font: `500 ${13.5 * size}px ${SANS}`, room });
  if (!numbers) return;
  ["x", "y"].forEach((axis, n) => {
    const font = `400 ${13 * size}px ${MONO}`;
    write(ctx, `${caption.axes[n].padEnd(widest(caption.axes))}  ${caption[axis]}`, x, bottom - (48 - 18 * n) * size, { look, quiet: true, font, room });
  });
  write(ctx, caption.remark.text, x, bottom - 12 * size, { look, font: `400 ${13 * size}px ${SANS}`, room });
}

/** All walkers on one mountain: their rates in rows, each with a remark where numbers are chosen. */
function drawTogether(ctx, { look, scene }, { size, numbers }, card, captions) {
  captions.forEach((caption, n) => {
    const [x, y] = [card.x + 14 * size, card.y + (20 + (numbers ? LIST.told : LIST.plain).row * n) * size];
    drawChip(ctx, scene, caption.i, x + 7 * size, y, size);
    const words = [`${caption.rule} ${caption.rate}`, t("loss {loss}", caption), caption.ending].filter(Boolean).join("   ");
    write(ctx, words, x + 22 * size, y, { look, font: `500 ${14 * size}px ${SANS}` });
    if (numbers) write(ctx, caption.remark.text, x + 22 * size, y + 18 * size, { look, quiet: true, font: `400 ${12.5 * size}px ${SANS}` });
  });
}

/** Which walker: its shape in its colour, and its number. */
function drawChip(ctx, { shapes, colors, inks }, i, x, y, size) {
  drawShape(ctx, shapes?.[i], x, y, 8 * size, colors[i]);
  write(ctx, String(i + 1), x, y, { look: { ink: inks?.[i] ?? "#fff" }, font: `700 ${10 * size}px ${SANS}`, align: "center" });
}

/** Write a line, squeezed where there is little room; returns its width. */
function write(ctx, text, x, y, { look, font, quiet = false, align = "left", room }) {
  ctx.font = font;
  ctx.fillStyle = quiet ? look.quiet : look.ink;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  const width = ctx.measureText(text).width;
  if (room === undefined || width <= room) ctx.fillText(text, x, y);
  else if (room > 20) ctx.fillText(text, x, y, room);
  return Math.min(width, room ?? width);
}
