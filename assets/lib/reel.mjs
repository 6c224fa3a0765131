/**
 * The page without a person: it asks the server that opened it what to film, films it as the dialog
 * would, and tells how far it is. The file stays on the server.
 */

import { asJson, shootFilm } from "./film.mjs";
import { shotOf } from "./film_desk.mjs";
import { happenings } from "./film_time.mjs";
import { FilmError, request } from "./request.mjs";
import { Stage } from "./stage.mjs";
import { shotsOf, Takes } from "./takes.mjs";
import { t } from "./words.mjs";

const LOOK = 20; // ms between two looks whether all is there
const QUIET = 100; // ms between two reports of how far it is

const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A stage that nobody sees: it knows what stands on it and draws nothing. */
export class UnseenStage extends Stage {
  observe() {} // nothing here has a size

  populate(groups) {
    this.panels = groups.map((walkers, i) => {
      const camera = this.rig.of(i, this.view.linked);
      return { walkers, camera, own: camera !== null, caption() {} };
    });
  }

  async raise() {}

  async resize() {}

  async project() {}
}

export class Reel {
  /** `where` is {key, page} of this page, `base` the address of the site. */
  constructor(page, where, base) {
    Object.assign(this, { page, where, base });
  }

  /** Film after film, as long as this page shows what is filmed; the next link is opened anew. */
  async run() {
    let next = await this.tell({});
    while (next.film && next.page === this.where.page) next = await this.tell(await this.outcome(next.film));
    if (next.film) location.assign(next.address);
  }

  /** Say what happened and hear what is to be filmed: {film, page, address}, or {} when all is done. */
  async tell(news) {
    return (await request(`${this.base}reel/${this.where.key}`, asJson(news))).json();
  }

  async outcome(film) {
    try {
      return { film: await this.shoot(film) };
    } catch (error) {
      if (!(error instanceof FilmError)) console.error(error);
      return { problem: error instanceof FilmError ? error.message : t("The film could not be drawn ({problem}).", { problem: error.message }) };
    }
  }

  /** Draw and send all frames; returns the token of the film. */
  async shoot(film) {
    const stage = await this.ready();
    const settings = { ...this.page.constants.formats[film.format], ...film };
    const composer = new Takes(shotsOf(shotOf(stage, this.page.constants, film.look), settings), settings);
    try {
      return await shootFilm(composer, settings, this.order(stage, settings), (token) => token);
    } finally {
      composer.dispose();
    }
  }

  order(stage, { walker }) {
    let told = 0;
    const progress = (done, all) => {
      if (performance.now() - told < QUIET) return;
      told = performance.now();
      this.tell({ share: done / all }).catch(() => {}); // the film itself will say it
    };
    const { signal } = new AbortController(); // the browser is ended instead
    const link = `${location.origin}${location.pathname}?${this.page.query()}`;
    return { base: `${this.base}film`, link, steps: stage.climb.steps, stops: happenings(stage.climb, walker), playhead: stage.clock.playhead, progress, signal };
  }

  /** The stage, once what the link shows is on it; FilmError when that cannot be. */
  async ready() {
    while (!this.page.stage?.scene) {
      if (this.page.trouble) throw new FilmError(this.page.trouble);
      await soon(LOOK);
    }
    const { stage } = this.page;
    for (let queue = null; queue !== stage.queue; ) await (queue = stage.queue);
    await stage.basins?.desk.over;
    return stage;
  }
}
