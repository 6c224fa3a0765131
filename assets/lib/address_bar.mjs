/**
 * The address bar and the browser's history, which is also what is undone and done again: each entry
 * is a scenario. A new scenario is a new entry once all is quiet, so that one drag of a slider is one;
 * a turn of the camera or of the clock only changes the entry.
 */

export class AddressBar {
  /** `tell({undo, redo})` hears whether there is something to go back to, or forward. */
  constructor(tell = () => {}, history = globalThis.history, wait = 400) {
    Object.assign(this, { tell, history, wait });
    this.entry = this.newest = history.state?.entry ?? 0; // a page that is loaded anew is where it was
  }

  show(scenario, query) {
    this.waiting = [scenario, query];
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.wait);
  }

  /** A link was opened: what it shows is the entry we are on, not a new one. */
  opened(scenario) {
    clearTimeout(this.timer);
    this.waiting = null;
    this.scenario = scenario;
    this.entry = this.history.state?.entry ?? 0;
    this.newest = Math.max(this.newest, this.entry);
    this.say();
  }

  /** Write at once what waits for quiet. */
  flush() {
    clearTimeout(this.timer);
    if (this.waiting) this.write(...this.waiting);
    this.waiting = null;
  }

  write(scenario, query) {
    const anew = this.scenario !== undefined && this.scenario !== scenario;
    if (anew) this.newest = this.entry += 1;
    this.history[anew ? "pushState" : "replaceState"]({ ...this.history.state, entry: this.entry }, "", `?${query}`);
    this.scenario = scenario;
    this.say();
  }

  undo() {
    this.flush();
    if (this.entry > 0) this.history.back();
  }

  redo() {
    this.flush();
    if (this.entry < this.newest) this.history.forward();
  }

  say() {
    this.tell({ undo: this.entry > 0, redo: this.entry < this.newest });
  }
}
