/** The sweep on the page: asked for while it is shown, and a click on it sets a walker's rate. */

import { element, prepare } from "./canvas.mjs";
import { ClimbDesk } from "./climb_desk.mjs";
import { handText } from "./raster_words.mjs";
import * as sweeps from "./sweep.mjs";
import { drawSweep } from "./sweep_paint.mjs";
import { numeral, t } from "./words.mjs";

const MARGIN = { left: 44, right: 48, top: 20, bottom: 40 }; // px; above stands the limit, below the band and the rates
const DIGITS = 4; // of a rate that is set: two neighbours differ in the second or third
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

export class SweepChart {
  /** `hear` are {base: where sweeps are made, pictures: how endings are called, rate(i, value): a walker's rate was set}. */
  constructor(host, hear) {
    Object.assign(this, { host, hear, walker: 0, cursor: null, sweep: null });
    this.desk = new ClimbDesk(`${hear.base}sweep`, {
      climb: (data) => this.take(data),
      problems: (problems) => this.sorry(Object.values(problems).join(" ")),
      silent: (sentence) => this.sorry(sentence),
    });
    this.furnish();
    this.listen();
  }

  furnish() {
    this.canvas = element("canvas", "overlay", { ariaHidden: "true" });
    this.band = element("div", "sweep-band");
    this.limit = element("div", "sweep-limit", { title: t("The limit of the learning rate at the bottom that the best rate reaches: above it each bounce is longer than the one before, so walks no longer settle there") });
    this.plot = element("div", "sweep-plot", { tabIndex: 0, role: "slider", ariaLabel: t("Learning rate, among those swept") }, this.canvas, this.band, this.limit);
    this.said = element("p", "sweep-said");
    this.whose = element("fieldset", "targets");
    this.keys = element("div", "sweep-keys");
    this.legend = element("div", "sweep-legend");
    this.words = element("p", "offscreen", { id: "sweep-words" });
    this.plot.setAttribute("aria-describedby", this.words.id);
    this.wait = element("p", "sweep-wait", { role: "status" });
    this.host.append(this.plot, element("div", "sweep-side", {}, this.whose, this.said, this.keys, this.legend), this.words, this.wait);
  }

  /** The scene's scenario, at rest until its sweep has come: that of before stays, faint. */
  lay(scene, { style }) {
    Object.assign(this, { scene, style, walker: Math.min(this.walker, scene.climb.rates.length - 1) });
    this.choices();
    this.wish();
    this.show();
  }

  /** Ask, unless it is here: for another course, or for rates beyond those that were swept. */
  wish() {
    const { asked, rates } = this.scene.climb;
    const key = sweeps.courseKey(asked, this.walker);
    const outside = this.sweep && sweeps.alikeWith(asked, this.walker).some((i) => rates[i] < this.sweep.rates[0] || rates[i] > this.sweep.rates.at(-1));
    const name = outside ? `${key} ${rates}` : key;
    if (key === this.key && (!outside || name === this.name)) return;
    Object.assign(this, { key, name });
    this.busy(true, t("Walking with 400 rates…"));
    this.desk.ask(JSON.stringify({ ...asked, walker: this.walker }));
  }

  take(data) {
    this.sweep = sweeps.readSweep(data, this.hear.pictures.endings);
    this.cursor = null;
    this.busy(false);
    this.show();
  }

  sorry(sentence) {
    this.sweep = null;
    this.key = null; // the next climb asks again
    this.busy(false, sentence);
    this.show();
  }

  busy(is, words = "") {
    this.host.ariaBusy = String(is);
    this.wait.textContent = words;
  }

  // -- what is seen and said ------------------------------------------------------------------

  show() {
    this.host.classList.toggle("empty", !this.sweep);
    if (!this.sweep) return;
    this.explain();
    this.say();
    const size = [this.plot.clientWidth, this.plot.clientHeight]; // what the words leave
    this.chart = this.chartOf(...size);
    drawSweep(prepare(this.canvas, ...size), this.chart, this.scene, this.style);
    this.mark();
  }

  chartOf(width, height) {
    const { sweep, scene, walker: chosen, cursor } = this;
    const { left, right, top, bottom } = MARGIN;
    const frame = { x: left, y: top, width: Math.max(width - left - right, 1), height: Math.max(height - top - bottom, 1), ticks: height - 8 };
    const range = sweeps.lossRange(sweep, scene.climb.race.best, scene.climb.uphill);
    const walkers = sweeps.alikeWith(scene.climb.asked, chosen).map((i) => ({ i, rate: scene.climb.rates[i] }));
    return { sweep, frame, range, lines: sweeps.sweepLines(sweep, frame, range), walkers, chosen, cursor };
  }

  /** The limit's line, with its words on the side that has room. */
  mark() {
    const { frame, sweep } = this.chart;
    const at = sweep.limit === null ? NaN : sweeps.placeOfRate(sweep.limit, frame, sweep);
    this.limit.hidden = !(at >= frame.x && at <= frame.x + frame.width);
    this.limit.style.left = `${at}px`;
    this.limit.classList.toggle("leftwards", at > frame.x + frame.width / 2);
    this.limit.textContent = t("limit {rate}", { rate: numeral(String(Number((sweep.limit ?? 0).toPrecision(3)))) });
  }

  /** What the curves and the band mean; once a sweep. */
  explain() {
    const { sweep } = this;
    const { uphill } = this.scene.climb;
    if (this.explained === sweep) return;
    this.explained = sweep;
    this.band.style.background = sweeps.bandOf(sweep.kinds);
    const pills = [...new Set(sweep.kinds)].map((kind) => {
      const pill = element("span", "ending", { textContent: sweeps.endingWords(sweep, kind, uphill) });
      pill.dataset.kind = kind;
      return pill;
    });
    const line = (kind, words) => element("span", `sweep-line ${kind}`, { textContent: words });
    const left = uphill ? t("left: steps to the summit") : t("left: steps to the bottom");
    const right = uphill ? t("right: loss below the highest") : t("right: loss above the lowest");
    this.keys.replaceChildren(line("steps", left), line("losses", right));
    this.legend.replaceChildren(...pills);
    this.words.textContent = sweeps.sweepWords(sweep, uphill);
  }

  /** The rate under the cursor; with none, what a click does. */
  say() {
    const { sweep, cursor, walker } = this;
    const at = cursor ?? sweep.best ?? 0;
    const sentence = sweeps.rateSentence(sweep, at, this.scene.climb.uphill);
    const hint = t("Click or drag to give walker {walker} a rate. Best: {sentence}", { walker: walker + 1, sentence });
    this.said.textContent = [cursor === null ? hint : sentence, handText(this.scene.climb, walker)].filter(Boolean).join(". ");
    Object.assign(this.plot, { ariaValueMin: "1", ariaValueMax: String(sweep.rates.length), ariaValueNow: String(at + 1), ariaValueText: sentence });
  }

  choices() {
    const count = this.scene.climb.rates.length;
    if (this.count === count && this.shownWalker === this.walker) return;
    Object.assign(this, { count, shownWalker: this.walker });
    const focus = document.activeElement?.name === "sweep-walker";
    const labels = Array.from({ length: count }, (_, i) => this.choice(i));
    this.whose.replaceChildren(element("legend", "key", { textContent: t("Walker") }), ...labels);
    this.whose.hidden = count < 2;
    if (focus) labels[this.walker].firstChild.focus();
  }

  choice(i) {
    const radio = element("input", "", { type: "radio", name: "sweep-walker", checked: i === this.walker });
    radio.addEventListener("change", () => this.choose(i));
    return element("label", i === this.walker ? `on walker-${i + 1}` : "", { title: t("Sweep the rule of walker {walker}; a click sets its rate", { walker: i + 1 }) }, radio, String(i + 1));
  }

  choose(i) {
    this.walker = i;
    this.lay(this.scene, this);
  }

  // -- hands ------------------------------------------------------------------------------------

  listen() {
    let down = false;
    const point = (event) => this.point(event.clientX - this.plot.getBoundingClientRect().left);
    this.plot.addEventListener("pointerdown", (event) => {
      down = event.button === 0 && Boolean(this.sweep);
      if (!down) return;
      this.plot.setPointerCapture(event.pointerId);
      const bead = this.beadAt(event);
      if (bead && bead.i !== this.walker) this.choose(bead.i);
      point(event);
      if (!bead) this.set(); // a bead that is only touched stays where it is
    });
    this.plot.addEventListener("pointermove", (event) => {
      point(event);
      if (down) this.set();
    });
    for (const name of ["pointerup", "pointercancel"]) this.plot.addEventListener(name, () => (down = false));
    this.plot.addEventListener("pointerleave", () => !down && this.move(null));
    this.plot.addEventListener("blur", () => this.move(null));
    this.plot.addEventListener("keydown", (event) => this.press(event));
  }

  beadAt({ clientX, clientY }) {
    const { left, top } = this.plot.getBoundingClientRect();
    return sweeps.beadsOf(this.chart).find(({ x, y, radius }) => Math.hypot(clientX - left - x, clientY - top - y) <= radius + 2);
  }

  point(px) {
    if (this.sweep) this.move(sweeps.nearestRate(px, this.chart.frame, this.sweep));
  }

  press(event) {
    if (!this.sweep || event.ctrlKey || event.metaKey || event.altKey) return;
    const { length } = this.sweep.rates;
    if (event.key in KEYS) this.move(Math.min(Math.max((this.cursor ?? this.sweep.best ?? 0) + KEYS[event.key] * (event.shiftKey ? 10 : 1), 0), length - 1));
    else if (event.key === "Enter" || event.key === " ") this.set();
    else return;
    event.preventDefault();
    event.stopPropagation(); // these keys move the clock elsewhere
  }

  move(cursor) {
    if (!this.sweep || cursor === this.cursor) return;
    this.cursor = cursor;
    this.due ??= requestAnimationFrame(() => {
      this.due = null;
      this.show();
    });
  }

  /** Give the walker the rate under the cursor, once a frame at most: a drag asks for many. */
  set() {
    if (!this.sweep) return;
    this.wanted = Number(this.sweep.rates[this.cursor ?? this.sweep.best ?? 0].toPrecision(DIGITS));
    this.setting ??= requestAnimationFrame(() => {
      this.setting = null;
      this.hear.rate(this.walker, this.wanted);
    });
  }
}
