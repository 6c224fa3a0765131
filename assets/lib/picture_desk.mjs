/**
 * One picture of many walks: whose it is, how far it has come, its legend, and what one of its cells
 * says. Where it is painted is somebody else's business.
 */

import { element } from "./canvas.mjs";
import { makeRaster, put } from "./raster.mjs";
import { paintedCanvas } from "./raster_paint.mjs";
import { cellText, legendOf, tempoText } from "./raster_words.mjs";
import { StreamDesk } from "./stream.mjs";
import { t } from "./words.mjs";

const SWATCH = 14; // px

export class PictureDesk {
  /**
   * `key` is the element for controls and legend, `looks` are {basins, endings} of app/figures/endings.py.
   * `hear` are {paint(raster or null, stale), choose(walker), hint: what may be done with the picture, if anything}.
   */
  constructor(url, key, looks, hear) {
    Object.assign(this, { key, looks, hear, raster: null, wished: null, stale: false });
    this.stream = new StreamDesk(url, {
      begin: (about) => (this.coming = makeRaster(about)),
      part: (part) => this.take(part),
      done: () => this.set("done"),
      sorry: (sentence) => this.set("failed", sentence),
      waiting: (sentence) => this.set("waiting", sentence),
    });
    this.furnish();
    this.set("off");
  }

  furnish() {
    this.whose = element("select", "whose", { ariaLabel: t("Walker whose rate and rule are walked"), title: t("Whose rate and rule") });
    this.whose.addEventListener("change", () => this.hear.choose(Number(this.whose.value)));
    this.progress = element("output", "picture-progress");
    this.button = element("button", "picture-button", { type: "button" });
    this.button.addEventListener("click", () => (this.state === "walking" || this.state === "waiting" ? this.cancel() : this.start()));
    this.list = element("ul", "picture-legend", { title: t("Where walks end, and the share of all walks") });
    this.said = element("p", "picture-said", { ariaLive: "polite" });
    this.key.append(element("div", "picture-controls", {}, this.whose, this.progress, this.button), this.list, this.said);
  }

  /** Which walkers there are, and whose picture it is. */
  walkers(count, walker) {
    if (this.whose.length !== count) {
      const options = Array.from({ length: count }, (_, i) => element("option", `walker-${i + 1}`, { value: i, textContent: i + 1 }));
      this.whose.replaceChildren(...options);
    }
    this.whose.value = walker;
    this.whose.hidden = count < 2;
    this.whose.className = `whose walker-${walker + 1}`;
  }

  /** Wish for a picture: {body, name, uphill}, or null for none; one with the same name is the same. */
  wish(wish) {
    if (wish?.name === this.wished?.name) return;
    this.wished = wish;
    if (wish) return this.start();
    this.stream.stop();
    this.raster = null;
    this.set("off");
    return this.show();
  }

  /** What is to be said with every picture. */
  note(remark) {
    if (remark === this.remark) return;
    this.remark = remark;
    this.say(this.rest);
  }

  start() {
    this.stale = Boolean(this.raster);
    this.set("walking", "0 %");
    this.show();
    this.over = this.stream.ask(this.wished.body);
  }

  cancel() {
    this.stream.stop();
    this.set("cancelled", t("Stopped."));
  }

  take(part) {
    put(this.coming, part);
    Object.assign(this, { raster: this.coming, stale: false });
    this.set("walking", `${Math.floor(100 * part.done)} %`);
    this.due ??= requestAnimationFrame(() => this.show());
  }

  set(state, text = "") {
    this.state = this.key.dataset.state = state;
    this.progress.textContent = text;
    this.button.hidden = state === "off" || state === "done";
    this.button.textContent = state === "walking" || state === "waiting" ? t("Cancel") : t("Again");
  }

  /** Paint what there is, and say what it means. */
  show() {
    this.due = null;
    this.hear.paint(this.raster, this.stale);
    this.key.classList.toggle("stale", this.stale);
    this.list.replaceChildren(...(this.raster ? this.legend() : []));
    this.say(this.rest);
  }

  legend() {
    const { rows, more } = legendOf(this.raster, this.looks);
    const lines = rows.map(({ kind, name, share }) => element("li", "", {}, this.swatch(kind), element("span", "", { textContent: name }), element("b", "", { textContent: share })));
    return more ? [...lines, element("li", "more", { textContent: t("and {more} more", { more }) })] : lines;
  }

  /** A little picture of one cell, walked as quickly as any. */
  swatch(kind) {
    const cell = { ...this.raster, rows: 1, columns: 1, classes: [kind], when: [0] };
    const canvas = element("canvas", "swatch", { width: SWATCH, height: SWATCH, ariaHidden: "true" });
    canvas.getContext("2d").drawImage(paintedCanvas(cell, SWATCH, SWATCH, this.looks), 0, 0);
    return canvas;
  }

  /** What is said while no cell is asked: what may be done, what light and dark mean. */
  get rest() {
    return this.raster ? [this.hear.hint, tempoText(this.raster), this.remark].filter(Boolean).join("\n") : "";
  }

  /** Say where the walk of a cell leads; with null, what there is to say of all. */
  tell(cell) {
    if (!this.raster || this.stale) return;
    this.say(cell ? cellText(this.raster, this.looks, ...cell, this.wished.uphill) : this.rest);
  }

  say(text) {
    this.said.textContent = text;
  }
}
