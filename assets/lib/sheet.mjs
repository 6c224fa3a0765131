/** The sheet of keys: a dialog made of the tables of keys and of hands. */

import { element } from "./canvas.mjs";
import { HANDS, KEYS } from "./keys.mjs";
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
    const groups = byGroup([...HANDS, ...KEYS]).map(([group, rows]) => element("section", "", {}, element("h3", "", { textContent: t(group) }), list(rows)));
    const dialog = element("dialog", "keys", { ariaLabel: t("Keys and mouse") }, close, element("h2", "", { textContent: t("Keys and mouse") }), element("div", "key-groups", {}, ...groups));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    document.querySelector(".page").append(dialog);
    return dialog;
  }
}

const list = (rows) => element("dl", "", {}, ...rows.flatMap(({ shown, does }) => [element("dt", "", {}, ...t(shown).split(" ").map(cap)), element("dd", "", { textContent: t(does) })]));

const cap = (textContent) => element("kbd", "", { textContent });
