/** Rates by starts on the page: asked for while it is shown; a click gives a walker a start and a rate. */

import { element, prepare, screenRatio } from "./canvas.mjs";
import { PictureDesk } from "./picture_desk.mjs";
import { probe } from "./probe.mjs";
import { cellOf } from "./raster.mjs";
import { drawRaster } from "./raster_paint.mjs";
import { handText } from "./raster_words.mjs";
import * as starts from "./starts.mjs";
import { alikeWith } from "./sweep.mjs";
import { drawBeads } from "./sweep_paint.mjs";
import { N_, t } from "./words.mjs";

const ASK = N_("Starts: the arrow keys ask other starts and rates, Enter gives them to the walker");
const DIGITS = 4; // of a rate that is set: two neighbours differ in the second
const AXES = ["xaxis", "yaxis"]; // of the map, which has the ticks

export class StartsChart {
  /**
   * `hear` are {base: where pictures are made, pictures: their looks, rate(i, value), pick(x, y): a walker's
   * rate or the start was set, line(ends or null): where the starts lie}.
   */
  constructor(host, hear) {
    Object.assign(this, { host, hear, walker: 0, axis: 0 });
    this.under = element("canvas", "overlay", { ariaHidden: "true" });
    this.over = element("canvas", "overlay", { ariaHidden: "true" });
    this.plot = element("div", "starts-plot", { tabIndex: 0, ariaLabel: t(ASK) }, this.under, this.over);
    this.lines = element("fieldset", "targets starts-lines");
    const key = element("div", "picture-key", { id: "starts-key" });
    host.append(this.plot, this.lines, key);
    this.desk = new PictureDesk(`${hear.base}rate-by-start`, key, hear.pictures, {
      paint: () => this.show(),
      choose: (walker) => this.turn({ walker }),
      hint: t("A click sets start and rate."),
    });
    const pick = (cell) => this.pick(cell);
    probe(this.plot, () => this.asked(), { tell: (cell) => this.desk.tell(cell), pick, click: pick });
  }

  /** The scene's walkers on their line of starts; the picture comes when it comes. */
  lay(scene, { figures, style }) {
    Object.assign(this, { scene, figures, style });
    const { climb, grid } = scene;
    this.walker = Math.min(this.walker, climb.rates.length - 1);
    this.choices(climb.axes);
    this.desk.walkers(climb.rates.length, this.walker);
    this.desk.note(handText(climb, this.walker));
    const wish = starts.startsWish(climb, grid, this.walker, this.axis);
    this.hear.line(wish.line);
    const { raster, wished } = this.desk;
    if (wish.course !== wished?.course || !raster || !starts.holds(raster, climb, this.walker)) this.desk.wish(wish);
    this.show();
  }

  /** Nobody sees it: what is not finished is not walked on. */
  hide() {
    this.hear.line(null);
    if (this.desk.state !== "done") this.desk.wish(null);
  }

  /** Another walker or line. */
  turn(change) {
    Object.assign(this, change);
    this.lay(this.scene, this);
  }

  /** Along which axis the starts lie, by the ground's own names. */
  choices(axes) {
    if (this.named === axes.join()) return;
    this.named = axes.join();
    const label = (name, axis) => {
      const radio = element("input", "", { type: "radio", name: "starts-line", checked: axis === this.axis });
      radio.addEventListener("change", () => this.turn({ axis }));
      return element("label", "", { title: t("Starts on a line along {name}, through the start of now", { name }) }, radio, name);
    };
    this.lines.replaceChildren(element("legend", "key", { textContent: t("Starts along") }), ...axes.map(label));
  }

  // -- what is seen -------------------------------------------------------------------------------

  show() {
    const size = [this.plot.clientWidth, this.plot.clientHeight];
    const [under, over] = [this.under, this.over].map((canvas) => prepare(canvas, ...size));
    const { raster, stale } = this.desk;
    this.under.classList.toggle("stale", stale);
    if (!raster) return;
    if (!stale) this.ticks = this.ticksOf(raster); // those of another ground are not its own
    this.chart = this.chartOf(raster, starts.startsFrame(...size));
    drawRaster(under, { raster, looks: this.hear.pictures }, this.chart.frame, screenRatio());
    starts.drawAxes(over, this.chart, this.style);
    drawBeads(over, starts.beadsOf(this.chart), this.walker, this.scene, this.style.look);
  }

  /** The map's ticks: the line goes from one of its edges to the other. */
  ticksOf({ line }) {
    const { range, tickvals, ticktext } = this.figures.map.layout[AXES[starts.axisOf(line)]];
    return tickvals.map((value, n) => ({ share: value / range[1], text: ticktext[n] }));
  }

  chartOf(raster, frame) {
    const { points, axes, asked, rates } = this.scene.climb;
    const walkers = alikeWith(asked, this.walker).map((i) => ({ i, rate: rates[i] }));
    return { raster, frame, start: points.slice(0, 2), axes, walkers, ticks: this.ticks };
  }

  // -- hands --------------------------------------------------------------------------------------

  /** What can be asked, beginning where the walker sets out; null while the picture is of another line. */
  asked() {
    const { raster, stale } = this.desk;
    if (!raster || stale) return null;
    const { points, rates } = this.scene.climb;
    const cell = starts.cellNear(raster, points, rates[this.walker]);
    return { frame: this.chart.frame, rows: raster.rows, columns: raster.columns, cell };
  }

  pick([row, column]) {
    const { start, rate } = cellOf(this.desk.raster, row, column);
    const axis = starts.axisOf(this.desk.raster.line);
    this.hear.rate(this.walker, Number(rate.toPrecision(DIGITS)));
    this.hear.pick(...start.map((value, n) => (n === axis ? value : null))); // the other one stays as it was typed
  }
}
