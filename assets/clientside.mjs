/** The only file that touches window.dash_clientside: it binds the page's controls to the stage. */

import * as clocks from "./lib/clock.mjs";
import { FilmDesk } from "./lib/film_desk.mjs";
import { listen } from "./lib/keys.mjs";
import { AddressBar, queryOf } from "./lib/link.mjs";
import { addRate, positionOf, removeRate, textOf } from "./lib/rates.mjs";
import { Stage } from "./lib/stage.mjs";
import { Transport } from "./lib/transport.mjs";

const dash = (globalThis.dash_clientside ??= {});
const unchanged = () => globalThis.dash_clientside.no_update;
const setProps = (id, props) => globalThis.dash_clientside.set_props(id, props);
const at = (id) => document.getElementById(id);
const triggered = () => globalThis.dash_clientside.callback_context.triggered.map(({ prop_id }) => prop_id.split(".")[0]);

// options: {usePublic: true} does without plotly.js's insides, to try what happens where they are missing
const page = { options: globalThis.fallLineOptions ?? {}, view: { layout: "side", linked: true, race: "linear", theme: "light" }, nth: 0 };
const address = new AddressBar();

export const note = (title, message, color = "orange") =>
  setProps("notes", { sendNotifications: [{ action: "show", title, message, color }] });

/** The stage, made when the first thing is to be shown. */
function stage() {
  if (page.stage) return page.stage;
  const hear = {
    pick(x, y) {
      setProps("start-x", { value: String(Number(x.toPrecision(5))) });
      setProps("start-y", { value: String(Number(y.toPrecision(5))) });
    },
    look: showAddress,
    tick: (clock) => {
      page.transport.show(clock);
      if (!clock.playing) showAddress();
    },
    fail(error) {
      console.error(error);
      note("The picture could not be drawn", `${error.message ?? error}. Reload the page; the address bar keeps your scenario.`, "red");
    },
  };
  const hosts = { panels: at("panels"), map: at("map"), race: at("race") };
  page.stage = new Stage(hosts, page.constants, hear, page.options);
  page.stage.view = { ...page.stage.view, ...page.view };
  const command = (change) => page.stage.command(change);
  page.transport = new Transport({ bar: at("player"), scrub: at("scrub"), reading: at("reading") }, command);
  listen(page.stage);
  globalThis.fallLine = page; // for the browser's console, and for tests
  return page.stage;
}

function showAddress() {
  const { stage: shown, view } = page;
  if (!shown?.climb || page.opening) return;
  const theme = page.themeChosen ? view.theme : null;
  const cameras = shown.rig.now(shown.panels, view.linked);
  const query = queryOf(shown.climb.link, { ...view, theme, mesh: page.mesh ?? 120 }, cameras, shown.clock.playhead);
  address.show(shown.climb.link, query);
}

dash.fall_line = {
  /** Controls -> scenario, course, ground request: as typed; the server says what is wrong. */
  gather(surface, parameters, x, y, direction, steps, opened, ...rates) {
    if (!surface) return [unchanged(), unchanged(), unchanged()];
    const keys = globalThis.dash_clientside.callback_context.inputs_list[1].map(({ id }) => id.key);
    const typed = Object.fromEntries(keys.map((key, i) => [key, parameters[i]]));
    const course = { surface, parameters: typed, start: [x, y], direction, steps };
    const scenario = { ...course, rates: rates.filter((rate) => rate !== null && rate !== undefined) };
    page.mesh = opened?.mesh ?? page.mesh ?? 120;
    const request = { surface, parameters: typed, mesh: page.mesh };
    // A link to the climb that is already here: nothing will come back from the server.
    if (page.opening && JSON.stringify(scenario) === page["last-scenario"]) arrived(page.stage?.climb?.link);
    return [ifNew("scenario", scenario), ifNew("course", course), ifNew("request", request)];
  },

  gatherView(layout, linked, race, dark) {
    const theme = dark ? "dark" : "light";
    if (triggered().includes("dark") && !page.opening) page.themeChosen = true;
    page.view = { layout, linked, race, theme };
    return [page.view, theme];
  },

  show(ground, climb, view, opened, constants) {
    page.constants ??= constants;
    const [shown, which] = [stage(), triggered()];
    if (which.includes("opened")) shown.open(opened);
    if (which.includes("view") && view) shown.setView(view);
    if (which.includes("ground") && ground) {
      shown.setGround(ground);
      at("scale-note").textContent = ground.scale ? `${ground.name}: ${ground.scale}` : "";
    }
    if (which.includes("climb") && climb) {
      shown.setClimb(climb);
      arrived(climb.link);
    }
    showAddress();
    return unchanged();
  },

  play(...inputs) {
    const [speed, loop] = inputs.slice(-2);
    const commands = {
      play: clocks.toggle,
      first: (clock) => clocks.seek(clock, 0),
      back: (clock) => clocks.stepBy(clock, -1),
      forward: (clock) => clocks.stepBy(clock, 1),
      last: (clock) => clocks.seek(clock, clock.steps),
      speed: (clock) => ({ ...clock, speed: 10 ** (speed ?? 0) }),
      loop: (clock) => ({ ...clock, loop: Boolean(loop) }),
    };
    at("speed-reading").textContent = `${Number((10 ** (speed ?? 0)).toPrecision(2))}×`;
    for (const id of triggered()) page.stage?.command(commands[id]);
    return unchanged();
  },

  // -- rates --------------------------------------------------------------------------------

  matchRate(text, place) {
    const position = positionOf(text);
    // A slider knows two digits of a power of ten: where it agrees, what was typed stays as it is.
    if (position !== null && Math.abs(position - place) < 0.006) return [unchanged(), unchanged()];
    const moved = triggered().every((id) => id.startsWith("rate-slider"));
    if (moved) return [textOf(place), unchanged()];
    return [unchanged(), position ?? unchanged()];
  },

  changeRates(...inputs) {
    const rates = inputs.slice(-9);
    const presets = inputs.at(-10);
    const [id] = triggered();
    const filled = rates.filter((rate) => rate !== null && rate !== undefined);
    const result = changed(id, filled, presets);
    if (typeof result === "string") return [...Array(9).fill(unchanged()), [{ action: "show", title: "Learning rates", message: result, color: "orange" }]];
    return [...Array.from({ length: 9 }, (_, i) => result[i] ?? null), unchanged()];
  },

  showRows(...rates) {
    const count = rates.filter((rate) => rate !== null && rate !== undefined).length;
    if (count === page.rows) return rates.map(unchanged); // nine rows drawn anew would cost a frame
    page.rows = count;
    return rates.map((rate, i) => (i < Math.max(count, 1) ? {} : { display: "none" }));
  },

  // -- film ---------------------------------------------------------------------------------

  openFilmDialog: (clicks, dark) => (clicks ? [true, dark ? "dark" : "light"] : [unchanged(), unchanged()]),

  describeFilm: (...settings) => desk().describe(settings),

  saveFilm(save, cancel, ...settings) {
    if (triggered().includes("film-cancel")) desk().cancel();
    else if (save) desk().make(settings);
    return unchanged();
  },

  copyLink() {
    const done = (text) => {
      setProps("copy-link", { children: text });
      setTimeout(() => setProps("copy-link", { children: "Copy link" }), 1600);
    };
    const { clipboard } = navigator;
    if (!clipboard) return "See address bar";
    clipboard.writeText(location.href).then(() => done("Copied"), () => done("See address bar"));
    return unchanged();
  },
};

/** What a link opened is on the screen: it is the entry of the history we are on, not a new one. */
function arrived(link) {
  if (page.opening) address.opened(link);
  page.opening = false;
}

function changed(id, rates, presets) {
  if (id?.startsWith("rate-remove")) return removeRate(rates, Number(id.split("-").at(-1)));
  if (!presets) return "The suggestions are still being computed. Try again in a moment.";
  if (id === "suggest") return [presets.too_small, presets.good, presets.too_large];
  return addRate(rates, presets[id.replace("preset-", "").replace("-", "_")]);
}

function ifNew(name, value) {
  const text = JSON.stringify(value);
  if (page[`last-${name}`] === text) return unchanged();
  page[`last-${name}`] = text;
  return value;
}

const desk = () => (page.desk ??= new FilmDesk(page, { setProps, note, base: filmBase() }));

/** Where films are made: beside the page, under whatever prefix it is served. */
function filmBase() {
  const config = JSON.parse(at("_dash-config").textContent);
  return `${config.requests_pathname_prefix}film`;
}

/** Say what the address bar says: the first thing that happens, and again on back and forward. */
function openLink() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  page.themeChosen = new URLSearchParams(location.search).has("theme");
  page.opening = true;
  setProps("link", { data: { search: location.search, dark, nth: page.nth++ } });
}

function start() {
  if (!at("panels") || !globalThis.dash_clientside.set_props) return requestAnimationFrame(start);
  openLink();
  globalThis.addEventListener("popstate", openLink);
  return undefined;
}

start();
