/** The only file that touches window.dash_clientside: it binds the page's controls to the stage. */

import { directionsText, updateText } from "./lib/captions.mjs";
import { ClimbDesk } from "./lib/climb_desk.mjs";
import { copy } from "./lib/clipboard.mjs";
import * as clocks from "./lib/clock.mjs";
import { axisLetter, markdown } from "./lib/components.mjs";
import { FilmDesk } from "./lib/film_desk.mjs";
import { Gallery } from "./lib/gallery.mjs";
import { listen } from "./lib/keys.mjs";
import { AddressBar, embedCode, embedded, isEmbedded, queryOf, readReel } from "./lib/link.mjs";
import { alike, elsewhere, measured } from "./lib/method.mjs";
import { MethodDesk } from "./lib/method_desk.mjs";
import { newly, placed } from "./lib/problems.mjs";
import { MOST, placeOf, removeRate, rowStyles, suggested } from "./lib/rates.mjs";
import { Reel, UnseenStage } from "./lib/reel.mjs";
import { nextFrame, Stage } from "./lib/stage.mjs";
import { Transport } from "./lib/transport.mjs";
import { filled, listenToMarks, markRows, Walkers } from "./lib/walkers.mjs";

const PATH_FIRST = 100; // ms that the page's own controls wait for a new path at most

const dash = (globalThis.dash_clientside ??= {});
const unchanged = () => globalThis.dash_clientside.no_update;
const setProps = (id, props) => globalThis.dash_clientside.set_props(id, props);
const at = (id) => document.getElementById(id);
const triggered = () => globalThis.dash_clientside.callback_context.triggered.map(({ prop_id }) => prop_id.split(".")[0]);

// options: {usePublic: true} does without plotly.js's insides, to try what happens where they are missing
const page = { options: globalThis.fallLineOptions ?? {}, view: { layout: "side", linked: true, race: "linear", look: "terrain" }, nth: 0, walkers: new Walkers() };
const address = new AddressBar();
const reel = readReel(location.hash);

export function note(title, message, color = "orange") {
  if (color === "red") page.trouble = `${title}: ${message}`;
  setProps("notes", { sendNotifications: [{ action: "show", title, message, color }] });
}

/** The stage, made when the first thing is to be shown. */
function stage() {
  if (page.stage) return page.stage;
  const hear = {
    base: page.bare ? null : baseAddress(),
    rate: (i, value) => setProps(`rate-${i}`, { value: String(value) }),
    pick(x, y) {
      if (page.bare) return;
      setProps("start-x", { value: String(Number(x.toPrecision(5))) });
      setProps("start-y", { value: String(Number(y.toPrecision(5))) });
    },
    look: showAddress,
    tick: (clock, due) => {
      page.transport.show(clock, due);
      if (!clock.playing) showAddress();
    },
    fail(error) {
      console.error(error);
      note("The picture could not be drawn", `${error.message ?? error}. Reload the page; the address bar keeps your scenario.`, "red");
    },
  };
  const hosts = { panels: at("panels"), map: at("map"), charts: at("charts"), data: at("data"), legend: at("legend"), basins: at("basins-key") };
  page.stage = new (reel.key ? UnseenStage : Stage)(hosts, page.constants, hear, page.options);
  page.stage.view = { ...page.stage.view, ...page.view };
  const command = (change) => page.stage.command(change);
  page.transport = new Transport({ bar: at("player"), scrub: at("scrub"), reading: at("reading") }, command);
  listen(page.stage);
  globalThis.fallLine = page; // for the browser's console, and for tests
  return page.stage;
}

function showAddress() {
  if (!page.stage?.climb || page.opening) return;
  const query = queryNow();
  if (page.bare) at("whole").href = `?${query}`;
  address.show(page.stage.climb.link, page.bare ? embedded(query) : query);
}

/** What the address bar says of the page now, or will in a moment. */
function queryNow() {
  const { stage: shown, view } = page;
  const look = page.lookChosen ? view.look : null;
  const cameras = shown.rig.now(shown.panels, view.linked);
  return queryOf(shown.climb.link, { ...view, look, mesh: page.mesh ?? 120, basins: shown.basins?.linked ?? 0 }, cameras, shown.clock.playhead);
}

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
    const fresh = moved.includes("opened") && opened;
    if (fresh) stage().open(opened);
    if (fresh) page.walkers.open(texts, opened.methods);
    else page.walkers.follow(texts, places, moved, page.stage?.clock);
    if (moved.includes("surface") && !fresh) page.walkers.methods = elsewhere(page.walkers.methods, constants.rules);
    const { typed, methods, rates } = page.walkers;
    showMethods(fresh);
    if (!surface) return Array(2 + 3 * MOST).fill(unchanged());
    const ground = { surface, parameters: byKey(inputs[1], parameters), words: byKey(inputs[2], words) };
    const course = { ...ground, start: [x, y], direction, steps };
    const shown = walk({ ...course, rates: filled(typed), methods });
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

  gatherView(layout, linked, race, look, basins, { looks }) {
    if (triggered().includes("look") && !page.opening) page.lookChosen = true;
    page.view = { layout, linked, race, look, basins };
    document.documentElement.dataset.look = look; // the style sheet has its colours
    page.stage?.setView(page.view);
    return looks[look].dark ? "dark" : "light";
  },

  show(ground) {
    stage().setGround(ground);
    at("scale-note").textContent = `${ground.name}: ${ground.scale}`;
    nameStart(ground.axes);
    // MathJax takes its time to load: the mountain comes first.
    if (!reel.key) stage().queue.then(() => setProps("formula", { children: markdown(ground.formula) }));
    return unchanged();
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

  openGallery() {
    const choose = (key) => setProps("surface", { value: key });
    page.gallery ??= new Gallery(page.constants.terrains, baseAddress(), choose);
    page.gallery.open(page.view.look);
    return unchanged();
  },

  // -- rates --------------------------------------------------------------------------------

  changeRates(...inputs) {
    const [presets, ...rates] = inputs.slice(-MOST - 1);
    const [id = ""] = triggered();
    const [now, row] = [filled(rates), Number(id.split("-").at(-1))];
    const result = id.startsWith("rate-remove") ? removed(now, row) : suggested(id, now, presets);
    if (typeof result === "string") return [...Array(MOST).fill(unchanged()), [{ action: "show", title: "Learning rates", message: result, color: "orange" }]];
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

  openFilmDialog: (clicks, look) => (clicks ? [true, look] : [unchanged(), unchanged()]),

  describeFilm: (...settings) => desk().describe(settings),

  saveFilm(save, cancel, ...settings) {
    if (triggered().includes("film-cancel")) desk().cancel();
    else if (save) desk().make(settings);
    return unchanged();
  },

  copyLink: () => copied("copy-link", "Copy link", location.href, "See address bar"),

  copyEmbed: () => copied("copy-embed", "Embed", embedCode(location.href, page.stage.ground.name), "No clipboard"),
};

function copied(id, usual, text, otherwise) {
  copy(text, (children) => setProps(id, { children }), usual, otherwise);
  return unchanged();
}

const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Say how the walkers walk: in their own desk, and in the rows of rates that a hand drives. */
function showMethods(fresh) {
  const { methods } = page.walkers;
  page.methodDesk ??= new MethodDesk(at("method"), page.constants, (changed) => {
    page.walkers.methods = changed;
    setProps("methods", { data: changed });
  });
  if (fresh) page.methodDesk.target = alike(methods) ? "all" : 0;
  page.methodDesk.show(methods);
  markRows([...document.querySelectorAll(".rate-row")], methods);
}

/** The boxes of the start have the letters that the ground's axes have: x and y, or w and b. */
function nameStart(axes) {
  if (axes.join() === page.axes) return;
  page.axes = axes.join();
  ["start-x", "start-y"].forEach((id, n) => setProps(id, { leftSection: axisLetter(axes[n][0]) }));
}

/** The values of controls that come and go, by the key in their ids. */
const byKey = (inputs, values) => Object.fromEntries(inputs.map(({ id }, i) => [id.key, values[i]]));

const unlessSame = (wanted, there) => (JSON.stringify(wanted) === JSON.stringify(there) ? unchanged() : wanted);

/** Have a scenario walked, unless it is the one that was asked for last. */
function walk(scenario) {
  const text = JSON.stringify(scenario);
  // A link to the climb that is already here: nothing will come back from the server.
  if (text === page.asked) return Promise.resolve(arrived(page.stage?.climb?.link));
  page.asked = text;
  page.climbs ??= new ClimbDesk(`${baseAddress()}climb`, {
    climb(climb, asked) {
      complain({});
      stage().setClimb({ ...climb, asked: JSON.parse(asked) });
      Object.assign(at("tagline"), { textContent: updateText(climb, "weight", "learning rate"), title: directionsText(climb) });
      page.walkers.methods = measured(page.walkers.methods, climb.rules);
      showMethods(false);
      arrived(climb.link);
      showAddress();
    },
    problems: complain,
    silent: (sentence) => note("The walk could not be made", sentence, "red"),
  });
  return page.climbs.ask(text);
}

/** Say beside each control what is wrong with it, and take back what no longer is. */
function complain(problems) {
  const { parameters, words } = JSON.parse(page.asked);
  page.methodDesk.complain(problems);
  page.complaints ??= new Map();
  for (const [id, props] of newly(placed(problems, Object.keys(parameters), Object.keys(words)), page.complaints)) setProps(id, props);
}

/** What a link opened is on the screen: it is the entry of the history we are on, not a new one. */
function arrived(link) {
  if (page.opening) address.opened(link);
  page.opening = false;
}

function removed(rates, i) {
  const rest = removeRate(rates, i);
  if (typeof rest !== "string") page.walkers.remove(i);
  return rest;
}

const pageNow = () => `${location.origin}${location.pathname}?${queryNow()}`;
const desk = () => (page.desk ??= new FilmDesk(page, { setProps, note, base: `${baseAddress()}film`, records: `${baseAddress()}record`, address: pageNow }));

/** Where the page is served: climbs and films are made beside it. */
const baseAddress = () => JSON.parse(at("_dash-config").textContent).requests_pathname_prefix;

/** Say what the address bar says: the first thing that happens, and again on back and forward. */
function openLink() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const told = new URLSearchParams(location.search);
  page.lookChosen = told.has("look") || told.has("theme"); // as older links call it
  page.opening = true;
  setProps("link", { data: { search: location.search, dark, nth: page.nth++ } });
}

function start() {
  if (!at("panels") || !globalThis.dash_clientside.set_props) return requestAnimationFrame(start);
  page.bare = isEmbedded(location.search);
  if (page.bare) Object.assign(document.documentElement.dataset, { bare: "", embed: "" });
  openLink();
  globalThis.addEventListener("popstate", openLink);
  listenToMarks((i) => {
    page.walkers.takeBack(i);
    setProps("methods", { data: page.walkers.methods });
  });
  // The command line opened this page: nobody looks at it, and it films by itself.
  if (reel.key) new Reel(page, reel, baseAddress()).run();
  return undefined;
}

start();
