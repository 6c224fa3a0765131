/** How walkers walk, as the page holds it: {rule, values, schedule, schedule_values, changes}. Pure. */

import { t } from "./words.mjs";

const MOST_CHANGES = 100; // of one rate by hand; app/method.py has the same

export const PLAIN = { rule: "gradient_descent", values: {}, schedule: "constant", schedule_values: {}, changes: [] };

/** One method for each of `count` walkers: those there are; new walkers take after the last. */
export function fitted(methods, count) {
  const last = methods.at(-1) ?? PLAIN;
  return Array.from({ length: count }, (_, i) => methods[i] ?? { ...last, changes: [] });
}

/** A link's methods, which may be one for all, as one for each of `count` walkers. */
export const spread = (methods, count) => (methods.length > 1 ? fitted(methods, count) : Array(count).fill(methods[0] ?? PLAIN));

/** The methods without walker `i`. */
export const without = (methods, i) => methods.filter((_, n) => n !== i);

/** The methods with `change` made to walker `target`, or to all. */
export const changed = (methods, target, change) =>
  methods.map((method, i) => (target === "all" || target === i ? { ...method, ...change } : method));

/** Whether all walkers walk the same way, apart from what a hand changed. */
export function alike(methods) {
  const kinds = methods.map(({ changes, ...rest }) => JSON.stringify(rest));
  return kinds.every((kind) => kind === kinds[0]);
}

/** The method after a hand has set `rate` at `step`: of one step the last counts, what comes later is gone. */
export function driven(method, step, rate) {
  return { ...method, changes: [...method.changes.filter(([at]) => at < step), [step, rate]] };
}

/**
 * The step from which on a hand takes effect: the next one, or in a long walk the next of as many as
 * may be changed. However long a hand drags, its changes have room, and none of the past is lost.
 */
export function momentOf({ playhead, steps }) {
  const apart = Math.ceil(steps / (MOST_CHANGES - 1));
  return Math.ceil(playhead / apart) * apart;
}

/** The methods without what a hand did to the rate of walker `i`. */
export const takenBack = (methods, i) => changed(methods, i, { changes: [] });

/** The rate of a walker at its end: what a hand set last, or the typed one. */
export const lastRate = ({ changes }, typed) => (changes.length ? String(changes.at(-1)[1]) : typed);

/** The values a menu's entry begins with; those that go by the ground and the start come from the server. */
export const defaults = ({ parameters, fitted: ours = [] }) =>
  Object.fromEntries(parameters.filter(({ key }) => !ours.includes(key)).map(({ key, default: value }) => [key, value]));

/** The methods with the numbers that `walked`, a climb's rules, has and nobody here named: from now on they hold. */
export const measured = (methods, walked) =>
  methods.map((method, i) => {
    const { key, values } = walked[i] ?? {};
    const lacks = key === method.rule && Object.keys(values).some((name) => !(name in method.values));
    return lacks ? { ...method, values: { ...values, ...method.values } } : method;
  });

/** The methods for another ground: numbers that go by it are to be measured anew. */
export const elsewhere = (methods, rules) =>
  methods.map((method) => {
    const ours = rules.find(({ key }) => key === method.rule)?.fitted ?? [];
    const values = Object.entries(method.values).filter(([name]) => !ours.includes(name));
    return ours.length ? { ...method, values: Object.fromEntries(values) } : method;
  });

/** A summary for the closed panel: "Adam, cosine", or what is different. */
export function summary(methods, rules, schedules) {
  if (!methods.length) return "";
  if (!alike(methods)) return t("each its own");
  const name = (table, key) => table.find((row) => row.key === key)?.name ?? key;
  return t("{rule}, {schedule} rate", { rule: name(rules, methods[0].rule), schedule: name(schedules, methods[0].schedule).toLowerCase() });
}

/**
 * After the rows of rates have changed to `texts`: {typed, methods}. A rate that was dragged while it
 * plays holds from `step` on, and the past stays; any other change is a new rate for the whole walk.
 * `dragged` are the walkers whose slider moved, `step` is null while nothing plays.
 */
export function steered(typed, methods, texts, dragged, step) {
  const by = texts.map((text, i) => (methods[i] && text !== lastRate(methods[i], typed[i]) ? (step !== null && dragged.includes(i) && typed[i] ? "hand" : "text") : ""));
  return {
    typed: texts.map((text, i) => (methods[i] && by[i] !== "text" ? typed[i] : text)),
    methods: methods.map((method, i) => (by[i] === "hand" ? driven(method, step, Number(texts[i])) : by[i] === "text" ? { ...method, changes: [] } : method)),
  };
}
