/** The gallery: a small picture of every mountain to choose from, made when it is first opened. */

import { element } from "./canvas.mjs";
import { t } from "./words.mjs";

export class Gallery {
  /** `terrains` are [[terrain, [{key, name}, ...]], ...]; `choose(key)` hears what was taken. */
  constructor(terrains, base, choose) {
    Object.assign(this, { terrains, base, choose });
  }

  open(look) {
    if (this.look !== look) this.fill(look);
    this.dialog.showModal();
  }

  fill(look) {
    this.dialog?.remove();
    this.look = look;
    const close = element("button", "close", { textContent: "×", ariaLabel: t("Close the gallery") });
    close.addEventListener("click", () => this.dialog.close());
    const parts = this.terrains.flatMap(([terrain, rows]) => [
      element("h3", "", { textContent: terrain }),
      element("div", "pictures", {}, ...rows.map((row) => this.card(row))),
    ]);
    this.dialog = element("dialog", "gallery", { ariaLabel: t("All mountains") }, close, ...parts);
    this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.dialog.close());
    document.querySelector(".page").append(this.dialog);
  }

  card({ key, name }) {
    const picture = element("img", "", { src: `${this.base}thumbnail/${this.look}/${key}.png`, alt: "", loading: "lazy", width: 192, height: 144 });
    const card = element("button", "picture", { type: "button" }, picture, element("span", "", { textContent: name }));
    card.addEventListener("click", () => {
      this.dialog.close();
      this.choose(key);
    });
    return card;
  }
}
