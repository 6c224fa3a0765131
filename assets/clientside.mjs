/** The only file that touches window.dash_clientside: it binds the page's controls to the page. */

import { copy } from "./lib/clipboard.mjs";
import * as clocks from "./lib/clock.mjs";
import { calmTooltips } from "./lib/components.mjs";
import { withCompass } from "./lib/knows.mjs";
import { Page } from "./lib/page.mjs";
import { MOST, placeOf, removeRate, rowStyles, suggested } from "./lib/rates.mjs";
import { nextFrame } from "./lib/browser.mjs";
import { filled } from "./lib/walkers.mjs";
import { t } from "./lib/words.mjs";

const PATH_FIRST = 100; // ms that the page's own controls wait for a new path at most
const MOUNTAIN_FIRST = 500; // ms that they wait for another mountain

const dash = (globalThis.dash_clientside ??= {});
const unchanged = () => globalThis.dash_clientside.no_update;
const setProps = (id, props) => globalThis.dash_clientside.set_props(id, props);
const at = (id) => document.getElementById(id);
const triggered = () => globalThis.dash_clientside.callback_context.triggered.map(({ prop_id }) => prop_id.split(".")[0]);

calmTooltips();

const page = new Page(setProps, globalThis.fallLineOptions);

dash.fall_line = {
  /**
   * Controls -> scenario: as typed; the server says what is wrong. Boxes and sliders follow each other.
   * Returns what must change, next to what is there: an answer may get lost when a newer one follows.
   */
  async gather(surface, parameters, words, x, y, direction, steps, opened, _methods, ...rest) {
    const [texts, places, styles] = [0, 1, 2].map((n) => rest.slice(n * MOST, (n + 1) * MOST));
    const [asked, request, constants] = rest.slice(3 * MOST);
    const [moved, inputs] = [triggered(), globalThis.dash_clientside.callback_context.inputs_list];
    page.constants ??= constants;
    page.mesh = opened?.mesh ?? page.mesh ?? 120;
    page.follow(texts, places, moved, moved.includes("opened") && opened);
    const { typed, methods, rates } = page.walkers;
    if (!surface || page.choice.hear(surface, moved.includes("opened"))) {
      await Promise.race([page.choice.standing, soon(MOUNTAIN_FIRST)]);
      return Array(2 + 3 * MOST).fill(unchanged());
    }
    const ground = { surface, parameters: byKey(inputs[1], parameters), words: byKey(inputs[2], words) };
    const course = { ...ground, start: [x, y], direction, steps };
    const shown = page.walk({ ...course, rates: filled(typed), methods });
    const wanted = { ...course, methods: methods.map(({ changes, ...method }) => method) };
    // What Dash does with an answer takes the page's thread for some 40 ms: the path comes first.
    if (moved.every((id) => id.startsWith("rate-"))) await Promise.race([shown.then(nextFrame), soon(PATH_FIRST)]);
    return [
      unlessSame(wanted, asked),
      unlessSame({ ...ground, mesh: page.mesh }, request),
      ...rates.map((text, i) => unlessSame(text, texts[i])),
      ...rates.map((text, i) => placeOf(text, places[i]) ?? unchanged()),
      ...rowStyles(filled(rates).length).map((style, i) => unlessSame(style, styles[i])),
    ];
  },

  gatherView(layout, linked, race, look, basins, knows, camera, { looks }) {
    if (triggered().includes("look") && !page.opening) page.lookChosen = true;
    page.setView({ layout, linked, race, look, basins, knows });
    if (triggered().includes("camera") && camera) page.stage?.chooseCamera(camera);
    return looks[look].dark ? "dark" : "light";
  },

  play(...inputs) {
    const [speed, loop] = inputs.slice(-2);
    const pace = 10 ** (speed ?? 0);
    const commands = {
      ...clocks.COMMANDS,
      speed: (clock) => ({ ...clock, speed: pace }),
      loop: (clock) => ({ ...clock, loop: Boolean(loop) }),
    };
    at("speed-reading").textContent = clocks.speedText(pace);
    for (const id of triggered()) page.stage?.command(commands[id]);
    return unchanged();
  },

  /** The buttons that do what a key does as well. */
  press() {
    const deeds = { undo: "undo", redo: "redo", retell: "tellStory", gallery: "openGallery", present: "togglePresent", keys: "openSheet" };
    for (const id of triggered()) page.hands[deeds[id]]();
    return unchanged();
  },

  // -- rates --------------------------------------------------------------------------------

  changeRates(...inputs) {
    const [presets, ...rates] = inputs.slice(-MOST - 1);
    const [id = ""] = triggered();
    const [now, row] = [filled(rates), Number(id.split("-").at(-1))];
    const result = id.startsWith("rate-remove") ? removed(now, row) : suggested(id, now, presets);
    if (typeof result === "string") return [...Array(MOST).fill(unchanged()), [{ action: "show", title: t("Learning rates"), message: result, color: "orange" }]];
    return [...Array.from({ length: MOST }, (_, i) => result[i] ?? null), unchanged()];
  },

  matchParameter(text, place, scale) {
    const log = scale === "log";
    const typed = String(text ?? "").trim() === "" ? NaN : Number(text);
    const wanted = log ? Math.log10(typed) : typed;
    if (Math.abs(wanted - place) <= 1e-9 * (1 + Math.abs(wanted))) return [unchanged(), unchanged()];
    const dragged = triggered().every((id) => id.includes("parameter-slider"));
    if (dragged) return [String(Number((log ? 10 ** place : place).toPrecision(3))), unchanged()];
    return [unchanged(), Number.isFinite(wanted) ? wanted : unchanged()];
  },

  // -- film ---------------------------------------------------------------------------------

  openFilmDialog: (clicks, look, parts, knows, walker) =>
    clicks ? [true, look, withCompass(parts, knows.includes("compass")), ...page.desk.walkers(walker)] : Array(5).fill(unchanged()),

  describeFilm(opened, ...settings) {
    page.desk.sketch(settings, opened);
    return page.desk.describe(settings);
  },

  saveFilm(clicks, ...settings) {
    if (clicks) page.desk.save(settings);
    return unchanged();
  },

  copyLink: () => copied("copy-link", t("Copy link"), location.href, t("See address bar")),

  copyEmbed: () => copied("copy-embed", t("Copy embed code"), page.embedCode(), t("No clipboard")),
};

function copied(id, usual, text, otherwise) {
  copy(text, (children) => setProps(id, { children }), usual, otherwise);
  return unchanged();
}

const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The values of controls that come and go, by the key in their ids. */
const byKey = (inputs, values) => Object.fromEntries(inputs.map(({ id }, i) => [id.key, values[i]]));

const unlessSame = (wanted, there) => (JSON.stringify(wanted) === JSON.stringify(there) ? unchanged() : wanted);

function removed(rates, i) {
  const rest = removeRate(rates, i);
  if (typeof rest !== "string") page.walkers.remove(i);
  return rest;
}

function start() {
  if (!at("panels") || !globalThis.dash_clientside.set_props) return requestAnimationFrame(start);
  return page.start();
}

start();
