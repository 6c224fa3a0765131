/** What a rule kept of each step, beside the step itself: the mountaineer's bearings, Newton's curvature. */

/** What walker `i`'s rule kept of step `k` under a name, as a list; null where it kept nothing. */
export function recordOf(climb, name, i, k) {
  const record = climb.records?.[name];
  if (!record) return null;
  const width = record.length / (climb.rates.length * climb.steps);
  const at = (i * climb.steps + k) * width;
  const values = Array.from(record.subarray(at, at + width));
  return values.some(Number.isNaN) ? null : values;
}

/** The same of a direction, [east, north]; null, too, where it points nowhere. */
export function directionAt(climb, name, i, k) {
  const found = k < 0 ? null : recordOf(climb, name, i, k);
  return found?.some(Boolean) ? found : null;
}

/** Whether walker `i` sees only nearby ground, and turns towards what it sees. */
export const isMountaineer = (climb, i) => climb.rules?.[i]?.key === "mountaineer";
