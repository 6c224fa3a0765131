/** What is said aloud of a walk, for those who do not see it: the words of a live region. */

import { captionOf } from "./captions.mjs";
import { t } from "./words.mjs";

const QUIET = 500; // ms at rest before a moment is told: who holds a key down wants the last one

/** A moment of a climb in words, a sentence for each walker. */
export const spoken = (climb, time) => Array.from(climb.rates, (_, i) => sentence(climb, i, time)).join(" ");

function sentence(climb, i, time) {
  const { rule, rate, step, loss, ending } = captionOf(climb, i, time);
  const now = ending ? t("ended: {ending}", { ending }) : t("step {step}, loss {loss}", { step, loss });
  return t("Walker {walker}, {rule} {rate}: {now}.", { walker: i + 1, rule, rate, now });
}

/** The walkers whose walk ended between two times in steps, in words. */
export function endedBetween(climb, from, to) {
  const over = (i) => climb.endings[i].step ?? climb.steps;
  const ended = Array.from(climb.rates, (_, i) => i).filter((i) => over(i) > from && over(i) <= to);
  return ended.map((i) => sentence(climb, i, to)).join(" ");
}

export class Speaker {
  constructor(host) {
    Object.assign(this, { host, told: 0 });
  }

  /** The clock has moved: at rest say where all are, on the way only who came to an end. */
  hear(climb, { playing, playhead }) {
    if (this.timer) this.timer = clearTimeout(this.timer);
    if (!playing) this.timer = setTimeout(() => this.say(spoken(climb, playhead)), QUIET);
    else if (playhead > this.told) this.say(endedBetween(climb, this.told, playhead));
    this.told = playhead;
  }

  say(text) {
    if (text && text !== this.host.textContent) this.host.textContent = text;
  }
}
