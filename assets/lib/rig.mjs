/** The rig: which camera each panel has, and who follows whom when cameras are linked. */

export class Rig {
  constructor() {
    this.chosen = []; // as a link or a hand set them; none: each panel shows what fits
    this.leader = null; // the panel whose camera was touched last
  }

  /** Camera of panel `i`, or null for the one that fits. */
  of(i, linked) {
    return this.chosen[i] ?? (linked ? this.chosen[0] : null) ?? null;
  }

  /** Point all panels at the cameras that a link holds. */
  open(cameras, panels, linked) {
    this.chosen = cameras;
    this.leader = null;
    panels.forEach((panel, i) => panel.eye && panel.point(this.of(i, linked)));
  }

  /** A panel is touched: from now on it leads, if its camera turns. */
  lead(panel) {
    if (panel === this.leader || !panel.eye) return;
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
    const turned = panels.filter(({ eye, own }) => eye && own);
    if (!turned.length) return this.chosen;
    return (linked ? turned.slice(0, 1) : panels).map((panel) => panel.camera);
  }

  gather(leader, panels) {
    for (const panel of panels) if (panel !== leader && panel.eye) panel.point(leader.camera);
  }
}
