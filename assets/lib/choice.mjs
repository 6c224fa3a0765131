/**
 * The choice of another mountain. It is shown first, with its own story, as soon as the server has
 * told it; the controls hear of it when it stands, for they take longer than all the rest.
 */

import { elsewhere } from "./method.mjs";

export class Choice {
  constructor(page) {
    this.page = page;
    this.standing = Promise.resolve(); // until the mountain that was chosen stands
  }

  /** Hear what the menu says, which a link may have `opened`; returns whether another mountain is on its way. */
  hear(surface, opened) {
    const other = this.surface !== undefined && surface !== this.surface && !opened;
    this.surface = surface;
    if (other) this.standing = this.make({ surface, methods: elsewhere(this.page.walkers.methods, this.page.constants.rules) });
    return Boolean(this.made);
  }

  async make(made) {
    this.made = made;
    await this.page.walk(made);
    await this.page.theStage().queue;
    if (this.made !== made) return; // another one by now
    this.made = null;
    this.page.setProps("chosen", { data: made });
  }
}
