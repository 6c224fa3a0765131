/** Where films are ordered: the dialog's settings, what they will look like, and how far those are that were ordered. */

import { walkerName } from "./captions.mjs";
import { fileName, save } from "./file.mjs";
import { makeFilm, makeRecord } from "./film.mjs";
import { FilmList } from "./film_list.mjs";
import { longText, paceOf, tooLong } from "./film_long.mjs";
import { Orders, passesQuarter, progressText } from "./film_orders.mjs";
import { filmSize, sizeRemarks } from "./film_size.mjs";
import { frameCount, happenings } from "./film_time.mjs";
import { painted } from "./look.mjs";
import { Preview } from "./preview.mjs";
import { FilmError } from "./request.mjs";
import { arranged, filmCount, shotsOf, Takes } from "./takes.mjs";
import { roughly, sizeText, weightOf } from "./weight.mjs";
import { numeral, t, tn } from "./words.mjs";

const FEW = 30; // frames from which the pace of a film tells that of others
const READ = 250; // ms in which one reads how far a film is
const ALL = "0"; // walkers are in the film, as the menu has it

/** The dialog's values, by name; numbers that are empty or out of range take the nearest that works. */
export function readSettings([format, size, fps, easing, look, parts, arrangement, walker, title, footer, width, height, ...rest], { formats, sizes, sides, finest, spans, options: all, parts: known }) {
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
    walker: formats[format].record ? 0 : Number(walker),
    ...Object.fromEntries(known.map((part) => [part, parts.includes(part)])),
  };
}

export class FilmDesk {
  orders = new Orders((order) => this.make(order), { changed: (list) => this.show(list), failed: (order, error) => this.explain(order, error) });

  /** `base` is where films are made, `records` where numbers are; `address()` is the page's link now, `at(id)` a part of the page. */
  constructor(page, { setProps, note, base, records, address, at }) {
    Object.assign(this, { page, setProps, note, base, records, address, at });
  }

  get preview() {
    return (this.seen ??= new Preview(this.at("film-preview")));
  }

  get list() {
    const acts = { cancel: (order) => this.cancel(order), retry: (order) => this.orders.retry(order) };
    return (this.rows ??= new FilmList(this.at("film-orders"), acts, () => this.at("film-save")));
  }

  /** Who can be in the film, as a menu's choices; and who is: the one chosen before, or all where it has left. */
  walkers(chosen) {
    const { climb } = this.page.stage ?? {};
    const each = Array.from(climb?.rates ?? [], (_, i) => ({ value: String(i + 1), label: walkerName(climb, i) }));
    const data = [{ value: ALL, label: t("All") }, ...(each.length > 1 ? each : [])];
    return [data, data.some(({ value }) => value === chosen) ? chosen : ALL];
  }

  /** What the dialog says about the settings: help, name and length, and what does not apply. */
  describe(values) {
    const { constants, stage } = this.page;
    const film = readSettings(values, constants);
    const boxes = Object.keys(constants.options).map((key) => ({ display: key in film.options ? "" : "none" }));
    const name = stage?.climb ? `${this.nameOf(stage, film)}${film.suffix}${film.record ? "" : `: ${lengthText(film, stage.climb)}`}` : "";
    const times = Array(2 + Object.keys(constants.spans).length).fill(film.single); // smoothness, pace and all seconds
    const typed = { display: values[1] in constants.sizes || film.record ? "none" : "" };
    const few = !(stage?.climb?.rates.length > 1);
    const rest = [false, false, film.walker > 0, few, false, false].map((idle) => idle || film.record); // size, look, arrangement, walkers and lines
    return [film.help, name, typed, ...times, ...rest, ...boxes];
  }

  /** Show what is chosen while the dialog is open. */
  sketch(values, opened) {
    const film = readSettings(values, this.page.constants);
    this.at("film-preview").hidden = film.record;
    this.preview.wish(opened && !film.record ? () => this.settled().then(() => this.sketched(film)) : null);
  }

  sketched(film) {
    const order = this.order(film);
    return { ...order, shot: arranged(order.shot, film) };
  }

  /** Once the stage has drawn what was asked of it: plotly draws one thing at a time. */
  async settled() {
    const { stage } = this.page;
    for (let queue = null; queue !== stage.queue; ) await (queue = stage.queue);
  }

  nameOf({ climb }, { walker }) {
    const rates = Array.from(climb.rates).filter((_, i) => !walker || i === walker - 1);
    return fileName({ key: climb.surface, rates, uphill: climb.uphill, steps: climb.steps });
  }

  /** Order what is chosen, as it is on the stage now. */
  save(values) {
    const { stage, constants } = this.page;
    const film = readSettings(values, constants);
    if (!isWhole(stage)) return this.note(t("The film was not saved"), t("The mountain is still being drawn. Save again in a moment."));
    const order = this.order(film);
    if (this.isLong(order)) return;
    if (!this.orders.add(order)) this.note(order.name, t("This one is on the list already."));
    this.at("film-orders").scrollIntoView({ block: "nearest" }); // on a phone it is below
  }

  /** Whether an order has too many frames, or so many that who saves it must say so twice. */
  isLong(order) {
    const { many, pace } = this.page.constants.frames;
    const [id, refused] = [JSON.stringify(order.same), tooLong(order)];
    if (order.frames <= many || (!refused && id === this.warned)) return false;
    this.warned = id;
    if (refused) this.note(t("The film was not saved"), refused);
    else this.note(t("A long film"), longText(order, { usual: pace, own: this.pace }));
    return true;
  }

  /** A film's order: what it shows and how. Nothing that happens on the page afterwards changes it. */
  order(settings) {
    const { stage, constants } = this.page;
    const film = { ...settings, name: this.nameOf(stage, settings) };
    const link = this.address();
    const stops = happenings(stage.climb, film.walker);
    return {
      film,
      link,
      shot: shotOf(stage, constants, film.look),
      steps: stage.climb.steps,
      stops,
      ...sumOf(film, stage.climb, stops),
      playhead: stage.clock.playhead,
      name: `${film.name}${film.suffix}`,
      about: film.record ? "" : lengthText(film, stage.climb),
      same: [film, link],
    };
  }

  async make(order) {
    const { record } = order.film;
    this.tell(record ? t("Writing the file…") : t("Drawing the mountains…"), 0);
    const made = record ? await this.record(order) : await this.film(order);
    order.stop.signal.throwIfAborted();
    save(made);
    this.tell(t("Saved {name} ({size}).", { name: made.name, size: sizeText(made.blob.size) }), 100);
  }

  async film(order) {
    const { film, shot, stop: { signal } } = order;
    const composer = new Takes(shotsOf(shot, film), film);
    try {
      return await makeFilm(composer, film, { ...order, base: this.base, signal, progress: (done, all) => this.progress(order, done, all) });
    } finally {
      composer.dispose();
    }
  }

  /** What needs no picture: numbers, a script, a link. */
  record({ film: { format, name }, link, stop: { signal } }) {
    return makeRecord(this.records, { format, name, link }, signal);
  }

  /** Say how far a film is, no more often than one can read: each time the page is laid out and put together anew. */
  progress(order, done, all) {
    if (order.stop.signal.aborted) return;
    const now = performance.now();
    if (!done) Object.assign(order, { done: 0, saidAt: -Infinity });
    if (done <= 1) order.began = now; // the first frame takes longer: all that stands still is drawn with it
    const seconds = (now - order.began) / 1000;
    if (done === all && done >= FEW) this.pace = { ...this.pace, ...paceOf(order, done - 1, seconds) };
    if (done < all && now - order.saidAt < READ) return;
    const [text, share] = [progressText(done, all, seconds), Math.round((100 * done) / all)];
    if (passesQuarter(order.done, done, all)) this.tell(text, share);
    else this.say(text, share);
    Object.assign(order, { done, saidAt: now });
  }

  cancel(order) {
    const { state } = order;
    this.orders.cancel(order);
    if (state !== "failed") this.tell(t("Cancelled. Nothing was saved."), state === "running" ? 0 : undefined);
  }

  /** What waits and runs: in the dialog, and how many beside the button that opens it. */
  show(list) {
    const busy = list.filter(({ state }) => state !== "failed").length;
    if (busy) this.at("export").dataset.films = busy;
    else delete this.at("export").dataset.films;
    this.list.show(list);
  }

  say(text, share) {
    this.setProps("film-state", { children: text });
    if (share !== undefined) this.setProps("film-progress", { value: share });
  }

  /** Say it aloud as well. */
  tell(text, share) {
    this.say(text, share);
    this.setProps("film-spoken", { children: text });
  }

  explain(order, error) {
    if (!(error instanceof FilmError)) console.error(error);
    order.words = error instanceof FilmError ? error.message : t("The film could not be drawn ({problem}). Try a smaller size.", { problem: error.message });
    this.note(t("The film was not saved"), order.words, "red");
    this.tell(order.words);
  }
}

/** Whether all that the stage shows is of one climb on one ground, and not on its way to another. */
const isWhole = (stage) => Boolean(stage?.scene) && stage.scene.climb === stage.climb && stage.scene.grid === stage.ground.grid;

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
    basins: structuredClone(stage.basins?.picture ?? null), // it may still be on its way
    motion: rig.motion,
    panels: panels.map((panel, i) => ({ walkers: panel.walkers, camera: camera(panel, i) })),
  };
}

/** The frames of all films in an order's file, and its bytes, more or less. */
function sumOf(film, climb, stops) {
  if (film.record) return { frames: 0, bytes: 0 };
  const [films, each] = [filmCount(film, climb.rates.length), frameCount(film, stops)];
  return { frames: films * each, bytes: films * weightOf(film, each) };
}

/** How large and how long a film of a climb is, or will be. */
function lengthText(film, climb) {
  const films = filmCount(film, climb.rates.length);
  const stops = happenings(climb, film.walker);
  const weight = t("about {size}", { size: roughly(sumOf(film, climb, stops).bytes) });
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
