/** The table of a climb: one row a walker, sorted by any column, and as a file. Pure. */

import { figure, outcomeOf, rateText } from "./captions.mjs";
import { N_, t } from "./words.mjs";

const text = (value) => (value === null ? "–" : String(value));
const rounded = (value) => (value === null ? "–" : figure(value));

const TO_SUMMIT = { head: N_("To summit"), title: N_("distance to the nearest known maximum (units of the map)") };
const TO_MINIMUM = { head: N_("To minimum"), title: N_("distance to the nearest known minimum (units of the map)") };

/**
 * What is told of each walker: `head` for eyes, `title` with the unit for files and on hover, and
 * the value of walker `i`; null where there is none. An outcome's step has a column of its own.
 */
export const columnsOf = (uphill) => [
  { key: "walker", head: N_("Walker"), title: N_("walker"), value: (_, i) => i + 1, text },
  { key: "rate", head: N_("Rate"), title: N_("learning rate"), value: ({ rates }, i) => rates[i], text: rateText },
  { key: "rule", head: N_("Rule"), title: N_("rule"), value: ({ rules }, i) => rules[i].name, text },
  { key: "outcome", head: N_("Outcome"), title: N_("outcome"), value: ({ endings }, i) => outcomeOf(endings[i]), text },
  { key: "steps", head: N_("Steps"), title: N_("steps until it ended or all"), value: ({ endings, steps }, i) => endings[i].step ?? steps, text },
  { key: "loss", head: N_("Final loss"), title: N_("final loss"), value: ({ travels }, i) => travels[i].loss, text: rounded },
  { key: "walked", head: N_("Walked"), title: N_("distance walked (units of the map)"), value: ({ travels }, i) => travels[i].walked, text: rounded },
  { key: "away", ...(uphill ? TO_SUMMIT : TO_MINIMUM), value: ({ travels }, i) => travels[i].away, text: rounded },
];

/** The walkers in the order of a column's values; those without one come last, either way. */
export function ordered(climb, { value }, descending) {
  const known = [...climb.rates.keys()].filter((i) => value(climb, i) !== null);
  const rest = [...climb.rates.keys()].filter((i) => value(climb, i) === null);
  const before = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b));
  known.sort((i, j) => (descending ? -1 : 1) * before(value(climb, i), value(climb, j)));
  return [...known, ...rest];
}

/** The table as a file, its walkers in this order: numbers with all their digits, a point in them. */
export function csvOf(climb, order) {
  const columns = columnsOf(climb.uphill);
  const rows = order.map((i) => columns.map(({ value }) => value(climb, i) ?? ""));
  return [columns.map(({ title }) => title), ...rows].map((row) => `${row.map(quoted).join()}\r\n`).join("");
}

const quoted = (value) => (/[",\r\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
