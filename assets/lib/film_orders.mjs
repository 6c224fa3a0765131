/** Orders: films that wait, are made one at a time, or failed. Each shows what was there when it was ordered. */

import { t } from "./words.mjs";

const FEW = 4; // frames from which nobody can tell how fast the others come
const LONG = 90; // s: more are told in minutes

/** How far a film is, `seconds` after its first frame was there: what is left is told from those made since. */
export function progressText(done, all, seconds) {
  if (done >= all) return t("Finishing the file…");
  if (done < FEW) return t("Frame {done} of {all}", { done, all });
  const left = Math.ceil((seconds / (done - 1)) * (all - done));
  if (left <= LONG) return t("Frame {done} of {all}, about {left} s left", { done, all, left });
  return t("Frame {done} of {all}, about {left} min left", { done, all, left: Math.round(left / 60) });
}

/** Whether a quarter of a film has been passed between two counts of frames: as often as it is read aloud. */
export const passesQuarter = (before, done, all) => Math.floor((4 * done) / all) > Math.floor((4 * before) / all);

export class Orders {
  list = [];

  /** `make(order)` makes one, `hear` are {changed(list), failed(order, error)}. */
  constructor(make, hear) {
    Object.assign(this, { make, hear, count: 0 });
  }

  /** Take an order; returns it, or null where one that is the `same` is here already. */
  add(order) {
    const id = JSON.stringify(order.same);
    if (this.list.some((other) => other.id === id && other.state !== "failed")) return null;
    const placed = { ...order, id, key: this.count++ };
    this.list.push(placed);
    this.retry(placed);
    return placed;
  }

  /** Make it, again if it failed, when those before it are done. */
  retry(order) {
    Object.assign(order, { state: "waiting", stop: new AbortController() });
    this.hear.changed(this.list);
    this.run();
  }

  /** It is gone at once; what is just being drawn may take a moment more. */
  cancel(order) {
    this.remove(order);
    order.stop.abort();
  }

  remove(order) {
    this.list = this.list.filter((other) => other !== order);
    this.hear.changed(this.list);
  }

  async run() {
    if (this.busy) return;
    this.busy = true;
    for (let next; (next = this.list.find(({ state }) => state === "waiting")); ) await this.carryOut(next);
    this.busy = false;
  }

  async carryOut(order) {
    order.state = "running";
    this.hear.changed(this.list);
    try {
      await this.make(order);
      this.remove(order);
    } catch (error) {
      if (order.stop.signal.aborted) return;
      order.state = "failed";
      this.hear.failed(order, error);
      this.hear.changed(this.list);
    }
  }
}
