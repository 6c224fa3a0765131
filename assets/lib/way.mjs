/** Vectors from a spot, laid over the ground. */

import { drapeSegment } from "./path.mjs";

/**
 * A vector in cells from a spot, laid over the ground and made `least` px long: {points, hidden, length, end, whole},
 * `length` in px before that, `whole` unless the map or the ground ends before it does. Null for none.
 */
export function wayOf({ grid, lens, u, v }, vector, least = 0) {
  if (!vector || !Number.isFinite(vector[0] + vector[1]) || !(vector[0] || vector[1])) return null;
  const [du, dv] = vector;
  const [start, end] = [lens.point(u, v), lens.point(u + du, v + dv)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const stretch = Math.max(1, least / length || 1); // a step into a hole has no length
  const line = drapeSegment(grid, u, v, u + du * stretch, v + dv * stretch);
  const points = Array.from({ length: line.count }, (_, n) => lens.ground(line.u[n], line.v[n], line.h[n]));
  const whole = line.count > 1 && line.step.at(-1) === 1 && !Number.isNaN(end.x);
  return { points: points.map(({ x, y }) => [x, y]), hidden: start.hidden, length, end, whole };
}
