/**
 * The stage: all panels, the map and the charts on one clock. plotly's pictures stand still; each
 * animation frame only draws canvases, and only those on which something moved.
 */

import { Basins } from "./basins.mjs";
import { Charts } from "./charts.mjs";
import * as clocks from "./clock.mjs";
import { Coarse } from "./coarse.mjs";
import { toMap } from "./grid.mjs";
import { columns, groupsOf, isSwiped } from "./grouping.mjs";
import { explain } from "./legend.mjs";
import { USUAL } from "./knows.mjs";
import { painted } from "./look.mjs";
import { DataChart } from "./data_chart.mjs";
import { ContourMap } from "./map.mjs";
import { Near } from "./near.mjs";
import { Panel } from "./panel.mjs";
import { Rig } from "./rig.mjs";
import { Studio } from "./studio.mjs";
import { makeScene, readClimb, readGround } from "./scene.mjs";
import { nextFrame, plotlyLoaded, reducesMotion } from "./browser.mjs";

const TOGETHER = 8; // frames whose pieces of trail are drawn at once
const WORDS = 200; // ms between two captions while it plays

export class Stage {
  /** `hosts` are the elements {panels, map, charts, data, legend}, and the basins' key where there is a server; `hear` are {base, pick(x, y), rate(i, value), look(), tick(clock)}. */
  constructor(hosts, { looks, walkers, shapes, inks, pictures }, hear, options = {}) {
    Object.assign(this, { hosts, looks, colors: walkers, shapes, inks, hear, options });
    this.view = { layout: "side", linked: true, race: "linear", look: "terrain", knows: USUAL };
    this.clock = clocks.makeClock(1);
    this.rig = new Rig();
    this.studio = new Studio(options, () => this.later(() => this.arrange()));
    this.coarse = new Coarse(this.studio);
    this.near = new Near(hosts.panels, () => this.later(() => this.arrange()));
    this.panels = [];
    this.drawn = 0; // frames so far
    const onPick = (u, v) => this.ground && hear.pick(...toMap(this.ground.grid, u, v));
    const onDrag = (u, v) => this.ground && hear.drag?.(...toMap(this.ground.grid, u, v));
    this.onPick = onPick;
    this.map = new ContourMap(hosts.map, { onPick, onDrag, beside: options.beside });
    this.charts = new Charts(hosts.charts, { ...hear, pictures, show: () => this.later(() => this.layCharts()), line: (ends) => this.map.mark(ends) });
    this.data = new DataChart(hosts.data);
    if (hear.base) this.basins = new Basins(this, hosts.basins, pictures, hear);
    this.queue = plotlyLoaded(); // plotly draws one thing at a time
    this.observe();
  }

  get look() {
    return this.looks[this.view.look];
  }

  get style() {
    return { look: this.look, size: 1, knows: this.view.knows };
  }

  get figures() {
    return painted(this.ground.figures, this.look);
  }

  setGround(data) {
    this.ground = readGround(data);
    this.later(() => this.arrange());
  }

  setClimb(data) {
    this.climb = readClimb(data);
    this.clock = clocks.withSteps(this.clock, this.climb.steps);
    if (this.wanted !== undefined) this.clock = clocks.seek(this.clock, this.wanted);
    this.wanted = undefined;
    this.basins?.update();
    this.later(() => this.arrange());
  }

  /** Change how it is looked at; only what must be drawn anew is. */
  setView(view) {
    const before = this.view;
    this.view = { ...before, ...view };
    this.basins?.update();
    if (!this.ground) return;
    if (this.view.linked && !before.linked) this.rig.link(this.panels);
    this.later(() => this.arrange());
    this.hear.look();
  }

  /** Start from what a link says. */
  open({ cameras, playhead, basins = 0, motion = "" }) {
    this.clock = clocks.seek(this.clock, playhead);
    this.basins?.open(basins);
    this.wanted = playhead; // the climb it belongs to may still be on its way
    Object.assign(this.rig, { chosen: cameras, preset: motion }); // the mountains that are raised meanwhile take them up at once
    this.later(() => {
      this.rig.open(cameras, motion, this.panels, this.view.linked);
      this.hear.look();
      return this.trim();
    });
  }

  /** Give the panels a camera by its key in the table of cameras. */
  chooseCamera(key) {
    this.later(() => {
      this.rig.choose(key, this.panels, this.view.linked);
      this.hear.look();
      return this.trim();
    });
  }

  /** While a hand drags what changes the climb, charts wait for its rest: plotly takes its time over new axes. */
  hurry(on) {
    if (this.hasty && !on) this.later(() => this.layCharts());
    this.hasty = on;
  }

  trim() {
    return this.studio.trim(this.panels);
  }

  command(change) {
    this.clock = change(this.clock);
    this.told = null;
  }

  // -- drawing what stands still ------------------------------------------------------------

  later(task) {
    this.queue = this.queue.then(task).catch((error) => this.hear.fail(error));
    return this.queue;
  }

  /**
   * The right panels in the right number, each with its mountain, the climb laid over them. What
   * stands already stays as it is: a new climb on the same ground draws no mountain.
   */
  async arrange() {
    const { ground, climb } = this;
    if (!ground || !climb || climb.key !== ground.key) return; // the other one is on its way
    this.scene = makeScene(ground, climb, this.colors, this.shapes, this.inks);
    this.populate(groupsOf(climb.rates, this.view.layout));
    // Before the mountains are sized: what is said of a mountaineer takes a line more.
    if (!this.hasty) for (const panel of this.panels) panel.caption(climb, this.clock.playhead);
    const key = [ground.key, ground.cells, this.view.look].join();
    const anew = key !== this.raised;
    await this.raise(anew);
    await this.project(anew);
    this.raised = key;
  }

  /** Draw the mountains that do not stand, or all of them `anew`. */
  async raise(anew) {
    const [{ grid }, { mountain }] = [this.ground, this.figures];
    this.panels.forEach((panel, i) => {
      if (anew || !panel.ratio) panel.stand(grid, mountain.layout.scene.aspectratio, this.rig.of(i, this.view.linked));
    });
    await this.studio.raise(this.panels, grid, mountain, anew);
  }

  /** The data first: the map beside them has the room they leave. */
  async raiseCharts() {
    const sizes = this.sizesNow();
    await this.data.raise(this.ground, this.figures.data);
    await this.map.raise(this.ground.grid, this.figures.map);
    this.sizes = sizes;
  }

  /** One panel for each group of walkers; panels that show theirs already are kept. */
  populate(groups) {
    const { panels: host } = this.hosts;
    this.spread(groups.length);
    const keep = this.panels.filter((panel, i) => panel.walkers.join() === groups[i]?.join());
    if (keep.length === this.panels.length && keep.length === groups.length) return;
    this.panels.filter((panel) => !keep.includes(panel)).forEach((panel) => panel.dispose());
    this.rig.release();
    const hear = { beside: this.options.beside, onPick: this.onPick, onTurn: (panel) => this.rig.lead(panel), onRest: () => this.rest() };
    const shown = host.hasAttribute("data-swiped") ? 2 : groups.length; // the others wait until they are seen
    const more = groups.slice(keep.length).map((walkers, n) => new Panel(host, { walkers, near: keep.length + n < shown, ...hear }));
    this.panels = [...keep, ...more];
    this.near.watch(this.panels);
  }

  /** A hand has turned a mountain and lets go. */
  rest() {
    this.coarse.coarsen(false);
    this.studio.shoot(this.panels);
    this.later(() => this.trim());
  }

  /** Say how `count` panels stand: side by side, one over the other, or in a row to swipe. */
  spread(count) {
    const { panels: host } = this.hosts;
    host.style.setProperty("--columns", columns(count, host));
    const swiped = isSwiped(count, host);
    host.toggleAttribute("data-swiped", swiped);
    if (swiped) host.tabIndex = 0; // keys scroll what a finger swipes
    else host.removeAttribute("tabindex");
  }

  /** Lay the climb over what stands; `anew` where it is on other ground, whose map comes after the mountains. */
  async project(anew) {
    for (const panel of this.panels) panel.stale = true;
    explain(this.hosts.legend, this.scene, this.look);
    if (anew) {
      await nextFrame();
      await this.raiseCharts();
    }
    this.map.project(this.scene, this.scene.climb.rates.map((_, i) => i)); // the next climb may be there already
    this.told = null;
    if (this.hasty) return; // and a frame that waits is not put off by the next climb
    this.run();
    await this.layCharts();
  }

  async layCharts() {
    if (!this.scene) return;
    await this.charts.lay(this.scene, { figures: this.figures, view: this.view, style: this.style });
    this.told = null;
  }

  // -- each animation frame -----------------------------------------------------------------

  /** (Re)start the loop, so that it runs after plotly's own in every frame. */
  run() {
    cancelAnimationFrame(this.frame);
    this.last = undefined;
    const next = (now) => {
      this.frame = requestAnimationFrame(next);
      this.tick(now);
    };
    this.frame = requestAnimationFrame(next);
  }

  tick(now) {
    const seconds = Math.min((now - (this.last ?? now)) / 1000, 0.25);
    this.last = now;
    this.clock = clocks.advance(this.clock, seconds);
    const time = clocks.shownAt(this.clock, reducesMotion());
    this.rig.move(this.panels, this.view.linked, time, this.scene, this.raised);
    if (this.rig.follow(this.panels, this.view.linked)) this.hear.look();
    this.coarse.frame(this.panels.some(({ held }) => held), this.panels.some(({ turned }) => turned), seconds, now);
    this.studio.shoot(this.panels);
    const { style } = this;
    const moved = time !== this.told;
    const playing = this.clock.playing && this.told !== null;
    const pace = { playing, due: !playing || this.drawn++ % TOGETHER === 0 };
    for (const panel of this.panels) {
      const { stale, projection } = panel;
      if (stale && projection) panel.project(this.scene);
      if (panel.picture && (stale || moved)) panel.draw(time, style, pace);
    }
    if (!moved) return;
    this.map.draw(time, style, pace);
    this.charts.draw(time, style, pace.due);
    this.data.draw(this.scene, time, style);
    this.say(time, now);
    this.told = time;
  }

  /**
   * Captions change once a step, and while it plays no faster than eyes can read: each change lays
   * out the page anew, which costs more than all that is drawn.
   */
  say(time, now) {
    const step = Math.floor(time + 1e-9);
    const due = !this.clock.playing || this.told === null || now - this.saidAt >= WORDS;
    this.hear.tick(this.clock, due);
    if (due && (this.told === null || step !== this.saidStep)) {
      // Compasses have numbers, which keep the pace of captions.
      for (const panel of this.panels) panel.orient(time);
      // Not of the climb that has just arrived: these panels may still be those of more walkers.
      for (const panel of this.panels) panel.caption(this.scene.climb, time);
      Object.assign(this, { saidStep: step, saidAt: now });
    }
  }

  // -- size ---------------------------------------------------------------------------------

  observe() {
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.resizing);
      this.resizing = requestAnimationFrame(() => this.later(() => this.resize()));
    });
    Object.values(this.hosts).forEach((host) => observer.observe(host));
  }

  sizesNow() {
    return Object.values(this.hosts).map((host) => `${host.clientWidth} ${host.clientHeight}`).join() + this.map.bare;
  }

  async resize() {
    // The panels for themselves: the window may have changed since they were measured, before the charts were.
    if (!this.scene || (this.sizesNow() === this.sizes && !this.panels.some((panel) => panel.outgrown))) return;
    this.spread(this.panels.length);
    this.rig.release(); // a camera that is fitted anew was not turned by hand
    await this.raise(false);
    await this.project(true);
  }
}
