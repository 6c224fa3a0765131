/**
 * The tour: in twenty seconds, what a learning rate does. Three walkers with rates that are too small,
 * good and too large go one after the other, each in the light while its words are said.
 */

import { rateText } from "./captions.mjs";
import { element } from "./canvas.mjs";
import { N_, t } from "./words.mjs";

export const TOUR = "?tour=1";

const ACT = 6000; // ms
const LAST = 2; // s of an act that are left when its walk is over
const ACTS = [
  { title: N_("Too small"), words: N_("Each step is the learning rate times the gradient. With a small rate every step is tiny: the walker crawls.") },
  { title: N_("Good"), words: N_("With a good rate the steps are long on the slope and shorten by themselves as the ground levels out: it arrives.") },
  { title: N_("Too large"), words: N_("With a rate that is too large each step overshoots the valley, the next one farther: it flies off.") },
];
const TOLD = "fall-line-tour";

/** Whether this browser has been shown the tour; from now on it has. */
export function seenBefore(storage = globalThis.localStorage) {
  try {
    const seen = storage.getItem(TOLD) !== null;
    storage.setItem(TOLD, "1");
    return seen;
  } catch {
    return true; // storage is forbidden: better never than on every visit
  }
}

/** How fast a clock must go (1 walks all steps in ten seconds) for walker `i` to end in time for an act. */
export function paceOf({ endings, steps }, i) {
  const share = Math.min(((endings[i].step ?? steps) + 1) / steps, 1);
  return (10 * share) / (ACT / 1000 - LAST);
}

export class Tour {
  constructor(stage, host) {
    Object.assign(this, { stage, host, on: false });
  }

  start() {
    this.on = true;
    this.title = element("b");
    this.words = element("p", "", { role: "status" });
    const skip = element("button", "skip", { type: "button", textContent: t("Skip") });
    skip.addEventListener("click", () => this.end());
    this.card = element("div", "tour", {}, element("div", "", {}, this.title, this.words), skip);
    this.host.append(this.card);
    this.act(0);
  }

  /** Walker `n` goes, in the light. */
  act(n) {
    if (n === ACTS.length) return this.end();
    const { climb, panels } = this.stage;
    panels.forEach(({ root }, i) => root.classList.toggle("in-shade", i !== n));
    panels[n]?.root.scrollIntoView({ block: "start" });
    this.title.textContent = `${t(ACTS[n].title)}: ${rateText(climb.rates[n])}`;
    this.words.textContent = t(ACTS[n].words);
    this.stage.command((clock) => ({ ...clock, playhead: 0, playing: true, loop: false, speed: paceOf(climb, n) }));
    this.timer = setTimeout(() => this.act(n + 1), ACT);
  }

  end() {
    if (!this.on) return;
    this.on = false;
    clearTimeout(this.timer);
    this.card.remove();
    for (const { root } of this.stage.panels) root.classList.remove("in-shade");
    this.stage.command((clock) => ({ ...clock, playhead: 0, playing: false, speed: 1 }));
  }
}
