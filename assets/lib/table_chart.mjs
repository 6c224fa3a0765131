/** The table on the page: it stands in for the pictures, and its heads sort it. */

import { element } from "./canvas.mjs";
import { fileName, save } from "./file.mjs";
import { columnsOf, csvOf, ordered } from "./table.mjs";
import { t } from "./words.mjs";

export class TableChart {
  constructor(host) {
    Object.assign(this, { sorted: "walker", descending: false });
    this.heads = element("tr");
    this.body = element("tbody");
    const file = element("button", "picture-button csv", { type: "button", textContent: "CSV", title: t("Save this table as a file, with all digits") });
    file.addEventListener("click", () => this.save());
    const caption = element("caption", "offscreen", { textContent: t("Each walk in numbers") });
    const table = element("table", "facts-table", {}, caption, element("thead", "", {}, this.heads), this.body);
    host.append(file, element("div", "table-room", { tabIndex: 0 }, table));
  }

  lay({ climb }) {
    this.climb = climb;
    this.columns = columnsOf(climb.uphill);
    if (this.uphill !== climb.uphill) this.heads.replaceChildren(...this.columns.map((column) => this.head(column)));
    this.uphill = climb.uphill;
    this.fill();
  }

  head({ key, head, title }) {
    const button = element("button", "", { type: "button", textContent: t(head), title: t("Sort by {title}", { title: t(title) }) });
    button.addEventListener("click", () => {
      this.descending = key === this.sorted && !this.descending;
      this.sorted = key;
      this.fill();
    });
    const cell = element("th", key, { scope: "col" }, button);
    cell.dataset.key = key;
    return cell;
  }

  get order() {
    return ordered(this.climb, this.columns.find(({ key }) => key === this.sorted), this.descending);
  }

  fill() {
    for (const head of this.heads.children) {
      if (head.dataset.key === this.sorted) head.ariaSort = this.descending ? "descending" : "ascending";
      else head.removeAttribute("aria-sort");
    }
    this.body.replaceChildren(...this.order.map((i) => this.row(i)));
  }

  row(i) {
    const cells = this.columns.map(({ key, value, text }) => {
      const words = text(value(this.climb, i));
      return element(key === "walker" ? "th" : "td", key, {}, inside(key, words, this.climb.endings[i], i));
    });
    cells[0].scope = "row";
    return element("tr", "", {}, ...cells);
  }

  save() {
    const { surface: key, rates, uphill, steps } = this.climb;
    const name = `${fileName({ key, rates: Array.from(rates), uphill, steps })}.csv`;
    save({ blob: new Blob([csvOf(this.climb, this.order)], { type: "text/csv" }), name });
  }
}

/** A walker has its chip, an outcome its pill; all else is words. */
function inside(key, words, { ending, detail }, i) {
  if (key !== "walker" && key !== "outcome") return words;
  if (key === "walker") return element("i", `chip walker-${i + 1}`, { textContent: words });
  const mark = element("span", "ending", { textContent: words, title: detail });
  mark.dataset.kind = ending;
  return mark;
}
