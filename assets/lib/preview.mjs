/** The preview of a film: three of its frames before it is made, by the composer that makes it, at a small size. */

import { element } from "./canvas.mjs";
import { frameCount, momentsOf } from "./film_time.mjs";
import { FilmError } from "./request.mjs";
import { Composer } from "./composer.mjs";
import { numeral, t } from "./words.mjs";

const PAUSE = 350; // ms without another change: nobody who types is held up
const WIDE = 480; // px: as fine as its place on a sharp screen shows

/** The frames that are shown of a film, counted from 0: the first, the middle and the last. */
export function shown(film, stops) {
  const last = frameCount(film, stops) - 1;
  return [...new Set([0, Math.floor(last / 2), last])];
}

/** The same film, laid out as it will be and drawn small, in pixels. */
export function small(film, wide = WIDE) {
  const [width, height] = [film.width / film.scale, film.height / film.scale];
  const scale = Math.min(wide / Math.max(width, (height * 16) / 9), 1);
  return { ...film, width: width * scale, height: height * scale, scale, vector: false };
}

export class Preview {
  /** `make(shot, film)` makes a composer. */
  constructor(host, make = (shot, film) => new Composer(shot, film)) {
    Object.assign(this, { host, make, wanted: null, queue: Promise.resolve() });
    this.figures = [0, 1, 2].map(() => element("figure", "", {}, element("canvas", "", { role: "img" }), element("figcaption")));
    this.said = element("p", "help", { hidden: true });
    host.append(...this.figures, this.said);
  }

  /** Show the film that `order()` gives {film, shot, steps, stops, playhead}, unless another wish comes soon; null shows none. */
  wish(order) {
    clearTimeout(this.timer);
    this.wanted = order;
    if (!order) return;
    this.host.ariaBusy = "true";
    this.timer = setTimeout(() => (this.queue = this.queue.then(() => this.draw(order))), PAUSE);
  }

  async draw(order) {
    if (order !== this.wanted) return;
    try {
      await this.compose(await order(), () => order === this.wanted);
      this.say("");
    } catch (error) {
      if (!(error instanceof FilmError)) console.error(error);
      this.say(error instanceof FilmError ? error.message : t("There is no preview of this film."));
    }
    if (order === this.wanted) this.host.ariaBusy = "false";
  }

  /** One composer, gone as soon as it has drawn: browsers keep few 3D pictures. */
  async compose(order, wanted) {
    const film = small(order.film);
    const composer = this.make(order.shot, film);
    try {
      await composer.prepare();
      const frames = shown(order.film, order.stops);
      for (const [n, figure] of this.figures.entries()) {
        if (!wanted()) return;
        figure.hidden = n >= frames.length;
        if (n < frames.length) await this.show(figure, order, frames[n], composer);
      }
    } finally {
      composer.dispose();
    }
  }

  async show(figure, order, index, composer) {
    const { time, share } = momentsOf(order.film, order)(index);
    const frame = await composer.frame(time, share);
    const [canvas, words] = figure.children;
    const { width, height } = frame;
    Object.assign(canvas, { width, height });
    canvas.getContext("2d").drawImage(frame, 0, 0);
    words.textContent = momentText(order.film, index);
    canvas.ariaLabel = t("Preview: {moment}, step {step} of {steps}", { moment: words.textContent, step: Math.floor(time + 1e-9), steps: order.steps });
  }

  say(words) {
    this.said.hidden = !words;
    this.said.textContent = words;
    this.host.toggleAttribute("data-empty", Boolean(words));
  }
}

const momentText = ({ single, fps }, index) => (single ? t("this moment") : t("{seconds} s", { seconds: numeral((index / fps).toFixed(1)) }));
