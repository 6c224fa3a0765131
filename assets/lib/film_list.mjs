/** The list of films that wait, are made or failed, each with what can be done about it. */

import { element } from "./canvas.mjs";
import { N_, t } from "./words.mjs";

const STATES = { waiting: N_("waits"), running: N_("is being made") };

export class FilmList {
  /** `acts` are {cancel(order), retry(order)}; `rest` is focused when the list has no button left. */
  constructor(host, acts, rest) {
    Object.assign(this, { host, acts, rest, rows: new Map() });
  }

  /** Show all orders; rows stay what they are, so that a button keeps its focus. */
  show(orders) {
    const held = this.host.contains(document.activeElement) && document.activeElement.closest("li");
    const at = held ? [...this.host.children].indexOf(held) : -1;
    const rows = orders.map((order) => this.row(order));
    for (const [order, row] of this.rows) if (!orders.includes(order)) [row.remove(), this.rows.delete(order)];
    if (held && !held.isConnected) (rows[Math.min(at, rows.length - 1)]?.querySelector("button:last-child") ?? this.rest()).focus();
  }

  row(order) {
    const row = this.rows.get(order) ?? this.begin(order);
    const { state, about } = order;
    if (row.dataset.state === state) return row;
    row.dataset.state = state;
    row.querySelector("small").textContent = state === "failed" ? order.words : [t(STATES[state]), about].filter(Boolean).join(" · ");
    row.querySelector(".again").hidden = state !== "failed";
    const [cancel, words] = [row.querySelector(".away"), state === "failed" ? [t("Remove"), t("Remove {name}", order)] : [t("Cancel"), t("Cancel {name}", order)]];
    Object.assign(cancel, { textContent: words[0], ariaLabel: words[1] });
    return row;
  }

  begin(order) {
    const { name } = order;
    const button = (className, textContent, act) => {
      const made = element("button", `film-button ${className}`, { type: "button", textContent });
      made.addEventListener("click", act);
      return made;
    };
    const again = button("again", t("Try again"), () => this.acts.retry(order));
    again.ariaLabel = t("Try {name} again", { name });
    const away = button("away", "", () => this.acts.cancel(order));
    const words = element("p", "", { title: name }, element("span", "", { textContent: name }), element("small"));
    const row = element("li", "", {}, words, again, away);
    this.rows.set(order, row);
    this.host.append(row);
    return row;
  }
}
