/** Film time: which moment of a walk a film shows at each of its frames. app/film/length.py counts the same frames. */

/** How the share of the walk grows with the share of its seconds, both from 0 to 1. */
export const EASINGS = {
  even: (share) => share,
  eased: (share) => share * share * (3 - 2 * share), // smoothstep: slow in and out, halfway half as fast again
};

/**
 * The steps at which something happens: a walker arrives or is stuck, leaves the map, blows up. Each once, in order.
 * Of all walkers, or of the one that is in the film, counted from 1.
 */
export function happenings({ endings }, walker = 0) {
  const ends = walker ? endings.slice(walker - 1, walker) : endings;
  return [...new Set(ends.flatMap(({ step }) => step ?? []))].sort((a, b) => a - b);
}

/** Number of frames of a film that pauses at `stops`; an order may hold several films. */
export function frameCount({ fps, walk, hold, single, lead = 0, pause = 0 }, stops = []) {
  if (single) return 1;
  return Math.max(Math.round((walk + hold) * fps) + Math.round(lead * fps) + stops.length * Math.round(pause * fps), 1);
}

/**
 * What a film of a walk of `steps` shows: a function from a frame's index to {time, share}, in steps and
 * from 0 to 1. The first frame stands for the lead; the walk has a frame for each moment of its own, and
 * at each of `stops` (rising) the film stands still for the pause; the last frame stands for the hold.
 */
export function filmTime({ fps, walk, lead = 0, pause = 0, easing = "even" }, steps, stops = []) {
  const [before, still] = [Math.round(lead * fps), Math.round(pause * fps)];
  const last = Math.max(Math.round(walk * fps) - 1, 1);
  const at = (n) => momentAt(EASINGS[easing](n / last), steps); // asked for each frame: a list of all would grow with the film
  const reached = still ? stops.map((stop) => lastThat((n) => at(n).time <= stop, last)) : [];
  return (index) => {
    let n = index - before; // the walk's own frame, were there no pauses
    for (const [k, passed] of reached.entries()) {
      if (n <= passed) break;
      if (n <= passed + still) return { time: stops[k], share: stops[k] / steps };
      n -= still;
    }
    return at(Math.min(Math.max(n, 0), last));
  };
}

const momentAt = (share, steps) => ({ time: share * steps, share });

/** The last of 0 to `last` that `holds`, where 0 does, and none does after one that does not. */
function lastThat(holds, last) {
  let [low, high] = [0, last + 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The same for a picture as well, which shows the walk at the playhead. */
export const momentsOf = (film, { steps, stops, playhead }) => (film.single ? () => ({ time: playhead, share: 0 }) : filmTime(film, steps, stops));
