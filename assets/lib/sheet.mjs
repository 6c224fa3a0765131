/** The sheet of keys: a dialog made of the table of keys. */

import { element } from "./canvas.mjs";
import { KEYS } from "./keys.mjs";
import { t } from "./words.mjs";

/** The rows of a table by their group, in its order: [[group, rows], ...]. */
export function byGroup(rows) {
  return [...new Set(rows.map(({ group }) => group))].map((group) => [group, rows.filter((row) => row.group === group)]);
}

export class Sheet {
  open() {
    this.dialog ??= this.make();
    this.dialog.showModal();
  }

  make() {
    const close = element("button", "close", { type: "button", textContent: "×", ariaLabel: t("Close the sheet of keys") });
    const groups = byGroup(KEYS).map(([group, rows]) => element("section", "", {}, element("h3", "", { textContent: t(group) }), list(rows)));
    const dialog = element("dialog", "keys", { ariaLabel: t("Keys") }, close, element("h2", "", { textContent: t("Keys") }), element("div", "key-groups", {}, ...groups));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    document.querySelector(".page").append(dialog);
    return dialog;
  }
}

const list = (rows) => element("dl", "", {}, ...rows.flatMap(({ shown, does }) => [element("dt", "", {}, ...t(shown).split(" ").map(cap)), element("dd", "", { textContent: t(does) })]));

const cap = (textContent) => element("kbd", "", { textContent });
