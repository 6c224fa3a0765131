/**
 * Tabs: of several panes one is shown. A row is {key, name, help, pane, show(), hide()}; `show` hears
 * that its pane is seen from now on, `hide` that it no longer is. Rows may share a pane.
 */

import { element } from "./canvas.mjs";

const MOVES = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (at, count) => count - 1,
};

/** Which of `count` tabs a key leads to from tab `at`; null for other keys. */
export const moved = (key, at, count) => MOVES[key]?.(at, count) ?? null;

export class Tabs {
  /** `bar` is the empty element that the tabs stand in, `name` what they are together. */
  constructor(bar, name, rows) {
    Object.assign(this, { bar, rows });
    bar.setAttribute("role", "tablist");
    bar.ariaLabel = name;
    this.buttons = rows.map((row) => this.button(row));
    bar.replaceChildren(...this.buttons);
    bar.addEventListener("keydown", (event) => this.press(event));
    this.mark(rows[0]);
  }

  /** Show the pane of a row; the first is shown before anybody listens. */
  choose(key) {
    const [before, row] = [this.shown, this.rows.find((each) => each.key === key)];
    if (!row || row === before) return;
    this.mark(row);
    before.hide?.();
    row.show?.();
  }

  mark(row) {
    this.shown = row;
    this.bar.dataset.shown = row.key;
    this.rows.forEach((each, i) => {
      this.buttons[i].ariaSelected = String(each === row);
      this.buttons[i].tabIndex = each === row ? 0 : -1;
      each.pane.classList.toggle("unseen", each.pane !== row.pane);
    });
    row.pane.setAttribute("aria-labelledby", `tab-${row.key}`);
  }

  button({ key, name, help, pane }) {
    const button = element("button", "tab", { type: "button", id: `tab-${key}`, textContent: name, title: help });
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", pane.id);
    button.addEventListener("click", () => this.choose(key));
    pane.setAttribute("role", "tabpanel");
    return button;
  }

  press(event) {
    const to = moved(event.key, this.rows.indexOf(this.shown), this.rows.length);
    if (to === null) return;
    event.preventDefault();
    this.choose(this.rows[to].key);
    this.buttons[to].focus();
  }
}
