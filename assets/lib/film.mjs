/**
 * A film from the page: frames are composed here, turned into JPEG and sent by workers, several on
 * their way at a time, and encoded by the server while they arrive.
 */

import { frameCount, momentsOf } from "./film_time.mjs";
import { FilmError, request, TRIES } from "./request.mjs";
import { language, N_, speech, t } from "./words.mjs";

const WORKERS = 2; // one frame is encoded while another is on its way
const FILE_TRIES = 100; // of up to 25 s each: as long as it is at work, a film may take its time
const AT_ONCE = 4; // frames under way: enough to keep the server busy, few enough to stay in step
const UNENCODED = N_("A frame could not be encoded. Reload the page, or try a smaller size.");

/**
 * Make a film and return {blob, name}. `composer` draws frames, of several films (`films`, `next()`) or one; `base` is where films are made,
 * `progress(done, all)` hears how far it is, from 0 on, `signal` cancels; `crew` sends frames (a test may give
 * its own). Throws FilmError, or what the signal was aborted with.
 */
export const makeFilm = (composer, settings, how) =>
  shootFilm(composer, settings, how, async (film) => {
    const file = await request(`${how.base}/${film}/file`, { signal: how.signal }, TRIES, FILE_TRIES);
    return { blob: await file.blob(), name: nameOf(file) };
  });

/** All of a film's frames are drawn and sent, then `take(film)` has it; a film that fails is deleted. */
export async function shootFilm(composer, settings, { base, link, steps, stops, playhead, progress, signal, crew = new Crew() }, take) {
  const { films = 1 } = composer;
  const each = frameCount(settings, stops);
  const { format, width, height, fps, name, single, options } = settings;
  const moment = momentsOf(settings, { steps, stops, playhead });
  let film = null;
  try {
    await composer.prepare();
    const order = { format, width, height, fps, frames: films * each, options, name, ...(settings.told && { link, films, look: settings.look, walker: settings.walker, title: settings.title }) };
    ({ film } = await (await request(base, { ...asJson(order), signal })).json());
    await sendFrames(films * each, async (index) => {
      if (index && index % each === 0) await composer.next();
      const { time, share } = moment(index % each);
      const canvas = await composer.frame(time, share);
      const type = settings.lossless ? "image/png" : "image/jpeg";
      const clear = options?.background === "none";
      const drawn = settings.vector ? { body: await canvas.toText() } : { bitmap: canvas.transferToImageBitmap(), type, clear };
      return crew.send({ ...drawn, url: `${base}/${film}/${index}` });
    }, { progress, signal });
    return await take(film);
  } catch (error) {
    if (film) fetch(`${base}/${film}`, { method: "DELETE" }).catch(() => {});
    throw error;
  } finally {
    crew.dismiss();
  }
}

/** Have the numbers of a climb made into a file, and return {blob, name}. */
export async function makeRecord(base, order, signal) {
  const file = await request(base, { ...asJson(order), signal });
  return { blob: await file.blob(), name: nameOf(file) };
}

/**
 * Draw frames in order and send each while the next is drawn, at most AT_ONCE under way.
 * `draw(index)` resolves to a function's worth of work already begun: {sent: Promise}.
 */
async function sendFrames(frames, draw, { progress, signal }) {
  const underWay = new Set();
  let [sent, broken] = [0, null];
  progress(sent, frames);
  for (let index = 0; index < frames && !broken; index++) {
    signal.throwIfAborted();
    const { sent: arrival } = await draw(index);
    const post = unlessAborted(arrival, signal) // a server that is silent must not hold up a cancel
      .then(() => progress(++sent, frames))
      .catch((error) => (broken ??= error))
      .finally(() => underWay.delete(post));
    underWay.add(post);
    while (underWay.size >= AT_ONCE) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  signal.throwIfAborted();
  if (broken) throw broken;
}

/** The same promise, unless the signal comes before it. Nothing of it stays with the signal: a film has many frames. */
function unlessAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Workers that encode and send frames, each one at a time. */
export class Crew {
  constructor(count = WORKERS) {
    const url = new URL(`./frame_worker.mjs?lang=${language()}`, import.meta.url); // the server answers the worker in it
    this.workers = Array.from({ length: count }, () => new Worker(url, { type: "module" }));
    // A worker may fail to load before it is given its first frame.
    this.workers.forEach((worker) => worker.addEventListener("error", () => (worker.broken = true)));
    this.free = [...this.workers];
    this.waiting = [];
  }

  /** Begin to send a frame; `sent` settles when the server has it. */
  send(frame) {
    return { sent: this.assign(frame) };
  }

  async assign(frame) {
    const worker = this.free.pop() ?? (await new Promise((resolve) => this.waiting.push(resolve)));
    try {
      if (worker.broken) throw new FilmError(t(UNENCODED));
      await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.error ? reject(new FilmError(data.error)) : resolve());
        worker.onerror = () => reject(new FilmError(t(UNENCODED)));
        worker.postMessage({ ...frame, speech: worker.spoken ? null : speech() }, frame.bitmap ? [frame.bitmap] : []);
        worker.spoken = true;
      });
    } finally {
      const next = this.waiting.shift();
      if (next) next(worker);
      else this.free.push(worker);
    }
  }

  dismiss() {
    this.workers.forEach((worker) => worker.terminate());
  }
}

/** Data as the body of a request. */
export const asJson = (data) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(data),
});

function nameOf(file) {
  const header = file.headers.get("Content-Disposition") ?? "";
  return /filename="?([^";]+)"?/.exec(header)?.[1] ?? "film";
}
