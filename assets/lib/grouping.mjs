/** Which walkers share a panel, and how panels stand beside each other. */

/** Which walkers share a panel. */
export const groupsOf = (rates, layout) =>
  layout === "together" ? [rates.map((_, i) => i)] : rates.map((_, i) => [i]);

/** How many panels stand beside each other: as square as they can be made. */
export function columns(count, { clientWidth: width, clientHeight: height }) {
  if (width < 560) return 1;
  const room = (n) => Math.min(width / n, (height / Math.ceil(count / n)) * 1.15);
  const choices = Array.from({ length: count }, (_, i) => i + 1);
  return choices.reduce((best, n) => (room(n) > room(best) ? n : best), 1);
}
