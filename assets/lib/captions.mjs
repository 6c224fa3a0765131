/** What is said about a walker, in words and numbers. The page and the film say the same. */

import { directionAt, isMountaineer, recordOf } from "./records.mjs";
import { N_, numeral, t, tn } from "./words.mjs";

const BEHIND = 1e-4; // degrees: OPPOSITE of app/walk/compass.py, and the rounding of what it sent

/** A number with `digits` significant digits, of steady width, with a true minus sign. */
export function figure(value, digits = 4) {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(Number(value.toPrecision(digits))); // as rounded: 9.9999 is 10.00, not 10.000
  const plain = size === 0 || (size >= 1e-3 && size < 10 ** (digits + 1));
  const places = size === 0 ? digits - 1 : Math.max(digits - 1 - Math.floor(Math.log10(size)), 0);
  const text = plain ? value.toFixed(Math.min(places, digits + 1)) : shortExponent(value, digits - 2);
  return numeral(text.replaceAll("-", "−").replace(/^−(0(\.0*)?)$/, "$1"));
}

/** A learning rate with the digits that its owner typed, within reason. */
export const rateText = (rate) => numeral(String(Number(rate.toPrecision(6))));

/** Compass degrees of a move: 0 is north (+y), 90 is east (+x), clockwise. */
export function heading(dx, dy) {
  return ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360;
}

/** The shortest turn from one heading to another, in degrees: right is positive, -180 to 180. */
export function turn(from, to) {
  const change = (((to - from) % 360) + 540) % 360 - 180;
  return change === -180 ? 180 : change;
}

/**
 * How the mountaineer turns, in compass degrees; null is no heading yet, or no slope in sight.
 * What was rounded to 32 bits may lie to either side of straight behind: from there it turned right.
 */
export function mountaineerSentence(was, seen, trust) {
  if (seen === null) return was === null ? t("no slope in sight") : t("no slope in sight: still {was}", { was: degrees(was) });
  if (was === null) return t("the slope says {seen}: now {seen}", { seen: degrees(seen) });
  const shortest = turn(was, seen);
  const way = shortest < -180 + BEHIND ? 180 : shortest;
  const now = (was + trust * way + 360) % 360;
  const said = { was: degrees(was), seen: degrees(seen), trust: rateText(trust), way: degrees(way), now: degrees(now) };
  return t("was {was}, the slope says {seen}, turning {trust} of {way}: now {now}", said);
}

/** Degrees to a tenth, never 360 or -0. */
const degrees = (angle) => `${numeral(String(Number(angle.toFixed(1)) % 360 || 0).replace("-", "−"))}°`;

const SPOKEN = ["turn", "astray", "saddle"]; // kinds of remarks: what a limit is, eyes may look up

/** A walker's caption in one sentence, for those who listen. */
export function spoken(i, { rule, rate, step, loss, heading, turned, ending, remark }) {
  const turn = turned.replace("↻", t("turned right")).replace("↺", t("turned left"));
  const remarked = SPOKEN.includes(remark.kind) && remark.text;
  const facts = [t("step {step}", { step }), t("loss {loss}", { loss }), t("heading {heading}", { heading }), turn, remarked, ending].filter(Boolean);
  const plain = t(PLAIN_NAME);
  const named = rule === plain ? rule : `${rule}, ${plain}`;
  return t("Walker {walker}, {named} {rate}: {facts}.", { walker: i + 1, named, rate, facts: facts.join(", ") });
}

/** How many letters the longer of two axes' names has: updates stand under one another. */
export const widest = (axes) => Math.max(...axes.map(({ length }) => length));

/** A name that may stand in a picture. */
export const shortName = (name) => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

/** What a recorded walk is, and how it keeps time with the climb. */
export function recordedText({ name, steps, pace }) {
  const each = pace === 1 ? t("one a step") : t("{pace} a step", { pace: numeral(String(Number(pace.toPrecision(3)))) });
  return tn("{name}: recorded walk of {n} point, {each}", "{name}: recorded walk of {n} points, {each}", steps + 1, { name, each });
}

/** How a walk ended, without the step at which it did. */
export const outcomeOf = ({ sentence, step }) => sentence.replace(t(" at step {step}", { step }), "");

/** All that a panel says about walker `i` at a time in steps. */
export function captionOf(climb, i, time) {
  const step = Math.min(Math.floor(time + 1e-9), climb.steps);
  const ending = climb.endings[i];
  const over = ending.step === null ? step >= climb.steps : step >= ending.step;
  return {
    rule: ruleName(climb, i),
    rate: rateText(typedAt(climb, i, step)),
    byHand: Boolean(handOf(climb, i).length),
    axes: climb.axes ?? ["x", "y"],
    sign: climb.uphill ? t("plus") : t("minus"),
    direction: directionWords(climb, i),
    step,
    loss: figure(climb.losses[i * (climb.steps + 1) + step], 5),
    ending: over ? ending.sentence : "",
    outcome: over ? outcomeOf(ending) : "",
    kind: over ? ending.ending : "walking",
    detail: over ? ending.detail : "",
    remark: remarkOf(climb, i, Math.min(step, climb.steps - 1)),
    ...updateOf(climb, i, Math.min(step, climb.steps - 1)),
  };
}

/** What is worth saying about the step `k`: {kind, text}. */
export function remarkOf(climb, i, k) {
  if (isMountaineer(climb, i)) return { kind: "turn", text: turnOf(climb, i, k) };
  const trouble = BENDS.find(({ record, value }) => recordOf(climb, record, i, k)?.[0] === value);
  if (trouble) return { kind: trouble.kind, text: t(climb.uphill ? trouble.up : trouble.down) };
  return { kind: "limit", text: whyText(climb, i, k) };
}

const ENDLESS = N_("no curvature in some direction here: this step has no end");

/** What Newton's step is in for where the ground is no bowl (going up: no summit); the first that holds. */
const BENDS = [
  { record: "singular", value: 1, kind: "astray", down: ENDLESS, up: ENDLESS },
  {
    record: "astray",
    value: 1,
    kind: "astray",
    down: N_("this step goes uphill: the ground curves downwards here"),
    up: N_("this step goes downhill: the ground curves upwards here"),
  },
  {
    record: "positive",
    value: 0,
    kind: "saddle",
    down: N_("the ground is no bowl here: this step heads for a saddle"),
    up: N_("the ground is no summit here: this step heads for a saddle"),
  },
];

function turnOf(climb, i, k) {
  const [was, seen] = [["heading", k - 1], ["seen", k]].map(([name, n]) => directionAt(climb, name, i, n));
  return mountaineerSentence(was && heading(...was), seen && heading(...seen), climb.rules[i].values.trust);
}

const EDGE = 5e-3; // as in app/walk/why.py

/** Whether the step `k` overshoots, and ever farther, in the words of `Why` of app/walk/why.py. */
export function whyText(climb, i, k) {
  const { limits, steps, uphill } = climb;
  const [rate, limit] = [rateAt(climb, i, k), limits[i * (steps + 1) + k]];
  if (Number.isNaN(limit)) return t("no limit is known here");
  if (limit === Infinity) return uphill ? t("the ground does not curve downwards here: no limit") : t("the ground does not curve upwards here: no limit");
  const share = rate / limit;
  const said = { rate: figure(rate, 3), share: figure(share, 3), limit: figure(limit, 3) };
  if (Math.abs(share - 1) < EDGE) return t("rate {rate} is {share} times the limit {limit}: it bounces on", said);
  if (share > 1) return t("rate {rate} is {share} times the limit {limit}: it overshoots", said);
  return t("rate {rate} is {share} times the limit {limit}: it settles", said);
}

const PLAIN = "gradient_descent";
const PLAIN_NAME = N_("rate");

/** What stands before a rate: the rule that takes it, where it is not plain gradient descent. */
function ruleName(climb, i) {
  const rule = climb.rules?.[i];
  const hand = handOf(climb, i).length ? [t("by hand")] : [];
  return !rule || rule.key === PLAIN ? (hand[0] ?? t(PLAIN_NAME)) : [rule.name, ...hand].join(", ");
}

const plainRules = (climb) => climb.rules?.every(({ key }) => key === PLAIN) ?? true;

/** What the rate of walker `i` is multiplied by, in words: the gradient, or what a rule makes of it. */
function directionWords(climb, i) {
  const rule = climb.rules?.[i];
  return !rule || rule.key === PLAIN ? t("the gradient") : t("the direction ({name}: {direction})", rule);
}

/** The update as one equation over all walkers, in the words of a title; or with a few where there is little room. */
export function updateText(climb, few = false) {
  const [next, old] = few ? [t("new"), t("old")] : [t("new weight"), t("old weight")];
  const rate = few ? t(PLAIN_NAME) : t("learning rate");
  return `${next} = ${old} ${climb.uphill ? "+" : "−"} ${rate} × ${plainRules(climb) ? t("gradient") : t("direction")}`;
}

/** What the direction is, a line for each rule that walks; nothing where it is the gradient for all. */
export function directionsText(climb) {
  if (plainRules(climb)) return "";
  return [...new Set(climb.rules.map((rule) => t("{name}: the direction is {direction}", rule)))].join("\n");
}

/** What a hand did to the rate of walker `i`: pairs of a step and the rate from there on. */
export const handOf = (climb, i) => climb.rules?.[i].changes ?? [];

/** The rate that was typed for walker `i`, or that a hand has set until step `k`. */
const typedAt = (climb, i, k) => handOf(climb, i).findLast(([step]) => step <= k)?.[1] ?? climb.rates[i];

/** What tells a walker from the others in a menu: its number, its rule, and the rate it starts with. */
export const walkerName = (climb, i) => `${i + 1}: ${ruleName(climb, i)} ${rateText(typedAt(climb, i, 0))}`;

/** The learning rate of walker `i` at step `k`. */
export const rateAt = (climb, i, k) => climb.schedule?.[i * climb.steps + k] ?? climb.rates[i];

/** The step that walker `i` takes at step `k`, along one axis. */
export function moveOf(climb, i, k, axis) {
  if (climb.moves) return climb.moves[(i * climb.steps + k) * 2 + axis];
  return (climb.uphill ? 1 : -1) * rateAt(climb, i, k) * climb.gradients[(i * (climb.steps + 1) + k) * 2 + axis];
}

/** What the rate is multiplied by: the gradient, or what a rule makes of the gradients so far. */
function directionOf(climb, i, k, axis) {
  if (!climb.moves) return climb.gradients[(i * (climb.steps + 1) + k) * 2 + axis];
  return ((climb.uphill ? 1 : -1) * moveOf(climb, i, k, axis)) / rateAt(climb, i, k);
}

/** The update from step `k` to the next, both coordinates, and the compass heading it takes. */
export function updateOf(climb, i, k) {
  const sign = climb.uphill ? "+" : "−";
  const row = (axis) => {
    const at = (i * (climb.steps + 1) + k) * 2 + axis;
    const [old, next] = [climb.points[at], climb.points[at + 2]];
    if (!Number.isFinite(old)) return t("no longer a finite number");
    const direction = figure(directionOf(climb, i, k, axis));
    const bracketed = direction.startsWith("−") ? `(${direction})` : direction;
    const rate = climb.schedule ? figure(rateAt(climb, i, k)) : rateText(climb.rates[i]);
    return `${figure(old)} ${sign} ${rate} × ${bracketed} = ${figure(next)}`;
  };
  return { k, x: row(0), y: row(1), ...headingOf(climb, i, k) };
}

function headingOf(climb, i, k) {
  const move = (n) => {
    const at = (i * (climb.steps + 1) + n) * 2;
    const { points } = climb;
    const [dx, dy] = [points[at + 2] - points[at], points[at + 3] - points[at + 1]];
    return Number.isFinite(dx + dy) && (dx || dy) ? heading(dx, dy) : null;
  };
  const now = move(k);
  const before = k > 0 ? move(k - 1) : null;
  if (now === null) return { heading: "–", turned: "" };
  const change = before === null ? null : Math.round(turn(before, now));
  return { heading: `${Math.round(now) % 360}°`, turned: change === null ? "" : turnText(change) };
}

function turnText(change) {
  return `${change < 0 ? "↺" : "↻"} ${Math.abs(change)}°`;
}

function shortExponent(value, digits) {
  return value.toExponential(Math.max(digits, 1)).replace("e+", "e");
}
