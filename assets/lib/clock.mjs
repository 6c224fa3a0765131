/** The clock of a walk: a playhead in steps, and how it moves. Pure: each function returns a new clock. */

import { numeral } from "./words.mjs";

const SECONDS = 10; // a whole walk at speed 1

export const makeClock = (steps) => ({ steps, playhead: 0, playing: false, speed: 1, loop: false });

/** The clock `seconds` later. At the end it stops, or begins again when it loops. */
export function advance(clock, seconds) {
  if (!clock.playing) return clock;
  const playhead = clock.playhead + (seconds * clock.speed * clock.steps) / SECONDS;
  if (playhead < clock.steps) return { ...clock, playhead };
  if (clock.loop) return { ...clock, playhead: playhead % clock.steps };
  return { ...clock, playhead: clock.steps, playing: false };
}

/** The moment that is shown: who wants no motion sees a walk step by step, without the gliding between. */
export const shownAt = ({ playhead, playing }, still) => (still && playing ? Math.floor(playhead) : playhead);

/** Play or pause; playing from the end begins again. */
export function toggle(clock) {
  const ended = clock.playhead >= clock.steps;
  const playhead = !clock.playing && ended ? 0 : clock.playhead;
  return { ...clock, playing: !clock.playing, playhead };
}

/** Pause at a time in steps, kept within the walk. */
export function seek(clock, playhead) {
  return { ...clock, playing: false, playhead: Math.min(Math.max(playhead, 0), clock.steps) };
}

/** Pause at the next whole step, or the one before. */
export function stepBy(clock, steps) {
  const from = steps > 0 ? Math.floor(clock.playhead) : Math.ceil(clock.playhead);
  return seek(clock, from + steps);
}

/** What the player's buttons do, by their ids. */
export const COMMANDS = {
  first: (clock) => seek(clock, 0),
  back: (clock) => stepBy(clock, -1),
  play: toggle,
  forward: (clock) => stepBy(clock, 1),
  last: (clock) => seek(clock, clock.steps),
};

/** A speed's reading: 1 walks all steps in ten seconds. */
export const speedText = (speed) => `${numeral(String(Number(speed.toPrecision(2))))}×`;

/** The same clock for a walk of another length; the playhead stays where it can. */
export function withSteps(clock, steps) {
  return { ...clock, steps, playhead: Math.min(clock.playhead, steps) };
}
