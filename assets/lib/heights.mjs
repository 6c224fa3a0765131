/** From losses to drawn heights and back, as app/figures/ground.py draws them: {low, high, unit}, `unit` null on an even scale. */

const decades = ({ low, high, unit }) => Math.log10(1 + (high - low) / unit);

/** The drawn height of a loss, 0 to 1 between the lowest and the highest; NaN where a log scale has none. */
export function shareOf(scale, loss) {
  const { low, high, unit } = scale;
  return unit ? Math.log10(1 + (loss - low) / unit) / decades(scale) : (loss - low) / (high - low || 1);
}

/** The loss at a drawn height. */
export function lossAt(scale, share) {
  const { low, high, unit } = scale;
  return unit ? low + unit * (10 ** (share * decades(scale)) - 1) : low + share * (high - low || 1);
}
