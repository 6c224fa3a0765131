/** Where films are ordered: the dialog's settings, one film at a time, its progress and its end. */

import { fileName, save } from "./file.mjs";
import { makeFilm, makeRecord } from "./film.mjs";
import { filmSize, sizeRemarks } from "./film_size.mjs";
import { frameCount, happenings } from "./film_time.mjs";
import { painted } from "./look.mjs";
import { FilmError } from "./request.mjs";
import { filmCount, shotsOf, Takes } from "./takes.mjs";
import { roughly, sizeText, weightOf } from "./weight.mjs";
import { numeral, t, tn } from "./words.mjs";

/** The dialog's values, by name; numbers that are empty or out of range take the nearest that works. */
export function readSettings([format, size, fps, easing, look, parts, arrangement, title, footer, width, height, ...rest], { formats, sizes, sides, finest, spans, options: all, parts: known }) {
  const within = ({ least, most, usual }, value) => Math.min(Math.max(Number.isFinite(value) ? value : usual, least), most);
  const times = Object.fromEntries(Object.entries(spans).map(([key, span], i) => [key, within(span, rest[i])]));
  const chosen = rest.slice(Object.keys(spans).length);
  const of = (key, i) => [key, chosen[i] ?? all[key]];
  const options = Object.fromEntries(Object.keys(all).map(of).filter(([key]) => formats[format].options.includes(key)));
  const typed = { width: within(sides.width, width), height: within(sides.height, height) };
  return {
    format,
    look,
    title: title.trim(),
    footer: footer.trim(),
    ...formats[format],
    options,
    ...filmSize(sizes[size], typed, Number(options.scale ?? 1), finest),
    fps: Number(fps),
    easing,
    ...times,
    turn: formats[format].single ? 0 : times.turn,
    arrangement,
    ...Object.fromEntries(known.map((part) => [part, parts.includes(part)])),
  };
}

export class FilmDesk {
  /** `base` is where films are made, `records` where numbers are; `address()` is the page's link now. */
  constructor(page, { setProps, note, base, records, address }) {
    Object.assign(this, { page, setProps, note, base, records, address });
  }

  /** What the dialog says about the settings: help, name and length, and what does not apply. */
  describe(values) {
    const { constants, stage } = this.page;
    const film = readSettings(values, constants);
    const boxes = Object.keys(constants.options).map((key) => ({ display: key in film.options ? "" : "none" }));
    const name = stage?.climb ? `${this.nameOf(stage)}${film.suffix}${film.record ? "" : `: ${lengthText(film, stage.climb)}`}` : "";
    const times = Array(2 + Object.keys(constants.spans).length).fill(film.single); // smoothness, pace and all seconds
    const typed = { display: values[1] in constants.sizes || film.record ? "none" : "" };
    return [film.help, name, typed, ...times, ...Array(5).fill(film.record), ...boxes];
  }

  nameOf({ climb }) {
    return fileName({ key: climb.surface, rates: Array.from(climb.rates), uphill: climb.uphill, steps: climb.steps });
  }

  async make(values) {
    const { stage, constants } = this.page;
    if (this.cancelling || !stage?.scene) return;
    this.cancelling = new AbortController();
    const film = { ...readSettings(values, constants), name: this.nameOf(stage) };
    this.busy(true, film.record ? t("Writing the file…") : t("Drawing the mountains…"));
    try {
      const made = film.record ? await this.record(film) : await this.film(film, stage, constants);
      save(made);
      this.busy(false, t("Saved {name} ({size}).", { name: made.name, size: sizeText(made.blob.size) }));
    } catch (error) {
      this.busy(false, this.explain(error));
    } finally {
      this.cancelling = null;
    }
  }

  async film(film, stage, constants) {
    const composer = new Takes(shotsOf(shotOf(stage, constants, film.look), film), film);
    try {
      return await makeFilm(composer, film, this.order(stage));
    } finally {
      composer.dispose();
    }
  }

  /** What needs no picture: numbers, a script, a link. */
  record({ format, name }) {
    return makeRecord(this.records, { format, name, link: this.address() }, this.cancelling.signal);
  }

  order(stage) {
    const began = performance.now();
    return {
      base: this.base,
      link: this.address(),
      steps: stage.climb.steps,
      stops: happenings(stage.climb),
      playhead: stage.clock.playhead,
      signal: this.cancelling.signal,
      progress: (done, all) => this.progress(done, all, (performance.now() - began) / 1000),
    };
  }

  progress(done, all, seconds) {
    const share = Math.round((100 * done) / all);
    if (share === this.share && done < all) return;
    this.share = share;
    const left = Math.ceil((seconds / done) * (all - done));
    this.say(done < all ? t("Frame {done} of {all}, about {left} s left", { done, all, left }) : t("Finishing the file…"), share);
  }

  cancel() {
    this.cancelling?.abort();
  }

  busy(on, text) {
    this.setProps("film-save", { disabled: on });
    this.setProps("film-cancel", { disabled: !on });
    this.share = undefined;
    this.say(text, on ? 0 : undefined);
  }

  say(text, share) {
    this.setProps("film-state", { children: text });
    if (share !== undefined) this.setProps("film-progress", { value: share });
  }

  explain(error) {
    if (error.name === "AbortError") return t("Cancelled. Nothing was saved.");
    if (!(error instanceof FilmError)) console.error(error);
    const words = error instanceof FilmError ? error.message : t("The film could not be drawn ({problem}). Try a smaller size.", { problem: error.message });
    this.note(t("The film was not saved"), words, "red");
    return words;
  }
}

/** What the stage shows now, in the colours of a look. */
export function shotOf(stage, { looks }, look) {
  const { ground, scene, view, panels, options, rig } = stage;
  // A camera nobody turned shows what fits, and so it does at the film's size.
  const camera = (panel, i) => (rig.motion ? rig.of(i, view.linked) : panel.own ? panel.camera : null);
  return {
    ground,
    scene,
    look: looks[look],
    figures: painted(ground.figures, looks[look]),
    race: view.race,
    knows: view.knows,
    options,
    basins: stage.basins?.picture ?? null,
    motion: rig.motion,
    panels: panels.map((panel, i) => ({ walkers: panel.walkers, camera: camera(panel, i) })),
  };
}

/** How large and how long a film of a climb is, or will be. */
function lengthText(film, climb) {
  const films = filmCount(film, climb.rates.length);
  const stops = happenings(climb);
  const count = frameCount(film, stops);
  const weight = t("about {size}", { size: roughly(films * weightOf(film, count)) });
  const facts = [`${film.width} × ${film.height}`, ...(film.single ? [t("this moment")] : timeTexts(film, climb.steps, stops, films)), weight].join(", ");
  return [facts, ...sizeRemarks(film, Number(film.options.scale ?? 1))].join(". ");
}

function timeTexts(film, steps, stops, films) {
  const { walk, lead, hold, pause } = film;
  const seconds = numeral((lead + walk + hold + stops.length * pause).toFixed(1));
  const pace = numeral(String(Number((steps / walk).toPrecision(3))));
  return [
    t("{seconds} s", { seconds }),
    tn("{n} frame", "{n} frames", frameCount(film, stops)),
    t("steps a second: {pace}", { pace }),
    ...(pause && stops.length ? [tn("{n} pause", "{n} pauses", stops.length)] : []),
    ...(films > 1 ? [tn("{n} film", "{n} films", films)] : []),
  ];
}
