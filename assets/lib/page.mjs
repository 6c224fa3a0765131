/**
 * The page: its stage, its walkers, its address, and how they hear of each other. What it writes to
 * Dash's controls it writes through `setProps`; clientside.mjs binds the other way.
 */

import { AddressBar } from "./address_bar.mjs";
import { Beside } from "./beside.mjs";
import { directionsText, updateText } from "./captions.mjs";
import { Choice } from "./choice.mjs";
import { ClimbDesk } from "./climb_desk.mjs";
import { axisLetter } from "./components.mjs";
import { FilmDesk } from "./film_desk.mjs";
import { showFormula } from "./formula.mjs";
import { Hands } from "./hands.mjs";
import { KEYS, listen } from "./keys.mjs";
import { embedCode, embedded, inLanguage, isEmbedded, languageOf, queryOf, readReel } from "./link.mjs";
import { alike, measured, spread } from "./method.mjs";
import { MethodDesk } from "./method_desk.mjs";
import { newly, placed } from "./problems.mjs";
import { Reel, UnseenStage } from "./reel.mjs";
import { Speaker } from "./speaker.mjs";
import { Stage } from "./stage.mjs";
import { seenBefore } from "./tour.mjs";
import { Transport } from "./transport.mjs";
import { listenToMarks, markRows, Walkers } from "./walkers.mjs";
import { t } from "./words.mjs";

/** A place as the boxes of the start have it. */
const startText = (value) => String(Number(value.toPrecision(5)));

/** What folds out over the page folds in again when something else is pressed. */
function closeFolds({ target }) {
  for (const fold of document.querySelectorAll(".fold[open]")) if (!fold.contains(target)) fold.open = false;
}

/** For JSON.stringify: the same values give the same text, whoever named them first. */
const inOrder = (_, value) => (value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value);

const at = (id) => document.getElementById(id);

export class Page {
  view = { layout: "side", linked: true, race: "linear", look: "terrain" };
  walkers = new Walkers();
  reel = readReel(location.hash);
  bare = isEmbedded(location.search);
  lang = languageOf(location.search); // this page speaks no other one
  complaints = new Map();
  hands = new Hands(this);
  choice = new Choice(this);
  nth = 0; // links opened so far

  /** `setProps(id, props)` writes to a control; {usePublic: true} does without plotly.js's insides, to try what happens where they are missing. */
  constructor(setProps, options = {}) {
    Object.assign(this, { setProps, options });
    this.address = new AddressBar(({ undo, redo }) => {
      setProps("undo", { disabled: !undo });
      setProps("redo", { disabled: !redo });
    });
  }

  note(title, message, color = "orange") {
    if (color === "red") this.trouble = `${title}: ${message}`;
    this.setProps("notes", { sendNotifications: [{ action: "show", title, message, color }] });
  }

  /** Where the page is served: climbs and films are made beside it. */
  get base() {
    return JSON.parse(at("_dash-config").textContent).requests_pathname_prefix;
  }

  // -- its parts, each made when it is first needed -----------------------------------------

  /** The stage, made when the first thing is to be shown. */
  theStage() {
    if (this.stage) return this.stage;
    const hosts = { panels: at("panels"), map: at("map"), charts: at("charts"), data: at("data"), legend: at("legend"), basins: at("basins-key") };
    this.stage = new (this.reel.key ? UnseenStage : Stage)(hosts, this.constants, this.ears(), { ...this.options, beside: new Beside() });
    this.stage.view = { ...this.stage.view, ...this.view };
    this.transport = new Transport({ bar: at("player"), scrub: at("scrub"), reading: at("reading") }, (change) => this.stage.command(change));
    this.speaker = new Speaker(at("spoken"));
    listen(this.hands, KEYS.filter(({ whole }) => !whole || !this.bare));
    globalThis.fallLine = this; // for the browser's console, and for tests
    return this.stage;
  }

  /** What the page does when something happens on its stage. */
  ears() {
    return {
      base: this.bare ? null : this.base,
      rate: (i, value) => this.setProps(`rate-${i}`, { value: String(value) }),
      pick: (x, y) => this.pick(x, y),
      drag: (x, y) => this.drag(x, y),
      look: () => {
        this.hands.showCamera();
        this.showAddress();
      },
      tick: (clock, due) => {
        this.transport.show(clock, due);
        this.speaker.hear(this.stage.scene.climb, clock);
        if (!clock.playing) this.showAddress();
      },
      fail: (error) => {
        console.error(error);
        const words = t("{problem}. Reload the page; the address bar keeps your scenario.", { problem: error.message ?? error });
        this.note(t("The picture could not be drawn"), words, "red");
      },
    };
  }

  /** Set out from a place; null leaves what is typed. */
  pick(...place) {
    if (this.bare) return;
    this.stage.hurry(false);
    ["start-x", "start-y"].forEach((id, n) => place[n] === null || this.setProps(id, { value: startText(place[n]) }));
  }

  /** The start follows a hand; its boxes follow when the hand lets go, for they cost more than the walk. */
  drag(...place) {
    if (this.bare || !this.asked) return;
    this.stage.hurry(true);
    this.walk({ ...JSON.parse(this.asked), start: place.map(startText) });
  }

  get desk() {
    const places = { base: `${this.base}film`, records: `${this.base}record`, address: () => `${location.origin}${location.pathname}?${this.query()}`, at };
    return (this.films ??= new FilmDesk(this, { setProps: this.setProps, note: (...words) => this.note(...words), ...places }));
  }

  /** Change how the stage is looked at; the style sheet has the colours of a look. */
  setView(view) {
    this.view = view;
    document.documentElement.dataset.look = view.look;
    this.stage?.setView(view);
  }

  // -- its address ---------------------------------------------------------------------------

  /** What the address bar says of the page now, or will in a moment. */
  query() {
    const { stage: shown, view } = this;
    const look = this.lookChosen ? view.look : null;
    const cameras = shown.rig.now(shown.panels, view.linked);
    return queryOf(shown.climb.link, { ...view, look, lang: this.lang, mesh: this.mesh ?? 120, basins: shown.basins?.linked ?? 0, motion: shown.rig.motion }, cameras, shown.clock.playhead);
  }

  showAddress() {
    if (!this.stage?.climb || this.opening) return;
    const query = this.query();
    if (this.bare) at("whole").href = `?${query}`;
    this.address.show(this.stage.climb.link, this.bare ? embedded(query) : query);
  }

  /** Just before a link to this page in another language is followed: all that is shown goes along. */
  translate({ target }) {
    const link = target.closest(".languages a");
    if (link && this.stage?.climb) link.search = inLanguage(this.query(), link.lang);
  }

  embedCode() {
    return embedCode(location.href, this.stage.ground.name);
  }

  /** Say what the address bar says: the first thing that happens, and again on back and forward. */
  openLink() {
    const told = new URLSearchParams(location.search);
    this.lookChosen = told.has("look") || told.has("theme"); // as older links call it
    this.opening = true;
    this.goTo(location.search);
  }

  /** Have all controls say what a link says. */
  goTo(search) {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.setProps("link", { data: { search, dark, nth: this.nth++ } });
  }

  /** What a link opened is on the screen: it is the entry of the history we are on, not a new one. */
  arrived(link) {
    if (this.opening) this.address.opened(link);
    this.opening = false;
    if (this.touring) this.hands.guide();
    this.touring = false;
  }

  // -- its ground and its walkers --------------------------------------------------------------

  show(ground) {
    this.theStage().setGround(ground);
    at("scale-note").textContent = `${ground.name}: ${ground.scale}`;
    this.nameStart(ground.letters);
    showFormula(at("formula"), ground.formula);
  }

  /** The boxes of the start have the letters of the ground's axes: x and y, or w and b. */
  nameStart(letters) {
    if (letters.join() === this.letters) return;
    this.letters = letters.join();
    ["start-x", "start-y"].forEach((id, n) => this.setProps(id, { leftSection: axisLetter(letters[n]) }));
  }

  /** Walkers as the controls have them: `texts` and `places` by row, of which those in `moved` have changed. */
  follow(texts, places, moved, opened) {
    if (opened) this.theStage().open(opened);
    if (opened) this.touring = opened.tour;
    if (opened) this.walkers.open(texts.map((_, i) => opened.rates[i] ?? null), opened.methods);
    else this.walkers.follow(texts, places, moved, this.stage?.clock);
    this.showMethods(opened);
  }

  /** Say how the walkers walk: in their own desk, and in the rows of rates that a hand drives. */
  showMethods(fresh) {
    const { methods } = this.walkers;
    this.methodDesk ??= new MethodDesk(at("method"), this.constants, (changed) => this.setMethods(changed));
    if (fresh) this.methodDesk.target = alike(methods) ? "all" : 0;
    this.methodDesk.show(methods);
    markRows([...document.querySelectorAll(".rate-row")], methods);
  }

  setMethods(methods) {
    this.walkers.methods = methods;
    this.setProps("methods", { data: methods });
  }

  /** Have a scenario walked, unless it is the one that was asked for last. */
  walk(scenario) {
    const text = JSON.stringify(scenario, inOrder);
    // A link to the climb that is already here: nothing will come back from the server.
    if (text === this.asked) return Promise.resolve(this.arrived(this.stage?.climb?.link));
    this.asked = text;
    this.hands.tour?.end();
    this.climbs ??= new ClimbDesk(`${this.base}climb`, {
      order: (asked) => JSON.stringify({ ...JSON.parse(asked), ...this.known }),
      climb: (climb, asked) => this.lay(climb, JSON.parse(asked)),
      problems: (problems) => this.choice.made || this.complain(problems), // a chosen mountain may wait for its file
      silent: (sentence) => this.note(t("The walk could not be made"), sentence, "red"),
    });
    return this.climbs.ask(text);
  }

  /** Which ground need not be sent again, and in how many cells a new one is wanted. */
  get known() {
    const { mesh, stage } = this;
    return { mesh, ground: stage?.ground && `${stage.ground.key} ${stage.ground.cells}` };
  }

  /** A climb is here, on a new ground or the one below: it goes on the stage, and its words beside it. */
  lay({ ground, told, ...climb }, asked) {
    if (ground) this.show(ground);
    this.theStage().setClimb({ ...climb, asked: told ?? asked });
    this.sayRule(climb);
    if (told) this.walkers.methods = spread(told.methods, told.rates.length);
    this.walkers.methods = measured(this.walkers.methods, climb.rules);
    if (told) this.asked = JSON.stringify({ ...told, methods: this.walkers.methods }, inOrder); // what the controls will ask for
    this.complain({});
    this.showMethods(false);
    this.arrived(climb.link);
    this.showAddress();
  }

  /** The rule's formula, which few climbs change: the same words written again would have the page laid out anew. */
  sayRule(climb) {
    const [tagline, words] = [at("tagline"), updateText(climb)];
    tagline.title = directionsText(climb);
    if (words !== tagline.textContent) tagline.textContent = words;
  }

  /** Say beside each control what is wrong with it, and take back what no longer is. */
  complain(problems) {
    this.wrong = Object.keys(problems).length > 0;
    const { parameters, words } = JSON.parse(this.asked);
    this.methodDesk.complain(problems);
    for (const [id, props] of newly(placed(problems, Object.keys(parameters), Object.keys(words)), this.complaints)) this.setProps(id, props);
  }

  // -- its beginning ---------------------------------------------------------------------------

  start() {
    if (this.bare) Object.assign(document.documentElement.dataset, { bare: "", embed: "" });
    if (location.search.replace(/^\?lang=\w+$/, "") || this.reel.key || seenBefore()) this.openLink();
    else this.hands.startTour();
    globalThis.addEventListener("popstate", () => this.openLink());
    document.addEventListener("click", closeFolds);
    for (const way of ["pointerdown", "click"]) document.addEventListener(way, (event) => this.translate(event));
    listenToMarks((i) => {
      this.walkers.takeBack(i);
      this.setMethods(this.walkers.methods);
    });
    // The command line opened this page: nobody looks at it, and it films by itself.
    if (this.reel.key) new Reel(this, this.reel, this.base).run();
  }
}
