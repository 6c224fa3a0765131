/** Which walkers share a panel, and how panels stand beside each other. */

/** Which walkers share a panel. */
export const groupsOf = (rates, layout) =>
  layout === "together" ? [rates.map((_, i) => i)] : rates.map((_, i) => [i]);

const NARROW = 560; // px: a phone
const STACKED = 3; // panels that stand over each other there
const WIDER = 1.15; // a mountain's picture is this much wider than it is high
const LOW = 300; // px: a panel that is no higher says less (style.css, where its container is asked)
const wordsOf = (height) => (height > LOW ? 124 : 67); // px that its title and its numbers take

/** Whether panels stand in a row that a finger swipes: one over the other they would make a long page. */
export const isSwiped = (count, { clientWidth: width }) => width < NARROW && count > STACKED;

/** How many panels stand beside each other, so that their mountains are as large as they can be. */
export function columns(count, { clientWidth: width, clientHeight: height }) {
  if (width < NARROW) return 1;
  const room = (n) => {
    const high = height / Math.ceil(count / n);
    return Math.min(width / n, (high - wordsOf(high)) * WIDER);
  };
  const choices = Array.from({ length: count }, (_, i) => i + 1);
  return choices.reduce((best, n) => (room(n) > room(best) ? n : best), 1);
}
