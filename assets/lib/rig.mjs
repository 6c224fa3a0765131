/** The rig: which camera each panel has, who follows whom when cameras are linked, and what moves them all. */

import { CAMERAS } from "./cameras.mjs";

export class Rig {
  constructor() {
    this.chosen = []; // as a link or a hand set them; none: each panel shows what fits
    this.leader = null; // the panel whose camera was touched last
    this.preset = ""; // the camera of the table that all have, by its key; none: as a hand turned them
  }

  /** The camera that moves with the walk, by its key; none: they stand still. */
  get motion() {
    return CAMERAS[this.preset]?.moves ? this.preset : "";
  }

  /** Give all panels a camera of the table: once, or from now on where it moves. */
  choose(key, panels, linked) {
    this.release();
    this.chosen = this.now(panels, linked); // what an orbit sets out from
    Object.assign(this, { preset: key, moved: null });
    if (this.motion) return;
    this.chosen = [];
    for (const panel of panels) if (panel.ratio) panel.point(CAMERAS[key].aim(panel));
    this.chosen = this.now(panels, linked);
  }

  /** Move the cameras on to a time in steps, where they move and are not there yet; `raised` says which mountains stand. */
  move(panels, linked, time, scene, raised) {
    if (!this.motion) return;
    const key = [this.preset, time, raised, ...panels.map(({ size }) => size)].join();
    if (key === this.moved) return;
    this.moved = key;
    const { aim } = CAMERAS[this.preset];
    panels.forEach((panel, i) => panel.ratio && panel.turn(aim(panel, time, scene, this.of(i, linked))));
  }

  /** Camera of panel `i`, or null for the one that fits. */
  of(i, linked) {
    return this.chosen[i] ?? (linked ? this.chosen[0] : null) ?? null;
  }

  /** Point all panels at the cameras that a link holds. */
  open(cameras, motion, panels, linked) {
    this.chosen = cameras;
    this.preset = motion;
    this.leader = null;
    panels.forEach((panel, i) => panel.point(this.of(i, linked)));
  }

  /** A panel is touched: from now on it leads, if its camera turns, and nothing else moves them. */
  lead(panel) {
    if (this.motion) this.preset = "";
    if (panel === this.leader || !panel.ratio) return;
    this.leader = panel;
    this.seen = String(panel.camera);
  }

  /** Nobody leads: what cameras do next, they do not by hand. */
  release() {
    this.leader = null;
  }

  /** Whether the leader's camera has turned; when cameras are linked, all then follow it. */
  follow(panels, linked) {
    const { leader } = this;
    if (!leader || String(leader.camera) === this.seen) return false;
    this.seen = String(leader.camera);
    leader.own = true;
    this.preset = "";
    if (linked) this.gather(leader, panels);
    this.chosen = this.now(panels, linked);
    return true;
  }

  /** Cameras are linked again: all take the one that was turned last, or else the first that was. */
  link(panels) {
    const leader = this.leader ?? panels.find(({ own }) => own);
    if (!leader?.own) return;
    this.gather(leader, panels);
    this.chosen = this.now(panels, true);
  }

  /** The cameras as they are, for the link: none while all show what fits. */
  now(panels, linked) {
    if (this.motion) return this.chosen;
    const turned = panels.filter(({ own }) => own);
    if (!turned.length) return this.chosen;
    return (linked ? turned.slice(0, 1) : panels).map((panel) => panel.camera);
  }

  gather(leader, panels) {
    for (const panel of panels) if (panel !== leader) panel.point(leader.camera);
  }
}
