/**
 * A sweep: what became of many learning rates from the same start. Pure: words, pixels, colours.
 *
 * A sweep is {rates, classes, steps, losses, endings, walked, best, limit, looks}, arrays by rate, ascending;
 * a frame is {x, y, width, height}, as in the race, with the rates along it in powers of ten.
 */

import { decode } from "./arrays.mjs";
import { figure } from "./captions.mjs";
import { rateWords } from "./rate_chart.mjs";
import { t, tn } from "./words.mjs";

const DEPTH = 12; // powers of ten below the highest loss that are shown, as in the race
const ROUNDING = 1e-7; // of a loss as the server sends it: 32 bits
const MOST_RUNS = 12; // that are told in words

/** What the server sends of a sweep, unpacked; each rate's ending is a key of `looks`, those of app/figures/endings.py. */
export function readSweep(data, looks) {
  const arrays = Object.fromEntries(["rates", "classes", "steps", "losses"].map((name) => [name, decode(data[name])]));
  return { ...data, ...arrays, looks, kinds: Array.from(arrays.classes, (kind) => data.endings[kind]) };
}

/** How an ending is called. */
export const endingWords = ({ looks }, kind, uphill) => looks[kind][uphill ? "uphill" : "words"];

/** What a sweep depends on, as text: everything but the rates, and of the methods that of `walker`. */
export function courseKey({ rates, methods = [], ...rest }, walker) {
  const { changes, ...method } = methods[walker] ?? methods[0] ?? {};
  return JSON.stringify({ ...rest, method });
}

/** The walkers that take their steps by the same rule and schedule as `walker`. */
export const alikeWith = (asked, walker) => asked.rates.map((_, i) => i).filter((i) => courseKey(asked, i) === courseKey(asked, walker));

/** Stretches of rates that ended alike: [{kind, from, to}], from the first to the last of them. */
export function runsOf(kinds) {
  const runs = [];
  kinds.forEach((kind, i) => {
    if (kind === runs.at(-1)?.kind) runs.at(-1).to = i;
    else runs.push({ kind, from: i, to: i });
  });
  return runs;
}

/** The band of endings as a CSS background: hard edges half way between two rates. */
export function bandOf(kinds) {
  const edge = (i) => `${(100 * Math.min(Math.max(i, 0), kinds.length - 1)) / Math.max(kinds.length - 1, 1)}%`;
  const stops = runsOf(kinds).map(({ kind, from, to }) => `var(--ending-${kind.replace("_", "-")}) ${edge(from ? from - 0.5 : 0)} ${edge(to + 0.5)}`);
  return `linear-gradient(to right, ${stops.join(", ")})`;
}

/** What became of one rate, in words. */
export function rateSentence(sweep, i, uphill) {
  const { rates, kinds, steps, losses } = sweep;
  const going = ["crawling", "oscillating"].includes(kinds[i]);
  const when = going ? tn("after {n} step", "after {n} steps", steps[i]) : t("at step {step}", { step: steps[i] });
  const said = { rate: rateWords(rates[i]), ending: endingWords(sweep, kinds[i], uphill), when, loss: figure(losses[i]) };
  return t("rate {rate}: {ending} {when}, final loss {loss}", said);
}

/** The whole sweep in words, for those who do not see it. */
export function sweepWords(sweep, uphill) {
  const runs = runsOf(sweep.kinds);
  const told = runs.slice(0, MOST_RUNS).map(({ kind, ...run }) => {
    const [from, to] = [run.from, run.to].map((i) => rateWords(sweep.rates[i]));
    return t("{from} to {to} {ending}", { from, to, ending: endingWords(sweep, kind, uphill) });
  });
  const more = runs.length > MOST_RUNS ? [tn("and {n} more stretch", "and {n} more stretches", runs.length - MOST_RUNS)] : [];
  const rates = t("Rates from {stretches}.", { stretches: [...told, ...more].join("; ") });
  const limit = sweep.limit === null ? "" : t("Limit: {rate}.", { rate: rateWords(sweep.limit) });
  const best = sweep.best === null ? "" : t("Best: {sentence}.", { sentence: rateSentence(sweep, sweep.best, uphill) });
  return [rates, limit, best].filter(Boolean).join(" ");
}

/** Pixel of a rate. */
export function placeOfRate(rate, { x, width }, { rates }) {
  return x + (Math.log(rate / rates[0]) / Math.log(rates.at(-1) / rates[0])) * width;
}

/** Index of the rate that is nearest to a pixel. */
export function nearestRate(px, { x, width }, { rates }) {
  const share = (px - x) / Math.max(width, 1);
  return Math.round(Math.min(Math.max(share, 0), 1) * (rates.length - 1));
}

/**
 * How far the losses are from `best` and from the best of them, in powers of ten: {low, high}, and
 * `gap(loss)`; null where no walk stayed on the map.
 */
export function lossRange({ kinds, losses }, best, uphill) {
  const sign = uphill ? -1 : 1;
  const stayed = Array.from(losses, (loss) => sign * loss).filter((loss, i) => stays(kinds[i]) && Number.isFinite(loss));
  if (!stayed.length) return null;
  const base = Math.min(sign * best, ...stayed);
  const gaps = stayed.map((loss) => loss - base).filter((some) => some > 0);
  const most = Math.max(...gaps, Number.MIN_VALUE);
  const least = Math.max(Math.min(...gaps, most), most * 10 ** -DEPTH, Math.abs(base) * ROUNDING);
  const low = Math.floor(Math.log10(least));
  return { low, high: Math.max(Math.log10(most), low + 1) + 0.1, gap: (loss) => sign * loss - base };
}

const stays = (kind) => kind !== "left" && kind !== "blew_up";

/** Pixel lines, each in pieces: the steps of the rates that arrive, and the losses of those that stay. */
export function sweepLines(sweep, frame, range) {
  const { kinds, steps, losses, walked } = sweep;
  const arrives = (i) => (kinds[i] === "reached" ? steps[i] / walked : null);
  const level = (i) => Math.max((Math.log10(Math.max(range.gap(losses[i]), 1e-300)) - range.low) / (range.high - range.low), 0);
  return { steps: pieces(sweep, frame, arrives), losses: pieces(sweep, frame, (i) => (range && stays(kinds[i]) ? level(i) : null)) };
}

function pieces({ rates }, frame, shareOf) {
  const lines = [];
  rates.forEach((rate, i) => {
    const share = shareOf(i);
    if (share === null) return lines.push([]);
    return (lines.at(-1) ?? lines[lines.push([]) - 1]).push(placeOfRate(rate, frame, { rates }), frame.y + (1 - share) * frame.height);
  });
  return lines.filter(({ length }) => length);
}

/** Powers of ten to mark between two of them: at most `most`, evenly apart. */
export function powers(low, high, most) {
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  const every = Math.max(Math.ceil((last - first + 1) / most), 1);
  return Array.from({ length: Math.max(Math.floor((last - first) / every) + 1, 0) }, (_, n) => first + n * every);
}

/** On which level each bead lies, so that those nearer than `apart` stand over each other. */
export function levelsOf(places, apart) {
  const levels = [];
  places.forEach((place, i) => {
    const taken = places.slice(0, i).flatMap((other, j) => (Math.abs(other - place) < apart ? [levels[j]] : []));
    levels.push(Array.from({ length: i + 1 }, (_, level) => level).find((level) => !taken.includes(level)));
  });
  return levels;
}

export const BEAD = 7.5; // px, its radius

/** Where the walkers' beads are, [{i, x, y, radius}]: on the frame's floor, or on one another. */
export function beadsOf({ sweep, frame, walkers }) {
  const places = walkers.map(({ rate }) => placeOfRate(rate, frame, sweep));
  const levels = levelsOf(places, 2 * BEAD + 1);
  const beads = walkers.map(({ i }, n) => ({ i, x: places[n], y: frame.y + frame.height - BEAD - 1 - levels[n] * (2 * BEAD + 1), radius: BEAD }));
  return beads.filter(({ x }) => x >= frame.x - 1 && x <= frame.x + frame.width + 1);
}
