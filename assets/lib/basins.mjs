/** Basins of attraction under the map: which minimum each start ends in, for one walker's rate. */

import { PictureDesk } from "./picture_desk.mjs";
import { probe } from "./probe.mjs";
import { cellOf } from "./raster.mjs";
import { handText } from "./raster_words.mjs";
import { N_, t } from "./words.mjs";

const ASK = N_("Basins: the arrow keys ask other starts, Enter sets out from there");

/** One walker of a scenario, alone; what was changed by hand names other rates. */
export function alone({ rates, methods, ...course }, walker) {
  const { changes, ...method } = methods[walker];
  return { ...course, rates: [rates[walker]], methods: [method] };
}

/** What is asked of the server; from where the walker itself sets out does not matter. */
export function basinsWish(asked, walker) {
  const one = alone(asked, walker);
  return { body: JSON.stringify(one), name: JSON.stringify({ ...one, start: null }), uphill: asked.direction === "up" };
}

export class Basins {
  /** `key` is the element of controls and legend, `looks` are {basins, endings} of app/figures/endings.py. */
  constructor(stage, key, looks, { base, pick, look }) {
    Object.assign(this, { stage, key, looks, walker: 0 });
    const choose = (walker) => {
      this.walker = walker;
      this.update();
      look();
    };
    const paint = (raster, stale) => stage.map.spread(raster && { raster, looks, stale });
    this.desk = new PictureDesk(`${base}basins`, key, looks, { choose, paint });
    probe(stage.map.host, () => this.asked(), {
      tell: (cell) => this.desk.tell(cell),
      pick: (cell) => pick(...cellOf(this.desk.raster, ...cell).start),
    });
  }

  get on() {
    return Boolean(this.stage.view.basins && this.stage.climb);
  }

  /** What films show under their map's lines; null where nothing is. */
  get picture() {
    const { raster, stale } = this.desk;
    return this.on && raster && !stale ? { raster, looks: this.looks } : null;
  }

  /** What a link says: of which walker, counted from 1; 0 is none. */
  get linked() {
    return this.on ? this.whose + 1 : 0;
  }

  open(linked) {
    this.walker = Math.max(linked - 1, 0);
  }

  /** The walker that was chosen, or the last one where there are fewer now. */
  get whose() {
    return Math.min(this.walker, this.stage.climb.rates.length - 1);
  }

  /** As the stage's climb and view now say. */
  update() {
    const { stage, key, on, desk } = this;
    const toggled = key.hidden === on;
    key.hidden = !on;
    stage.map.host.tabIndex = on ? 0 : -1;
    stage.map.host.ariaLabel = on ? t(ASK) : null;
    stage.map.uncolored(on);
    if (on) desk.walkers(stage.climb.rates.length, this.whose);
    desk.note(on ? handText(stage.climb, this.whose) : "");
    desk.wish(on ? basinsWish(stage.climb.asked, this.whose) : null);
    if (toggled) stage.later(() => stage.resize());
  }

  /** What the map can be asked, beginning where the walkers set out; null while there is nothing. */
  asked() {
    const { desk: { raster }, stage: { map, scene } } = this;
    if (!raster || !map.frame || !scene) return null;
    const { rows, columns, x, y } = raster;
    const { points: [east, north] } = scene.climb;
    const at = (value, [low, high], count) => Math.min(Math.max(Math.floor(((value - low) / (high - low)) * count), 0), count - 1);
    return { frame: map.frame, rows, columns, cell: [at(north, y, rows), at(east, x, columns)] };
  }
}
