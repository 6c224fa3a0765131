/** The walkers as the page's controls have them: each one's rate as it was typed, and its method. */

import { element } from "./canvas.mjs";
import { fitted, lastRate, momentOf, spread, steered, takenBack, without } from "./method.mjs";
import { followed } from "./rates.mjs";
import { t } from "./words.mjs";

const SLIDER = "rate-slider-";

export class Walkers {
  typed = []; // by row: texts, null where no walker is
  methods = []; // by walker

  /** What the rows say: a rate that a hand drives is the one it set last. */
  get rates() {
    return this.typed.map((text, i) => (this.methods[i] ? lastRate(this.methods[i], text) : text));
  }

  /** All walkers are those of a link: one method for all of `texts`, or one each. */
  open(texts, methods) {
    Object.assign(this, { typed: texts, methods: spread(methods, filled(texts).length) });
  }

  /** Boxes say `texts`, sliders stand at `places`, those in `moved` have changed; by `clock`, if one runs. */
  follow(texts, places, moved, clock) {
    const rows = followed(this.rates, texts, places, moved);
    const dragged = moved.filter((id) => id.startsWith(SLIDER)).map((id) => Number(id.slice(SLIDER.length)));
    const methods = fitted(this.methods, filled(rows).length);
    Object.assign(this, steered(this.typed, methods, rows, dragged, clock?.playing ? momentOf(clock) : null));
  }

  /** Walker `i` leaves. */
  remove(i) {
    this.methods = without(this.methods, i);
    this.typed = this.typed.filter((_, n) => n !== i);
  }

  /** What a hand did to the rate of walker `i` is undone: the whole walk has the rate that was typed. */
  takeBack(i) {
    this.methods = takenBack(this.methods, i);
  }
}

export const filled = (rates) => rates.filter((rate) => rate !== null && rate !== undefined);

/** A small word where a hand drives walker `i`, which takes it back when it is pressed. */
export function handMark(i) {
  const help = t("You changed this rate while it played. Press to go back to the one rate of before, for the whole walk");
  const name = t("Walker {walker} is driven by hand: take it back", { walker: i + 1 });
  const mark = element("button", "by-hand", { type: "button", textContent: `${t("by hand")} ×`, title: help, ariaLabel: name });
  mark.dataset.takeBack = i;
  return mark;
}

/** Mark the rows of rates that a hand drives. */
export function markRows(rows, methods) {
  rows.forEach((row, i) => {
    const driven = Boolean(methods[i]?.changes.length);
    row.classList.toggle("driven", driven);
    const mark = row.querySelector(".by-hand");
    if (driven && !mark) row.append(handMark(i));
    if (!driven) mark?.remove();
  });
}

/** Call `takeBack(i)` when a mark is pressed, wherever it stands. */
export function listenToMarks(takeBack) {
  document.addEventListener("click", ({ target }) => {
    const mark = target.closest?.("[data-take-back]");
    if (mark) takeBack(Number(mark.dataset.takeBack));
  });
}
